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

/// The loaded language in the texts of `files`, scored as the program does; `held_out`: by scores calibrated on the articles of the
/// other half of all files.
pub(super) fn found(files: &[(String, Vec<Text>)], held_out: bool) -> Vec<Found<'_>> {
    let halves = held_out.then(|| [false, true].map(|half| scoring_without(files, half)));
    let scored = |text: &Text| {
        let article = Article::new(String::new(), text.words.as_str());
        let findings = match &halves {
            None => find(&article, 0..article.len(), &Own::default()),
            Some([first, _]) if !is_second(text) => first.find(&article),
            Some([_, second]) => second.find(&article),
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

/// Scores calibrated on all articles that are not in the half.
fn scoring_without(files: &[(String, Vec<Text>)], half: bool) -> Scoring {
    let others: Vec<Vec<Marked>> = files
        .iter()
        .map(|(_, texts)| {
            let others = texts.iter().filter(|text| is_second(text) != half);
            others.map(Text::marked).collect()
        })
        .collect();
    Scoring::on(&others)
}

/// Which half a text is in: all texts of a group are in one.
fn is_second(text: &Text) -> bool {
    digest(&text.group)
        .bytes()
        .next()
        .is_some_and(|byte| byte % 2 == 1)
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
