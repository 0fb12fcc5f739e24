//! A coding as a flat record, spelt the same in JSON, in JSON lines and in CSV.

use crate::article::Article;
use crate::detect::{QuotationKind, Speech, Voice};
use crate::report::{Coding, Offsets};
use serde::Serialize;
use std::borrow::Cow;

/// A coding as a flat record. Members are never left out: what is not there is `null`.
#[derive(Debug, Serialize)]
pub(super) struct Record<'a> {
    /// The article's name.
    source: &'a str,
    guid: String,
    id: Option<&'a str>,
    reader: &'a str,
    made_by: &'static str,
    /// The category of loaded language that a reader sees here, by hand or by accepting a finding.
    category: Option<&'a str>,
    labels: Vec<Cow<'a, str>>,
    flag: Option<&'a str>,
    /// The tags: an analyst's codes.
    code: &'a [String],
    note: Option<&'a str>,
    finding: Option<&'a str>,
    verdict: Option<&'static str>,
    reason: Option<&'a str>,
    rule: Option<&'a str>,
    score: Option<f64>,
    speaker: Option<&'a str>,
    found_speaker: Option<&'a str>,
    quotation: Option<&'static str>,
    voice: Option<Cow<'a, str>>,
    voice_kind: Option<&'static str>,
    voice_name: Option<&'a str>,
    voice_speech: Option<&'static str>,
    anchor: &'static str,
    /// In scalar values, as `end`.
    start: Option<usize>,
    end: Option<usize>,
    paragraph: Option<usize>,
    last_paragraph: Option<usize>,
    /// The words at its place.
    text: Option<&'a str>,
    /// The words that were annotated, as the notebook has them.
    quote: &'a str,
    before: &'a str,
    after: &'a str,
    created: Option<&'a str>,
}

impl<'a> Record<'a> {
    /// Of `coding` on `article`.
    pub(super) fn new(article: &'a Article, coding: &'a Coding) -> Self {
        let voice = coding.voice.as_ref();
        let place = coding.place;
        let Offsets { start, end } = place.map_or(Offsets { start: 0, end: 0 }, |p| p.scalars);
        Self {
            source: &article.name,
            guid: coding.guid.to_string(),
            id: coding.id,
            reader: coding.author.name(),
            made_by: coding.author.kind(),
            category: coding.category(),
            labels: coding.codes.iter().map(|code| code.label()).collect(),
            flag: coding.flag,
            code: coding.tags,
            note: coding.note,
            finding: coding.finding,
            verdict: coding.verdict.map(crate::notes::Verdict::word),
            reason: coding.reason,
            rule: coding.rule.as_deref(),
            score: coding.score.map(thousandths),
            speaker: coding.speaker,
            found_speaker: coding.found_speaker,
            quotation: coding.quotation.map(QuotationKind::word),
            voice: voice.map(|voice| voice.words()),
            voice_kind: voice.map(Voice::kind),
            voice_name: voice.and_then(|voice| voice.name()),
            voice_speech: voice.and_then(Voice::speech).map(Speech::word),
            anchor: coding.anchor,
            start: place.map(|_| start),
            end: place.map(|_| end),
            paragraph: place.map(|place| place.paragraph),
            last_paragraph: place.map(|place| place.last_paragraph),
            text: place.map(|place| place.span.of(&article.text)),
            quote: &coding.quote,
            before: &coding.selector.before,
            after: &coding.selector.after,
            created: coding.created,
        }
    }
}

/// Without the digits that come from widening: 0.7, not 0.699999988079071.
pub(super) fn thousandths(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
