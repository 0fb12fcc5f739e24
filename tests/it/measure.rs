//! `closeread measure loaded`: figures by annotated texts.

use crate::run::{block, folder};
use insta::assert_snapshot;

/// A loaded line with one of two loaded words marked, and a plain one with a marked word that no list has.
const ANNOTATED: &str = "{\"id\":1,\"text\":\"A vile, shameless lie.\\nThe ferry left at nine.\",\"spans\":[\
    {\"start\":2,\"end\":6,\"label\":\"loaded\",\"must\":true},{\"start\":27,\"end\":32,\"label\":\"loaded\"},{\"start\":0,\"end\":1,\"label\":\"other\"}],\
    \"never\":[{\"start\":33,\"end\":37}]}\n\n";

/// The row of `level`, of what is printed of [`ANNOTATED`].
fn row(arguments: &[&str], level: &str) -> String {
    let files = folder(&[("annotated.jsonl", ANNOTATED.as_bytes())]);
    let printed = block(files.path(), arguments, b"");
    let row = printed.lines().find(|line| line.contains(level));
    row.unwrap_or(&printed).to_owned()
}

#[test]
fn the_figures_of_a_file() {
    let all = row(
        &["measure", "loaded", "annotated.jsonl", "--label", "loaded"],
        "| all |",
    );
    // Found: vile, shameless, lie. Marked: vile, ferry. One of three is right; one of two is found.
    assert!(
        all.contains("| annotated | all | 33.3 / 50.0 / 40.0 |"),
        "{all}"
    );
    assert!(all.ends_with("| 1 of 1 / 0 of 1 / 0 of 1 |"), "{all}");
    // Without the label, the "A" is marked, too.
    let every = row(&["measure", "loaded", "annotated.jsonl"], "| all |");
    assert!(every.contains("| 33.3 / 33.3 / 33.3 |"), "{every}");
}

#[test]
fn how_often_a_rule_was_right() {
    let rule = row(
        &[
            "measure",
            "loaded",
            "annotated.jsonl",
            "--label",
            "loaded",
            "--by",
            "category",
        ],
        "| emotive |",
    );
    assert!(rule.starts_with("| emotive | 3 | 33.3 |"), "{rule}");
}

#[test]
fn held_out_scores_are_calibrated_on_the_others() {
    let all = row(
        &[
            "measure",
            "loaded",
            "annotated.jsonl",
            "--label",
            "loaded",
            "--held-out",
        ],
        "| all |",
    );
    assert!(all.contains("| 33.3 / 50.0 / 40.0 |"), "{all}");
}

#[test]
fn what_cannot_be_measured_is_named() {
    let files = folder(&[
        ("torn.jsonl", b"{\"text\":\"a\"}\n{\"text\":\n"),
        (
            "wrong.jsonl",
            b"{\"text\":\"a\",\"spans\":[{\"start\":3,\"end\":1}]}\n",
        ),
        ("empty.jsonl", b"\n"),
    ]);
    let said = |path: &str| block(files.path(), &["measure", "loaded", path], b"");
    assert_snapshot!(said("torn.jsonl"), @r#"
    ! closeread: torn.jsonl:2: not JSON: EOF while parsing a value at line 1 column 8; each line must be an object {"text": …, "spans": [{"start", "end", "label"}]}
    exit 2
    "#);
    assert_snapshot!(said("wrong.jsonl"), @r#"
    ! closeread: wrong.jsonl:1: a span of "spans" has no "start" before its "end"; each line must be an object {"text": …, "spans": [{"start", "end", "label"}]}
    exit 2
    "#);
    assert_snapshot!(said("empty.jsonl"), @r#"
    ! closeread: empty.jsonl: no texts; each line must be an object {"text": …, "spans": [{"start", "end", "label"}]}
    exit 2
    "#);
    assert_snapshot!(said("none.jsonl"), @"
    ! closeread: none.jsonl: there is no such file; check the path
    exit 2
    ");
}
