//! The sentences of a page.

use crate::detect::loaded::page::Page;
use crate::text::Span;

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
        let is_mark = |byte: &u8| matches!(byte, b'.' | b'!' | b'?');
        let before = self.bytes(Span::new(low, at)).iter().enumerate().rev();
        let start = before
            .filter(|(_, byte)| is_mark(byte))
            .find(|(place, _)| stop(low + place))
            .map_or(low, |(place, _)| low + place + 1);
        let behind = self.bytes(Span::new(at, high)).iter().enumerate();
        let end = behind
            .filter(|(_, byte)| is_mark(byte))
            .find(|(place, _)| stop(at + place))
            .map_or(high, |(place, _)| at + place + 1);
        Span::new(start, end)
    }

    /// Its sentences, from the first byte to the last: cut behind `.`, `!`, `?` before a space or a closing mark, and at line ends
    /// no more than [`Self::sentence`] is.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Span> + '_ {
        let bytes = self.text.as_bytes();
        let mut start = 0;
        std::iter::from_fn(move || {
            let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
            let stop = |(at, byte): (usize, &u8)| {
                let next = rest.get(at + 1);
                b".!?".contains(byte) && next.is_none_or(|next| b" \"')".contains(next))
            };
            let end = rest
                .iter()
                .enumerate()
                .position(stop)
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
