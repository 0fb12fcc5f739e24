//! doccano's JSON lines for sequence labelling: a line for each article, with a label for each code.

use crate::report::left_out::{labels_only, moved, told, without_place, written};
use crate::report::{Codings, Exporter, Many, Offsets, Reading, Written};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "doccano",
    extension: "doccano.jsonl",
    about: "to import into doccano (sequence labelling): a line for each article",
    write,
    many: Many::Lines { head: 0 },
};

#[derive(Serialize)]
struct Line<'a> {
    text: &'a str,
    label: Vec<(usize, usize, Cow<'a, str>)>,
    source: &'a str,
    sha256: String,
}

fn write(reading: &Reading) -> Written {
    let codings = Codings::of(reading);
    let mut labels = BTreeSet::new();
    for (coding, place) in codings.placed() {
        let Offsets { start, end } = place.scalars;
        labels.extend(coding.codes.iter().map(|code| (start, end, code.label())));
    }
    let line = Line {
        text: &reading.article.text,
        label: labels.into_iter().collect(),
        source: &reading.article.name,
        sha256: reading.article.sha256(),
    };
    let overlapping = overlapping(&line.label);
    let mut bytes = serde_json::to_vec(&line).unwrap_or_default();
    bytes.push(b'\n');
    let overlaps = told(overlapping, "label", |it| {
        format!(
            "{} another: the doccano project has to allow overlapping spans",
            it.verb("overlaps", "overlap")
        )
    });
    let mut left_out = vec![without_place(&codings), moved(&codings.all), overlaps];
    left_out.extend(labels_only(&codings, |_| true));
    written(bytes, left_out)
}

/// How many labels begin before an earlier one has ended; `labels` are by their start.
fn overlapping(labels: &[(usize, usize, Cow<str>)]) -> usize {
    let mut reach = 0;
    let mut count = 0;
    for (start, end, _) in labels {
        count += usize::from(*start < reach);
        reach = reach.max(*end);
    }
    count
}
