//! What is found in annotated texts.

use crate::article::Article;
use crate::cli::detect::Given;
use crate::cli::measure::loaded::gold::Text;
use crate::detect::{Finding, Marked, Own, Scoring, find};
use crate::text::{Span, digest};

/// A file's name, and its texts with what is found in each at any strictness.
pub(super) type Found<'t> = (String, Vec<(&'t Text, Vec<Flag>)>);

/// A finding by the scalar values of the text as it was given.
#[derive(Debug, Clone)]
pub(super) struct Flag {
    /// Its passage.
    pub(super) span: Span,
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
    loaded
        .map(|finding| Flag {
            span: Span::new(
                given.scalar(finding.span.start),
                given.scalar(finding.span.end),
            ),
            finding,
        })
        .collect()
}
