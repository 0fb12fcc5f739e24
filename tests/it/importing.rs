//! `closeread import`: what comes back of an export, what is merged, and what is refused.

use crate::formats::fixture;
use crate::run::{block, closeread, folder};
use insta::assert_snapshot;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

/// What is said, and where.
const SAID: [&str; 11] = [
    "anchor", "start", "end", "quote", "flag", "code", "note", "finding", "verdict", "reason",
    "speaker",
];

/// Annotations of a reader as lines of all that is said, with how often each is there.
fn said(folder: &Path, article: &str, reader: &str) -> BTreeMap<String, isize> {
    let output = closeread(folder)
        .args(["export", article, "--format", "jsonl", "--reader", reader])
        .output()
        .unwrap();
    let mut lines = BTreeMap::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let fields = SAID
            .iter()
            .filter(|name| record[**name] != Value::Null && record[**name] != "");
        let fields: Vec<String> = fields
            .map(|name| format!("{name}={}", record[*name]))
            .collect();
        *lines.entry(fields.join(" ")).or_default() += 1;
    }
    lines
}

/// What `import` said of an export of `anna`'s notes in `format`, and how the copy differs from them.
fn trip(format: &str, file: &str) -> String {
    let folder = fixture::reading();
    fs::create_dir(folder.path().join("out")).unwrap();
    trip_in(folder.path(), "hard", "anna", format, file)
}

/// The same of `reader`'s notes on the article called `name` in `folder`.
fn trip_in(folder: &Path, name: &str, reader: &str, format: &str, file: &str) -> String {
    let article = format!("seeds/{name}.txt");
    let export = [
        "export", &article, "--format", format, "--reader", reader, "-o", file,
    ];
    let done = closeread(folder).args(export).output().unwrap();
    assert!(done.status.success(), "{done:?}");
    let import = ["import", file, "--reader", "Copy"];
    let mut told = block(folder, &import, b"");
    let notes = folder.join(format!("notes/copy/{name}.yaml"));
    let first = fs::read(&notes).unwrap();
    let again = block(folder, &import, b"");
    assert!(
        again.contains(": 0 new (0 found, 0 moved, 0 ambiguous, 0 lost)"),
        "{again}"
    );
    assert_eq!(first, fs::read(&notes).unwrap());
    let mut lines = said(folder, &article, reader);
    for (line, count) in said(folder, &article, "copy") {
        *lines.entry(line).or_default() -= count;
    }
    for (line, count) in lines {
        if count != 0 {
            let _ = write!(told, "\n{} {line}", if count > 0 { "-" } else { "+" });
        }
    }
    let root = format!("{}/", folder.canonicalize().unwrap().display());
    told.replace(&root, "")
}

/// The project's own reading comes back whole from these; brat has no verdict `accepted`, which comes back as a flag.
#[test]
fn the_demonstration_comes_back() {
    const NAME: &str = "000_c6d07a3c0f466bd7";
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read(root.join(path)).unwrap();
    let (article, notes) = (
        format!("seeds/{NAME}.txt"),
        format!("notes/demo/{NAME}.yaml"),
    );
    for (format, ending) in [
        ("w3c", "jsonld"),
        ("hypothesis", "json"),
        ("qdpx", "qdpx"),
        ("brat", "ann"),
    ] {
        let folder = folder(&[(&article, &read(&article)), (&notes, &read(&notes))]);
        fs::create_dir(folder.path().join("out")).unwrap();
        let file = format!("out/{NAME}.{ending}");
        let told = trip_in(folder.path(), NAME, "demo", format, &file);
        let differs: Vec<&str> = told
            .lines()
            .filter(|line| line.starts_with(['+', '-']))
            .collect();
        let is_verdict = |line: &&str| {
            format == "brat"
                && (line.contains("verdict=\"accepted\"")
                    || line.starts_with("+ ") && line.contains("flag="))
        };
        assert!(differs.iter().all(is_verdict), "{format}: {told}");
    }
}

