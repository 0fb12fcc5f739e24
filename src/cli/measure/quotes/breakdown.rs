//! How often the findings of each rule, kind or score were right.

use crate::cli::measure::markdown::{markdown, percent};
use crate::cli::measure::quotes::found::Found;
use crate::cli::measure::quotes::matched::Matched;
use crate::cli::measure::quotes::matching::nearly_same;
use crate::cli::measure::quotes::mention::is_same;
use crate::cli::measure::quotes::sums::is_mostly_in;
use crate::cli::measure::quotes::{By, Pair};
use std::collections::BTreeMap;

/// What was counted of some findings.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    found: f64,
    /// Their words are right: annotated as speech, or, of a scare quote, not.
    words: f64,
    /// So is their speaker.
    both: f64,
    /// The scores that they claim, summed.
    claimed: f64,
}

/// A row per rule, kind or score; four columns per file.
///
/// Words are right when an annotated quotation matches at 0.8 or, of what is found to be nobody's speech, when no counted one
/// holds 0.8 of it. Nobody as speaker is right where nobody is annotated.
pub(super) fn breakdown(by: By, files: &[(String, Vec<Pair>)]) -> String {
    let mut rows: BTreeMap<String, Vec<Counts>> = BTreeMap::new();
    for (place, (_, pairs)) in files.iter().enumerate() {
        for (found, words, both) in pairs.iter().flat_map(judged) {
            let row = rows.entry(key(by, found));
            let row = row.or_insert_with(|| vec![Counts::default(); files.len()]);
            if let Some(counts) = row.get_mut(place) {
                counts.found += 1.0;
                counts.words += f64::from(u8::from(words));
                counts.both += f64::from(u8::from(both));
                counts.claimed += f64::from(found.score);
            }
        }
    }
    let mut head = vec!["found by"];
    for (name, _) in files {
        head.extend([name, "words right", "and speaker", "claimed"]);
    }
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|(key, counts)| {
            std::iter::once(key)
                .chain(counts.into_iter().flat_map(cells))
                .collect()
        })
        .collect();
    markdown(&head, rows.iter().map(Vec::as_slice))
}

/// The findings that count, with whether their words, and also their speaker, are right.
fn judged(pair: &Pair) -> Vec<(&Found, bool, bool)> {
    let gold = &pair.text.quotes;
    let (speech, others): (Vec<&Found>, Vec<&Found>) =
        pair.found.iter().partition(|found| found.is_speech());
    let matched = Matched::new(gold, speech, nearly_same);
    let mut judged: Vec<(&Found, bool, bool)> = matched
        .pairs()
        .map(|(gold, found)| {
            (
                found,
                true,
                is_same(gold.speaker.as_ref(), found.speaker.as_ref()),
            )
        })
        .collect();
    let wrong = matched.counted_found().filter(|(_, is_right)| !is_right);
    judged.extend(wrong.map(|(found, _)| (found, false, false)));
    for found in others {
        let holding = gold
            .iter()
            .filter(|gold| is_mostly_in(found.trimmed, gold.span));
        let (ignored, counted): (Vec<_>, Vec<_>) = holding.partition(|gold| gold.is_ignored);
        if ignored.is_empty() || !counted.is_empty() {
            judged.push((found, counted.is_empty(), counted.is_empty()));
        }
    }
    judged
}

fn key(by: By, found: &Found) -> String {
    match by {
        By::Rule => found.rule.clone(),
        By::Kind => found.kind.word().to_owned(),
        By::Score => {
            let tenth = (found.score * 10.0).floor().clamp(0.0, 9.0);
            format!("0.{tenth:.0} to 0.{tenth:.0}9")
        }
    }
}

fn cells(counts: Counts) -> [String; 4] {
    let share = |of: f64| percent(of / counts.found);
    [
        format!("{:.0}", counts.found),
        share(counts.words),
        share(counts.both),
        share(counts.claimed),
    ]
}
