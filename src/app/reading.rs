//! The desk as a reading to be written up.

use crate::app::desk::Desk;
use crate::notes::Anchor;
use crate::report::{AnchoredNotebook, Exchange, Reading, retain_told};

/// What `write` makes of what lies on the desk. Readers who have said nothing
/// are left out, but for the one at the desk; so are findings that are not shown and that nobody has answered.
pub(super) fn written_up<T>(desk: &Desk, date: &str, write: impl FnOnce(&Reading) -> T) -> T {
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
    write(&reading)
}
