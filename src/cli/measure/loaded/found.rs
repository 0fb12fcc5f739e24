//! What is found in annotated texts.

use crate::article::Article;
use crate::cli::detect::Given;
use crate::cli::measure::loaded::gold::Text;
use crate::cli::measure::loaded::sums::touches;
use crate::detect::{Finding, Marked, Own, Scoring, find};
use crate::text::{Span, digest};

/// A file's name, and its texts with what is found in each at any strictness.
pub(super) type Found<'t> = (String, Vec<(&'t Text, Vec<Flag>)>);

/// A finding by the scalar values of the text as it was given.
#[derive(Debug, Clone)]
pub(super) struct Flag {
    /// Its passage.
    pub(super) span: Span,
    /// Of a phrase: the words that colour it.
    pub(super) core: Option<Span>,
    /// The finding.
    pub(super) finding: Finding,
}

/// Into so many parts articles are divided that are measured by scores calibrated on the other parts.
const PARTS: u32 = 5;

/// The loaded language in the texts of `files`, scored as the program does; `held_out`: by scores calibrated on the articles of the
/// other parts of all files.
pub(super) fn found(files: &[(String, Vec<Text>)], held_out: bool) -> Vec<Found<'_>> {
    let parts = if held_out { 0..PARTS } else { 0..0 };
    let scorings: Vec<Scoring> = parts.map(|part| scoring_without(files, part)).collect();
    let scored = |text: &Text| {
        let article = Article::new(String::new(), text.words.as_str());
        let findings = match scorings.get(part(text) as usize) {
            None => find(&article, 0..article.len(), &Own::default()),
            Some(scoring) => scoring.find(&article),
        };
        flags(text, &article, findings)
    };
    files
        .iter()
        .map(|(name, texts)| {
            let texts = texts.iter().map(|text| (text, scored(text)));
            (name.clone(), texts.collect())
        })
        .collect()
}

/// Scores calibrated on all articles that are not in the part `left_out`.
fn scoring_without(files: &[(String, Vec<Text>)], left_out: u32) -> Scoring {
    let others: Vec<Vec<Marked>> = files
        .iter()
        .map(|(_, texts)| {
            let others = texts.iter().filter(|text| part(text) != left_out);
            others.map(Text::marked).collect()
        })
        .collect();
    Scoring::on(&others)
}

/// Which part a text is in, from 0: all texts of a group are in one.
fn part(text: &Text) -> u32 {
    let digest = digest(&text.group);
    let digits = digest
        .chars()
        .take(6)
        .filter_map(|digit| digit.to_digit(16));
    digits.fold(0, |all, digit| all * 16 + digit) % PARTS
}

fn flags(text: &Text, article: &Article, findings: Vec<Finding>) -> Vec<Flag> {
    let given = Given::new(&text.words, &article.text);
    let loaded = findings
        .into_iter()
        .filter(|finding| finding.category().is_some());
    let place = |span: Span| Span::new(given.scalar(span.start), given.scalar(span.end));
    loaded
        .map(|finding| Flag {
            span: place(finding.span),
            core: finding.core().map(place),
            finding,
        })
        .collect()
}

impl Flag {
    /// Whether people marked some of its passage, where `marked` is all that they marked, merged and in order; of a phrase some of
    /// the words that stand beside its core, for these are what it adds.
    pub(super) fn is_right(&self, marked: &[Span]) -> bool {
        let Some(core) = self.core else {
            return touches(marked, self.span);
        };
        let before = (self.span.start, core.start.saturating_sub(1));
        let behind = (core.end + 1, self.span.end);
        let besides = [before, behind].into_iter();
        let mut besides = besides.filter(|(start, end)| start < end);
        besides.any(|(start, end)| touches(marked, Span::new(start, end)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_right_by_what_it_adds() {
        let text = Text {
            words: "A shameful ferry timetable, he said.".to_owned(),
            ..Text::default()
        };
        let files = [("a".to_owned(), vec![text])];
        let found = found(&files, false);
        let flags = &found[0].1[0].1;
        for (marked, right) in [
            (Span::new(2, 10), [false, true]),
            (Span::new(2, 16), [true, true]),
            (Span::new(17, 26), [true, false]),
            (Span::new(28, 30), [false, false]),
        ] {
            let is_right = flags.iter().map(|flag| flag.is_right(&[marked]));
            assert_eq!(is_right.collect::<Vec<_>>(), right, "{marked:?}");
        }
    }
}