#[test]
fn w3c_comes_back() {
    assert_snapshot!(trip("w3c", "out/hard.jsonld"), @r#"
    seeds/hard.txt: 15 new (13 found, 0 moved, 1 ambiguous, 1 lost), 0 there already; notes/copy/hard.yaml
    exit 0
    + anchor="found" start=145 end=180 quote="=SUM(A1) they ran @home, -5 and +3;" flag="doubtful" code=[]
    - anchor="moved" start=145 end=180 quote="=SUM(A1) they ran @home, -5 or +3;" flag="doubtful" code=[]
    "#);
}

#[test]
fn hypothesis_comes_back() {
    assert_snapshot!(trip("hypothesis", "out/hard.hypothesis.json"), @r#"
    seeds/hard.txt: 15 new (13 found, 0 moved, 1 ambiguous, 1 lost), 0 there already; notes/copy/hard.yaml
    exit 0
    + anchor="found" start=145 end=180 quote="=SUM(A1) they ran @home, -5 and +3;" flag="doubtful" code=[]
    - anchor="moved" start=145 end=180 quote="=SUM(A1) they ran @home, -5 or +3;" flag="doubtful" code=[]
    "#);
}

#[test]
fn refi_comes_back() {
    assert_snapshot!(trip("qdpx", "out/hard.qdpx"), @r#"
    seeds/hard.txt: 13 new (12 found, 1 moved, 0 ambiguous, 0 lost), 0 there already; notes/copy/hard.yaml
    exit 0
    - anchor="ambiguous" quote="ran" flag="fear" code=[]
    - anchor="lost" quote="words that are gone 🦀" flag="fear" code=["old"] note="kept"
    "#);
}

#[test]
fn brat_comes_back() {
    assert_snapshot!(trip("brat", "out/hard.ann"), @r#"
    seeds/hard.txt: 13 new (13 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/copy/hard.yaml
    exit 0
    - anchor="ambiguous" quote="ran" flag="fear" code=[]
    + anchor="found" start=145 end=180 quote="=SUM(A1) they ran @home, -5 and +3;" flag="doubtful" code=[]
    - anchor="found" start=34 end=45 quote="vile regime" flag="name-calling" code=["fear","a b","x;y","é"] note="One </script> & \"two\"\n\tthree 🦀\n\nfour" reason="=HYPERLINK(\"x\")"
    + anchor="found" start=34 end=45 quote="vile regime" flag="name-calling" code=["fear","a_b_18a213","x_y_f6b08e","__e8078a"] note="One </script> & \"two\"\n\tthree 🦀\n\nfour" reason="=HYPERLINK(\"x\")"
    - anchor="found" start=39 end=45 quote="regime" code=[] finding="name-calling" verdict="accepted"
    + anchor="found" start=39 end=45 quote="regime" flag="name-calling" code=[]
    - anchor="lost" quote="words that are gone 🦀" flag="fear" code=["old"] note="kept"
    - anchor="moved" start=145 end=180 quote="=SUM(A1) they ran @home, -5 or +3;" flag="doubtful" code=[]
    "#);
}

const ARTICLE: &[u8] = b"The vile regime fell.\n\nNobody wept. The vile regime fell.\n";

#[test]
fn annotations_of_other_programs() {
    let w3c = br#"{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [
        {"type": "Annotation", "creator": {"name": "x"}, "created": "2020-01-02T03:04:05.678+01:00",
         "body": [{"value": "fear", "purpose": "classifying"}, {"value": "a\n b", "purpose": "tagging"},
                  {"value": "One."}, {"value": "Two.", "purpose": "describing"}, {"type": "Image", "id": "http://x/y.png"}],
         "target": [{"source": "http://x/a", "selector": [{"type": "TextPositionSelector", "start": 0, "end": 9},
                     {"type": "TextQuoteSelector", "exact": "vile regime", "prefix": "wept. The "}]}, "http://x/b"]},
        {"type": "Annotation", "motivation": "highlighting", "target": {"source": "http://x/a",
         "selector": {"type": "RangeSelector", "refinedBy": {"type": "TextQuoteSelector", "exact": "gone for good"}}}},
        {"type": "Annotation", "bodyValue": "a page", "target": "http://x/a"}]}"#;
    let search = br#"{"total": 3, "rows": [
        {"user": "acct:y@z", "text": "Why?\n\nReason: none", "tags": ["flag:praise", "odd"], "uri": "http://x/a",
         "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "wept"}]}]},
        {"user": "acct:y@z", "text": "A reply", "references": ["1"], "target": [{"source": "http://x/a"}]}]}"#;
    let ann = "T1\tPerson 23 29\tNobody\nT2\tPlace 4 8;16 20\tvile fell\nR1\tIn Arg1:T1 Arg2:T2\nA1\tSure T1\n#1\tAnnotatorNotes T1\twho?\n";
    let folder = folder(&[
        ("seeds/a.txt", ARTICLE),
        ("closeread.yaml", b"articles: seeds\n"),
        ("p.json", w3c),
        ("s.json", search),
        ("a.ann", ann.as_bytes()),
        ("a.txt", ARTICLE),
    ]);
    let import = |rest: &[&str]| {
        let mut all = vec![
            "import",
            "p.json",
            "s.json",
            "a.ann",
            "--article",
            "seeds/a.txt",
            "--reader",
            "R",
        ];
        all.extend(rest);
        let root = format!("{}/", folder.path().canonicalize().unwrap().display());
        block(folder.path(), &all, b"").replace(&root, "")
    };
    assert_snapshot!(import(&["--dry-run"]), @r#"
    seeds/a.txt: 2 would be new (1 found, 0 moved, 0 ambiguous, 1 lost), 0 there already; notes/r/a.yaml
    seeds/a.txt: 1 would be new (1 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/r/a.yaml
    seeds/a.txt: 2 would be new (1 found, 0 moved, 0 ambiguous, 1 lost), 0 there already; notes/r/a.yaml
    ! closeread: p.json: the tag "a\n b" is called "a b" here
    ! closeread: p.json: left out: 1 × annotations of a whole page, or without its words
    ! closeread: p.json: left out: 1 × bodies that are no text
    ! closeread: p.json: left out: 1 × further targets of one annotation
    ! closeread: s.json: left out: 1 × replies to other annotations
    ! closeread: a.ann: left out: 1 × attributes
    ! closeread: a.ann: left out: 1 × gaps between words of one annotation, where its words are looked for as if they followed each other
    ! closeread: a.ann: left out: 1 × relations
    exit 0
    "#);
    assert!(!folder.path().join("notes/r").exists());
    import(&[]);
    let notes = fs::read_to_string(folder.path().join("notes/r/a.yaml")).unwrap();
    let notes: Vec<&str> = notes
        .lines()
        .filter(|line| !line.contains("sha256"))
        .collect();
    assert_snapshot!(notes.join("\n"), @r#"
    # Notes on one article. Edit freely: comments, order and unknown keys are kept.
    closeread: 1
    reader: R
    article:
      path: seeds/a.txt
    annotations:
      - id: p2x847n6pvsb
        quote: gone for good
        tags: [highlight]

      - id: w2br69b56ks5
        quote: vile fell
        tags: [Place]

      - id: xn4b6zqj646j
        at: '2:1'
        quote: Nobody
        before: "The vile regime fell.\n\n"
        after: " wept. The vile regime fell.\n"
        tags: [Person]
        note: |-
          who?

      - id: frmwpjwv4dkc
        at: '2:8'
        quote: wept
        before: "The vile regime fell.\n\nNobody "
        after: ". The vile regime fell.\n"
        flag: praise
        tags: [odd]
        note: |-
          Why?

          Reason: none

      - id: zkk25mfrv8w2
        at: '2:18'
        quote: vile regime
        before: " regime fell.\n\nNobody wept. The "
        after: " fell.\n"
        flag: fear
        tags: [a b]
        note: |-
          One.

          Two.
        created: '2020-01-02T02:04:05Z'

    imported:
      - frmwpjwv4dkc
      - p2x847n6pvsb
      - w2br69b56ks5
      - xn4b6zqj646j
      - zkk25mfrv8w2
    "#);
}

#[test]
fn a_folder_is_one_project_and_comes_back_article_by_article() {
    let folder = folder(&[
        ("seeds/a.txt", ARTICLE),
        ("seeds/deep/a.txt", b"Another one.\n"),
        (
            "notes/bo/a.yaml",
            b"closeread: 1\nannotations:\n- id: x\n  quote: Nobody\n  note: one\n",
        ),
        (
            "notes/bo/deep/a.yaml",
            b"closeread: 1\nannotations:\n- id: x\n  quote: one\n  note: two\n",
        ),
    ]);
    let run = |arguments: &[&str]| block(folder.path(), arguments, b"");
    assert_eq!(run(&["export", ".", "-o", "all.qdpx"]), "exit 0");
    run(&["export", ".", "-o", "all.qdpx", "--date", "2026-11-22"]);
    run(&["export", ".", "-o", "again.qdpx", "--date", "2026-11-22"]);
    let [one, two] =
        ["all.qdpx", "again.qdpx"].map(|name| fs::read(folder.path().join(name)).unwrap());
    assert!(one == two);
    let root = format!("{}/", folder.path().canonicalize().unwrap().display());
    assert_snapshot!(run(&["import", "all.qdpx", "--reader", "c"]).replace(&root, ""), @"
    seeds/a.txt: 1 new (1 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/c/a.yaml
    seeds/deep/a.txt: 1 new (1 found, 0 moved, 0 ambiguous, 0 lost), 0 there already; notes/c/deep/a.yaml
    exit 0
    ");
}

#[test]
fn a_readers_own_words_stay() {
    let folder = fixture::reading();
    let run = |arguments: &[&str]| block(folder.path(), arguments, b"");
    run(&[
        "export",
        "seeds/hard.txt",
        "--format",
        "w3c",
        "-o",
        "all.jsonld",
    ]);
    let notes = folder.path().join("notes/bo/hard.yaml");
    let before = fs::read_to_string(&notes).unwrap();
    let told = run(&["import", "all.jsonld", "--reader", "bo", "--by", "bo"]);
    assert!(
        told.contains(": 0 new (0 found, 0 moved, 0 ambiguous, 0 lost), 3 there already"),
        "{told}"
    );
    assert_eq!(fs::read_to_string(&notes).unwrap(), before);
    // What the reader changed since an import is not brought back to what it was.
    run(&["import", "all.jsonld", "--reader", "new", "--by", "bo"]);
    let new = folder.path().join("notes/new/hard.yaml");
    let changed = fs::read_to_string(&new)
        .unwrap()
        .replace("reason: soft", "reason: my own word");
    fs::write(&new, &changed).unwrap();
    run(&["import", "all.jsonld", "--reader", "new"]);
    let after = fs::read_to_string(&new).unwrap();
    assert!(
        after.contains("reason: my own word") && !after.contains("reason: soft"),
        "{after}"
    );
}

/// An archive of one file, `project.qde`, and whatever `text` of `size` bytes.
fn package(project: &str, zeros: usize) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    archive.start_file("project.qde", options).unwrap();
    archive.write_all(project.as_bytes()).unwrap();
    archive.start_file("sources/zeros.txt", options).unwrap();
    let block = vec![b'0'; 1 << 20];
    for _ in 0..zeros {
        archive.write_all(&block).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn hostile_files_are_refused_and_nothing_of_them_is_imported() {
    let source = |path: &str| {
        format!(
            "<Project><Sources><TextSource guid='1' name='a.txt' plainTextPath='{path}'>\
             <PlainTextSelection startPosition='0' endPosition='3'/></TextSource></Sources></Project>"
        )
    };
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let bomb = package(&source("internal://zeros.txt"), 80);
    let files: &[(&str, &[u8])] = &[
        ("seeds/a.txt", ARTICLE),
        ("deep.json", deep.as_bytes()),
        ("cut.json", b"{\n \"items\": ["),
        ("other.json", b"{\"a\": 1}"),
        ("bad.ann", b"T1\tA 0 3\tThe\nT1\tA 0 3\tThe\n"),
        ("binary.ann", b"T1\xff"),
        ("bomb.qdpx", &bomb),
        ("no.qdpx", b"PK\x03\x04 no archive"),
        (
            "entity.qdpx",
            &package(
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<Project>&b;</Project>",
                0,
            ),
        ),
        (
            "broken.qdpx",
            &package("<Project>\n <Users>\n</Project>", 0),
        ),
        (
            "way.qdpx",
            &package(&source("internal://../project.qde/../../../etc/passwd"), 0),
        ),
        ("far.qdpx", &package(&source("absolute:///etc/passwd"), 0)),
    ];
    let folder = folder(files);
    let told: Vec<String> = files[1..]
        .iter()
        .map(|(name, _)| block(folder.path(), &["import", name, "--reader", "r"], b""))
        .collect();
    assert_snapshot!(told.join("\n"), @"
    ! closeread: deep.json:1:128: recursion limit exceeded; nothing of it was imported
    exit 2
    ! closeread: cut.json:2:11: EOF while parsing a list; nothing of it was imported
    exit 2
    ! closeread: other.json: neither W3C Web Annotation nor Hypothesis; formats are told by their endings (.qdpx, .ann) and by what JSON has; nothing of it was imported
    exit 2
    ! closeread: bad.ann:2:1: this id stands here twice; nothing of it was imported
    exit 2
    ! closeread: binary.ann: this is not text in UTF-8; nothing of it was imported
    exit 2
    ! closeread: bomb.qdpx: what is packed in it has more than 64 MB; nothing of it was imported
    exit 2
    ! closeread: no.qdpx: not a ZIP archive: invalid Zip archive: Could not find EOCD; nothing of it was imported
    exit 2
    ! closeread: entity.qdpx:1:55: a document type is not read (in its project.qde); nothing of it was imported
    exit 2
    ! closeread: broken.qdpx:3:11: ill-formed document: expected `</Users>`, but `</Project>` was found (in its project.qde); nothing of it was imported
    exit 2
    ! closeread: way.qdpx: left out: 1 × texts that are not in the package
    exit 0
    ! closeread: far.qdpx: left out: 1 × texts that are not in the package
    exit 0
    ");
    assert!(!folder.path().join("notes").exists());
}
