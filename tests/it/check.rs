//! `closeread check`: what it finds, how it says it, how it exits.

use crate::run::{block, folder};
use insta::assert_snapshot;
use std::os::unix::fs::symlink;
use std::path::Path;

const ARTICLE: &str = "The council met on Monday.\nThe mayor spoke of nothing but zebras.\nThe press wrote it down.\n";

const NOTES: &str = "\
closeread: 1
reader: Anna
article:
  path: seeds/a.txt
annotations:
  - id: aa
    quote: council met
    tags: [fear, octopus]
  - id: bb
    quote: The
  - id: cc
    at: '2:1'
    quote: nothing but zebra crossings and their friends
  - id: dd
    quote: nothing but ze-bras
    before: ' mayor spoke of '
    after: '. The press wrote'
";

fn workspace(files: &[(&str, &str)]) -> tempfile::TempDir {
    let all = [
        ("seeds/a.txt", ARTICLE),
        ("notes/codebook.yaml", "tags:\n  - name: fear\n"),
    ];
    let files: Vec<(&str, &[u8])> = all
        .iter()
        .chain(files)
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    folder(&files)
}

fn said(folder: &Path, arguments: &[&str]) -> String {
    let all: Vec<&str> = ["check"].iter().chain(arguments).copied().collect();
    block(folder, &all, b"")
}

