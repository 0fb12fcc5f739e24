//! `closeread scan`: the findings of many articles.

use crate::run::{block, closeread, folder};
use insta::assert_snapshot;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};

/// An article with a quotation and no flag. Which words are flagged is the business of other tests.
const BRIDGE: &str = "News\n\n“The bridge is closed,” said Ida Lund, the mayor.\n\nIt is Monday.\n";

/// Words that some list is sure to have.
const LOADED: &str = "The traitors of the barbaric regime, that evil mob, fled in a bloodbath.\n";

const QUIET: &str = "Nothing happened.\n";

#[test]
fn a_row_for_each_article_and_their_total() {
    let files = folder(&[
        ("seeds/b.txt", BRIDGE.as_bytes()),
        ("seeds/a/deep/z.MD", QUIET.as_bytes()),
        ("seeds/a/empty.txt", b""),
        ("seeds/.hidden/c.txt", BRIDGE.as_bytes()),
        ("seeds/.d.txt", BRIDGE.as_bytes()),
        ("seeds/notes.yaml", b"a: b"),
        ("other", BRIDGE.as_bytes()),
    ]);
    symlink("..", files.path().join("seeds/a/loop")).unwrap();
    symlink(".", files.path().join("seeds/itself")).unwrap();
    assert_snapshot!(block(files.path(), &["scan", "other", "seeds"], b""), @"
    article                  words  quotes   flags  /1000  most flagged
    other                       13       1       0    0.0
    seeds/a/deep/z.MD            2       0       0    0.0
    seeds/a/empty.txt            0       0       0    0.0
    seeds/b.txt                 13       1       0    0.0
    total: 4 articles           28       2       0    0.0
    exit 0
    ");
}

/// A pattern that the shell was kept from, as for more files than its command line holds.
#[test]
fn a_pattern_stands_for_what_it_matches() {
    let files = folder(&[
        ("2023/a.txt", QUIET.as_bytes()),
        ("2024/deep/b.txt", QUIET.as_bytes()),
        ("2024/deep/.c.txt", QUIET.as_bytes()),
        ("2024/d.text", QUIET.as_bytes()),
        ("e*.txt", QUIET.as_bytes()),
        ("e1.txt", QUIET.as_bytes()),
    ]);
    let said = |pattern: &str| block(files.path(), &["scan", pattern], b"");
    let names = |pattern: &str| {
        let said = said(pattern);
        let rows = said.lines().skip(1).map_while(|row| row.split(' ').next());
        let rows = rows.take_while(|name| *name != "total:");
        rows.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(names("20*"), ["2023/a.txt", "2024/deep/b.txt"]);
    assert_eq!(names("202?/*.t*"), ["2023/a.txt", "2024/d.text"]);
    assert_eq!(names("**/[ab].txt"), ["2023/a.txt", "2024/deep/b.txt"]);
    assert_eq!(names("e*.txt"), ["e*.txt"]);
    assert_snapshot!(said("20[0-1]*/*.txt"), @"
    article                  words  quotes   flags  /1000  most flagged
    total: 0 articles            0       0       0    0.0
    ! closeread: 20[0-1]*/*.txt: no articles here; name a text file, or - for standard input
    exit 2
    ");
}

#[test]
fn what_cannot_be_read_is_told_and_left_out() {
    let files = folder(&[
        ("seeds/1.txt", QUIET.as_bytes()),
        ("seeds/2.txt", b"%PDF-1.7"),
        ("seeds/3.txt", BRIDGE.as_bytes()),
        ("empty/nothing.yaml", b""),
    ]);
    symlink("nowhere", files.path().join("seeds/4.txt")).unwrap();
    let said = |arguments: &[&str]| block(files.path(), arguments, b"");
    assert_snapshot!(said(&["scan", "missing.txt", "seeds", "empty"]), @"
    article                  words  quotes   flags  /1000  most flagged
    seeds/1.txt                  2       0       0    0.0
    seeds/3.txt                 13       1       0    0.0
    total: 2 articles           15       1       0    0.0
    ! closeread: missing.txt: there is no such file; check the path
    ! closeread: seeds/2.txt: this is a PDF document, not plain text; convert it to text first
    ! closeread: seeds/4.txt: there is no such file; check the path
    ! closeread: empty: no articles here; name a text file, or - for standard input
    ! closeread: left out, 4 in all:
    ! closeread: missing.txt: there is no such file; check the path
    ! closeread: seeds/2.txt: this is a PDF document, not plain text; convert it to text first
    ! closeread: seeds/4.txt: there is no such file; check the path
    ! closeread: empty: no articles here; name a text file, or - for standard input
    exit 1
    ");
    assert_snapshot!(said(&["scan", "empty"]), @"
    article                  words  quotes   flags  /1000  most flagged
    total: 0 articles            0       0       0    0.0
    ! closeread: empty: no articles here; name a text file, or - for standard input
    exit 2
    ");
    assert_snapshot!(said(&["scan", "seeds/1.txt", "--jobs", "0"]), @"
    ! error: invalid value '0' for '--jobs <N>': number would be zero for non-zero type
    !
    ! For more information, try '--help'.
    exit 2
    ");
    assert_snapshot!(said(&["scan"]), @"
    ! error: the following required arguments were not provided:
    !   <PATH>...
    !
    ! Usage: closeread scan <PATH>...
    !
    ! For more information, try '--help'.
    exit 2
    ");
}

#[test]
fn an_object_for_each_finding() {
    let text = format!("\u{feff}{BRIDGE}\n{LOADED}");
    let files = folder(&[("a.txt", text.as_bytes())]);
    let arguments = ["scan", "a.txt", "--format", "jsonl"];
    let output = closeread(files.path()).args(arguments).output().unwrap();
    let objects: Vec<serde_json::Value> = output
        .stdout
        .lines()
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    // Offsets are those of the normalised text, without the byte order mark.
    let scalars: Vec<char> = text.chars().skip(1).collect();
    for object in &objects {
        let at = |key: &str| usize::try_from(object[key].as_u64().unwrap()).unwrap();
        let words: String = scalars[at("start")..at("end")].iter().collect();
        assert_eq!(object["text"], words.as_str());
        assert_eq!(object["path"], "a.txt");
        let number = if object["detector"] == "quotation" {
            2
        } else {
            4
        };
        assert_eq!(at("paragraph"), number);
    }
    let (quotations, flags): (Vec<_>, Vec<_>) = objects
        .iter()
        .partition(|object| object["detector"] == "quotation");
    assert_eq!(quotations.len(), 1);
    for (key, value) in [
        ("kind", "direct"),
        ("rule", "cue-inverted"),
        ("resolved", "Ida Lund"),
    ] {
        assert_eq!(quotations[0][key], value);
    }
    assert!(!flags.is_empty());
    for key in ["category", "rule", "score", "level", "voice"] {
        assert!(!flags[0][key].is_null(), "{key}");
    }
}

#[test]
fn few_is_less_than_all() {
    let files = folder(&[("a.txt", LOADED.as_bytes())]);
    let lines = |level: &str| {
        let arguments = ["scan", "a.txt", "--format", "jsonl", "--strictness", level];
        let output = closeread(files.path()).args(arguments).output().unwrap();
        output.stdout.lines().count()
    };
    assert!(lines("few") <= lines("normal") && lines("normal") <= lines("all"));
    assert!(lines("all") > 0);
}

/// Behind the totals stand the rates of the whole corpus; its parts add up to it.
#[test]
fn flags_have_rates_by_category_and_voice() {
    let files = folder(&[("a.txt", LOADED.as_bytes()), ("b.txt", BRIDGE.as_bytes())]);
    let said = block(files.path(), &["scan", "."], b"");
    let (_, rates) = said.split_once("\n\n").unwrap();
    let mut rows = rates.lines();
    assert_eq!(
        rows.next().unwrap(),
        "flags per 1000 words      all      own    named  unnamed  unclear"
    );
    let numbers = |row: &str| -> Vec<f64> {
        let cells = row.split_whitespace().skip(1);
        cells.map(|cell| cell.parse().unwrap()).collect()
    };
    let rows: Vec<Vec<f64>> = rows
        .take_while(|row| !row.starts_with("exit"))
        .map(numbers)
        .collect();
    let (all, categories) = rows.split_last().unwrap();
    assert!(!categories.is_empty() && all[0] > 0.0);
    // The words are the article's own, and rates are rounded.
    assert!((all[0] - all[1]).abs() < 0.01);
    let sum: f64 = categories.iter().map(|row| row[0]).sum();
    assert!((sum - all[0]).abs() < 0.01 * rows.len() as f64);
}

#[test]
fn csv_quotes_what_would_part_its_cells() {
    let text = "Ida Lund said it was \"cold, wet and\nwindy\" on Monday.\n\nNothing.\n";
    let files = folder(&[("a, \"b\".txt", text.as_bytes()), ("c.txt", b"")]);
    let said = block(
        files.path(),
        &["scan", ".", "--format", "csv", "--strictness", "few"],
        b"",
    );
    assert_snapshot!(said, @r#"
    path,paragraph,start,end,text,detector,kind,category,technique,level,rule,reason,score,voice,voice_kind,voice_name,voice_speech,speaker,speaker_start,speaker_end,resolved,cue,cue_start,cue_end,relay,relay_start,relay_end,alternative
    "./a, ""b"".txt",1,14,52,"it was ""cold, wet and
    windy"" on Monday",quotation,mixed,,,,cue-bare,“said” credits these words to Ida Lund,0.821,own voice,own,,,Ida Lund,0,8,Ida Lund,said,9,13,,,,
    exit 0
    "#);
    let output = closeread(files.path())
        .args(["scan", ".", "--format", "csv"])
        .output()
        .unwrap();
    let mut rows = csv::Reader::from_reader(&*output.stdout);
    let head = rows.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|other| other == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert!(rows.iter().all(|row| &row[at("path")] == "./a, \"b\".txt"));
    let quoted = "\"cold, wet and\nwindy\"";
    assert!(rows.iter().any(|row| row[at("text")].contains(quoted)));
}

#[test]
fn standard_input_is_an_article_too() {
    let files = folder(&[("a.txt", QUIET.as_bytes())]);
    let input = BRIDGE.as_bytes();
    assert_snapshot!(block(files.path(), &["scan", "-", "a.txt"], input), @"
    article                  words  quotes   flags  /1000  most flagged
    -                           13       1       0    0.0
    a.txt                        2       0       0    0.0
    total: 2 articles           15       1       0    0.0
    exit 0
    ");
    assert_snapshot!(block(files.path(), &["scan", "-"], b"\x89PNG"), @"
    article                  words  quotes   flags  /1000  most flagged
    total: 0 articles            0       0       0    0.0
    ! closeread: standard input: this is a PNG image, not plain text; convert it to text first
    exit 2
    ");
}

#[test]
fn nothing_in_a_table_can_command_a_terminal() {
    let name = "esc\x1b[31m\u{9b}2J\u{202e}.txt";
    let text = "Ida Lund said \x1b]0;title\x07 the bridge would open.\n";
    let files = folder(&[(name, text.as_bytes())]);
    assert_snapshot!(block(files.path(), &["scan", "."], b""), @"
    article                  words  quotes   flags  /1000  most flagged
    ./esc␛[31m�2J�.txt           9       1       0    0.0
    total: 1 article             9       1       0    0.0
    exit 0
    ");
}

/// However many threads read them, articles come in order and whole.
#[test]
fn the_order_is_that_of_the_articles() {
    let texts: Vec<(String, String)> = (0..60)
        .map(|number| {
            let name = format!("{:02}/{number:02}.txt", number % 7);
            (name, BRIDGE.repeat(1 + number * 37 % 50))
        })
        .collect();
    let files: Vec<(&str, &[u8])> = texts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    let files = folder(&files);
    for format in ["table", "jsonl", "csv"] {
        let scanned = |jobs: &str| {
            let arguments = ["scan", ".", "--format", format, "--jobs", jobs];
            let output = closeread(files.path()).args(arguments).output().unwrap();
            assert!(output.status.success());
            String::from_utf8(output.stdout).unwrap()
        };
        let one = scanned("1");
        assert!(one == scanned("2") && one == scanned("9"), "{format}");
        if format == "table" {
            let names: Vec<&str> = one
                .lines()
                .filter_map(|row| row.split(' ').next())
                .collect();
            let rows = &names[1..names.len() - 1];
            assert!(rows.len() == 60 && rows.is_sorted(), "{names:?}");
        }
    }
}

/// A reader that goes away, such as `head`: no message, and nothing went wrong.
#[test]
fn a_broken_pipe_is_success() {
    let text = BRIDGE.repeat(2000);
    let files = folder(&[("a.txt", text.as_bytes()), ("b.txt", text.as_bytes())]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_closeread"))
        .args(["scan", ".", "--format", "jsonl"])
        .current_dir(files.path())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    output.read_line(&mut first).unwrap();
    assert!(first.starts_with('{'));
    drop(output);
    let mut errors = String::new();
    let mut said = child.stderr.take().unwrap();
    said.read_to_string(&mut errors).unwrap();
    assert_eq!(
        (child.wait().unwrap().code(), errors.as_str()),
        (Some(0), "")
    );
}

#[test]
fn a_folder_that_cannot_be_entered_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let files = folder(&[("a.txt", QUIET.as_bytes()), ("shut/b.txt", b"")]);
    let shut = files.path().join("shut");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may enter any folder.
    let enters = fs::read_dir(&shut).is_ok();
    let said = block(files.path(), &["scan", "."], b"");
    fs::set_permissions(&shut, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(
        enters || said.contains("! closeread: ./shut: cannot be read") && said.ends_with("exit 2")
    );
}
