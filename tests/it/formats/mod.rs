//! The formats for other tools: golden files of one reading that has everything which formats stumble over, and what programs
//! of others say to them.

mod checkers;
mod fixture;
mod folders;

use crate::run::closeread;
use closeread::report;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const GOLDEN: &str = "tests/it/golden/formats";

/// The formats whose golden files stand here.
const FORMATS: [&str; 12] = [
    "json",
    "jsonl",
    "csv",
    "w3c",
    "hypothesis",
    "brat",
    "cas",
    "doccano",
    "label-studio",
    "semeval-si",
    "semeval-tc",
    "semeval-2023",
];

/// Exports the fixture with everything in it and gives the files by name, with what was told as `left-out.txt`.
fn exported(folder: &Path, format: &str) -> BTreeMap<String, Vec<u8>> {
    let extension = report::exporter(format).unwrap().extension;
    let output = format!("{format}/hard.{extension}");
    fs::create_dir(folder.join(format)).unwrap();
    let done = closeread(folder)
        .args([
            "export",
            "seeds/hard.txt",
            "--findings",
            "--date",
            "2026-11-22",
        ])
        .args(["--format", format, "-o", &output])
        .output()
        .unwrap();
    assert!(done.status.success(), "{format}: {done:?}");
    assert_eq!(String::from_utf8_lossy(&done.stdout), "");
    let files = fs::read_dir(folder.join(format)).unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = files
        .map(|file| {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    files.insert("left-out.txt".to_owned(), done.stderr);
    files
}

/// `BLESS=1 cargo test --test it formats` writes the files anew; read the difference before you commit it.
#[test]
fn one_hard_reading_in_every_format() {
    let folder = fixture::reading();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join(GOLDEN);
    for format in FORMATS {
        let files = exported(folder.path(), format);
        let golden = golden.join(format);
        if std::env::var_os("BLESS").is_some() {
            let _ = fs::remove_dir_all(&golden);
            fs::create_dir_all(&golden).unwrap();
            for (name, bytes) in &files {
                fs::write(golden.join(name), bytes).unwrap();
            }
        }
        let expected = fs::read_dir(&golden).map_or(0, Iterator::count);
        assert_eq!(files.len(), expected, "{format}: number of files");
        for (name, bytes) in files {
            let should = fs::read(golden.join(&name)).unwrap_or_default();
            let [is, should] = [&bytes, &should].map(|bytes| String::from_utf8_lossy(bytes));
            for (number, (is, should)) in is.lines().zip(should.lines()).enumerate() {
                assert_eq!(is, should, "{GOLDEN}/{format}/{name}:{}", number + 1);
            }
            assert_eq!(is.len(), should.len(), "{GOLDEN}/{format}/{name}");
        }
    }
}
