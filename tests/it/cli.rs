//! The commands without a terminal: what they say and how they exit.

use crate::run::{block, closeread, folder};
use closeread::report::ALL;
use insta::assert_snapshot;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

const NOTES: &str = "closeread: 1\nreader: Anna\narticle: {path: a.txt}\nannotations:\n";

#[test]
fn a_file_that_cannot_be_read() {
    let files = folder(&[
        ("folder/a.txt", b"text"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0"),
        ("esc\x1b[31m.png", b"\x89PNG"),
    ]);
    let said = |path: &str| block(files.path(), &["export", path], b"");
    assert_snapshot!(said("missing.txt"), @"
    ! closeread: missing.txt: there is no such file; check the path
    exit 2
    ");
    assert_snapshot!(said("folder"), @"
    ! closeread: markdown makes a file for each article; name a folder for them: -o FOLDER/
    exit 2
    ");
    assert_snapshot!(said("picture.png"), @"
    ! closeread: picture.png: this is a PNG image, not plain text; convert it to text first
    exit 2
    ");
    assert_snapshot!(said("esc\x1b[31m.png"), @"
    ! closeread: esc␛[31m.png: this is a PNG image, not plain text; convert it to text first
    exit 2
    ");
    assert_snapshot!(block(files.path(), &["export", "-"], b"%PDF-1.7"), @"
    ! closeread: standard input: this is a PDF document, not plain text; convert it to text first
    exit 2
    ");
    assert_snapshot!(block(files.path(), &["missing.txt"], b""), @"
    ! closeread: missing.txt: there is no such file; check the path
    exit 2
    ");
}

#[test]
fn wrong_usage() {
    let files = folder(&[("a.txt", b"text")]);
    let said = |arguments: &[&str]| block(files.path(), arguments, b"");
    let formats: Vec<&str> = ALL.iter().map(|exporter| exporter.name).collect();
    let unknown = said(&["export", "a.txt", "--format", "papyrus"]);
    assert_snapshot!(unknown.replace(&formats.join(", "), "(all formats)"), @"
    ! error: invalid value 'papyrus' for '--format <FORMAT>'
    !   [possible values: (all formats)]
    !
    ! For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(said(&["export", "a.txt", "--date", "yesterday"]), @"
    ! error: invalid value 'yesterday' for '--date <DATE>': not a date; write it as in 2026-11-22
    !
    ! For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(said(&["export"]), @"
    ! error: the following required arguments were not provided:
    !   <PATH>
    !
    ! Usage: closeread export <PATH>
    !
    ! For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(said(&["detect", "lies"]), @"
    ! error: invalid value 'lies' for '<WHAT>'
    !   [possible values: quotes, loaded]
    !
    ! For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(said(&["--version"]), @"
    closeread 0.1.0
    exit 0
    ");
}

#[test]
fn notes_that_cannot_be_exported() {
    let anna = format!("{NOTES}  - id: b4c5d6\n    quote: text\n   at: 1\n");
    let files = folder(&[
        ("a.txt", b"text"),
        ("notes/anna/a.yaml", anna.as_bytes()),
        ("b.txt", b"text"),
        ("notes/anna/b.yaml", format!("{NOTES}  []\n").as_bytes()),
    ]);
    let said = |arguments: &[&str]| {
        block(files.path(), arguments, b"").replace(&format!("{}/", files.path().display()), "")
    };
    assert_snapshot!(said(&["export", "a.txt"]), @"
    ! closeread: notes/anna/a.yaml:7:4: did not find expected '-' indicator; correct the file, it was left as it is
    exit 2
    ");
    assert_snapshot!(said(&["export", "b.txt", "--reader", "Bo"]), @"
    ! closeread: notes/bo/b.yaml: no such notebook; there are notes by Anna
    exit 2
    ");
    assert_snapshot!(said(&["export", "b.txt", "-o", "no/folder.md"]), @"
    ! closeread: no/folder.md: cannot be saved: its folder does not exist; check the permissions of its folder and the space on the disk
    exit 2
    ");
}

#[test]
fn without_a_path_the_only_article_is_meant() {
    let none = folder(&[("notes/codebook.yaml", b"")]);
    assert_snapshot!(block(none.path(), &[], b""), @"
    ! closeread: .: no articles here; name a text file, or - for standard input
    exit 2
    ");
    let several = folder(&[
        ("notes/codebook.yaml", b""),
        ("seeds/a.txt", b"a"),
        ("seeds/b.txt", b"b"),
        ("other/c.txt", b"c"),
        ("other/d.md", b"d"),
    ]);
    let said = |arguments: &[&str]| {
        block(several.path(), arguments, b"").replace(&format!("{}/", several.path().display()), "")
    };
    assert_snapshot!(said(&[]), @"
    ! closeread: .: 2 articles here; name one of them:
    !   seeds/a.txt
    !   seeds/b.txt
    exit 2
    ");
    assert_snapshot!(said(&["seeds"]), @"
    ! closeread: seeds: 2 articles here; name one of them:
    !   seeds/a.txt
    !   seeds/b.txt
    exit 2
    ");
    assert_snapshot!(said(&["other"]), @"
    ! closeread: other: 2 articles here; name one of them:
    !   other/c.txt
    !   other/d.md
    exit 2
    ");
    let plain = folder(&[("a.txt", b"a"), ("b.txt", b"b")]);
    assert_snapshot!(block(plain.path(), &[], b""), @"
    ! closeread: .: 2 articles here; name one of them:
    !   ./a.txt
    !   ./b.txt
    exit 2
    ");
}

#[test]
fn detect_answers_line_by_line() {
    let files = folder(&[]);
    let said = |input: &[u8]| block(files.path(), &["detect", "quotes"], input);
    assert_snapshot!(said(b"\xef\xbb\xbf{\"id\":1,\"text\":\"Nothing.\"}\n\n{\"id\":\"b\",\"text\":\"\"}\r\n"), @r#"
    {"id":1,"nested":[],"quotes":[],"scare":[]}
    {"id":"b","nested":[],"quotes":[],"scare":[]}
    exit 0
    "#);
    assert_snapshot!(said(b"{\"id\":1,\"text\":\"Nothing.\"}\n{\"id\":2,\"text\"\n"), @r#"
    {"id":1,"nested":[],"quotes":[],"scare":[]}
    ! closeread: standard input:2:14: not JSON: EOF while parsing an object; each line must be an object {"id": …, "text": "…"}
    exit 2
    "#);
    assert_snapshot!(said(b"{\"id\":1}\n"), @r#"
    ! closeread: standard input:1: no "text"; each line must be an object {"id": …, "text": "…"}
    exit 2
    "#);
    assert_snapshot!(said(b"{\"text\":\"a\"}\n"), @r#"
    ! closeread: standard input:1: no "id"; each line must be an object {"id": …, "text": "…"}
    exit 2
    "#);
    assert_snapshot!(said(b"{\"id\":1,\"text\":7}\n"), @r#"
    ! closeread: standard input:1: "text" is not a string; each line must be an object {"id": …, "text": "…"}
    exit 2
    "#);
    assert_snapshot!(said(b"[1]\n"), @r#"
    ! closeread: standard input:1: not a JSON object; each line must be an object {"id": …, "text": "…"}
    exit 2
    "#);
    assert_snapshot!(said(b"{\"id\":1,\"text\":\"\xff\"}\n"), @r#"
    ! closeread: standard input:1:17: not JSON: invalid unicode code point; each line must be an object {"id": …, "text": "…"}
    exit 2
    "#);
    assert_snapshot!(block(files.path(), &["detect", "loaded"], b"{\"id\":1,\"text\":\"Nothing.\"}\n"), @r#"
    {"flags":[],"id":1}
    exit 0
    "#);
}

#[test]
fn detect_counts_in_the_text_as_given() {
    let text = "\u{feff}Weather.\r\n\r\n“It’s raining,” Ada Lowe said.\r\n";
    let line = serde_json::json!({"id": 1, "text": text}).to_string();
    let output = closeread(&std::env::temp_dir())
        .args(["detect", "quotes"])
        .write_stdin(line)
        .output()
        .unwrap();
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let quote = &answer["quotes"][0];
    let scalars: Vec<char> = text.chars().collect();
    let cut = |start: &str, end: &str| -> String {
        let at = |key: &str| usize::try_from(quote[key].as_u64().unwrap()).unwrap();
        scalars[at(start)..at(end)].iter().collect()
    };
    assert_eq!(cut("start", "end"), "“It’s raining,”");
    assert_eq!(cut("speaker_start", "speaker_end"), "Ada Lowe");
    assert_eq!(cut("cue_start", "cue_end"), "said");
}

/// A reader that goes away, such as `head`: no message, and nothing went wrong.
#[test]
fn a_broken_pipe_is_success() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_closeread"))
        .args(["detect", "quotes"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut input = child.stdin.take().unwrap();
    // The program may be gone before all of it is written.
    let _ = input.write_all("{\"id\":1,\"text\":\"Nothing.\"}\n".repeat(100).as_bytes());
    drop(input);
    let mut errors = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut errors)
        .unwrap();
    assert_eq!(
        (child.wait().unwrap().code(), errors.as_str()),
        (Some(0), "")
    );
}

const LEXICON: &str = "\
flag:
  - {words: zorblax(n), category: fear, instead: guest}
never: [big zorblaxes]
silence:
  - rule: fear
    article: b.txt
";

/// A project's own words count in `detect` and in the summary.
#[test]
fn words_of_the_project() {
    let files = folder(&[
        ("a.txt", "One zorblax, two big zorblaxes.".as_bytes()),
        ("b.txt", b"One zorblax."),
        ("notes/lexicon.yaml", LEXICON.as_bytes()),
        ("wrong.yaml", b"flag:\n  - {words: a, category: labels}\n"),
        ("broken.yaml", b"flag: [\n"),
    ]);
    let text = b"{\"id\":1,\"text\":\"One zorblax, two big zorblaxes.\"}\n";
    let flags = |arguments: &[&str]| {
        let all: Vec<&str> = ["detect", "loaded"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        block(files.path(), &all, text).matches("guest").count()
    };
    assert_eq!(flags(&[]), 0);
    assert_eq!(flags(&["--lexicon", "notes/lexicon.yaml"]), 1);
    let said = |arguments: &[&str]| {
        block(files.path(), arguments, b"").replace(&format!("{}/", files.path().display()), "")
    };
    for (file, part) in [
        (
            "none.yaml",
            "none.yaml: there is no such file; check the path\nexit 2",
        ),
        (
            "wrong.yaml",
            "wrong.yaml:2:13: flag “a”: no category is called “labels”; write one of name-calling, ",
        ),
        ("broken.yaml", "broken.yaml:2:1: "),
    ] {
        let said = said(&["detect", "loaded", "--lexicon", file]);
        assert!(said.contains(part), "{said}");
    }
}

/// The summary counts what the level shows and the project does not silence, and all that was answered.
#[test]
fn the_summary_counts_by_level() {
    let answer = |reader: &str| {
        format!(
            "closeread: 1\nreader: {reader}\narticle: {{path: a.txt}}\nannotations:\n  - id: b4c5d6\n    quote: zorblax\n    after: ', two'\n    finding: fear\n    verdict: rejected\n"
        )
    };
    let files = folder(&[
        ("a.txt", b"One zorblax, two, and three zorblaxes."),
        ("notes/anna/a.yaml", answer("Anna").as_bytes()),
        ("notes/lexicon.yaml", LEXICON.as_bytes()),
    ]);
    let row = |arguments: &[&str]| {
        let all: Vec<&str> = ["export", "a.txt"]
            .iter()
            .chain(arguments)
            .copied()
            .collect();
        let said = block(files.path(), &all, b"");
        let row = said
            .lines()
            .find(|line| line.contains("| loaded language |"));
        assert!(!said.contains("do not make here"), "{said}");
        row.unwrap_or(&said).to_owned()
    };
    let both = "| loaded language | 2 | 0 | 1 | 1 |";
    assert_eq!(row(&[]), both);
    assert_eq!(row(&["--strictness", "all"]), both);
    let found = block(
        files.path(),
        &["detect", "loaded", "--lexicon", "notes/lexicon.yaml"],
        b"{\"id\":1,\"text\":\"One zorblax.\"}\n",
    );
    let (_, rule) = found.split_once("\"rule\":\"").unwrap();
    let (entry, _) = rule.split_once('"').unwrap();
    let silent = format!("{LEXICON}  - rule: {entry}\n");
    std::fs::write(files.path().join("notes/lexicon.yaml"), silent).unwrap();
    assert_eq!(row(&[]), "| loaded language | 1 | 0 | 1 | 0 |");
}
