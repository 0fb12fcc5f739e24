//! What the page is made from: every passage in its place, every note with its number.

use crate::detect::Finding;
use crate::notes::Annotation;
use crate::report::flags::voice_of;
use crate::report::html::passage::{Passage, Said, What};
use crate::report::quoted::voices;
use crate::report::{Reading, Verdicts, quoted};
use crate::text::{Overlaps, Span};
use std::cmp::Reverse;
use std::collections::HashMap;

/// What the page is made from.
#[derive(Debug)]
pub(super) struct Sheet<'r, 'a> {
    pub(super) reading: &'r Reading<'a>,
    /// In text order, wider ones first.
    pub(super) passages: Vec<Passage<'a>>,
    /// Annotations without a place, reader by reader: lost and ambiguous ones.
    pub(super) misplaced: Vec<Said<'a>>,
    /// The passages by their places.
    index: Overlaps<usize>,
}

impl<'r, 'a> Sheet<'r, 'a> {
    /// Of a reading.
    pub(super) fn of(reading: &'r Reading<'a>) -> Self {
        let (answered, open) = answers(reading);
        let mut passages = marked(reading, &open);
        let (placed, mut misplaced) = said(reading, &answered);
        passages.extend(placed);
        // What lies between paragraphs is in none of them.
        for passage in &mut passages {
            passage.span = passage.span.trim(&reading.article.text);
        }
        passages.sort_by_key(|passage| (passage.span.start, Reverse(passage.span.end)));
        let mut number = 0;
        for passage in &mut passages {
            if let What::Said(said) = &mut passage.what {
                number += 1;
                said.number = number;
            }
        }
        for said in &mut misplaced {
            number += 1;
            said.number = number;
        }
        let places = passages.iter().enumerate();
        let index = Overlaps::new(places.map(|(number, passage)| (passage.span, number)));
        Self {
            reading,
            passages,
            misplaced,
            index,
        }
    }

    /// The passages that share text with `span`, in text order.
    pub(super) fn on(&self, span: Span) -> Vec<&Passage<'a>> {
        let mut numbers: Vec<usize> = self.index.with(span).map(|(_, number)| *number).collect();
        numbers.sort_unstable();
        let passages = numbers.into_iter();
        passages.filter_map(|n| self.passages.get(n)).collect()
    }

    /// Whether more than one reader is written up: then every note says whose it is.
    pub(super) fn has_several(&self) -> bool {
        self.reading.notebooks.len() > 1
    }
}

/// Findings by the address of the annotation that answers them.
type Answered<'a> = HashMap<*const Annotation, &'a Finding>;

/// Which annotation answers which finding, and the findings of loaded language that nobody answers.
fn answers<'a>(reading: &Reading<'a>) -> (Answered<'a>, Vec<&'a Finding>) {
    let notebooks = reading.notebooks.iter().copied();
    let readers: Vec<Verdicts> = notebooks.map(Verdicts::new).collect();
    let mut answered = HashMap::new();
    let mut open = Vec::new();
    for finding in reading.findings {
        let mut is_open = finding.category().is_some();
        for annotation in readers.iter().filter_map(|reader| reader.of(finding)) {
            is_open = false;
            answered
                .entry(std::ptr::from_ref(annotation))
                .or_insert(finding);
        }
        if is_open {
            open.push(finding);
        }
    }
    (answered, open)
}

/// Quotations and open findings.
fn marked<'a>(reading: &Reading<'a>, open: &[&'a Finding]) -> Vec<Passage<'a>> {
    let quoted = quoted(reading.article, reading.findings, &reading.notebooks);
    let quoted = quoted
        .into_iter()
        .enumerate()
        .map(|(number, quoted)| Passage {
            span: quoted.spoken.span,
            what: What::Quoted(number + 1, quoted),
        });
    let open = open.iter().enumerate().map(|(number, finding)| Passage {
        span: finding.span,
        what: What::Open(number + 1, finding),
    });
    quoted.chain(open).collect()
}

/// Annotations: those with a place, be it only a probable one, and those without.
fn said<'a>(reading: &Reading<'a>, answered: &Answered<'a>) -> (Vec<Passage<'a>>, Vec<Said<'a>>) {
    let voices = voices(reading);
    let text = &reading.article.text;
    let (mut placed, mut misplaced) = (Vec::new(), Vec::new());
    for (notebook, annotation, anchor) in reading.annotations() {
        let span = anchor.span();
        let said = Said {
            number: 0,
            notebook,
            annotation,
            anchor,
            voice: span.map(|span| voice_of(annotation, span, text, &voices)),
            finding: answered.get(&std::ptr::from_ref(annotation)).copied(),
        };
        match span {
            Some(span) => placed.push(Passage {
                span,
                what: What::Said(said),
            }),
            None => misplaced.push(said),
        }
    }
    (placed, misplaced)
}
