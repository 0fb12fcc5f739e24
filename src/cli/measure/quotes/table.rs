//! What was measured, as a Markdown table.

use crate::cli::measure::interval::intervals;
use crate::cli::measure::markdown::{markdown, percent, range};
use crate::cli::measure::quotes::figures::{Figures, Score};
use crate::cli::measure::quotes::sums::Sums;

const HEAD: [&str; 15] = [
    "texts",
    "quotations",
    "annotated",
    "found",
    "exact spans P / R / F1",
    "spans P / R / F1",
    "95 %",
    "speaker",
    "95 %",
    "person",
    "kind",
    "cue P / R / F1",
    "95 %",
    "span and speaker P / R / F1",
    "95 %",
];

/// Fewest articles from which an interval is drawn.
const FEWEST: usize = 5;

/// The names of the rows, as [`Figures::of`] makes them.
const ROWS: [&str; 5] = ["all", "direct", "mixed", "indirect", "pairs of marks"];

/// Five rows for each file, whose articles' counts are given.
pub(super) fn totals(files: impl Iterator<Item = (String, Vec<Sums>)>) -> String {
    let rows: Vec<Vec<String>> = files.flat_map(|(name, sums)| rows(&name, &sums)).collect();
    markdown(&HEAD, rows.iter().map(Vec::as_slice))
}

fn rows(name: &str, articles: &[Sums]) -> Vec<Vec<String>> {
    let mut sums = Sums::default();
    for article in articles {
        sums += *article;
    }
    let uncertain = |sums: &Sums| -> Vec<f64> {
        let figures = Figures::of(sums);
        figures.iter().flat_map(Figures::uncertain).collect()
    };
    let drawn = if articles.len() < FEWEST {
        &[]
    } else {
        articles
    };
    let ranges: Vec<String> = intervals(drawn, uncertain).into_iter().map(range).collect();
    let figures = Figures::of(&sums);
    let rows = ROWS.iter().zip(&figures).zip(ranges.chunks(4));
    rows.map(|((row, figures), ranges)| cells([name, row], figures, ranges))
        .collect()
}

fn cells(names: [&str; 2], figures: &Figures, ranges: &[String]) -> Vec<String> {
    let range = |place: usize| ranges.get(place).cloned().unwrap_or_default();
    let none = || "–".to_owned();
    vec![
        names.map(str::to_owned).join(" | "),
        format!("{:.0}", figures.gold),
        format!("{:.0}", figures.found),
        figures.exact.map_or_else(none, triple),
        triple(figures.spans),
        range(0),
        percent(figures.speaker),
        range(1),
        percent(figures.person),
        figures.kind.map_or_else(none, percent),
        figures.cues.map_or_else(none, triple),
        range(2),
        triple(figures.both),
        range(3),
    ]
}

fn triple(score: Score) -> String {
    [score.precision, score.recall, score.f1]
        .map(percent)
        .join(" / ")
}
