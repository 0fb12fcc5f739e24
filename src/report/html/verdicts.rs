//! How readers answered the findings, and the record of each rule.

use crate::detect::Finding;
use crate::report::html::safe::line;
use crate::report::html::sheet::Sheet;
use crate::report::html::table::{Column, bar, numbers, table};
use crate::report::sentences::unmatched_sentence;
use crate::report::verdicts::without_finding;
use crate::report::{AnchoredNotebook, Author, Reading, Tally, Verdicts};
use maud::{Markup, html};

/// What answers are counted for: whose they are, of what, and how many.
type Row<'f> = (String, &'f str, Tally);

/// The section; nothing where nothing is found and nothing answered.
pub(super) fn verdicts(sheet: &Sheet) -> Markup {
    let reading = sheet.reading;
    let notebooks = || reading.notebooks.iter().copied();
    let unmatched: usize = notebooks()
        .map(|n| without_finding(n, reading.findings))
        .sum();
    let kinds: Vec<Row> = notebooks().flat_map(|n| by_kind(n, reading)).collect();
    let rules: Vec<Row> = notebooks().flat_map(|n| by_rule(n, reading)).collect();
    html! {
        @if !kinds.is_empty() || unmatched > 0 {
            @if !kinds.is_empty() { (answers(sheet, &kinds)) }
            @if !rules.is_empty() { (record(sheet, &rules)) }
            @if unmatched > 0 { p.small { (unmatched_sentence(unmatched)) } }
        }
    }
}

fn answers(sheet: &Sheet, kinds: &[Row]) -> Markup {
    let rows = html! {
        @for (reader, kind, tally) in kinds {
            "\n" tr {
                (whose(sheet, reader))
                th scope="row" { (kind) }
                (bar(tally.accepted, tally.rejected, tally.found()))
                (numbers(&[tally.found(), tally.accepted, tally.rejected, tally.open]))
            }
        }
    };
    let mut head = vec![
        Column::Words("Findings"),
        Column::Bars,
        Column::Numbers("Found"),
        Column::Numbers("Accepted"),
        Column::Numbers("Rejected"),
        Column::Numbers("Open"),
    ];
    if sheet.has_several() {
        head.insert(0, Column::Words("Reader"));
    }
    table(
        "Findings and what readers made of them",
        "Findings and what readers made of them: filled accepted, outlined rejected, the rest open",
        &head,
        &rows,
    )
}

fn record(sheet: &Sheet, rules: &[Row]) -> Markup {
    let decided = rules.iter().map(|(_, _, tally)| tally.decided());
    let most = decided.max().unwrap_or(1);
    let rows = html! {
        @for (reader, rule, tally) in rules {
            "\n" tr {
                (whose(sheet, reader))
                th scope="row" { (line(rule)) }
                (bar(tally.accepted, tally.rejected, most))
                (numbers(&[tally.accepted, tally.decided()]))
            }
        }
    };
    let mut head = vec![
        Column::Words("Rule"),
        Column::Bars,
        Column::Numbers("Kept"),
        Column::Numbers("Of"),
    ];
    if sheet.has_several() {
        head.insert(0, Column::Words("Reader"));
    }
    table(
        "The record of each rule",
        "The record of each rule: of the findings that were answered, how many a reader kept (filled)",
        &head,
        &rows,
    )
}

/// The reader's cell, where there are several readers.
fn whose(sheet: &Sheet, reader: &str) -> Markup {
    html! { @if sheet.has_several() { td { bdi lang="" { (reader) } } } }
}

fn by_rule<'f>(notebook: AnchoredNotebook<'_>, reading: &Reading<'f>) -> Vec<Row<'f>> {
    let reader = line(Author::of(notebook.notebook).name());
    let rules = Verdicts::new(notebook).by_rule(reading.findings);
    let rules = rules.into_iter();
    rules
        .map(|(rule, tally)| (reader.clone(), rule, tally))
        .collect()
}

fn by_kind(notebook: AnchoredNotebook<'_>, reading: &Reading) -> Vec<Row<'static>> {
    let verdicts = Verdicts::new(notebook);
    let reader = line(Author::of(notebook.notebook).name());
    let tally = |loaded: bool| {
        let of_kind = |finding: &&Finding| finding.category().is_some() == loaded;
        verdicts.tally(reading.findings.iter().filter(of_kind))
    };
    [("loaded language", true), ("quotations", false)]
        .into_iter()
        .map(|(kind, loaded)| (reader.clone(), kind, tally(loaded)))
        .filter(|(_, _, tally)| tally.found() > 0)
        .collect()
}
