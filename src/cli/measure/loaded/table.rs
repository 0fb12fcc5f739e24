//! What was measured, as a Markdown table.

use crate::cli::measure::interval::interval;
use crate::cli::measure::loaded::By;
use crate::cli::measure::loaded::found::{Flag, Found};
use crate::cli::measure::loaded::gold::Text;
use crate::cli::measure::loaded::score::{Score, average_precision, macro_f1};
use crate::cli::measure::loaded::sums::{Sums, touches};
use crate::cli::measure::loaded::words::merged;
use crate::cli::measure::markdown::{markdown, percent, range};
use crate::cli::measure::share;
use crate::detect::{Category, Strictness};
use std::collections::BTreeMap;

/// What was measured on one file at one level.
#[derive(Debug)]
pub(super) struct Row(Vec<String>);

/// Rows under a head.
#[derive(Debug, Default)]
pub(super) struct Table(Vec<Row>);

const HEAD: [&str; 10] = [
    "texts",
    "strictness",
    "passages P / R / F1",
    "95 %",
    "words P / R / F1",
    "95 %",
    "sentence macro-F1",
    "average precision",
    "flags per 1000 words (marked)",
    "must / others / never",
];

impl Row {
    /// Of the file called `name` at `level`.
    pub(super) fn new(
        name: &str,
        level: Strictness,
        found: &[(&Text, Vec<Flag>)],
        groups: &[Sums],
    ) -> Self {
        let mut sums = Sums::default();
        for group in groups {
            sums += *group;
        }
        let spans = |sums: &Sums| Score::of_spans(sums).f1;
        let words = |sums: &Sums| Score::of(sums.words).f1;
        let per_thousand = |n: f64| format!("{:.1}", 1000.0 * share(n, sums.words.all()));
        let ranking = if level == Strictness::All {
            percent(average_precision(found))
        } else {
            String::new()
        };
        Self(vec![
            name.to_owned(),
            level.name().to_owned(),
            triple(Score::of_spans(&sums)),
            range(interval(groups, spans)),
            triple(Score::of(sums.words)),
            range(interval(groups, words)),
            percent(macro_f1(sums.sentences)),
            ranking,
            format!(
                "{} ({})",
                per_thousand(sums.precision.1),
                per_thousand(sums.recall.1)
            ),
            wishes(found, level),
        ])
    }
}

impl Table {
    /// Adds a row.
    pub(super) fn push(&mut self, row: Row) {
        self.0.push(row);
    }

    /// The table in Markdown.
    pub(super) fn markdown(&self) -> String {
        markdown(&HEAD, self.0.iter().map(|row| row.0.as_slice()))
    }
}

/// How often each rule, category or score was right: touched a marked passage, a phrase with a word that it adds. Every level counts.
pub(super) fn breakdown(by: By, files: &[Found]) -> String {
    let mut counts: BTreeMap<String, Vec<(f64, f64, f64)>> = BTreeMap::new();
    for (file, (_, texts)) in files.iter().enumerate() {
        for (text, flags) in texts {
            let gold = merged(text.spans.iter().copied());
            for flag in flags {
                let counts = counts
                    .entry(key(by, flag))
                    .or_insert_with(|| vec![(0.0, 0.0, 0.0); files.len()]);
                if let Some((found, right, claimed)) = counts.get_mut(file) {
                    *found += 1.0;
                    *right += f64::from(u8::from(flag.is_right(&gold)));
                    *claimed += f64::from(flag.finding.score);
                }
            }
        }
    }
    let mut head = vec!["flags".to_owned()];
    for (name, _) in files {
        head.extend([name.clone(), "right".to_owned(), "claimed".to_owned()]);
    }
    let rows: Vec<Vec<String>> = counts
        .into_iter()
        .map(|(key, counts)| {
            let cells = counts.into_iter().flat_map(|(found, right, claimed)| {
                [
                    format!("{found}"),
                    percent(share(right, found)),
                    percent(share(claimed, found)),
                ]
            });
            std::iter::once(key).chain(cells).collect()
        })
        .collect();
    let head: Vec<&str> = head.iter().map(String::as_str).collect();
    markdown(&head, rows.iter().map(Vec::as_slice))
}

fn key(by: By, flag: &Flag) -> String {
    match by {
        By::Category => flag
            .finding
            .category()
            .map_or("", Category::name)
            .to_owned(),
        By::Rule => flag.finding.rule.clone().into_owned(),
        By::Score => {
            let tenth = (flag.finding.score * 10.0).floor().clamp(0.0, 9.0);
            format!("0.{tenth:.0} to 0.{tenth:.0}9")
        }
    }
}

/// How many of the passages were found that any careful reader marks, of the other marked ones, and of those that nobody
/// should mark; empty where the file does not tell them apart.
fn wishes(found: &[(&Text, Vec<Flag>)], level: Strictness) -> String {
    let mut counts = [(0, 0); 3];
    for (text, flags) in found {
        let shown = flags.iter().filter(|flag| flag.finding.is_shown_at(level));
        let spans = merged(shown.map(|flag| flag.span));
        let others = text.spans.iter().filter(|span| !text.must.contains(span));
        let kinds = [
            text.must.iter().collect(),
            others.collect(),
            text.never.iter().collect::<Vec<_>>(),
        ];
        for (count, passages) in counts.iter_mut().zip(kinds) {
            count.0 += passages
                .iter()
                .filter(|passage| touches(&spans, ***passage))
                .count();
            count.1 += passages.len();
        }
    }
    let [(must, of_must), (others, of_others), (never, of_never)] = counts;
    if of_must + of_never == 0 {
        return String::new();
    }
    format!("{must} of {of_must} / {others} of {of_others} / {never} of {of_never}")
}

fn triple(score: Score) -> String {
    [score.precision, score.recall, score.f1]
        .map(percent)
        .join(" / ")
}
