//! What is found in an annotated article.

use crate::article::Article;
use crate::cli::detect::record::is_scare;
use crate::cli::detect::{Given, apart};
use crate::cli::measure::quotes::gold::{Mention, Text};
use crate::cli::measure::quotes::marks::trimmed;
use crate::detect::{Finding, Own, QuotationKind, find};
use crate::text::Span;

/// A quotation that was found. Every span is in scalar values of the text as given.
#[derive(Debug)]
pub(super) struct Found {
    /// As found.
    pub(super) span: Span,
    /// Without outer white space, marks and punctuation; never empty.
    pub(super) trimmed: Span,
    /// How it is reported.
    pub(super) kind: QuotationKind,
    /// The words that say who is credited.
    pub(super) speaker: Option<Mention>,
    /// Who that is.
    pub(super) resolved: Option<String>,
    /// The crediting words.
    pub(super) cue: Option<Span>,
    /// The rule.
    pub(super) rule: String,
    /// How sure it claims to be.
    pub(super) score: f32,
}

impl Found {
    /// The quotations in `text`, in order; those inside another are left out, as annotators mark the outer one.
    pub(super) fn in_text(text: &Text) -> Vec<Self> {
        let article = Article::new(String::new(), text.words.as_str());
        let given = Given::new(&text.words, &article.text);
        let findings = find(&article, 0..article.len(), &Own::default());
        let quotations = findings
            .iter()
            .filter(|finding| finding.quotation().is_some());
        let (scare, speech): (Vec<&Finding>, Vec<&Finding>) =
            quotations.partition(|finding| is_scare(finding));
        let (_, speech) = apart(speech);
        let found = scare.into_iter().chain(speech);
        let found = found.filter_map(|finding| Self::new(finding, &article, &given, &text.letters));
        found.filter(|found| !found.trimmed.is_empty()).collect()
    }

    fn new(finding: &Finding, article: &Article, given: &Given, letters: &[char]) -> Option<Self> {
        let quotation = finding.quotation()?;
        let scalars = |span: Span| Span::new(given.scalar(span.start), given.scalar(span.end));
        let span = scalars(finding.span);
        Some(Self {
            span,
            trimmed: trimmed(letters, span),
            kind: quotation.kind,
            speaker: quotation.speaker.map(|speaker| Mention {
                span: Some(scalars(speaker)),
                words: speaker.of(&article.text).to_owned(),
            }),
            resolved: quotation.resolved.clone(),
            cue: quotation.cue.map(scalars),
            rule: finding.rule.clone().into_owned(),
            score: finding.score,
        })
    }

    /// Who speaks: the person meant, else the words that credit.
    pub(super) fn name(&self) -> Option<&str> {
        let words = self.speaker.as_ref().map(|speaker| speaker.words.as_str());
        words.map(|words| self.resolved.as_deref().unwrap_or(words))
    }

    /// Whether it claims that somebody said it; a scare quote or a name in marks does not.
    pub(super) fn is_speech(&self) -> bool {
        self.kind != QuotationKind::Scare
    }
}
