//! What a list or rule found on a page, before it becomes a finding.

use crate::detect::loaded::page::Page;
use crate::detect::{Category, Finding, Loaded, Strictness, Voice, What};
use crate::text::Span;
use std::borrow::Cow;
use std::cmp::Reverse;

/// What a list or rule found; offsets of the page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    /// The passage.
    pub(super) span: Span,
    /// Its kind.
    pub(super) category: Category,
    /// The rule: `insinuation/loaded question`.
    pub(super) rule: &'static str,
    /// The list's entry: `catastrophe`.
    pub(super) entry: Option<&'static str>,
    /// Why, for the reader.
    pub(super) reason: &'static str,
    /// The share of such findings that a careful reader would keep.
    pub(super) score: f32,
    /// A neutral way to say it.
    pub(super) alternative: Option<&'static str>,
}

impl Hit {
    /// The finding, for a page whose paragraph begins at byte `offset` of the article.
    pub(super) fn finding(self, page: &Page, offset: usize) -> Finding {
        Finding {
            span: page.published(self.span).shift(offset),
            detector: "loaded",
            rule: Cow::Borrowed(self.rule),
            reason: Cow::Borrowed(self.reason),
            score: self.score,
            voice: Voice::Own,
            what: What::Loaded(Loaded {
                category: self.category,
                entry: self.entry.map(Cow::Borrowed),
                level: level(self.score),
                grounds: Vec::new(),
                alternative: self.alternative.map(Cow::Borrowed),
            }),
        }
    }
}

fn level(score: f32) -> Strictness {
    match score {
        0.5.. => Strictness::Few,
        0.05.. => Strictness::Normal,
        _ => Strictness::All,
    }
}

/// Keeps of overlapping hits of one category the longest, then the surest; in text order.
pub(super) fn longest(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by(|a, b| {
        let key = |hit: &Hit| (hit.category, hit.span.start, Reverse(hit.span.end));
        key(a).cmp(&key(b)).then(b.score.total_cmp(&a.score))
    });
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        match kept.last_mut() {
            Some(last) if last.category == hit.category && last.span.overlaps(hit.span) => {
                if hit.span.len() > last.span.len() {
                    *last = hit;
                }
            }
            _ => kept.push(hit),
        }
    }
    kept.sort_by_key(|hit| (hit.span.start, Reverse(hit.span.end)));
    kept
}
