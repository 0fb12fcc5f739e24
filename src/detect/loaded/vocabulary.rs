//! The words of compiled lists, while they are compiled.

use crate::detect::loaded::anchor;
use crate::detect::loaded::tables::{WORD_BITS, next_slot, slot, slot_mark};
use crate::detect::loaded::word::Key;
use std::collections::HashMap;

/// Words by number, in the order in which they were met.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<String, u32>,
    words: Vec<String>,
    ranks: Vec<usize>,
}

impl Vocabulary {
    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The letters of all words.
    pub(super) fn letters(&self) -> String {
        self.words.concat()
    }

    /// Where each word begins among the letters; and where the last one ends.
    pub(super) fn starts(&self) -> Vec<u32> {
        let mut end = 0;
        let ends = self.words.iter().map(|word| {
            end += word.len() as u32;
            end
        });
        std::iter::once(0).chain(ends).collect()
    }

    /// The number of `word`, which is in the vocabulary from now on.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = self.words.len() as u32;
        self.numbers.insert(word.to_owned(), number);
        self.words.push(word.to_owned());
        self.ranks.push(anchor::rank(word));
        number
    }

    /// How telling a word is.
    pub(super) fn rank(&self, word: u32) -> usize {
        self.ranks.get(word as usize).copied().unwrap_or_default()
    }

    /// The hash of a word.
    pub(super) fn hash(&self, word: u32) -> u64 {
        let letters = self.words.get(word as usize);
        letters.map_or(0, |letters| Key::of(letters.as_bytes()).hash)
    }

    /// Every word by its hash, in the first free slot; two of five stay free.
    pub(super) fn slots(&self) -> Vec<u32> {
        let len = self.words.len() * 5 / 3 + 1;
        let mut slots = vec![0_u32; len];
        for (number, word) in (1..).zip(&self.words) {
            let hash = Key::of(word.as_bytes()).hash;
            let mut at = slot(hash, len);
            while slots.get(at).is_some_and(|slot| *slot != 0) {
                at = next_slot(at, len);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = slot_mark(hash) << WORD_BITS | number;
            }
        }
        slots
    }
}
