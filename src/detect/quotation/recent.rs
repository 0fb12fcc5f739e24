//! The paragraphs just read, for whoever looks back at them.

use crate::detect::quotation::near::REACH;
use crate::detect::quotation::passage::Passage;
use crate::text::Span;
use std::collections::VecDeque;

/// The last few paragraphs before some others, so that nobody takes them apart again.
#[derive(Debug, Default)]
pub(super) struct Recent<'a>(VecDeque<Passage<'a>>);

impl<'a> Recent<'a> {
    /// Keeps the last of `passages`, which are done with, as far as anybody looks back; leaves memory for others.
    pub(super) fn keep(&mut self, passages: &mut [Passage<'a>]) {
        let before = passages.len().saturating_sub(REACH.0);
        let last = passages.iter_mut().skip(before);
        for passage in last.filter(|passage| passage.span.len() <= REACH.1) {
            let oldest = (self.0.len() >= REACH.0).then(|| self.0.pop_front());
            let empty = || Passage::empty(passage.text, passage.language);
            let memory = oldest.flatten().unwrap_or_else(empty);
            self.0.push_back(std::mem::replace(passage, memory));
        }
    }

    fn of(&self, span: Span) -> Option<&Passage<'a>> {
        self.0.iter().find(|passage| passage.span == span)
    }
}

/// The paragraphs at hand, and recent ones before them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Known<'k> {
    /// Those before.
    pub(super) recent: Option<&'k Recent<'k>>,
    /// Those at hand, in text order.
    pub(super) passages: &'k [Passage<'k>],
}

impl<'k> Known<'k> {
    /// The paragraph at `span`, if it is still there.
    pub(super) fn of(self, span: Span) -> Option<&'k Passage<'k>> {
        let at = self
            .passages
            .binary_search_by_key(&span, |passage| passage.span);
        let at_hand = at.ok().and_then(|at| self.passages.get(at));
        at_hand.or_else(|| self.recent?.of(span))
    }
}
