//! The sentences of a page.

use crate::detect::loaded::page::Page;
use crate::text::Span;
use memchr::{memchr3_iter, memrchr3_iter};

impl Page<'_> {
    /// The sentence around `at`, looking at most `reach` bytes to either side; cut at `.`, `!`, `?` before a space.
    pub(super) fn sentence(&self, at: usize, reach: usize) -> Span {
        let bytes = self.text.as_bytes();
        let stop = |at: usize| {
            let next = bytes.get(at + 1);
            next.is_none_or(|&next| next == b' ' || next == b'"')
        };
        let low = at.saturating_sub(reach);
        let high = (at + reach).min(bytes.len());
        let before = memrchr3_iter(b'.', b'!', b'?', self.bytes(Span::new(low, at)));
        let start = before
            .map(|place| low + place)
            .find(|at| stop(*at))
            .map_or(low, |at| at + 1);
        let behind = memchr3_iter(b'.', b'!', b'?', self.bytes(Span::new(at, high)));
        let end = behind
            .map(|place| at + place)
            .find(|at| stop(*at))
            .map_or(high, |at| at + 1);
        Span::new(start, end)
    }

    /// Its sentences, from the first byte to the last: cut behind `.`, `!`, `?` before a space or a closing mark, and at line ends
    /// no more than [`Self::sentence`] is.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Span> + '_ {
        let bytes = self.text.as_bytes();
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
            let stops = |at: &usize| {
                let next = rest.get(at + 1);
                next.is_none_or(|next| b" \"')".contains(next))
            };
            let end = memchr3_iter(b'.', b'!', b'?', rest)
                .find(stops)
                .map_or(bytes.len(), |at| start + at + 1);
            let closing = bytes
                .iter()
                .skip(end)
                .take_while(|byte| b"\"')".contains(byte))
                .count();
            let sentence = Span::new(start, end + closing);
            start = sentence.end;
            Some(sentence)
        })
    }
}
