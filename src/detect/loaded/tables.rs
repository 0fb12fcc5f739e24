//! Compiled lists, as a search reads them: written by [`compile`](crate::detect::loaded::compile).
//!
//! - Every word of every form has a number; those by which entries are found, the anchors, have the lowest ones. `slots`
//!   is an open-addressed table by hash.
//! - `pieces` are the forms. Each anchor has places in them, to be looked at beside a certain word or in any case: so an
//!   entry of several words is looked at only where two of them stand together. `sieve` dismisses most words and pairs of a text.
//! - The rest is what an entry says: its section, name, fields and contexts.
//!
//! Nothing here fails: bytes that nobody compiled hold no words.

use crate::detect::Category;
use crate::detect::loaded::entry::{Entry, Section};
use crate::detect::loaded::look::{Look, Looks};
use crate::detect::loaded::numbers::Numbers;
use crate::detect::loaded::sieve::Sieve;
use crate::detect::loaded::word::Key;
use std::borrow::Cow;
use std::ops::Range;

/// Compiled lists.
#[derive(Debug, Default)]
pub(super) struct Compiled {
    /// Runs of numbers, each behind the bytes of one and of all.
    pub(super) numbers: Cow<'static, [u8]>,
    /// The letters of all words and texts.
    pub(super) letters: Cow<'static, str>,
}

