//! JSON lines: an object for each coding.

use crate::report::record::Record;
use crate::report::{Codings, Exporter, Many, Reading, Written};

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "jsonl",
    extension: "jsonl",
    about: "a JSON object a line for each annotation; for jq, DuckDB, pandas",
    write,
    many: Many::Lines { head: 0 },
};

fn write(reading: &Reading) -> Written {
    let mut bytes = Vec::new();
    for coding in &Codings::of(reading).all {
        // Neither the record nor memory can refuse.
        let _ = serde_json::to_writer(&mut bytes, &Record::new(reading.article, coding));
        bytes.push(b'\n');
    }
    Written::whole(bytes)
}
