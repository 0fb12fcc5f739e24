//! Annotated and found quotations of one article, with their partners.

use crate::cli::measure::quotes::found::Found;
use crate::cli::measure::quotes::gold::Gold;
use crate::cli::measure::quotes::matching::{Matching, share_of_union};
use crate::text::Span;

/// Annotated and found quotations with their partners.
pub(super) struct Matched<'a> {
    gold: &'a [Gold],
    found: Vec<&'a Found>,
    matching: Matching,
}

impl<'a> Matched<'a> {
    /// By the likeness of their trimmed spans.
    pub(super) fn new(
        gold: &'a [Gold],
        found: Vec<&'a Found>,
        likeness: impl Fn(Span, Span) -> f64,
    ) -> Self {
        let golds: Vec<Span> = gold.iter().map(|gold| gold.trimmed).collect();
        let founds: Vec<Span> = found.iter().map(|found| found.trimmed).collect();
        Self {
            gold,
            found,
            matching: Matching::new(&golds, &founds, likeness),
        }
    }

    /// The pairs whose annotated one counts.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&'a Gold, &'a Found)> {
        let pairs = self
            .matching
            .pairs()
            .filter_map(|(gold, found)| Some((self.gold.get(gold)?, *self.found.get(found)?)));
        pairs.filter(|(gold, _)| !gold.is_ignored)
    }

    /// The annotated ones that count, each with whether it was found.
    pub(super) fn counted_gold(&self) -> impl Iterator<Item = (&'a Gold, bool)> {
        let all = self.gold.iter().zip(&self.matching.of_gold);
        all.filter(|(gold, _)| !gold.is_ignored)
            .map(|(gold, partner)| (gold, partner.is_some()))
    }

    /// The found ones that count, each with whether it is annotated. One that finds what is ignored does not count.
    pub(super) fn counted_found(&self) -> impl Iterator<Item = (&'a Found, bool)> {
        let all = self.found.iter().zip(&self.matching.of_found);
        all.filter_map(|(found, partner)| match partner {
            Some(gold) => (!self.gold.get(*gold)?.is_ignored).then_some((*found, true)),
            None => (!self.is_near_ignored(found)).then_some((*found, false)),
        })
    }

    fn is_near_ignored(&self, found: &Found) -> bool {
        let mut ignored = self.gold.iter().filter(|gold| gold.is_ignored);
        ignored.any(|gold| share_of_union(gold.trimmed, found.trimmed) >= 0.5)
    }
}
