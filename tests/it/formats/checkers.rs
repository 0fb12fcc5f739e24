//! What programs of others say to our files, where they are installed; `.ci/run` installs them into `target/checkers`.

use crate::formats::{exported, fixture};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Checks of `check.py`: the format, and what is asked.
const CHECKS: [(&str, &str); 12] = [
    ("brat", "brat"),
    ("w3c", "w3c"),
    ("w3c", "w3c_words"),
    ("cas", "cas"),
    ("csv", "table"),
    ("jsonl", "jsonl"),
    ("hypothesis", "hypothesis"),
    ("hypothesis", "hypothesis_words"),
    ("label-studio", "label_studio"),
    ("doccano", "doccano"),
    ("semeval-si", "semeval_si"),
    ("semeval-tc", "semeval_tc"),
];

/// What `check.py` ends with when it lacks what it needs.
const SKIPPED: i32 = 77;

#[test]
fn programs_of_others_read_what_we_write() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(python) = python(root) else {
        eprintln!("skipped: no Python here to read exports with");
        return;
    };
    let folder = fixture::reading();
    let mut made = Vec::new();
    for (format, check) in CHECKS {
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
            _ => panic!("{check}: {said}{}", String::from_utf8_lossy(&done.stderr)),
        }
    }
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
