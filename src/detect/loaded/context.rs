//! Where an entry is innocent.

use crate::detect::loaded::piece::Piece;
use crate::detect::loaded::reading::{Passage, Reading, Word};
use crate::detect::loaded::walk::Walk;
use crate::text::Span;

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
            Piece::NearText(words) => around(&mut known, reading, passage).has_text(reading, words),
            _ => false,
        })
}

fn around<'a, 'r>(
    known: &'a mut Option<Around<'r>>,
    reading: &'r Reading,
    passage: Passage,
) -> &'a Around<'r> {
    known.get_or_insert_with(|| Around::new(reading, passage))
}

/// The sentence around a passage, as far as it is looked at.
#[derive(Debug)]
struct Around<'r> {
    span: Span,
    /// Every word that stands in it, perhaps with others at either end.
    words: &'r [Word],
    /// Whether some of them may be joined by an apostrophe.
    is_joined: bool,
}

impl<'r> Around<'r> {
    fn new(reading: &'r Reading, passage: Passage) -> Self {
        let span = reading.page.sentence(passage.span.start, NEAR);
        let (before, behind) = reading
            .words
            .split_at_checked(passage.first)
            .unwrap_or_default();
        let before = before
            .iter()
            .rev()
            .take_while(|word| word.span.end > span.start);
        let behind = behind.iter().take_while(|word| word.span.start < span.end);
        let words = passage.first - before.count()..passage.first + behind.count();
        Self {
            span,
            words: reading.words.get(words).unwrap_or_default(),
            is_joined: reading.page.bytes(span).contains(&b'\''),
        }
    }

    /// Whether `word`, which is made of letters, stands there as a whole word.
    fn has(&self, reading: &Reading, word: u32) -> bool {
        if self.is_joined {
            return self.has_text(reading, word);
        }
        let mut same = self.words.iter().filter(|one| one.whole == Some(word));
        same.any(|one| self.span.covers(one.span))
    }

    /// Whether `words` stand there as whole words.
    fn has_text(&self, reading: &Reading, words: u32) -> bool {
        let words = reading.tables.letters(words).unwrap_or_default();
        let Some((first, rest)) = words.as_bytes().split_first() else {
            return false;
        };
        let around = reading.page.bytes(self.span);
        let mut found = around.iter().enumerate().filter(|(at, byte)| {
            *byte == first
                && around
                    .get(at + 1..)
                    .is_some_and(|tail| tail.starts_with(rest))
        });
        found.any(|(at, _)| {
            let start = self.span.start + at;
            let span = Span::new(start, start + words.len());
            reading.page.is_whole(span)
        })
    }
}
