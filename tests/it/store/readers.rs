//! Other programs that read YAML read what we wrote: `PyYAML` (1.1), `ruamel.yaml` (1.2), and the two of JavaScript.
//!
//! A reader that is not installed is told of and skipped. `.ci/run` installs them.

use crate::store::any::{HARD, any_text};
use crate::store::desk::Desk;
use closeread::notes::{Annotation, At, Id, Selector};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::process::Command;

/// How it is called, the program, how that is given a script, and a script that prints the file as JSON.
const READERS: &[(&str, &str, &str, &str)] = &[
    (
        "PyYAML",
        "python3",
        "-c",
        "import sys,json,yaml;print(json.dumps(yaml.safe_load(open(sys.argv[1],encoding='utf-8',newline='').read())))",
    ),
    (
        "ruamel.yaml",
        "python3",
        "-c",
        "import sys,json;from ruamel.yaml import YAML;\
         print(json.dumps(YAML(typ='safe',pure=True).load(open(sys.argv[1],encoding='utf-8',newline='').read())))",
    ),
    (
        "yaml of npm, as YAML 1.2",
        "node",
        "-e",
        "console.log(JSON.stringify(require('yaml').parse(require('fs').readFileSync(process.argv[1],'utf8'))))",
    ),
    (
        "yaml of npm, as YAML 1.1",
        "node",
        "-e",
        "console.log(JSON.stringify(require('yaml').parse(require('fs').readFileSync(process.argv[1],'utf8'),{version:'1.1'})))",
    ),
    (
        "js-yaml of npm",
        "node",
        "-e",
        "console.log(JSON.stringify(require('js-yaml').load(require('fs').readFileSync(process.argv[1],'utf8'))))",
    ),
];

/// What a reader may say of the probe when it is there.
const PROBE: &str = "a: [b, 'no']\n";

/// Notes of several lines in which everything stands that means something to YAML, and very long ones.
fn long_notes() -> Vec<String> {
    let lines = "first\n\n  indented\n---\n...\n- item: yes\n# no comment\n\ttab\nkey: value # no\n\"quoted\" 'too'\nends with blanks  \n";
    vec![
        lines.to_owned(),
        lines.replace('\t', " "),
        lines.replace("  \n", "\n").replace('\t', ""),
        lines.trim_end().to_owned(),
        lines.replace('\n', "\r\n"),
        lines.replace('\n', "\r"),
        lines.replace('\n', "\u{85}"),
        lines.replace('\n', "\u{2028}") + "\u{2029}",
        format!("\u{feff}{lines}\u{feff}mark inside"),
        "🙂 👩\u{200d}🔬 🏳\u{fe0f}\nof flags 🇩🇪\n".to_owned(),
        "word ".repeat(20_000),
        "x".repeat(100_000) + "\nand more",
        "one long line: with colons # and hashes, ".repeat(1_000) + "\n",
    ]
}

/// What YAML 1.1 reads as something else, beside what is hard on every reader.
const OTHER: &[&str] = &[
    "0o14",
    "014",
    "0b11",
    "-.inf",
    ".inf",
    ".NaN",
    "190:20:30",
    "685_230.15",
    "1_000",
    "+12e03",
    "2001-12-14t21:59:43.10-05:00",
    "2002-1-1",
    "Yes",
    "NO",
    "off",
    "Null",
    "NULL",
    "<<",
    "=",
    "!",
    "&",
    "*",
    "12e3",
    "1e3",
    "0x_0A_74",
    "-0",
    "1.",
    "_1",
    "__proto__",
    "constructor",
    "@at",
    "%TAG",
    "? key",
    "?",
    ":",
    ":a",
    "a:b",
    "a:",
    "-",
    "--",
    "-a",
    "a#b",
    "a #b",
    "|x",
    ">x",
];

fn texts() -> Vec<String> {
    let mut runner = TestRunner::deterministic();
    let any = any_text();
    let random = (0..300).map(|_| any.new_tree(&mut runner).unwrap().current());
    let fixed = HARD.iter().chain(OTHER).map(ToString::to_string);
    fixed.chain(long_notes()).chain(random).collect()
}

fn annotation(number: usize, text: &str) -> Annotation {
    Annotation {
        id: Id(format!("n{number}")),
        selector: Selector {
            quote: text.to_owned(),
            before: text.to_owned(),
            after: text.to_owned(),
        },
        at: At::parse("12:30"),
        flag: Some(text.to_owned()),
        tags: vec![text.to_owned(), text.to_owned()],
        note: Some(text.to_owned()),
        reason: Some(text.to_owned()),
        created: Some("2026-11-22T17:03:05Z".into()),
        ..Annotation::default()
    }
}

/// What a reader makes of the file; None, with a word on it, where the reader is not installed.
fn read(reader: &(&str, &str, &str, &str), path: &std::path::Path) -> Option<serde_json::Value> {
    let (name, program, option, script) = reader;
    let run = |path: &std::path::Path| {
        Command::new(program)
            .args([option, script])
            .arg(path)
            .output()
    };
    let probe = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(probe.path(), PROBE).unwrap();
    if !run(probe.path()).is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: {name} is not installed");
        return None;
    }
    let output = run(path).unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {said}");
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

/// A new file, in lines; and one whose annotations somebody wrote in braces.
#[test]
fn every_yaml_reader_reads_the_same() {
    let texts = texts();
    let desk = Desk::new();
    desk.change(|notebook| {
        let notes = texts.iter().enumerate();
        notebook.annotations = notes.map(|(n, text)| annotation(n, text)).collect();
    })
    .unwrap();
    for reader in READERS {
        let Some(read) = read(reader, &desk.path()) else {
            continue;
        };
        let rows = read["annotations"].as_array().unwrap();
        assert_eq!(rows.len(), texts.len());
        for (row, text) in rows.iter().zip(&texts) {
            is_read(reader.0, row, text);
        }
        assert_eq!(read["closeread"], 1);
    }
    // Each text as the value of one line in braces, all in one file: a reader is not started for each.
    let braced: String = (0..texts.len())
        .map(|n| format!("  - {{id: n{n}, quote: a}}\n"))
        .collect();
    let braced = Desk::with(&format!("annotations:\n{braced}"));
    braced
        .change(|notebook| {
            for (n, text) in texts.iter().enumerate() {
                notebook.annotations[n] = annotation(n, text);
            }
        })
        .unwrap();
    for reader in READERS {
        let read = read(reader, &braced.path());
        for (row, text) in read
            .iter()
            .flat_map(|read| read["annotations"].as_array().unwrap())
            .zip(&texts)
        {
            is_read(reader.0, row, text);
        }
    }
}

fn is_read(reader: &str, row: &serde_json::Value, text: &str) {
    for key in ["quote", "before", "after", "flag", "note", "reason"] {
        let absent = text.is_empty() && (key == "before" || key == "after");
        assert_eq!(
            row.get(key).and_then(|value| value.as_str()),
            (!absent).then_some(text),
            "{reader}: {key}"
        );
    }
    assert_eq!(row["tags"], serde_json::json!([text, text]), "{reader}");
    assert_eq!(row["at"], "12:30", "{reader}");
    assert_eq!(row["created"], "2026-11-22T17:03:05Z", "{reader}");
}
