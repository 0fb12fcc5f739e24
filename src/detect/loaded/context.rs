//! Where an entry is innocent.

use crate::detect::loaded::piece::Piece;
use crate::detect::loaded::reading::{Passage, Reading};
use crate::detect::loaded::walk::Walk;
use crate::detect::loaded::word::Key;
use crate::text::Span;
use memchr::memchr_iter;
use std::ops::Range;

/// How far `~word` looks to either side, in bytes: some fifteen words.
const NEAR: usize = 90;

/// Whether a context of `term` excuses `passage`.
pub(super) fn excuses(reading: &Reading, term: u32, passage: Passage) -> bool {
    let contexts = reading.tables.innocent(term);
    let pieces = reading.tables.contexts.within(contexts.clone());
    let mut known = None;
    contexts
        .zip(pieces.map(Piece::of))
        .any(|(place, piece)| match piece {
            Piece::Itself => Walk::contexts(reading).around(passage, place).is_some(),
            Piece::Near(word) => around(&mut known, reading, passage).has(reading, word),
            Piece::NearText(words) => {
                let span = around(&mut known, reading, passage).span;
                has_text(
                    reading,
                    span,
                    reading.tables.text(words).unwrap_or_default(),
                )
            }
            _ => false,
        })
}

fn around<'a>(known: &'a mut Option<Around>, reading: &Reading, passage: Passage) -> &'a Around {
    known.get_or_insert_with(|| Around::new(reading, passage))
}

/// The sentence around a passage, as far as it is looked at.
#[derive(Debug)]
struct Around {
    span: Span,
    /// The places of every word that stands in it, perhaps with others at either end.
    words: Range<usize>,
    /// Whether some of them may be joined by an apostrophe.
    is_joined: bool,
}

impl Around {
    fn new(reading: &Reading, passage: Passage) -> Self {
        let span = reading.page.sentence(passage.span.start, NEAR);
        let end = |at: usize| reading.span(at).map_or(0, |word| word.end);
        let start = |at: usize| reading.span(at).map_or(usize::MAX, |word| word.start);
        let before = (0..passage.first).rev();
        let before = before.take_while(|at| end(*at) > span.start);
        let behind = (passage.first..).take_while(|at| start(*at) < span.end);
        let words = passage.first - before.count()..passage.first + behind.count();
        // The apostrophe of a word at the edge may stand beyond it.
        let first = reading.span(words.start).unwrap_or(span);
        let last = reading.span(words.end.wrapping_sub(1)).unwrap_or(span);
        let whole = span.hull(first).hull(last);
        Self {
            span,
            words,
            is_joined: reading.page.bytes(whole).contains(&b'\''),
        }
    }

    /// Whether `word`, which is made of letters, stands there as a whole word.
    fn has(&self, reading: &Reading, word: u32) -> bool {
        let letters = reading.tables.letters(word).unwrap_or_default();
        let hash = Key::of(letters.as_bytes()).hash;
        let hashes = reading
            .page
            .hashes()
            .get(self.words.clone())
            .unwrap_or_default();
        let same = hashes.iter().enumerate().filter(|(_, one)| **one == hash);
        let mut same = same.filter_map(|(at, _)| reading.span(self.words.start + at));
        same.any(|one| self.span.covers(one) && reading.page.bytes(one) == letters.as_bytes())
            || self.is_joined && self.has_joined(reading, letters)
    }

    /// Whether `letters` stand there as a whole word that an apostrophe joins to others.
    fn has_joined(&self, reading: &Reading, letters: &str) -> bool {
        let mut words = self.words.clone().filter_map(|at| reading.span(at));
        words.any(|word| {
            let (start, end) = (word.start.max(self.span.start), word.end.min(self.span.end));
            let part = Span::new(start.min(end), end);
            reading.page.bytes(word).contains(&b'\'') && has_text(reading, part, letters)
        })
    }
}

/// Whether `words` stand in `span` as whole words.
fn has_text(reading: &Reading, span: Span, words: &str) -> bool {
    let Some((first, rest)) = words.as_bytes().split_first() else {
        return false;
    };
    let around = reading.page.bytes(span);
    let mut found = memchr_iter(*first, around).filter(|at| {
        let tail = around.get(at + 1..);
        tail.is_some_and(|tail| tail.starts_with(rest))
    });
    found.any(|at| {
        let start = span.start + at;
        let span = Span::new(start, start + words.len());
        reading.page.is_whole(span)
    })
}
