//! `closeread measure quotes`: figures by articles of our own whose quotations are annotated.

use crate::run::{block, folder};
use insta::assert_snapshot;
use serde_json::{Value, json};

/// The place of `words` in `text`, in scalar values, as annotations have it.
fn place(text: &str, words: &str) -> Value {
    let start = text.find(words).unwrap();
    let start = text[..start].chars().count();
    json!({"start": start, "end": start + words.chars().count(), "text": words})
}

/// An annotated quotation; an empty speaker is nobody.
fn quote(text: &str, words: &str, kind: &str, speaker: &str, cue: &str) -> Value {
    let mut quote = place(text, words);
    quote["kind"] = kind.into();
    for (key, words) in [("speaker", speaker), ("cue", cue)] {
        if !words.is_empty() {
            quote[key] = place(text, words);
        }
    }
    quote
}

/// Three articles: found as annotated; a wrong speaker, a missed quotation and one that is too short to count; one that is ignored.
fn annotated() -> Vec<u8> {
    let first = "“The bridge is open,” Mayor Ida Lund said.";
    let second = "“The ferry has left,” Bo Dahl said.\n\
        The keeper’s rule is that nobody should wait for it.\nLund said no.";
    let third = "“A fine old wreck of a thing,” the paper wrote.";
    let person = {
        let mut quote = quote(
            first,
            "“The bridge is open,”",
            "direct",
            "Mayor Ida Lund",
            "said",
        );
        quote["resolved"] = json!(["Ida Lund"]);
        quote
    };
    let ignored = {
        let mut quote = quote(
            third,
            "“A fine old wreck of a thing,”",
            "direct",
            "the paper",
            "wrote",
        );
        quote["ignore"] = true.into();
        quote
    };
    let articles = [
        json!({"id": 1, "text": first, "quotes": [person]}),
        json!({"id": 2, "text": second, "quotes": [
            quote(second, "The ferry has left", "direct", "", "said"),
            quote(second, "nobody should wait for it", "indirect", "The keeper", "rule"),
            quote(second, "no.", "indirect", "Lund", "said no"),
        ]}),
        json!({"id": 3, "text": third, "quotes": [ignored]}),
    ];
    let lines = articles.map(|article| format!("{article}\n"));
    lines.concat().into_bytes()
}

fn measured(more: &[&str]) -> String {
    let files = folder(&[("ours.jsonl", &annotated())]);
    let arguments = [&["measure", "quotes", "ours.jsonl"], more].concat();
    block(files.path(), &arguments, b"")
}

#[test]
fn the_figures_of_a_file() {
    assert_snapshot!(measured(&[]), @"
    | texts | quotations | annotated | found | exact spans P / R / F1 | spans P / R / F1 | 95 % | speaker | 95 % | person | kind | cue P / R / F1 | 95 % | span and speaker P / R / F1 | 95 % |
    | :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
    | ours | all | 3 | 2 | 100.0 / 66.7 / 80.0 | 100.0 / 66.7 / 80.0 | – | 100.0 | – | 100.0 | 100.0 | 100.0 / 66.7 / 80.0 | – | 50.0 / 33.3 / 40.0 | – |
    | ours | direct | 2 | 2 | 100.0 / 100.0 / 100.0 | 100.0 / 100.0 / 100.0 | – | 100.0 | – | 100.0 | 100.0 | – | – | – / 50.0 / – | – |
    | ours | mixed | 0 | 0 | – / – / – | – / – / – | – | – | – | – | – | – | – | – / – / – | – |
    | ours | indirect | 1 | 0 | – / 0.0 / – | – / 0.0 / – | – | – | – | – | – | – | – | – / 0.0 / – | – |
    | ours | pairs of marks | 2 | 2 | – | 100.0 / 100.0 / 100.0 | – | 100.0 | – | 100.0 | – | – | – | 50.0 / 50.0 / 50.0 | – |
    exit 0
    ");
}

#[test]
fn how_often_a_rule_was_right() {
    assert_snapshot!(measured(&["--by", "rule"]), @"
    | found by | ours | words right | and speaker | claimed |
    | :--- | ---: | ---: | ---: | ---: |
    | cue-after | 2 | 100.0 | 50.0 | 97.0 |
    exit 0
    ");
    assert_snapshot!(measured(&["--by", "kind"]), @"
    | found by | ours | words right | and speaker | claimed |
    | :--- | ---: | ---: | ---: | ---: |
    | direct | 2 | 100.0 | 50.0 | 97.0 |
    exit 0
    ");
}

#[test]
fn what_cannot_be_measured_is_named() {
    let files = folder(&[
        (
            "torn.jsonl",
            b"{\"text\":\"a\",\"quotes\":[]}\n{\"text\":\n",
        ),
        ("none.jsonl", b"{\"text\":\"a\"}\n"),
        (
            "past.jsonl",
            b"{\"text\":\"a\",\"quotes\":[{\"start\":0,\"end\":2,\"kind\":\"direct\"}]}\n",
        ),
        (
            "kind.jsonl",
            b"{\"text\":\"a\",\"quotes\":[{\"start\":0,\"end\":1,\"kind\":\"odd\"}]}\n",
        ),
        ("empty.jsonl", b"\n"),
    ]);
    let said = |path: &str| block(files.path(), &["measure", "quotes", path], b"");
    assert_snapshot!(said("torn.jsonl"), @r#"
    ! closeread: torn.jsonl:2: not JSON: EOF while parsing a value at line 1 column 8; each line must be an object {"text": …, "quotes": [{"start", "end", "kind", "speaker", "cue"}]}
    exit 2
    "#);
    assert_snapshot!(said("none.jsonl"), @r#"
    ! closeread: none.jsonl:1: no list "quotes"; each line must be an object {"text": …, "quotes": [{"start", "end", "kind", "speaker", "cue"}]}
    exit 2
    "#);
    assert_snapshot!(said("past.jsonl"), @r#"
    ! closeread: past.jsonl:1: quotation 1: no "start" before an "end" inside the text; each line must be an object {"text": …, "quotes": [{"start", "end", "kind", "speaker", "cue"}]}
    exit 2
    "#);
    assert_snapshot!(said("kind.jsonl"), @r#"
    ! closeread: kind.jsonl:1: quotation 1: "kind" is not direct, mixed or indirect; each line must be an object {"text": …, "quotes": [{"start", "end", "kind", "speaker", "cue"}]}
    exit 2
    "#);
    assert_snapshot!(said("empty.jsonl"), @r#"
    ! closeread: empty.jsonl: no texts; each line must be an object {"text": …, "quotes": [{"start", "end", "kind", "speaker", "cue"}]}
    exit 2
    "#);
}
