//! What programs of others say to our files, where they are installed; `.ci/run` installs them into `target/checkers`.

use crate::formats::{exported, fixture};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Checks of `check.py` with programs that are installed: the format, and what is asked.
const INSTALLED: [(&str, &str); 11] = [
    ("brat", "brat"),
    ("w3c", "w3c_words"),
    ("qdpx", "qdpx"),
    ("qdpx", "qdpx_import"),
    ("qdc", "qdc"),
    ("cas", "cas"),
    ("csv", "table"),
    ("jsonl", "jsonl"),
    ("hypothesis", "hypothesis_words"),
    ("label-studio", "label_studio"),
    ("doccano", "doccano"),
];

/// Checks with what is published only as files: [`PLACE`] says where those are.
const FETCHED: [(&str, &str); 4] = [
    ("w3c", "w3c"),
    ("hypothesis", "hypothesis"),
    ("semeval-si", "semeval_si"),
    ("semeval-tc", "semeval_tc"),
];

/// The variable that says in which folder the fetched files are.
const PLACE: &str = "CLOSEREAD_FETCHED";

/// What `check.py` ends with when it lacks what it needs.
const SKIPPED: i32 = 77;

#[test]
fn programs_of_others_read_what_we_write() {
    check(&INSTALLED);
}

#[test]
fn what_was_fetched_accepts_what_we_write() {
    if std::env::var_os(PLACE).is_none() {
        eprintln!("skipped: {PLACE} says nowhere");
        return;
    }
    check(&FETCHED);
}

/// Makes the exports and asks about each; fails when all were asked and any was refused.
fn check(checks: &[(&str, &str)]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(python) = python(root) else {
        eprintln!("skipped: no Python here to read exports with");
        return;
    };
    let folder = fixture::reading();
    // Some look at the words of the text that stands beside brat's annotations.
    let mut made = vec!["brat"];
    exported(folder.path(), "brat");
    let mut refused = String::new();
    for &(format, check) in checks {
        if !made.contains(&format) {
            exported(folder.path(), format);
            made.push(format);
        }
        let done = Command::new(&python)
            .arg(root.join("tests/it/formats/check.py"))
            .args([format, check])
            .arg(folder.path().join(format))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stdout);
        match done.status.code() {
            Some(0) => eprintln!("{check}: {}", said.trim()),
            Some(SKIPPED) => eprintln!("{check} skipped: {}", said.trim()),
            _ => {
                refused += &format!("{check}: {said}{}", String::from_utf8_lossy(&done.stderr));
            }
        }
    }
    assert!(refused.is_empty(), "{refused}");
}

/// The Python that the checkers are installed for, else the machine's own.
fn python(root: &Path) -> Option<PathBuf> {
    let own = root.join("target/checkers/bin/python");
    let candidates = [own, PathBuf::from("python3")];
    candidates.into_iter().find(|python| {
        let answer = Command::new(python).arg("--version").output();
        answer.is_ok_and(|answer| answer.status.success())
    })
}
