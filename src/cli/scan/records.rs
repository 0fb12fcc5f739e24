//! Every finding by itself: JSON lines and CSV.

use crate::cli::scan::Scan;
use crate::cli::scan::columns::{COLUMNS, objects};
use crate::cli::scan::form::{Form, Written};
use crate::cli::scan::tally::Tally;
use serde_json::Value;
use std::borrow::Cow;

/// A JSON object for each finding.
#[derive(Debug)]
pub(super) struct JsonLines;

/// A row of comma-separated values for each finding, under a head (RFC 4180, but for line feeds alone).
#[derive(Debug)]
pub(super) struct Csv;

impl Form for JsonLines {
    fn article(&self, scan: &Scan) -> Written {
        let mut bytes = Vec::new();
        for object in objects(scan) {
            // Neither the object nor memory can refuse.
            let _ = serde_json::to_writer(&mut bytes, &object);
            bytes.push(b'\n');
        }
        Written {
            bytes,
            tally: Tally::default(),
        }
    }
}

impl Form for Csv {
    fn head(&self) -> Vec<u8> {
        rows(std::iter::once(COLUMNS.map(Cow::from)))
    }

    fn article(&self, scan: &Scan) -> Written {
        let cells = objects(scan).map(|object| COLUMNS.map(|name| cell(object.get(name))));
        Written {
            bytes: rows(cells),
            tally: Tally::default(),
        }
    }
}

fn rows<'c>(rows: impl Iterator<Item = [Cow<'c, str>; COLUMNS.len()]>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Every row has as many cells as the head, and memory does not refuse.
        let _ = writer.write_record(row.iter().map(|cell| cell.as_bytes()));
    }
    writer.into_inner().unwrap_or_default()
}

/// A value without the quotes of JSON; nothing is an empty cell.
fn cell(value: Option<&Value>) -> Cow<'static, str> {
    match value {
        None | Some(Value::Null) => Cow::Borrowed(""),
        Some(Value::String(text)) => Cow::Owned(text.clone()),
        Some(other) => Cow::Owned(other.to_string()),
    }
}
