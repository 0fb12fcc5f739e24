//! What others change while the program runs: noticed without a key, merged, said, and nothing that is being typed is lost.

use crate::terminal::harness::{Terminal, Workspace, note};
use crate::terminal::screen::{ARTICLE, reading, workspace, writing};
use rustix::process::Signal;
use std::fs;

const NOTES: &str = "notes/anna/bridge.yaml";

/// Wide enough for a message with a long path.
const WIDE: (u16, u16) = (250, 30);

/// A notebook on the article with a note on the first paragraph for each id.
fn notebook(reader: &str, ids: &[&str]) -> String {
    let notes = ids.iter().map(|id| {
        format!(
            "  - id: {id}\n    at: '1:27'\n    quote: behind closed doors\n    note: note {id}\n"
        )
    });
    let head = format!(
        "closeread: 1\nreader: {reader}\narticle:\n  path: seeds/bridge.txt\nannotations:\n"
    );
    head + &notes.collect::<String>()
}

#[test]
fn notes_that_somebody_writes_arrive_while_a_sentence_is_typed() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6"]));
    let mut terminal = opened(&workspace);
    note(&mut terminal, "Ga", "half a thought");
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6", "e7f8g9", "h2j3k4"]));
    terminal.wait_for(&["2 notes arrived from disk", "half a thought", "3 notes"]);
    terminal.press(", finished\r");
    // Said once more, in case it was missed while typing.
    terminal.wait_for(&[
        "half a thought, finished",
        "2 notes arrived from disk",
        "4 notes",
    ]);
    terminal.press("u");
    terminal.wait_for(&["undid: note on", "3 notes"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert_eq!(workspace.read(NOTES).matches("  - id: ").count(), 3);
}

#[test]
fn a_note_that_was_deleted_outside_can_be_brought_back() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6", "e7f8g9"]));
    let mut terminal = opened(&workspace);
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6"]));
    terminal.wait_for(&["1 note deleted on disk: u brings back", "1 note "]);
    terminal.press("u");
    terminal.wait_for(&["undid: 1 note deleted on disk", "2 notes"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("note e7f8g9\n"));
}

#[test]
fn what_is_around_the_notes_is_watched_too() {
    let workspace = workspace();
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["behind closed doors", "help"]);
    // A reader who was not there, in a folder that was not there.
    workspace.write("notes/demo/bridge.yaml", &notebook("demo", &["b4c5d6"]));
    terminal.wait_for(&["demo: 1 note arrived from disk", "note b4c5d6"]);
    workspace.write("notes/codebook.yaml", "tags:\n  - name: fear\n");
    terminal.wait_for(&["the codebook changed on disk: 1 tag"]);
    workspace.write("notes/codebook.yaml", "tags: [\n");
    terminal.wait_for(&["notes/codebook.yaml:", "the tags stay as they were"]);
    workspace.write("notes/lexicon.yaml", "silence:\n  - rule: emotive\n");
    terminal.wait_for(&["the project’s words changed on disk"]);
    fs::remove_dir_all(workspace.path("notes/demo")).unwrap();
    terminal.wait_for(&["demo’s notebook is gone"]);
    terminal.press("q");
    terminal.end().with_code(0);
}

#[test]
fn an_article_that_changes_keeps_notes_and_place() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6"]));
    let mut terminal = opened(&workspace);
    note(&mut terminal, "Ga", "half a thought");
    workspace.write("seeds/bridge.txt", &format!("A new beginning.\n{ARTICLE}"));
    terminal.wait_for(&[
        "the article changed on disk",
        "A new beginning",
        "▌ 4  Nobody",
        "half a thought",
    ]);
    terminal.press("\r");
    terminal.wait_for(&["2 notes"]);
    // Words that are gone are lost, not put elsewhere.
    workspace.write(
        "seeds/bridge.txt",
        "Something else altogether was printed here.\n",
    );
    terminal.wait_for(&["of your 2 notes, 0 moved and 2 lost"]);
    fs::remove_file(workspace.path("seeds/bridge.txt")).unwrap();
    terminal.wait_for(&[
        "there is no such file",
        "stays as it was read",
        "Something else",
    ]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert_eq!(workspace.read(NOTES).matches("  - id: ").count(), 2);
}

#[test]
fn a_broken_file_is_said_to_be_and_saved_by_itself_once_it_is_mended() {
    let workspace = workspace();
    let whole = notebook("Anna", &["b4c5d6"]);
    workspace.write(NOTES, &whole);
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["note b4c5d6", "1 note"]);
    let broken = format!("{whole}<<<<<<< HEAD\n=======\n>>>>>>> theirs\n");
    workspace.write(NOTES, &broken);
    terminal.wait_for(&[
        "notes/anna/bridge.yaml:10:1: git left a conflict here",
        "delete the lines with <<<<<<<",
    ]);
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal.press("mine\r");
    terminal.wait_for(&["not saved: "]);
    assert_eq!(workspace.read(NOTES), broken);
    workspace.write(NOTES, &whole);
    terminal.wait_for(&["everything is saved now"]);
    assert!(workspace.read(NOTES).contains("note: |-\n      mine\n"));
    terminal.press("q");
    terminal.end().with_code(0);
}

