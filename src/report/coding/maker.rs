//! Codings from annotations and findings.

use crate::detect::{Finding, QuotationKind, Voices};
use crate::notes::{Anchor, Annotation, Notebook, Selector};
use crate::report::coding::{Author, Code, Coding, Places, guid};
use crate::report::flags::voice_of;
use crate::report::quoted::voices;
use crate::report::{Reading, Verdicts};
use crate::text::Span;
use std::borrow::Cow;
use std::collections::HashMap;

/// What codings are made from.
pub(super) struct Maker<'r, 'a> {
    reading: &'r Reading<'a>,
    sha256: &'r str,
    places: Places<'a>,
    voices: Voices,
    /// The findings that each annotation answers, by the annotation's address.
    answered: HashMap<*const Annotation, Vec<&'a Finding>>,
    /// The findings that nobody answers.
    open: Vec<&'a Finding>,
}

impl<'r, 'a> Maker<'r, 'a> {
    /// For `reading`, whose article has that SHA-256.
    pub(super) fn new(reading: &'r Reading<'a>, sha256: &'r str) -> Self {
        let notebooks = reading.notebooks.iter().copied();
        let readers: Vec<Verdicts> = notebooks.map(Verdicts::new).collect();
        let mut answered: HashMap<_, Vec<&Finding>> = HashMap::new();
        let mut open = Vec::new();
        for finding in reading.findings {
            let answers = readers.iter().filter_map(|reader| reader.of(finding));
            let answers: Vec<_> = answers.map(std::ptr::from_ref).collect();
            if answers.is_empty() {
                open.push(finding);
            }
            for annotation in answers {
                answered.entry(annotation).or_default().push(finding);
            }
        }
        Self {
            reading,
            sha256,
            places: Places::new(reading.article),
            voices: voices(reading),
            answered,
            open,
        }
    }

    /// Readers' annotations in their order, then the findings that nobody answers where they are asked for.
    pub(super) fn all(&self) -> Vec<Coding<'a>> {
        let annotations = self.reading.annotations();
        let mut all: Vec<Coding> = annotations
            .map(|(notebook, annotation, anchor)| self.annotation(notebook, annotation, anchor))
            .collect();
        if self.reading.exchange.findings {
            all.extend(self.open.iter().map(|finding| self.finding(finding)));
        }
        all
    }

    fn annotation(
        &self,
        notebook: &'a Notebook,
        annotation: &'a Annotation,
        anchor: &'a Anchor,
    ) -> Coding<'a> {
        let author = Author::of(notebook);
        let id = annotation.id.0.as_str();
        let span = anchor.span();
        let finding = span.and_then(|span| self.answered_by(annotation, span));
        let text = &self.reading.article.text;
        Coding {
            guid: guid("annotation", &[author.name(), id, self.sha256]),
            author,
            id: Some(id),
            codes: Code::said(annotation, finding),
            flag: annotation.flag.as_deref(),
            tags: &annotation.tags,
            note: annotation.note.as_deref(),
            finding: annotation.finding.as_deref(),
            verdict: annotation.verdict,
            reason: annotation.reason.as_deref(),
            rule: finding.map(Finding::full_rule),
            score: finding.map(|finding| finding.score),
            speaker: annotation.speaker.as_deref(),
            found_speaker: finding.and_then(|finding| self.found_speaker(finding)),
            quotation: finding.and_then(kind),
            voice: span.map(|span| voice_of(annotation, span, text, &self.voices)),
            anchor: anchor.word(),
            place: span.map(|span| self.places.of(span)),
            selector: span.map_or(Cow::Borrowed(&annotation.selector), |span| {
                Cow::Owned(self.selector(span))
            }),
            quote: Cow::Borrowed(&annotation.selector.quote),
            created: annotation.created.as_deref(),
        }
    }

    fn finding(&self, finding: &'a Finding) -> Coding<'a> {
        let article = self.reading.article;
        let place = self.places.of(finding.span);
        let rule = finding.full_rule();
        let [start, end] = [place.scalars.start, place.scalars.end].map(|n| n.to_string());
        Coding {
            guid: guid("finding", &[&rule, &start, &end, self.sha256]),
            author: Author::Machine,
            id: None,
            codes: vec![Code::found(finding)],
            flag: None,
            tags: &[],
            note: None,
            finding: Some(finding.answers_to()),
            verdict: None,
            reason: Some(&finding.reason),
            rule: Some(rule),
            score: Some(finding.score),
            speaker: self.found_speaker(finding),
            found_speaker: self.found_speaker(finding),
            quotation: kind(finding),
            voice: Some(self.voices.around(&article.text, finding.span)),
            anchor: "found",
            place: Some(place),
            selector: Cow::Owned(self.selector(finding.span)),
            quote: Cow::Borrowed(finding.span.of(&article.text)),
            created: None,
        }
    }

    /// Of the findings that `annotation` at `span` answers, the one with most text in common.
    fn answered_by(&self, annotation: &Annotation, span: Span) -> Option<&'a Finding> {
        let common = |other: Span| span.intersection(other).map_or(0, Span::len);
        let findings = self.answered.get(&std::ptr::from_ref(annotation))?.iter();
        // Of several with as much in common the first counts, in text order.
        let best = findings.rev().max_by_key(|finding| common(finding.span));
        best.copied()
    }

    fn found_speaker(&self, finding: &'a Finding) -> Option<&'a str> {
        finding.quotation()?.speaker_name(self.reading.article)
    }

    fn selector(&self, span: Span) -> Selector {
        Selector::of(self.reading.article, span)
    }
}

fn kind(finding: &Finding) -> Option<QuotationKind> {
    finding.quotation().map(|quotation| quotation.kind)
}
