//! `closeread print`: the desk's page without a terminal.

use crate::run::{block, closeread, folder};
use insta::assert_snapshot;
use std::path::Path;
use std::process::{Command, Stdio};

const ARTICLE: &[u8] = "\
The council met on Monday behind closed doors, and it is believed that the vile regime may soon fall.

“We will rebuild the bridge,” said Mayor Ada Lowe.

Nobody asked who pays for it.
"
.as_bytes();

const ANNA: &[u8] = b"\
closeread: 1
reader: Anna
article: {path: seeds/bridge.txt}
annotations:
  - id: b4c5d6
    quote: vile regime
    flag: name-calling
    tags: [framing]
    reason: a label, not a name
    note: |-
      Whose word is it?

      The minutes say \xe2\x80\x9ccouncil\xe2\x80\x9d.
  - id: c4c5d6
    quote: words that are gone
    note: kept
";

const BO: &[u8] = b"\
closeread: 1
reader: Bo
article: {path: seeds/bridge.txt}
annotations:
  - id: d4c5d6
    quote: Nobody asked who pays for it.
    note: The question of the piece.
";

fn workspace() -> tempfile::TempDir {
    folder(&[
        ("seeds/bridge.txt", ARTICLE),
        ("notes/anna/bridge.yaml", ANNA),
        ("notes/bo/bridge.yaml", BO),
    ])
}

/// What printing leads to for Anna, who has never set a level.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let mut all = vec!["print", "--reader", "Anna", "--strictness", "normal"];
    all.extend(arguments);
    block(folder, &all, b"").replace(&format!("{}/", folder.display()), "")
}

