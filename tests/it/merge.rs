//! `closeread merge` by itself, without git around it.

use crate::run::{closeread, folder};

const NOTES: &str = "\
closeread: 1
reader: Anna
article:
  path: a.txt
annotations: []
";

/// A side that was not merged well before is not taken for two sides that disagree now.
#[test]
fn conflict_markers_of_one_side_are_named_as_what_they_are() {
    let marked = NOTES.replace(
        "reader: Anna\n",
        "<<<<<<< HEAD\nreader: Anna\n=======\nreader: Ann\n>>>>>>> other\n",
    );
    let theirs = NOTES.to_owned() + "project: bridge\n";
    let files = [("base", NOTES), ("ours", &marked), ("theirs", &theirs)];
    let folder = folder(&files.map(|(name, text)| (name, text.as_bytes())));
    let output = closeread(folder.path())
        .args(["merge", "base", "ours", "theirs"])
        .output()
        .unwrap();
    insta::assert_snapshot!(String::from_utf8(output.stderr).unwrap(), @"closeread: ours:2: git left a conflict here; keep what should stand, delete the lines with <<<<<<<, ======= and >>>>>>>");
    assert_eq!(output.status.code(), Some(1));
    let merged = std::fs::read_to_string(folder.path().join("ours")).unwrap();
    assert_eq!(merged, marked + "project: bridge\n");
}
