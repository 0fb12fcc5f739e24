//! `closeread export` of folders, and what it never writes over.

use crate::formats::fixture;
use crate::run::block;
use insta::assert_snapshot;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The fixture with two more articles: one with a note, one in a folder of its own with none.
fn corpus() -> TempDir {
    let folder = fixture::reading();
    let put = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    };
    put("seeds/b.md", "A vile thing.\n\nIt fell.\n");
    put("seeds/deep/c.txt", "Nothing here.\n");
    put(
        "notes/bo/b.md.yaml",
        "closeread: 1\nreader: bo\narticle:\n  path: seeds/b.md\nannotations:\n  - id: z1\n    quote: fell\n    tags: [end]\n",
    );
    folder
}

fn files(folder: &Path) -> Vec<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(path) = open.pop() {
        for entry in fs::read_dir(path).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap();
                found.insert(inside.to_string_lossy().into_owned());
            }
        }
    }
    found.into_iter().collect()
}

#[test]
fn a_folder_as_one_stream_or_as_a_file_for_each_article() {
    let corpus = corpus();
    let said = |arguments: &[&str]| {
        let all: Vec<&str> = ["export", "."].iter().chain(arguments).copied().collect();
        block(corpus.path(), &all, b"")
    };
    let csv = said(&["--format", "csv"]);
    assert_eq!(csv.matches("category,code,text").count(), 1, "{csv}");
    assert_eq!(csv.matches(",seeds/hard.txt,").count(), 18, "{csv}");
    assert!(
        csv.contains("\n,end,fell,18,22,2,seeds/b.md,bo,own voice,"),
        "{csv}"
    );
    let doccano = said(&["--format", "doccano"]);
    let texts = doccano
        .lines()
        .filter(|line| line.starts_with("{\"text\":"));
    assert_eq!(texts.count(), 3, "{doccano}");
    let one = said(&["-o", "all.jsonld"]);
    assert!(one.ends_with("exit 0"), "{one}");
    let all = fs::read_to_string(corpus.path().join("all.jsonld")).unwrap();
    let all: serde_json::Value = serde_json::from_str(&all).unwrap();
    assert_eq!(all["total"], 19);
    assert_eq!(all["label"], "Annotations on 3 articles");
    let each = said(&["--format", "brat", "-o", "out"]);
    assert!(each.ends_with("exit 0"), "{each}");
    assert_eq!(
        files(&corpus.path().join("out")),
        [
            "annotation.conf",
            "b.md.ann",
            "b.md.txt",
            "deep/c.ann",
            "deep/c.txt",
            "hard.ann",
            "hard.txt",
            "visual.conf"
        ]
    );
    let lines = said(&["--format", "jsonl", "-o", "all.ndjson"]);
    assert!(lines.ends_with("exit 0"), "{lines}");
    let lines = fs::read_to_string(corpus.path().join("all.ndjson")).unwrap();
    assert_eq!(lines.lines().count(), 19);
    let types = fs::read_to_string(corpus.path().join("out/annotation.conf")).unwrap();
    assert!(
        types.contains("\ntag_end\n") && types.contains("\ntag_fear\n"),
        "{types}"
    );
    let again = said(&["--format", "brat", "-o", "out"]);
    assert_eq!(again, each, "the same files are no reason to stop");
}

#[test]
fn what_cannot_be_exported_of_a_folder_is_told() {
    let corpus = corpus();
    fs::write(corpus.path().join("seeds/bad.txt"), b"%PDF-1.7").unwrap();
    fs::remove_file(corpus.path().join("seeds/hard.txt")).unwrap();
    let said = |arguments: &[&str]| block(corpus.path(), arguments, b"");
    assert_snapshot!(said(&["export", "seeds", "--format", "jsonl"]).split_once("\n!").unwrap().1, @"
     closeread: seeds/bad.txt: this is a PDF document, not plain text; convert it to text first
    exit 2
    ");
    assert_snapshot!(said(&["export", "seeds", "--format", "cas"]), @"
    ! closeread: cas makes a file for each article; name a folder for them: -o FOLDER/
    exit 2
    ");
    assert_snapshot!(said(&["export", "seeds", "--format", "w3c", "--uri", "https://a.example"]), @"
    ! closeread: --uri is the address of one article; name that article
    exit 2
    ");
    assert_snapshot!(said(&["export", "notes", "--format", "csv"]), @"
    ! closeread: notes: no articles here; name a text file, or another folder
    exit 2
    ");
    assert_snapshot!(said(&["export", "seeds/b.md", "--format", "semeval-si"]), @"
    ! closeread: semeval-si: 1 annotation flags nothing as loaded language and is left out
    ! closeread: semeval-si: left out, as it belongs beside the file: article610607120.txt; -o FILE writes it, too
    exit 0
    ");
}

#[test]
fn an_export_never_writes_over_the_article_or_over_what_is_not_its_own() {
    let corpus = corpus();
    let said = |arguments: &[&str]| {
        let all: Vec<&str> = ["export"].iter().chain(arguments).copied().collect();
        let said = block(corpus.path(), &all, b"");
        let told = said.lines().filter(|line| !line.contains(": brat: "));
        told.collect::<Vec<_>>().join("\n")
    };
    let article = || fs::read_to_string(corpus.path().join("seeds/hard.txt")).unwrap();
    assert_snapshot!(said(&["seeds/hard.txt", "-o", "seeds/hard.txt", "--format", "csv"]), @"
    ! closeread: seeds/hard.txt: this is the article itself, which is never written to; write into another folder
    exit 2
    ");
    // The text that brat needs has other line ends and no mark at the beginning.
    assert_snapshot!(said(&["seeds/hard.txt", "-o", "seeds/hard.ann"]), @"
    ! closeread: seeds/hard.txt: this is the article itself, which is never written to; write into another folder
    exit 2
    ");
    assert_snapshot!(said(&["seeds/hard.txt", "-o", "seeds/hard.ann", "--force"]), @"
    ! closeread: seeds/hard.txt: this is the article itself, which is never written to; write into another folder
    exit 2
    ");
    assert_eq!(article(), fixture::ARTICLE);
    fs::write(corpus.path().join("annotation.conf"), "mine").unwrap();
    assert_snapshot!(said(&["seeds/b.md", "-o", "b.ann"]), @"
    ! closeread: annotation.conf: belongs beside the export, and something else stands there; move it, write elsewhere, or replace it by --force
    exit 2
    ");
    assert!(
        ["b.ann", "b.txt"]
            .iter()
            .all(|name| !corpus.path().join(name).exists())
    );
    assert_snapshot!(said(&["seeds/b.md", "-o", "b.ann", "--force"]), @"exit 0");
    let conf = fs::read_to_string(corpus.path().join("annotation.conf")).unwrap();
    assert!(conf.starts_with("[entities]"));
}

#[test]
fn findings_that_nobody_answered_are_there_only_when_asked_for() {
    let corpus = corpus();
    let count = |arguments: &[&str]| {
        let all = ["export", "seeds/b.md", "--format", "jsonl"];
        let all: Vec<&str> = all.iter().chain(arguments).copied().collect();
        let said = block(corpus.path(), &all, b"");
        let of = |made_by: &str| said.matches(&format!("\"made_by\":\"{made_by}\"")).count();
        (of("reader"), of("machine"))
    };
    assert_eq!(count(&[]), (1, 0));
    assert_eq!(count(&["--findings"]), (1, 1));
    assert_eq!(count(&["--findings", "--reader", "bo"]), (1, 1));
}
