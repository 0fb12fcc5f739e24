//! Compiled lists, as a search reads them: one run of bytes, written by [`compile`](crate::detect::loaded::compile).
//!
//! - Every word of every form has a number; those by which entries are found, the anchors, have the lowest ones. `slots`
//!   is an open-addressed table by hash; `sieve` knows the hashes of the anchors and dismisses most words of a text.
//! - `pieces` are the forms. Each anchor has places in them, to be looked at beside a certain word or in any case: so an
//!   entry of several words is looked at only where two of them stand together.
//! - The rest is what an entry says: where it stands in its list, its name, its contexts.
//!
//! Nothing here fails: bytes that nobody compiled hold no words.

use crate::detect::loaded::numbers::Numbers;
use crate::detect::loaded::word;
use std::ops::Range;

/// Compiled lists, taken apart.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tables<'t> {
    sieve: Numbers<'t>,
    slots: Numbers<'t>,
    /// Where each word begins in `letters`.
    words: Numbers<'t>,
    /// Where the pairs of each anchor begin: those with a word before it, then those with a word behind it.
    sides: Numbers<'t>,
    /// The other word of each pair; within a side they rise.
    others: Numbers<'t>,
    /// Where the places of each pair, and after those of the last pair the places of each anchor alone, begin.
    ranges: Numbers<'t>,
    /// Places of anchors in `pieces`.
    places: Numbers<'t>,
    /// The forms.
    pub(super) pieces: Numbers<'t>,
    /// Sets of words, each behind its size; within a set numbers rise.
    sets: Numbers<'t>,
    /// Three numbers for each term that stands in a list: the list, its section, its line.
    sources: Numbers<'t>,
    /// Where each term's name begins in `letters`.
    names: Numbers<'t>,
    /// Where each term's contexts begin.
    innocent: Numbers<'t>,
    /// The contexts, written like forms.
    pub(super) contexts: Numbers<'t>,
    letters: &'t [u8],
}

/// The bits of a slot that hold a word's number and one; the highest bits of the word's hash stand above them.
pub(super) const WORD_BITS: u32 = 24;

/// A side of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it.
    Left,
    /// Behind it.
    Right,
}

impl<'t> Tables<'t> {
    /// Takes apart what was compiled.
    pub(super) fn read(mut compiled: &'t [u8]) -> Self {
        let mut part = || {
            let (len, rest) = compiled.split_first_chunk().unwrap_or((&[0; 4], &[]));
            let len = u32::from_le_bytes(*len) as usize;
            let (part, rest) = rest.split_at_checked(len).unwrap_or_default();
            compiled = rest;
            part
        };
        Self {
            sieve: Numbers::of(part()),
            slots: Numbers::of(part()),
            words: Numbers::of(part()),
            sides: Numbers::of(part()),
            others: Numbers::of(part()),
            ranges: Numbers::of(part()),
            places: Numbers::of(part()),
            pieces: Numbers::of(part()),
            sets: Numbers::of(part()),
            sources: Numbers::of(part()),
            names: Numbers::of(part()),
            innocent: Numbers::of(part()),
            contexts: Numbers::of(part()),
            letters: part(),
        }
    }

    /// The number of `word`, if entries are found by it.
    pub(super) fn anchor(&self, word: &[u8]) -> Option<u32> {
        let hash = word::hash(word);
        let bits = self.sieve.get(place(hash >> 5, self.sieve))?;
        if bits >> (hash & 31) & 1 == 0 {
            return None;
        }
        let anchor = self.search(word, hash)?;
        ((anchor as usize) < self.sides.len() / 2).then_some(anchor)
    }

    /// The number of `word`, if a form has it.
    pub(super) fn word(&self, word: &[u8]) -> Option<u32> {
        self.search(word, word::hash(word))
    }

    fn search(&self, word: &[u8], hash: u64) -> Option<u32> {
        let mark = slot_mark(hash);
        let mut at = place(hash, self.slots);
        for _ in 0..self.slots.len() {
            let slot = self.slots.get(at).filter(|slot| *slot != 0)?;
            let number = (slot & ((1 << WORD_BITS) - 1)) - 1;
            if slot >> WORD_BITS == mark && self.letters(number) == word {
                return Some(number);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        None
    }

    /// The letters of a word.
    pub(super) fn letters(&self, word: u32) -> &'t [u8] {
        self.letters
            .get(self.words.range(word as usize))
            .unwrap_or_default()
    }

    /// Whether any entry wants a certain word on that side of `anchor`.
    pub(super) fn has_pairs(&self, anchor: u32, side: Side) -> bool {
        !self.sides.range(self.side(anchor, side)).is_empty()
    }

    /// The places of `anchor` to be looked at where `other` stands on that side of it.
    pub(super) fn beside(&self, anchor: u32, side: Side, other: u32) -> Range<usize> {
        let pairs = self.sides.range(self.side(anchor, side));
        let pair = self.others.search(pairs, other);
        pair.map_or(0..0, |pair| self.ranges.range(pair))
    }

    /// The places of `anchor` to be looked at in any case.
    pub(super) fn alone(&self, anchor: u32) -> Range<usize> {
        self.ranges.range(self.others.len() + anchor as usize)
    }

    /// These places: numbers of pieces.
    pub(super) fn places(&self, range: Range<usize>) -> impl Iterator<Item = u32> + use<'t> {
        self.places.within(range)
    }

    /// Whether `set` has `word`.
    pub(super) fn has(&self, set: u32, word: u32) -> bool {
        let first = set as usize + 1;
        let len = self.sets.get(set as usize).unwrap_or_default() as usize;
        self.sets.search(first..first + len, word).is_some()
    }

    /// The list of a term, and where in it its section and its line begin.
    pub(super) fn source(&self, term: u32) -> Option<[usize; 3]> {
        let first = 3 * term as usize;
        let number = |at| Some(self.sources.get(first + at)? as usize);
        Some([number(0)?, number(1)?, number(2)?])
    }

    /// The name of a term.
    pub(super) fn name(&self, term: u32) -> &'t str {
        let name = self.letters.get(self.names.range(term as usize));
        name.and_then(|name| str::from_utf8(name).ok())
            .unwrap_or_default()
    }

    /// Where the contexts of a term stand.
    pub(super) fn innocent(&self, term: u32) -> Range<usize> {
        self.innocent.range(term as usize)
    }

    fn side(&self, anchor: u32, side: Side) -> usize {
        2 * anchor as usize + usize::from(side == Side::Right)
    }
}

/// The place of `hash` in `table`, whose length is a power of two.
fn place(hash: u64, table: Numbers) -> usize {
    hash as usize & table.len().wrapping_sub(1)
}

/// What of `hash` a slot keeps.
pub(super) fn slot_mark(hash: u64) -> u32 {
    (hash >> (64 - (32 - WORD_BITS))) as u32
}
