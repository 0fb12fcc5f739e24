//! What `e` puts into files.

use crate::terminal::harness::Workspace;
use std::fs;

/// To the head of the line, and delete what follows.
const CLEAR: &str = "\x01\x0b";

#[test]
fn an_export_from_the_desk_never_writes_over_the_article() {
    let article = "One vile line.\r\n\r\nTwo lines.\r\n";
    let workspace = Workspace::new(&[("seeds/storm.txt", article)]);
    let mut terminal = workspace.open((200, 30), &["seeds/storm.txt"]);
    terminal.wait_for(&["One vile line."]);
    for (name, says) in [
        ("seeds/storm.ann", "seeds/storm.txt belongs beside it"),
        ("out.docx", "let the name end in one"),
        ("out.ann", "out.ann is written (brat)"),
        ("out.csv", "out.csv is written (csv)"),
    ] {
        terminal.press("e");
        terminal.wait_for(&["export to:"]);
        terminal.press(CLEAR);
        terminal.press(&format!("{name}\r"));
        terminal.wait_for(&[says]);
    }
    terminal.press("e\r");
    terminal.wait_for(&["out.csv exists. Overwrite it? y/n"]);
    terminal.press("y");
    terminal.wait_for(&["out.csv is written (csv)"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let read = |name: &str| fs::read_to_string(workspace.path(name)).unwrap();
    assert_eq!(read("seeds/storm.txt"), article);
    assert!(!workspace.path("seeds/storm.ann").exists());
    assert_eq!(read("out.txt"), "One vile line.\n\nTwo lines.\n");
    assert!(read("annotation.conf").starts_with("[entities]"));
    assert!(read("out.csv").starts_with("category,code,text,"));
}