/// Compiled lists, taken apart.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tables<'t> {
    /// Lets the words pass by which entries are found whatever stands beside them, and the pairs of words.
    pub(super) sieve: Sieve<'t>,
    slots: Numbers<'t>,
    /// Where each word begins in `letters`.
    words: Numbers<'t>,
    /// Where each text begins there.
    texts: Numbers<'t>,
    /// Where the pairs of each anchor begin: those with a word before it, then those with a word behind it.
    sides: Numbers<'t>,
    /// The other word of each pair; within a side they rise.
    others: Numbers<'t>,
    /// What to look at, for each pair and then for each anchor whatever stands beside it.
    looks: Numbers<'t>,
    /// What to look at where that is more than one thing; the last of them is marked.
    more: Numbers<'t>,
    /// The forms.
    pub(super) pieces: Numbers<'t>,
    /// Sets of words; within a set numbers rise.
    sets: Numbers<'t>,
    /// Where each set begins.
    set_starts: Numbers<'t>,
    /// Three numbers for each term: its section; its name and its fields, as [`Self::said`] takes them.
    terms: Numbers<'t>,
    /// Four numbers for each section: category; rule, the same way; rating; reason, the same way.
    sections: Numbers<'t>,
    /// Where each term's contexts begin.
    innocent: Numbers<'t>,
    /// The contexts, written like forms.
    pub(super) contexts: Numbers<'t>,
    letters: &'t str,
}

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
    pub(super) fn read(compiled: &'t Compiled) -> Self {
        let letters = &*compiled.letters;
        let mut compiled = &*compiled.numbers;
        let mut part = || {
            let (head, rest) = compiled.split_first_chunk().unwrap_or((&[0; 5], &[]));
            let [width, len @ ..] = *head;
            let len = u32::from_le_bytes(len) as usize;
            let (part, rest) = rest.split_at_checked(len).unwrap_or_default();
            compiled = rest;
            (width, part)
        };
        let (_, sieve) = part();
        let mut part = || {
            let (width, part) = part();
            Numbers::of(part, width)
        };
        Self {
            sieve: Sieve::of(sieve),
            slots: part(),
            words: part(),
            texts: part(),
            sides: part(),
            others: part(),
            looks: part(),
            more: part(),
            pieces: part(),
            sets: part(),
            set_starts: part(),
            terms: part(),
            sections: part(),
            innocent: part(),
            contexts: part(),
            letters,
        }
    }

    /// Whether nothing can be found.
    pub(super) fn is_empty(&self) -> bool {
        self.sides.len() == 0
    }

    /// The number of the word of `key`, if a form has it.
    pub(super) fn word(&self, key: Key) -> Option<u32> {
        let mut at = slot(key.hash, self.slots.len());
        loop {
            // Some slots are free.
            let slot = self.slots.get(at).filter(|slot| *slot != 0)?;
            let number = slot - 1;
            if key.is(self.letters.as_bytes(), self.words.range(number as usize)) {
                return Some(number);
            }
            at = next_slot(at, self.slots.len());
        }
    }

    /// Whether entries are found by `word`.
    pub(super) fn is_anchor(&self, word: u32) -> bool {
        (word as usize) < self.sides.len() / 2
    }

    /// The letters of a word.
    pub(super) fn letters(&self, word: u32) -> Option<&'t str> {
        self.letters.get(self.words.range(word as usize))
    }

    /// A text.
    pub(super) fn text(&self, text: u32) -> Option<&'t str> {
        self.letters.get(self.texts.range(text as usize))
    }

    /// What an entry says: a word where `number` is even, else a text.
    fn said(&self, number: u32) -> Option<&'t str> {
        if number.is_multiple_of(2) {
            self.letters(number / 2)
        } else {
            self.text(number / 2)
        }
    }

    /// Puts into `looks` what to look at where `other` stands on that side of `anchor`.
    pub(super) fn beside(&self, anchor: u32, side: Side, other: u32, looks: &mut Vec<Look>) {
        let pairs = self.sides.range(side_of(anchor, side));
        if let Some(pair) = self.others.search(pairs, other) {
            self.looks(pair, looks);
        }
    }

    /// Puts into `looks` what to look at at `anchor`, whatever stands beside it.
    pub(super) fn alone(&self, anchor: u32, looks: &mut Vec<Look>) {
        self.looks(self.others.len() + anchor as usize, looks);
    }

    fn looks(&self, at: usize, looks: &mut Vec<Look>) {
        match self.looks.get(at).map(Looks::of) {
            Some(Looks::One(look)) => looks.push(look),
            Some(Looks::Several(at)) => {
                let several = self.more.from(at as usize).map(Look::of);
                for (look, is_last) in several {
                    looks.push(look);
                    if is_last {
                        break;
                    }
                }
            }
            Some(Looks::Nothing) | None => {}
        }
    }

    /// Whether `set` has `word`.
    pub(super) fn has(&self, set: u32, word: u32) -> bool {
        let words = self.set_starts.range(set as usize);
        self.sets.search(words, word).is_some()
    }

    /// What a term is called.
    pub(super) fn name(&self, term: u32) -> Option<&'t str> {
        self.said(self.terms.get(3 * term as usize + 1)?)
    }

    /// The entry of a term, without its forms and contexts.
    pub(super) fn entry(&self, term: u32) -> Option<Entry<'t>> {
        let at = 3 * term as usize;
        let section = 4 * self.terms.get(at)? as usize;
        let number = |at| self.sections.get(section + at);
        let section = Section {
            rule: self.said(number(1)?)?,
            rating: u8::try_from(number(2)?).ok()?,
            reason: self.said(number(3)?)?,
        };
        let category = *Category::ALL.get(number(0)? as usize)?;
        let fields = self.said(self.terms.get(at + 2)?)?;
        Some(Entry::new(category, "", fields, section))
    }

    /// Where the contexts of a term stand.
    pub(super) fn innocent(&self, term: u32) -> Range<usize> {
        self.innocent.range(term as usize)
    }
}

fn side_of(anchor: u32, side: Side) -> usize {
    2 * anchor as usize + usize::from(side == Side::Right)
}

/// The place of `hash` in a table of that length.
pub(super) fn slot(hash: u64, len: usize) -> usize {
    (((hash >> 32) * len as u64) >> 32) as usize
}

/// The slot behind `at`, the first one behind the last.
pub(super) fn next_slot(at: usize, len: usize) -> usize {
    if at + 1 == len { 0 } else { at + 1 }
}
