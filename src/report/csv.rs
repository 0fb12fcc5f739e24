//! Comma-separated values (RFC 4180, but for line feeds alone): a row for each coding, under a head.
//!
//! Cells hold the words as they are, also those that begin with a sign which spreadsheets take for a formula: a prefix
//! against that would falsify them. Their number is told instead.

use crate::report::left_out::{told, written};
use crate::report::record::Record;
use crate::report::{Codings, Exporter, Many, Reading, Written};
use csv::Writer;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "csv",
    extension: "csv",
    about: "a row for each annotation; for spreadsheets, R, pandas",
    write,
    many: Many::Lines { head: 1 },
};

/// The columns: the members of a record, those that are asked for most first.
const COLUMNS: [&str; 32] = [
    "category",
    "code",
    "text",
    "start",
    "end",
    "paragraph",
    "source",
    "reader",
    "voice",
    "speaker",
    "note",
    "made_by",
    "labels",
    "flag",
    "finding",
    "verdict",
    "reason",
    "rule",
    "score",
    "found_speaker",
    "quotation",
    "voice_kind",
    "voice_name",
    "voice_speech",
    "anchor",
    "last_paragraph",
    "quote",
    "before",
    "after",
    "created",
    "id",
    "guid",
];

/// Stands between codes in one cell.
const SEPARATOR: &str = ";";

/// What spreadsheets take for the beginning of a formula.
const FORMULA: &[char] = &['=', '+', '-', '@', '\t', '\r'];

fn write(reading: &Reading) -> Written {
    let codings = Codings::of(reading);
    let mut rows = Writer::from_writer(Vec::new());
    let mut formulas = 0;
    // Every row has as many cells as the head, and memory does not refuse.
    let _ = rows.write_record(COLUMNS);
    for coding in &codings.all {
        let record = serde_json::to_value(Record::new(reading.article, coding));
        let Ok(Value::Object(record)) = record else {
            continue;
        };
        let cells = COLUMNS.map(|name| cell(&record, name));
        formulas += cells
            .iter()
            .filter(|cell| cell.starts_with(FORMULA))
            .count();
        let _ = rows.write_record(cells.iter().map(|cell| cell.as_bytes()));
    }
    let tags = codings.all.iter().flat_map(|coding| coding.tags);
    let joined = tags.filter(|tag| tag.contains(SEPARATOR)).count();
    written(
        rows.into_inner().unwrap_or_default(),
        [
            told(formulas, "cell", |it| {
                let (begins, is) = (it.verb("begins", "begin"), it.verb("is", "are"));
                format!(
                    "{begins} with =, +, - or @ and {is} not changed: import the columns as text, not as formulas"
                )
            }),
            told(joined, "tag", |it| {
                let holds = it.verb("holds", "hold");
                format!(
                    "{holds} a semicolon, which also stands between tags here: in jsonl they are told apart"
                )
            }),
        ],
    )
}

/// A member without the quotes of JSON; nothing is an empty cell, a list is joined.
fn cell<'r>(record: &'r Map<String, Value>, name: &str) -> Cow<'r, str> {
    match record.get(name) {
        None | Some(Value::Null) => "".into(),
        Some(Value::String(text)) => text.into(),
        Some(Value::Array(items)) => {
            let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
            items.join(SEPARATOR).into()
        }
        Some(other) => other.to_string().into(),
    }
}
