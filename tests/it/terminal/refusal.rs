//! What cannot be opened is refused before the terminal is touched; what is merely odd opens.

use crate::terminal::harness::{Workspace, count};
use std::fs;

#[test]
fn what_cannot_be_opened_is_refused_before_the_terminal_is_touched() {
    let workspace = Workspace::new(&[
        ("seeds/one.txt", "one"),
        ("seeds/two.txt", "two"),
        ("picture.png", "\u{89}PNG"),
        (
            "notes/anna/one.yaml",
            "closeread: 1\nannotations:\n  - id: [\n",
        ),
    ]);
    fs::write(workspace.path("picture.png"), b"\x89PNG\r\n\x1a\n\0\0\0").unwrap();
    for (arguments, says) in [
        (vec!["missing.txt"], "missing.txt: there is no such file"),
        (vec!["."], "2 articles here"),
        (vec![], "name one of them"),
        (vec!["notes"], "no articles here"),
        (vec!["seeds"], "2 articles here"),
        (vec!["picture.png"], "this is a PNG image"),
        (vec!["seeds/one.txt"], "notes/anna/one.yaml:"),
        (vec!["--theme", "pink"], "invalid value 'pink'"),
    ] {
        let ended = workspace.open((250, 30), &arguments).end();
        ended.with_code(2);
        assert!(
            ended.screen.contains(says),
            "{arguments:?}: {}",
            ended.screen
        );
        assert_eq!(count(&ended.log, b"\x1b[?1049"), 0, "{arguments:?}");
    }
}

#[test]
fn an_article_may_come_through_a_pipe() {
    let workspace = Workspace::new(&[]).with("PROGRAM", env!("CARGO_BIN_EXE_closeread"));
    let mut terminal = workspace.run(
        (100, 30),
        "/bin/sh",
        &["-c", "echo 'Words from a pipe.' | \"$PROGRAM\" -"],
    );
    terminal.wait_for(&["standard input", "Words from a pipe."]);
    terminal.press("q");
    terminal.end().with_code(0);
}

#[test]
fn an_empty_article_opens() {
    let workspace = Workspace::new(&[("seeds/empty.txt", "")]);
    let mut terminal = workspace.open((100, 30), &[]);
    terminal.wait_for(&["empty.txt", "This article is empty."]);
    terminal.press("a");
    terminal.wait_for(&["nothing to write a note on"]);
    terminal.press("jGggy]q]f.ddufrvVs-+");
    terminal.press("\x1b");
    terminal.wait_for(&["q quits"]);
    terminal.press("q");
    terminal.end().with_code(0);
}

/// Five megabytes; a tenth of that without optimisation, which makes the detectors fifty times as slow.
#[test]
fn a_paragraph_of_megabytes_opens_and_can_be_searched() {
    let sentences = if cfg!(debug_assertions) {
        10_000
    } else {
        100_000
    };
    let mut text = "The board met and nothing came of it all day long. ".repeat(sentences);
    text.push_str("Then came the needle.");
    let workspace = Workspace::new(&[("seeds/long.txt", &text)]);
    let mut terminal = workspace.open((100, 30), &[]);
    terminal.wait_for(&["long.txt", "The board met", "help"]);
    terminal.press("/needle\r");
    terminal.wait_for(&["Then came the needle."]);
    terminal.press("gg");
    terminal.wait_until("the beginning", |seen| !seen.contents().contains("needle."));
    terminal.press("Gq");
    terminal.end().with_code(0);
}