#[test]
fn what_holds() {
    let files = workspace(&[(
        "notes/anna/a.yaml",
        "article: {path: seeds/a.txt, sha256: 'ff'}\nannotations:\n  - {id: a, quote: council met}\n",
    )]);
    assert_snapshot!(said(files.path(), &[]), @"
    notes/anna/a.yaml:1:30: note: seeds/a.txt changed since these notes were made; every one of them is found
    1 notebook, 1 annotation: 1 found, 0 moved, 0 ambiguous, 0 lost; 0 problems
    exit 0
    ");
    assert_snapshot!(said(files.path(), &["--format", "json"]), @r#"
    {
      "notebooks": [
        {
          "ambiguous": 0,
          "annotations": 1,
          "article": "seeds/a.txt",
          "article_changed": true,
          "found": 1,
          "lost": 0,
          "moved": 0,
          "path": "notes/anna/a.yaml",
          "reader": ""
        }
      ],
      "problems": [
        {
          "column": 30,
          "id": null,
          "kind": "changed",
          "level": "note",
          "line": 1,
          "message": "seeds/a.txt changed since these notes were made; every one of them is found",
          "path": "notes/anna/a.yaml"
        }
      ]
    }
    exit 0
    "#);
    let empty = folder(&[]);
    assert_snapshot!(said(empty.path(), &[]), @"
    0 notebooks, 0 annotations: 0 found, 0 moved, 0 ambiguous, 0 lost; 0 problems
    exit 0
    ");
}

#[test]
fn what_does_not_hold() {
    let files = workspace(&[
        ("closeread.yaml", "colour: red\n"),
        (
            "notes/codebook.yaml",
            "tags:\n  - name: fear\n    parent: angst\n",
        ),
        (
            "notes/lexicon.yaml",
            "flag:\n  - {words: a, category: fear}\n  - {words: 'slam{,s', category: fear}\n",
        ),
        ("notes/anna/a.yaml", NOTES),
        (
            "notes/anna/conflict.yaml",
            "annotations:\n<<<<<<< ours\n=======\n>>>>>>> theirs\n",
        ),
        (
            "notes/anna/twice.yaml",
            "annotations:\n  - {id: a, quote: b}\n  - {id: a, quote: c}\n",
        ),
        ("notes/anna/absolute.yaml", "article: {path: /etc/passwd}\n"),
        ("notes/anna/above.yaml", "article:\n  path: ../b.txt\n"),
        ("notes/anna/gone.yaml", "article:\n  path: seeds/gone.txt\n"),
        (
            "notes/anna/elsewhere.yaml",
            "article:\n  path: seeds/a.txt\nannotations: []\n",
        ),
        ("notes/anna/esc\u{1b}[31m.yaml", "a: [\u{1b}[31m\n"),
    ]);
    let outside = folder(&[
        ("secret.txt", b"secret words"),
        ("secret.yaml", b"annotations: []\n"),
    ]);
    symlink(
        outside.path().join("secret.txt"),
        files.path().join("seeds/link.txt"),
    )
    .unwrap();
    symlink(
        outside.path().join("secret.yaml"),
        files.path().join("notes/anna/linked.yaml"),
    )
    .unwrap();
    std::fs::write(
        files.path().join("notes/anna/link.yaml"),
        "article:\n  path: seeds/link.txt\n",
    )
    .unwrap();
    assert_snapshot!(said(files.path(), &[]), @"
    closeread.yaml:1:1: error: unknown field `colour`, expected one of `reader`, `theme`, `articles`, `notes`, `keys`; correct the file, it was left as it is
    notes/codebook.yaml:3:5: error: `fear` is put under `angst`, which is no tag here; define it or correct the name
    notes/lexicon.yaml:3:14: error: flag “slam{,s”: a brace is not closed; write endings as in slam{,s,med}
    notes/anna/a.yaml:8:5: error: the codebook has no tag `octopus`; define it there or change it here
    notes/anna/a.yaml:10:5: warning: ambiguous: “The” is at 3 places and nothing tells them apart; open the article, go there with ]o, select one, ga
    notes/anna/a.yaml:13:5: warning: lost: “nothing but zebra crossings and their friends” is not in the article any more; open it, go there with ]o, select the words it should stand on, ga
    notes/anna/a.yaml:15:5: warning: moved: “nothing but ze-bras” probably became “nothing but zebras” (¶2); open the article, go there with ]o, confirm with ga
    notes/anna/above.yaml:2:3: error: the article `../b.txt` is outside the workspace and was not looked at; name a file inside
    notes/anna/absolute.yaml:1:11: error: the article `/etc/passwd` is outside the workspace and was not looked at; name a file inside
    notes/anna/conflict.yaml:2:1: error: git left a conflict here; keep what should stand, delete the lines with <<<<<<<, ======= and >>>>>>>
    notes/anna/elsewhere.yaml:2:3: warning: the notes on seeds/a.txt belong in notes/anna/a.yaml; move this file there
    notes/anna/esc␛[31m.yaml:1:5: error: control characters are not allowed; correct the file, it was left as it is
    notes/anna/gone.yaml:2:3: error: the article `seeds/gone.txt` is not there; bring it back or correct `path:`
    notes/anna/link.yaml:2:3: error: the article `seeds/link.txt` is outside the workspace and was not looked at; name a file inside
    notes/anna/linked.yaml: error: this is a link out of the workspace and was not looked at; replace it by a file or by a link inside
    notes/anna/twice.yaml:3:5: error: the id `a` is used twice; change one of them
    6 notebooks, 4 annotations: 1 found, 1 moved, 1 ambiguous, 1 lost; 16 problems
    exit 1
    ");
}

#[test]
fn what_a_path_stands_for() {
    let files = workspace(&[
        ("seeds/b.txt", "Other words.\n"),
        (
            "notes/anna/a.yaml",
            "article: {path: seeds/a.txt}\nannotations:\n  - {id: a, quote: gone}\n",
        ),
        (
            "notes/bo/a.yaml",
            "article: {path: seeds/a.txt}\nannotations:\n  - {id: a, quote: gone}\n",
        ),
        (
            "notes/bo/b.yaml",
            "article: {path: seeds/b.txt}\nannotations:\n  - {id: a, quote: words}\n",
        ),
    ]);
    let counted = |arguments: &[&str]| {
        let said = said(files.path(), arguments);
        let (counts, _) = said
            .lines()
            .rev()
            .nth(1)
            .unwrap()
            .split_once(" notebook")
            .unwrap();
        format!("{counts}, {}", said.lines().last().unwrap())
    };
    for (arguments, expected) in [
        (vec![], "3, exit 1"),
        (vec!["."], "3, exit 1"),
        (vec!["seeds"], "3, exit 1"),
        (vec!["seeds/a.txt"], "2, exit 1"),
        (vec!["seeds/b.txt"], "1, exit 0"),
        (vec!["notes/bo"], "2, exit 1"),
        (vec!["notes/bo/b.yaml"], "1, exit 0"),
        (vec!["notes/codebook.yaml"], "0, exit 0"),
        (
            vec!["notes/anna", "seeds/a.txt", "notes/anna/a.yaml"],
            "2, exit 1",
        ),
        (vec!["--level", "error"], "3, exit 0"),
    ] {
        assert_eq!(counted(&arguments), expected, "{arguments:?}");
    }
    assert_snapshot!(said(files.path(), &["nowhere"]), @"
    ! closeread: nowhere: there is no such file; check the path
    exit 2
    ");
}

/// An article that was renamed is found by its text.
#[test]
fn a_renamed_article_is_named() {
    let article = closeread::article::Article::new("a", ARTICLE);
    let notes = format!(
        "article:\n  path: seeds/old.txt\n  sha256: '{}'\nannotations: []\n",
        article.sha256()
    );
    let files = workspace(&[("notes/anna/old.yaml", &notes)]);
    assert_snapshot!(said(files.path(), &[]), @"
    notes/anna/old.yaml:2:3: error: the article `seeds/old.txt` is not there; seeds/a.txt has the text it had: open that, or write `path: seeds/a.txt`
    1 notebook, 0 annotations: 0 found, 0 moved, 0 ambiguous, 0 lost; 1 problem
    exit 1
    ");
}