#[test]
fn beside_each_other() {
    let files = workspace();
    assert_snapshot!(printed(files.path(), &["seeds/bridge.txt", "--width", "100"]), @"
     seeds/bridge.txt
    ───────────────────────────────────────────────────────────┬────────────────────────────────────────
      1  The council met on Monday behind closed doors, and it │ ? it is believed that     unattributed
         is believed that the vile regime may soon fall.       │ ⚑ vile regime                own voice
                                                               │   name-calling #framing
                                                               │   a label, not a name
                                                               │   Whose word is it?
                                                               │
                                                               │   The minutes say “council”.
                                                               │ ? vile                         emotive
                                                               │
      2  “We will rebuild the bridge,” said Mayor Ada Lowe.    │ “ 5 words · Ada Lowe              said
                                                               │
      3  Nobody asked who pays for it.                         │ ✎ ¶3
                                                               │   The question of the piece.
                                                               │   — Bo
                                                               │
                                                               │ ∅ words that are gone             lost
                                                               │   kept
    ───────────────────────────────────────────────────────────┴────────────────────────────────────────
     ¶3  1 lost  1 quote  1 flag  2 open  2 notes  Anna
    exit 0
    ");
}

#[test]
fn below_each_other_where_it_is_narrow() {
    let files = workspace();
    assert_snapshot!(printed(files.path(), &["seeds/bridge.txt", "--width", "50"]), @"
     seeds/bridge.txt
    ──────────────────────────────────────────────────
      1  The council met on Monday behind closed
         doors, and it is believed that the vile
         regime may soon fall.
         ? it is believed that           unattributed
         ⚑ vile regime                      own voice
           name-calling #framing
           a label, not a name
           Whose word is it?

           The minutes say “council”.
         ? vile                               emotive

      2  “We will rebuild the bridge,” said Mayor Ada
         Lowe.
         “ 5 words · Ada Lowe                    said

      3  Nobody asked who pays for it.
         ✎ ¶3
           The question of the piece.
           — Bo

         ∅ words that are gone                   lost
           kept
    ──────────────────────────────────────────────────
     ¶3  1 lost  1 quote  1 flag  2 open  2 notes
     Anna
    exit 0
    ");
}

#[test]
fn in_sentences() {
    let files = workspace();
    assert_snapshot!(printed(files.path(), &["seeds/bridge.txt", "--linear"]), @"
    seeds/bridge.txt

    Paragraph 1. The council met on Monday behind closed doors, and it is believed that the vile regime may soon fall.
    To decide, unattributed: “it is believed that”. Why: somebody believes it, and the sentence takes care not to say who.
    Flag, name-calling: “vile regime”. Voice: own voice. Tags: framing. Reason: a label, not a name. Note: Whose word is it?

      The minutes say “council”.
    To decide, emotive: “vile”. Why: a verdict of disgust or outrage in the form of a description.

    Paragraph 2. “We will rebuild the bridge,” said Mayor Ada Lowe.
    Quotation, 5 words, speaker Ada Lowe: “We will rebuild the bridge,”.

    Paragraph 3. Nobody asked who pays for it.
    Note, by Bo: the whole paragraph. Note: The question of the piece.

    Lost: “words that are gone”. Note: kept.
    3 paragraphs, 1 quote, 1 flag, 2 open, 2 notes, 1 lost. Reader: Anna.
    exit 0
    ");
    let narrow = printed(
        files.path(),
        &["seeds/bridge.txt", "--linear", "--width", "40"],
    );
    assert!(
        narrow.lines().all(|line| line.chars().count() <= 40),
        "{narrow}"
    );
}

#[test]
fn an_empty_article_says_so() {
    let files = workspace();
    for form in ["--linear", "--width=60"] {
        let said = block(files.path(), &["print", "-", form], b"\n");
        assert!(said.contains("This article is empty."), "{said}");
    }
}

#[test]
fn in_ascii_every_sign_is() {
    let files = workspace();
    for form in ["--linear", "--width=100"] {
        let text = printed(files.path(), &["seeds/bridge.txt", "--ascii", form]);
        assert!(text.is_ascii() && text.contains("Ada Lowe"), "{text}");
    }
}

#[test]
fn hostile_words_are_visible_and_reach_no_terminal() {
    let files = folder(&[(
        "a\u{1b}[31m.txt",
        "Red \u{1b}[31m text, \u{202e}backwards, and a bell\u{7}.\n".as_bytes(),
    )]);
    for form in [
        &["--linear"][..],
        &["--width", "60"],
        &["--color", "always"],
    ] {
        let mut arguments = vec!["a\u{1b}[31m.txt"];
        arguments.extend(form);
        let text = printed(files.path(), &arguments);
        assert!(
            text.contains("Red ␛[31m text, �backwards, and a bell␇."),
            "{text}"
        );
        assert!(
            !text.contains("\u{1b}[31m") && !text.contains('\u{202e}'),
            "{text}"
        );
    }
}

#[test]
fn folders_and_standard_input() {
    let files = workspace();
    std::fs::write(files.path().join("seeds/other.txt"), "Another one.\n").unwrap();
    std::fs::write(files.path().join("seeds/picture.txt"), b"\x89PNG").unwrap();
    let names = |text: &str| {
        let shown = |line: &&str| line.contains(".txt") || line.starts_with("exit");
        text.lines().filter(shown).collect::<Vec<_>>().join("\n")
    };
    // The workspace itself stands for its articles.
    assert_snapshot!(names(&printed(files.path(), &["."])), @"
     seeds/bridge.txt
     seeds/other.txt
    ! closeread: seeds/picture.txt: this is a PNG image, not plain text; convert it to text first
    exit 2
    ");
    assert_snapshot!(names(&printed(files.path(), &["seeds/other.txt", "missing.txt"])), @"
     seeds/other.txt
    ! closeread: missing.txt: there is no such file; check the path
    exit 2
    ");
    assert_snapshot!(printed(files.path(), &["notes"]), @"
    ! closeread: notes: no articles here; name a text file, or another folder
    exit 2
    ");
    let input = block(
        files.path(),
        &["print", "-", "--linear", "--reader", "Anna"],
        b"Words.\n",
    );
    assert_snapshot!(input, @"
    standard input

    Paragraph 1. Words.

    1 paragraph, 0 quotes, 0 flags, 0 open, 0 notes. Reader: Anna.
    exit 0
    ");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_printed() {
    let files = workspace();
    std::fs::write(files.path().join("notes/bo/bridge.yaml"), "closeread: [\n").unwrap();
    let said = printed(files.path(), &["seeds/bridge.txt", "--linear"]);
    assert!(
        said.contains("Flag, name-calling") && !said.contains("by Bo"),
        "{said}"
    );
    assert!(
        said.contains("\n! closeread: notes/bo/bridge.yaml:1:12: "),
        "{said}"
    );
    assert!(said.ends_with("exit 2"), "{said}");
}

#[test]
fn how_wide_and_how_coloured() {
    let files = workspace();
    // Variables, options; columns, whether there are attributes, whether there are colours.
    for (variables, options, width, styled, coloured) in [
        ("", "", 80, false, false),
        ("COLUMNS=90", "", 90, false, false),
        ("COLUMNS=0", "", 80, false, false),
        ("COLUMNS=many", "", 80, false, false),
        ("COLUMNS=90", "--width 70", 70, false, false),
        ("COLUMNS=400", "", 145, false, false),
        ("COLORTERM=truecolor", "", 80, false, false),
        ("", "--color always", 80, true, true),
        ("NO_COLOR=1", "--colour always", 80, true, true),
        ("TERM=dumb", "--color always", 80, true, true),
        ("TERM=xterm-256color", "--color never", 80, false, false),
    ] {
        let mut command = closeread(files.path());
        for name in ["COLUMNS", "NO_COLOR", "TERM", "COLORTERM"] {
            command.env_remove(name);
        }
        for pair in variables.split_terminator(' ') {
            let (name, value) = pair.split_once('=').unwrap();
            command.env(name, value);
        }
        let output = command.args(["print", "seeds/bridge.txt", "--reader", "Anna"]);
        let output = output
            .args(options.split_terminator(' '))
            .output()
            .unwrap()
            .stdout;
        let what = format!("{variables} {options}");
        let rule = String::from_utf8_lossy(&output);
        let rule = rule.lines().nth(1).unwrap();
        assert_eq!(
            rule.chars().filter(|c| "─┬".contains(*c)).count(),
            width,
            "{what}"
        );
        assert_eq!(output.contains(&0x1b), styled, "{what}");
        let colours = output.windows(5).any(|bytes| bytes == b"\x1b[90m");
        assert_eq!(colours, coloured, "{what}");
    }
}

#[test]
fn a_closed_pipe_is_fine() {
    let files = folder(&[(
        "a.txt",
        "A paragraph of words.\n\n".repeat(20_000).as_bytes(),
    )]);
    let mut program = Command::new(env!("CARGO_BIN_EXE_closeread"))
        .args(["print", "a.txt"])
        .current_dir(files.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(program.stdout.take());
    let output = program.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

/// Looked through in parts, it reads the same as one part would.
#[test]
fn a_long_article_is_printed_to_its_end() {
    let story = "The vile regime fell on Monday. “It is over,” said Mayor Ada Lowe.\n\nNobody was hurt, he said.\n\n";
    let files = folder(&[("a.txt", story.repeat(12_000).as_bytes())]);
    let text = printed(files.path(), &["a.txt", "--linear"]);
    let count = |part: &str| text.matches(part).count();
    assert_eq!(count("\nParagraph "), 24_000);
    assert_eq!(
        count("speaker Ada Lowe"),
        12_000 * 2,
        "also whom “he” means"
    );
    assert!(text.contains("\n24000 paragraphs, 24000 quotes, 0 flags, 12000 open, 0 notes."));
}