#[test]
fn notes_whose_file_is_taken_away_stay_and_are_written_anew() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6"]));
    let path = workspace.path(NOTES);
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["note b4c5d6", "1 note"]);
    fs::remove_file(&path).unwrap();
    terminal.wait_for(&["notes/anna/bridge.yaml is gone", "1 note "]);
    // A folder, then a link out of the workspace in its place.
    fs::create_dir(&path).unwrap();
    terminal.wait_for(&["this is a folder"]);
    fs::remove_dir(&path).unwrap();
    let elsewhere = workspace.state_folder().join("elsewhere.yaml");
    fs::write(&elsewhere, "kept: true\n").unwrap();
    std::os::unix::fs::symlink(&elsewhere, &path).unwrap();
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal.press("mine\r");
    terminal.wait_for(&["not saved: "]);
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "kept: true\n");
    fs::remove_file(&path).unwrap();
    terminal.wait_for(&["notes/anna/bridge.yaml is gone"]);
    terminal.press(":save\r");
    terminal.wait_for(&["everything is saved now"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read(NOTES);
    assert!(
        notes.contains("note: note b4c5d6\n") && notes.contains("      mine\n"),
        "{notes}"
    );
}

#[test]
fn an_emptied_file_takes_no_notes_away() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6"]));
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["note b4c5d6", "1 note"]);
    workspace.write(NOTES, "");
    terminal.wait_for(&["notes/anna/bridge.yaml is gone", "note b4c5d6"]);
    terminal.press(":save\r");
    terminal.wait_for(&["everything was saved already"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("note: note b4c5d6\n"));
}

#[test]
fn what_was_only_touched_or_written_here_is_no_news() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6"]));
    let mut terminal = opened(&workspace);
    workspace.write("seeds/bridge.txt", ARTICLE);
    workspace.write(NOTES, &notebook("Anna", &["b4c5d6"]));
    note(&mut terminal, "Ga", "mine");
    terminal.press("\r");
    terminal.wait_for(&["2 notes"]);
    // What comes last shows that everything before was looked at.
    workspace.write("notes/codebook.yaml", "tags:\n  - name: fear\n");
    terminal.wait_for(&["the codebook changed on disk: 1 tag"]);
    terminal.press("q");
    let log = String::from_utf8_lossy(&terminal.end().log).into_owned();
    for claim in ["article changed", "arrived from disk", "note changed"] {
        assert!(!log.contains(claim), "{claim}");
    }
}

/// The article on a terminal of its own, with notes on the first paragraph.
fn opened(workspace: &Workspace) -> Terminal {
    let terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&["note b4c5d6", "help"]);
    terminal
}

#[test]
fn two_sessions_that_type_at_once_keep_everything() {
    let workspace = workspace();
    let (mut one, mut two) = (reading(&workspace), reading(&workspace));
    note(&mut one, "a", "the first says");
    note(&mut two, "Ga", "the second says");
    one.press("\r");
    two.wait_for(&["1 note arrived from disk", "the second says"]);
    two.press("\r");
    one.wait_for(&["1 note arrived from disk", "2 notes"]);
    // Half-typed texts are each session's own.
    note(&mut one, "2Ga", "half of one");
    note(&mut two, "2Ga", "half of two");
    one.signal(Signal::KILL);
    one.end();
    two.signal(Signal::KILL);
    two.end();
    let mut next = workspace.open((100, 30), &["seeds/bridge.txt"]);
    next.wait_for(&["last session ended, and 1 more wait", "2 notes"]);
    next.press("\r");
    next.wait_for(&["3 notes"]);
    // The other one is on the same words, and not displaced.
    next.press("2Ga");
    next.wait_for(&["your draft, as you left it"]);
    next.press("\r");
    next.wait_for(&["4 notes"]);
    next.press("q");
    next.end().with_code(0);
    let notes = workspace.read(NOTES);
    for words in [
        "the first says",
        "the second says",
        "half of one",
        "half of two",
    ] {
        assert!(notes.contains(words), "{notes}");
    }
}

#[test]
fn a_session_is_not_offered_what_another_is_typing() {
    let workspace: Workspace = workspace();
    let mut one = writing(&workspace);
    one.press("half a thought");
    one.wait_for(&["half a thought"]);
    let mut two = reading(&workspace);
    two.press("j");
    two.wait_for(&["¶2/3"]);
    assert!(!two.screen().contains("half a thought"), "{}", two.screen());
}

#[test]
fn a_half_typed_reason_survives_a_kill() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    terminal.press("Vf\r");
    terminal.wait_for(&["because:"]);
    terminal.press("it hides who");
    terminal.wait_for(&["it hides who"]);
    terminal.signal(Signal::KILL);
    terminal.end();
    let mut terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&["because: it hides who"]);
    terminal.press(" pays\r");
    terminal.wait_for(&["1 flag"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(
        workspace
            .read(NOTES)
            .contains("reason: it hides who pays\n")
    );
}
