//! An article as a strip: where its quotations, flags and open findings fall.

use crate::report::{Reading, Verdicts, flag_category, quoted};
use crate::text::{ScalarIndex, Span};

/// A part of an article, as shares of its length in characters, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Where it begins.
    pub start: f64,
    /// Where it ends, not before it begins.
    pub end: f64,
    /// The paragraph where it begins, from 0.
    pub paragraph: usize,
}

/// Where things fall in an article; every list in text order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    /// The paragraphs themselves.
    pub paragraphs: Vec<Stretch>,
    /// Quotations that count, see [`quoted`].
    pub quotations: Vec<Stretch>,
    /// What readers flag.
    pub flags: Vec<Stretch>,
    /// Findings of loaded language that no reader has answered.
    pub open: Vec<Stretch>,
}

impl Strip {
    /// Of a reading. Annotations without a place are nowhere on it.
    pub fn of(reading: &Reading) -> Self {
        let article = reading.article;
        let scalars = ScalarIndex::new(&article.text);
        let all = scalars.scalar(article.text.len()).max(1) as f64;
        let place = |span: Span| Stretch {
            start: scalars.scalar(span.start) as f64 / all,
            end: scalars.scalar(span.end) as f64 / all,
            paragraph: article.paragraph_at(span.start),
        };
        let places = |mut spans: Vec<Span>| {
            spans.sort_unstable();
            spans.into_iter().map(place).collect()
        };
        Self {
            paragraphs: places(article.paragraphs.iter().map(|p| p.span).collect()),
            quotations: places(quotations(reading)),
            flags: places(flags(reading)),
            open: places(open(reading)),
        }
    }
}

fn quotations(reading: &Reading) -> Vec<Span> {
    let all = quoted(reading.article, reading.findings, &reading.notebooks);
    all.iter().map(|one| one.spoken.span).collect()
}

fn flags(reading: &Reading) -> Vec<Span> {
    let flags = reading.annotations().filter_map(|(_, annotation, anchor)| {
        flag_category(annotation)?;
        anchor.span()
    });
    flags.collect()
}

fn open(reading: &Reading) -> Vec<Span> {
    let notebooks = reading.notebooks.iter().copied();
    let readers: Vec<Verdicts> = notebooks.map(Verdicts::new).collect();
    let open = reading.findings.iter().filter(|finding| {
        finding.category().is_some() && readers.iter().all(|reader| reader.of(finding).is_none())
    });
    open.map(|finding| finding.span).collect()
}
