//! Counts from which the measures follow; they add up over texts.

use crate::cli::measure::loaded::found::Flag;
use crate::cli::measure::loaded::gold::Text;
use crate::cli::measure::loaded::words::{marked, merged, words};
use crate::detect::Strictness;
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::AddAssign;

/// Right, wrong and missed, and what is rightly left alone.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Hits {
    /// Found and marked.
    pub(super) right: f64,
    /// Found, not marked.
    pub(super) wrong: f64,
    /// Marked, not found.
    pub(super) missed: f64,
    /// Neither.
    pub(super) left: f64,
}

/// Counts from which the measures follow.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Sums {
    /// Words.
    pub(super) words: Hits,
    /// Sentences (lines, or whole texts that are labelled as one).
    pub(super) sentences: Hits,
    /// Over found passages: the share of each that is marked; and their number.
    pub(super) precision: (f64, f64),
    /// Over marked passages: the share of each that is found; and their number.
    pub(super) recall: (f64, f64),
}

impl Hits {
    fn count(&mut self, is_marked: bool, is_found: bool) {
        match (is_marked, is_found) {
            (true, true) => self.right += 1.0,
            (false, true) => self.wrong += 1.0,
            (true, false) => self.missed += 1.0,
            (false, false) => self.left += 1.0,
        }
    }

    /// All of them.
    pub(super) fn all(self) -> f64 {
        self.right + self.wrong + self.missed + self.left
    }
}

impl AddAssign for Hits {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.left += other.left;
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.words += other.words;
        self.sentences += other.sentences;
        for (own, other) in [
            (&mut self.precision, other.precision),
            (&mut self.recall, other.recall),
        ] {
            own.0 += other.0;
            own.1 += other.1;
        }
    }
}

impl Sums {
    /// The sums of each group of texts, of what `level` shows.
    pub(super) fn by_group(found: &[(&Text, Vec<Flag>)], level: Strictness) -> Vec<Self> {
        let mut groups: BTreeMap<&str, Self> = BTreeMap::new();
        for (text, flags) in found {
            let shown = flags.iter().filter(|flag| flag.finding.is_shown_at(level));
            let spans = merged(shown.map(|flag| flag.span));
            *groups.entry(&text.group).or_default() += Self::of(text, &spans);
        }
        groups.into_values().collect()
    }

    fn of(text: &Text, found: &[Span]) -> Self {
        let gold = merged(text.spans.iter().copied());
        let mut sums = Self::default();
        let words = words(&text.words);
        let (is_gold, is_found) = (marked(&words, &gold), marked(&words, found));
        for (is_gold, is_found) in is_gold.into_iter().zip(is_found) {
            sums.words.count(is_gold, is_found);
        }
        for sentence in sentences(text) {
            let is_gold = text.sentence.unwrap_or_else(|| touches(&gold, sentence));
            sums.sentences.count(is_gold, touches(found, sentence));
        }
        sums.precision = (shares(found, &gold), found.len() as f64);
        sums.recall = (shares(&gold, found), gold.len() as f64);
        sums
    }
}

/// The share of each of `spans` that lies in `others`, summed. Partial overlap as in SemEval-2020 task 11 (Da San Martino et
/// al. 2020), both sides merged.
fn shares(spans: &[Span], others: &[Span]) -> f64 {
    let mut first = 0;
    let mut sum = 0.0;
    for span in spans {
        while others
            .get(first)
            .is_some_and(|other| other.end <= span.start)
        {
            first += 1;
        }
        let others = others
            .iter()
            .skip(first)
            .take_while(|other| other.start < span.end);
        let common: usize = others
            .filter_map(|other| other.intersection(*span))
            .map(Span::len)
            .sum();
        sum += common as f64 / span.len() as f64;
    }
    sum
}

/// Whether one of `spans`, which are merged and in order, shares text with `span`.
pub(super) fn touches(spans: &[Span], span: Span) -> bool {
    let first = spans.partition_point(|other| other.end <= span.start);
    spans.get(first).is_some_and(|other| other.start < span.end)
}

/// The whole text where it is labelled as one sentence, else its lines that are not blank.
fn sentences(text: &Text) -> Vec<Span> {
    if text.sentence.is_some() {
        return vec![Span::new(0, text.words.chars().count())];
    }
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.words.split('\n') {
        let end = start + line.chars().count();
        if !line.trim().is_empty() {
            lines.push(Span::new(start, end));
        }
        start = end + 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partial_overlap_counts_by_share() {
        let text = Text {
            words: "aaaa bbbb\ncccc dddd".to_owned(),
            spans: vec![Span::new(0, 9), Span::new(15, 19)],
            ..Text::default()
        };
        let sums = Sums::of(&text, &[Span::new(5, 9), Span::new(10, 14)]);
        assert_eq!(sums.precision, (1.0, 2.0));
        assert_eq!(sums.recall, (4.0 / 9.0, 2.0));
        let hits = Hits {
            right: 1.0,
            wrong: 1.0,
            missed: 2.0,
            left: 0.0,
        };
        assert_eq!(sums.words, hits);
        assert_eq!(
            sums.sentences,
            Hits {
                right: 2.0,
                ..Hits::default()
            }
        );
    }
}
