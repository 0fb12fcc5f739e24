//! The words of the paragraphs just read, for whoever looks back at them.

use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::token::Token;
use crate::text::Span;
use std::collections::VecDeque;

/// The tokens of the last few paragraphs before some others, so that nobody takes these apart again.
#[derive(Debug, Default)]
pub(super) struct Recent(VecDeque<(Span, Vec<Token>)>);

/// How many paragraphs are kept, and how long one is at most, in bytes: nobody looks further back.
pub(super) const REACH: (usize, usize) = (6, 6 * 1024);

impl Recent {
    /// Keeps the tokens of the last of `passages`, which are done with; leaves them memory for those of others.
    pub(super) fn keep(&mut self, passages: &mut [Passage]) {
        let before = passages.len().saturating_sub(REACH.0);
        let last = passages.iter_mut().skip(before);
        for passage in last.filter(|passage| passage.span.len() <= REACH.1) {
            let oldest = (self.0.len() >= REACH.0).then(|| self.0.pop_front());
            let (_, mut tokens) = oldest.flatten().unwrap_or_default();
            std::mem::swap(&mut passage.tokens, &mut tokens);
            self.0.push_back((passage.span, tokens));
        }
    }

    fn of(&self, span: Span) -> Option<&[Token]> {
        let mut kept = self.0.iter();
        let (_, tokens) = kept.find(|(paragraph, _)| *paragraph == span)?;
        Some(tokens)
    }
}

/// The paragraphs at hand, and recent ones before them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'k> {
    /// Those before.
    pub(super) recent: &'k Recent,
    /// Those at hand, in text order.
    pub(super) passages: &'k [Passage<'k>],
}

impl<'k> Known<'k> {
    /// The tokens of the paragraph at `span`, if they are still there.
    pub(super) fn of(self, span: Span) -> Option<&'k [Token]> {
        let at = self
            .passages
            .binary_search_by_key(&span, |passage| passage.span);
        let at_hand = at.ok().and_then(|at| self.passages.get(at));
        let tokens = at_hand.map(|passage| &*passage.tokens);
        tokens.or_else(|| self.recent.of(span))
    }
}
