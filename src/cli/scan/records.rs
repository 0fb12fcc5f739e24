//! Every finding by itself: JSON lines and CSV.

use crate::cli::detect::row::{Datum, Member, Row};
use crate::cli::scan::Scan;
use crate::cli::scan::columns::{COLUMNS, found};
use crate::cli::scan::form::{Form, Written};
use crate::cli::scan::tally::Tally;

/// A JSON object for each finding.
#[derive(Debug)]
pub(super) struct JsonLines;

/// A row of comma-separated values for each finding, under a head (RFC 4180, but for line feeds alone).
#[derive(Debug)]
pub(super) struct Csv;

impl Form for JsonLines {
    fn article(&self, scan: &Scan) -> Written {
        let mut bytes = Vec::new();
        for row in found(scan) {
            // Neither the row nor memory can refuse.
            let _ = serde_json::to_writer(&mut bytes, &row);
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
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Memory does not refuse.
        let _ = writer.write_record(COLUMNS.map(Member::name));
        writer.into_inner().unwrap_or_default()
    }

    fn article(&self, scan: &Scan) -> Written {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut number = Vec::new();
        for row in found(scan) {
            // Every row has as many cells as the head, and memory does not refuse.
            let _ = write(&mut writer, &row, &mut number);
        }
        Written {
            bytes: writer.into_inner().unwrap_or_default(),
            tally: Tally::default(),
        }
    }
}

/// Writes a row; values stand without the quotes of JSON, and nothing is an empty cell. What is in `number` does not matter.
fn write(writer: &mut csv::Writer<Vec<u8>>, row: &Row, number: &mut Vec<u8>) -> csv::Result<()> {
    for column in COLUMNS {
        let datum = row.get(column);
        number.clear();
        match datum {
            Datum::Nothing => {}
            Datum::Words(words) => {
                writer.write_field(&**words)?;
                continue;
            }
            // No number refuses to be written.
            _ => drop(serde_json::to_writer(&mut *number, datum)),
        }
        writer.write_field(&*number)?;
    }
    writer.write_record(None::<&[u8]>)
}
