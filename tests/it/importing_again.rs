//! `closeread import`, once more and for several authors: what was deleted stays deleted, and everybody's words stay their own.

use crate::run::{block, folder};
use insta::assert_snapshot;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ARTICLE: &[u8] = b"The vile regime fell.\n\nNobody wept.\n";

/// An annotation by `author` (nobody where that is blank) with one tag, in the form of the W3C.
fn annotation(author: &str, words: &str, tag: &str) -> String {
    let creator = if author.is_empty() {
        String::new()
    } else {
        format!(r#""creator": {{"name": "{author}"}}, "#)
    };
    format!(
        r#"{{"type": "Annotation", {creator}"body": {{"purpose": "tagging", "value": "{tag}"}},
            "target": {{"source": "a.txt", "selector": {{"type": "TextQuoteSelector", "exact": "{words}"}}}}}}"#
    )
}

fn given(annotations: &[String]) -> TempDir {
    let page = format!(
        r#"{{"type": "AnnotationPage", "items": [{}]}}"#,
        annotations.join(",")
    );
    folder(&[
        ("seeds/a.txt", ARTICLE),
        ("closeread.yaml", b"articles: seeds\n"),
        ("all.jsonld", page.as_bytes()),
    ])
}

/// What an import with these arguments says.
fn import(folder: &Path, arguments: &[&str]) -> String {
    let all: Vec<&str> = ["import", "all.jsonld"]
        .iter()
        .chain(arguments)
        .copied()
        .collect();
    let root = format!("{}/", folder.canonicalize().unwrap().display());
    block(folder, &all, b"").replace(&root, "")
}

/// The file without the annotation that has `tag`, as somebody would take it out in an editor.
fn without(notes: &Path, tag: &str) {
    let text = fs::read_to_string(notes).unwrap();
    let (head, rest) = text.split_once("  - id: ").unwrap();
    let (items, foot) = rest.split_once("\nimported:").unwrap();
    let kept: Vec<&str> = items
        .split("\n  - id: ")
        .filter(|item| !item.contains(tag))
        .collect();
    let items = kept.join("\n  - id: ");
    fs::write(notes, format!("{head}  - id: {items}\nimported:{foot}")).unwrap();
}

