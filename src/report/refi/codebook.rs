//! The code book (`.qdc`).

use crate::report::left_out::{told, written};
use crate::report::refi::codes::{names, tree};
use crate::report::refi::element::Element;
use crate::report::refi::{ORIGIN, replaced};
use crate::report::{Codings, Exporter, Many, Reading, Written};
use std::collections::BTreeSet;

/// The exporter.
pub(in crate::report) const EXPORTER: Exporter = Exporter {
    name: "qdc",
    extension: "qdc",
    about: "REFI-QDA codebook: tags with definitions and colours, categories; for QualCoder, NVivo, ATLAS.ti, MAXQDA",
    write: |reading| write(std::slice::from_ref(reading)),
    many: Many::Together(write),
};

fn write(readings: &[Reading]) -> Written {
    let codings: Vec<Codings> = readings.iter().map(Codings::of).collect();
    let all = || codings.iter().flat_map(|codings| &codings.all);
    let used: BTreeSet<String> = all().flat_map(names).collect();
    let codebook = readings.first().map(|reading| reading.codebook.clone());
    let (codes, mut left_out) = tree(&codebook.unwrap_or_default(), &used);
    let root = Element::new("CodeBook")
        .with("xmlns", "urn:QDA-XML:codebook:1.0")
        .with("origin", ORIGIN)
        .children([Element::new("Codes").children(codes)]);
    let (bytes, odd) = root.document();
    left_out.push(replaced(odd));
    left_out.push(told(all().count(), "annotation", |it| {
        let is = it.verb("is", "are");
        format!("{is} left out, as a codebook holds codes only: qdpx has both")
    }));
    written(bytes, left_out)
}
