//! Files that cannot be read or written: a clear message, and they stay as they are.

use crate::store::desk::{Desk, two};
use crate::store::write::NEW_FILE;
use closeread::notes::{ArticleRef, Notebook};
use closeread::store::{NotebookFile, StoreError};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// A text, the line and column of its fault, and what is said about it.
const FAULTS: &[(&str, usize, usize, &str)] = &[
    (
        "annotations:\n<<<<<<< HEAD\n- id: a\n=======\n- id: b\n>>>>>>> x\n",
        2,
        1,
        "git left a conflict",
    ),
    (
        "annotations:\n  - id: a\n    quote: c\n   note: b\n",
        4,
        4,
        "did not find",
    ),
    ("annotations:\n  - id: a\n", 2, 5, "missing field `quote`"),
    ("annotations:\n  - quote: a\n", 2, 5, "missing field `id`"),
    (
        "annotations:\n  - id: a\n    quote: b\n\n  - id: a\n    quote: c\n",
        5,
        5,
        "used twice",
    ),
    (
        "annotations:\n  - id: a\n    quote: b\n    verdict: maybe\n",
        2,
        5,
        "write accepted or rejected",
    ),
    (
        "annotations:\n  - id: a\n    quote: b\n    tags: fear\n",
        4,
        11,
        "sequence",
    ),
    (
        "annotations:\n  - id: a\n    quote: b\n    note: x\n    note: y\n",
        2,
        5,
        "duplicate",
    ),
    ("# c\ncloseread: 2\n", 2, 1, "newer closeread"),
    ("just text\n", 1, 1, "invalid type"),
    ("--- \na: 1\n---\nb: 2\n", 1, 1, "more than one document"),
];

#[test]
fn a_file_with_an_error_is_refused_and_left_alone() {
    let deep = format!("a: {}", "[".repeat(10_000));
    let bomb = format!(
        "a: &a '{}'\nb: &b [*a, *a]\nannotations:\n- id: x\n  quote: *a\n",
        "x".repeat(1000)
    );
    let hostile = [
        (deep.as_str(), 1, 254, "nested too deeply"),
        ("x: [&a b,{'c':*a}]\n", 1, 15, "aliases"),
        ("x: [&a b]\ntags: !t [*a]\n", 2, 11, "aliases"),
        (bomb.as_str(), 2, 8, "aliases"),
    ];
    for &(text, line, column, says) in FAULTS.iter().chain(&hostile) {
        let desk = Desk::new();
        let mut file = desk.open();
        desk.write(text);
        for error in [
            desk.try_open().unwrap_err(),
            file.save(&Notebook {
                annotations: two(),
                ..Notebook::default()
            })
            .unwrap_err(),
        ] {
            let shown = error.to_string();
            assert!(
                shown.contains(&format!("a.yaml:{line}:{column}: ")) && shown.contains(says),
                "{shown}"
            );
        }
        assert_eq!(desk.text(), text);
    }
}

#[test]
fn what_cannot_be_changed_in_place_is_refused() {
    for text in [
        "{annotations: [{id: a, quote: b}]}\n",
        "annotations: [{id: a, quote: b}]\n",
        "    !mine project: x\n",
    ] {
        let desk = Desk::with(text);
        let error = desk
            .change(|notebook| notebook.annotations = two())
            .unwrap_err();
        assert!(matches!(error, StoreError::Unchangeable { .. }), "{error}");
        assert!(error.to_string().contains("`- id:`"));
        assert_eq!(desk.text(), text);
    }
}

#[test]
fn files_that_are_none_are_refused() {
    let desk = Desk::new();
    fs::create_dir(desk.path()).unwrap();
    assert!(matches!(desk.try_open(), Err(StoreError::Folder(_))));
    fs::remove_dir(desk.path()).unwrap();
    fs::write(desk.path(), b"reader: caf\xe9\n").unwrap();
    assert!(
        desk.try_open()
            .unwrap_err()
            .to_string()
            .contains("a.yaml:1:12: this byte is not UTF-8")
    );
    let large = fs::File::create(desk.path()).unwrap();
    large.set_len(65 << 20).unwrap();
    assert!(matches!(desk.try_open(), Err(StoreError::TooLarge { .. })));
}

/// Whether permissions bind us: they do not bind root.
fn permissions_bind(folder: &Path) -> bool {
    fs::write(folder.join("probe"), "").is_err()
}

#[test]
fn a_folder_without_write_permission_is_named() {
    let desk = Desk::with(NEW_FILE);
    let folder = desk.path().parent().unwrap().to_owned();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if permissions_bind(&folder) {
        let error = desk
            .change(|notebook| notebook.annotations.clear())
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("a.yaml: cannot be saved") && error.contains("permissions"),
            "{error}"
        );
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(desk.text(), NEW_FILE);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let desk = Desk::new();
    let folder = desk.path().parent().unwrap().to_owned();
    fs::remove_dir(&folder).unwrap();
    fs::write(&folder, "a file is in the way").unwrap();
    let mut file = NotebookFile::open(&folder.join("b/a.yaml"), "x", ArticleRef::default());
    let error = match &mut file {
        Ok(file) => file
            .save(&Notebook {
                annotations: two(),
                ..Notebook::default()
            })
            .unwrap_err(),
        Err(error) => std::mem::replace(error, StoreError::NoStateFolder),
    };
    assert!(error.to_string().contains("notes/anna"), "{error}");
}
