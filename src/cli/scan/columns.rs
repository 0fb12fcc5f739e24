//! What is said of every finding of a scan.

use crate::cli::detect::{Given, record};
use crate::cli::scan::Scan;
use crate::detect::Finding;
use serde_json::{Map, Value};

/// The columns of CSV, which are the members of the JSON objects; each has those that its kind of finding has.
pub(super) const COLUMNS: [&str; 28] = [
    "path",
    "paragraph",
    "start",
    "end",
    "text",
    "detector",
    "kind",
    "category",
    "technique",
    "level",
    "rule",
    "reason",
    "score",
    "voice",
    "voice_kind",
    "voice_name",
    "voice_speech",
    "speaker",
    "speaker_start",
    "speaker_end",
    "resolved",
    "cue",
    "cue_start",
    "cue_end",
    "relay",
    "relay_start",
    "relay_end",
    "alternative",
];

/// Every finding of `scan`; offsets are scalar values of the normalised text, paragraphs count from 1.
pub(super) fn objects(scan: &Scan) -> impl Iterator<Item = Map<String, Value>> + '_ {
    let given = Given::same(&scan.article.text);
    let findings = scan.findings.iter();
    findings.map(move |finding| object(scan, finding, &given))
}

fn object(scan: &Scan, finding: &Finding, given: &Given) -> Map<String, Value> {
    let article = &scan.article;
    let mut object = record::row(finding, article, given);
    for (name, value) in [
        ("path", article.name.as_str().into()),
        (
            "paragraph",
            (article.paragraph_at(finding.span.start) + 1).into(),
        ),
        ("text", finding.span.of(&article.text).into()),
        ("detector", finding.detector.into()),
    ] {
        object.insert(name.to_owned(), value);
    }
    object
}
