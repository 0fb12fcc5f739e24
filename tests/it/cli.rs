//! The commands without a terminal: what they say and how they exit.

use crate::run::{block, closeread, folder};
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
    assert_snapshot!(said("missing.txt"), @"");
    assert_snapshot!(said("folder"), @"");
    assert_snapshot!(said("picture.png"), @"");
    assert_snapshot!(said("esc\x1b[31m.png"), @"");
    assert_snapshot!(block(files.path(), &["export", "-"], b"%PDF-1.7"), @"");
    assert_snapshot!(block(files.path(), &["missing.txt"], b""), @"");
}

#[test]
fn wrong_usage() {
    let files = folder(&[("a.txt", b"text")]);
    let said = |arguments: &[&str]| block(files.path(), arguments, b"");
    assert_snapshot!(said(&["export", "a.txt", "--format", "papyrus"]), @"");
    assert_snapshot!(said(&["export", "a.txt", "--date", "yesterday"]), @"");
    assert_snapshot!(said(&["export"]), @"");
    assert_snapshot!(said(&["detect", "lies"]), @"");
    assert_snapshot!(said(&["--version"]), @"");
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
    assert_snapshot!(said(&["export", "a.txt"]), @"");
    assert_snapshot!(said(&["export", "b.txt", "--reader", "Bo"]), @"");
    assert_snapshot!(said(&["export", "b.txt", "-o", "no/folder.md"]), @"");
}

#[test]
fn without_a_path_the_only_article_is_meant() {
    let none = folder(&[("notes/codebook.yaml", b"")]);
    assert_snapshot!(block(none.path(), &[], b""), @"");
    let several = folder(&[
        ("notes/codebook.yaml", b""),
        ("seeds/a.txt", b"a"),
        ("seeds/b.txt", b"b"),
    ]);
    let said = |arguments: &[&str]| {
        block(several.path(), arguments, b"").replace(&format!("{}/", several.path().display()), "")
    };
    assert_snapshot!(said(&[]), @"");
    assert_snapshot!(said(&["seeds"]), @"");
}

#[test]
fn detect_answers_line_by_line() {
    let files = folder(&[]);
    let said = |input: &[u8]| block(files.path(), &["detect", "quotes"], input);
    assert_snapshot!(said(b"\xef\xbb\xbf{\"id\":1,\"text\":\"Nothing.\"}\n\n{\"id\":\"b\",\"text\":\"\"}\r\n"), @"");
    assert_snapshot!(said(b"{\"id\":1,\"text\":\"Nothing.\"}\n{\"id\":2,\"text\"\n"), @"");
    assert_snapshot!(said(b"{\"id\":1}\n"), @"");
    assert_snapshot!(said(b"{\"text\":\"a\"}\n"), @"");
    assert_snapshot!(said(b"{\"id\":1,\"text\":7}\n"), @"");
    assert_snapshot!(said(b"[1]\n"), @"");
    assert_snapshot!(said(b"{\"id\":1,\"text\":\"\xff\"}\n"), @"");
    assert_snapshot!(block(files.path(), &["detect", "loaded"], b"{\"id\":1,\"text\":\"Nothing.\"}\n"), @"");
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