#[test]
fn what_its_reader_deleted_is_not_brought_back_unless_asked_for() {
    let folder = given(&[
        annotation("x", "vile", "one"),
        annotation("x", "wept", "two"),
    ]);
    let notes = folder.path().join("notes/r/a.yaml");
    let run = |arguments: &[&str]| import(folder.path(), arguments);
    run(&["--reader", "R"]);
    without(&notes, "[one]");
    let deleted = fs::read_to_string(&notes).unwrap();
    assert_snapshot!(run(&["--reader", "R"]), @"
    seeds/a.txt: 0 new (0 found, 0 moved, 0 ambiguous, 0 lost), 1 there already; notes/r/a.yaml; 1 was deleted there after an import and not brought back (--again does)
    exit 0
    ");
    assert_eq!(fs::read_to_string(&notes).unwrap(), deleted);
    assert_snapshot!(run(&["--reader", "R", "--again", "--dry-run"]), @"
    seeds/a.txt: 1 would be new (1 found, 0 moved, 0 ambiguous, 0 lost), 1 there already; notes/r/a.yaml
    exit 0
    ");
    run(&["--reader", "R", "--again"]);
    let back = fs::read_to_string(&notes).unwrap();
    assert!(back.contains("[one]") && back.contains("[two]"), "{back}");
    assert_eq!(back.matches("\nimported:").count(), 1);
    // Once more it is gone for good, until it is asked for.
    without(&notes, "[one]");
    assert_snapshot!(run(&["--reader", "R"]), @"
    seeds/a.txt: 0 new (0 found, 0 moved, 0 ambiguous, 0 lost), 1 there already; notes/r/a.yaml; 1 was deleted there after an import and not brought back (--again does)
    exit 0
    ");
    // Another reader has deleted nothing.
    assert_snapshot!(run(&["--reader", "S"]), @"
    seeds/a.txt: 2 new (2 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/s/a.yaml
    exit 0
    ");
}

/// What an older notebook has of an import is remembered when it is met again.
#[test]
fn an_import_before_this_was_remembered_is_remembered_at_the_next() {
    let folder = given(&[
        annotation("x", "vile", "one"),
        annotation("x", "wept", "two"),
    ]);
    let notes = folder.path().join("notes/r/a.yaml");
    import(folder.path(), &["--reader", "R"]);
    let now = fs::read_to_string(&notes).unwrap();
    let (old, _) = now.split_once("\nimported:").unwrap();
    fs::write(&notes, old).unwrap();
    import(folder.path(), &["--reader", "R"]);
    assert_eq!(fs::read_to_string(&notes).unwrap(), now);
}

#[test]
fn a_key_of_that_name_which_is_somebodys_own_is_left_alone() {
    let folder = given(&[annotation("x", "vile", "one")]);
    let notes = folder.path().join("notes/r/a.yaml");
    fs::create_dir_all(notes.parent().unwrap()).unwrap();
    let own = "closeread: 1\nreader: R\narticle:\n  path: seeds/a.txt\nannotations: []\nimported: {by: hand}\n";
    fs::write(&notes, own).unwrap();
    assert_snapshot!(import(folder.path(), &["--reader", "R"]), @"
    ! closeread: notes/r/a.yaml: has a key `imported` that says something else; rename that key
    exit 2
    ");
    assert_eq!(fs::read_to_string(&notes).unwrap(), own);
}

#[test]
fn several_authors_are_one_reader_or_one_each() {
    let folder = given(&[
        annotation("Ada Lee", "vile", "one"),
        annotation("acct:bo@example.org", "wept", "two"),
        annotation("ada  LEE", "regime", "three"),
        annotation("", "fell", "four"),
    ]);
    let run = |arguments: &[&str]| import(folder.path(), arguments);
    assert_snapshot!(run(&[]), @"
    ! error: the following required arguments were not provided:
    !   <--reader <NAME>|--authors>
    !
    ! Usage: closeread import <--reader <NAME>|--authors> <FILE>...
    !
    ! For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(run(&["--reader", "R", "--authors"]), @"
    ! error: the argument '--reader <NAME>' cannot be used with '--authors'
    !
    ! Usage: closeread import <--reader <NAME>|--authors> <FILE>...
    !
    ! For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(run(&["--reader", "R", "--dry-run"]), @"
    seeds/a.txt: 4 would be new (4 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/r/a.yaml
    ! closeread: all.jsonld: 3 authors (Ada Lee, acct:bo@example.org, ada  LEE) become one reader, R; --authors instead of --reader keeps them apart, --by AUTHOR takes one of them
    exit 0
    ");
    assert_snapshot!(run(&["--authors"]), @"
    seeds/a.txt: 2 new (2 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/ada-lee/a.yaml
    seeds/a.txt: 1 new (1 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/bo-example-org/a.yaml
    ! closeread: all.jsonld: ada LEE and Ada Lee would have the same notebook; they become one reader, Ada Lee; --by AUTHOR with --reader NAME keeps them apart
    ! closeread: all.jsonld: annotations that name no author were not imported: 1; say whose they are: --reader NAME
    exit 2
    ");
    assert_snapshot!(run(&["--authors", "--by", "acct:bo@example.org"]), @"
    seeds/a.txt: 0 new (0 found, 0 moved, 0 ambiguous, 0 lost), 1 there already; notes/bo-example-org/a.yaml
    exit 0
    ");
    assert_snapshot!(run(&["--authors", "--by", "Bo"]), @"
    ! closeread: all.jsonld: nothing by Bo; there is something by Ada Lee, acct:bo@example.org, ada  LEE
    exit 2
    ");
    let bo = fs::read_to_string(folder.path().join("notes/bo-example-org/a.yaml")).unwrap();
    assert!(
        bo.contains("reader: bo@example.org\n") && bo.contains("[two]"),
        "{bo}"
    );
}
