//! The desk as a reading to be written up.

use crate::app::desk::Desk;
use crate::notes::Anchor;
use crate::report::{ALL, AnchoredNotebook, Exchange, Reading, retain_told};

/// The summary of what lies on the desk, in the first format of the exporters' table. Readers who have said nothing
/// are left out, but for the one at the desk; so are findings that are not shown and that nobody has answered.
pub(super) fn summary(desk: &Desk, date: &str) -> Vec<u8> {
    let shelves: Vec<_> = desk
        .shelves
        .iter()
        .enumerate()
        .filter(|(number, shelf)| *number == 0 || !shelf.notebook.annotations.is_empty())
        .map(|(_, shelf)| shelf)
        .collect();
    let anchors: Vec<Vec<Anchor>> = shelves.iter().map(|shelf| shelf.anchors()).collect();
    let notebooks: Vec<AnchoredNotebook> = shelves
        .iter()
        .zip(&anchors)
        .map(|(shelf, anchors)| AnchoredNotebook {
            notebook: &shelf.notebook,
            anchors,
        })
        .collect();
    let mut findings = desk.findings.clone();
    retain_told(&mut findings, &notebooks, |finding| desk.is_shown(finding));
    let reading = Reading {
        article: &desk.article,
        notebooks,
        findings: &findings,
        codebook: &desk.codebook,
        level: desk.strictness(),
        date: date.to_owned(),
        exchange: Exchange::default(),
    };
    ALL.first()
        .map(|exporter| (exporter.write)(&reading).bytes)
        .unwrap_or_default()
}
