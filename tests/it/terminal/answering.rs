//! What outlives a session of answering findings: the level, and what is silenced.

use crate::terminal::harness::{Terminal, Workspace};
use crate::terminal::screen::{FIRST_FRAME, reading, workspace};
use std::fs;

const LEXICON: &str = "\
# ours
flag:
  - {words: council, category: name-calling}   # the other side's word
  - words: mayor
    category: praise
";

fn with_words() -> Workspace {
    let workspace = workspace();
    workspace.write("notes/lexicon.yaml", LEXICON);
    workspace
}

fn quit(mut terminal: Terminal) {
    terminal.press("q");
    terminal.end().with_code(0);
}

#[test]
fn the_level_is_remembered() {
    let workspace = workspace();
    let kept = workspace.state_folder().join("closeread/strictness");
    let mut terminal = reading(&workspace);
    terminal.press("<");
    terminal.wait_for(&["few: ", "few and sure: "]);
    quit(terminal);
    assert_eq!(fs::read_to_string(&kept).unwrap(), "few\n");
    let mut terminal = reading(&workspace);
    terminal.wait_for(&["few: "]);
    terminal.press(">>");
    terminal.wait_for(&["all: ", "everything: "]);
    quit(terminal);
    let terminal = workspace.open((100, 30), &["seeds/bridge.txt", "--strictness", "few"]);
    terminal.wait_for(&["few: "]);
    quit(terminal);
    assert_eq!(fs::read_to_string(&kept).unwrap(), "all\n");
    fs::write(&kept, "lots\n").unwrap();
    let terminal = reading(&workspace);
    let screen = terminal.screen();
    assert!(
        !screen.contains("few: ") && !screen.contains("all: "),
        "{screen}"
    );
    quit(terminal);
}

#[test]
fn what_is_silenced_stays_silent() {
    let workspace = with_words();
    let mut terminal = reading(&workspace);
    terminal.wait_for(&["? council", "? Mayor"]);
    terminal.press("]dx");
    terminal.wait_for(&[
        "silence what points at “council”",
        "this entry in the project",
    ]);
    terminal.press("2");
    terminal.wait_for(&["in the project: 1 finding gone; u undoes it"]);
    terminal.press("u");
    terminal.wait_for(&["undid: silence", "? council"]);
    let written = workspace.read("notes/lexicon.yaml");
    assert_eq!(written, format!("{LEXICON}\nsilence: []\n"));
    terminal.press("\x12");
    terminal.wait_for(&["did again: silence"]);
    quit(terminal);
    let written = workspace.read("notes/lexicon.yaml");
    let line = written.strip_prefix(LEXICON).unwrap();
    assert!(
        line.starts_with("\nsilence:\n  - rule: name-calling/"),
        "{line}"
    );
    let terminal = reading(&workspace);
    terminal.wait_for(&["? Mayor"]);
    let screen = terminal.screen();
    assert!(!screen.contains("? council"), "{screen}");
    quit(terminal);
}

#[test]
fn two_sessions_keep_each_others_lines() {
    let workspace = with_words();
    let mut one = reading(&workspace);
    let mut other = reading(&workspace);
    one.press("]dx");
    one.wait_for(&["silence what points at “council”"]);
    one.press("4");
    one.wait_for(&["1 finding gone"]);
    other.wait_for(&["the project’s words changed on disk: 1 finding gone"]);
    other.press("/Mayor\r]dx");
    other.wait_for(&["silence what points at “Mayor”"]);
    other.press("3");
    other.wait_for(&["in this article: 1 finding gone; u undoes it"]);
    one.wait_for(&["the project’s words changed on disk"]);
    let written = workspace.read("notes/lexicon.yaml");
    let lines: Vec<&str> = written
        .lines()
        .filter(|line| line.contains("rule: "))
        .collect();
    assert_eq!(lines.len(), 2, "{written}");
    assert!(written.contains("article: seeds/bridge.txt\n"), "{written}");
    quit(one);
    quit(other);
}

#[test]
fn a_file_with_an_error_is_said_and_left_alone() {
    let broken = "# ours\nflag:\n  - words: council\n   category: fear\n";
    let workspace = Workspace::new(&[
        (
            "seeds/bridge.txt",
            "The bloodthirsty regime slammed the catastrophic plan.\n",
        ),
        ("notes/lexicon.yaml", broken),
    ]);
    let mut terminal = workspace.open((120, 30), &["seeds/bridge.txt", "--strictness", "all"]);
    terminal.wait_for(&["notes/lexicon.yaml:3:", "correct the file"]);
    terminal.press("]d");
    terminal.wait_for(&["candidate 1 of"]);
    terminal.press("x");
    terminal.wait_for(&["silence what points at"]);
    terminal.press("1");
    terminal.wait_for(&["nothing is silenced or heard again: notes/lexicon.yaml:3:"]);
    quit(terminal);
    assert_eq!(workspace.read("notes/lexicon.yaml"), broken);
    workspace.write(
        "notes/lexicon.yaml",
        "flag:\n  - {words: plan, category: labels}\n",
    );
    let terminal = workspace.open((120, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&["notes/lexicon.yaml:2:13: flag “plan”: no category is called “labels”; write one of name-calling"]);
    quit(terminal);
}

/// Words that are flagged are so from the first frame on.
#[test]
fn own_words_are_flagged() {
    let workspace = with_words();
    let terminal = reading(&workspace);
    terminal.wait_for(FIRST_FRAME);
    terminal.wait_for(&["? council", "name-calling", "? Mayor", "praise"]);
    quit(terminal);
}
