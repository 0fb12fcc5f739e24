//! The words of compiled lists, while they are compiled.

use crate::detect::loaded::anchor;
use crate::detect::loaded::tables::{next_slot, slot};
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

    /// Where each word begins among the letters, the first at `start`; and where the last one ends.
    pub(super) fn starts(&self, start: usize) -> Vec<u32> {
        let mut end = start as u32;
        let ends = self.words.iter().map(|word| {
            end += word.len() as u32;
            end
        });
        std::iter::once(start as u32).chain(ends).collect()
    }

    /// The number of `word`, if it is in the vocabulary.
    pub(super) fn known(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The number of `word`, which is in the vocabulary from now on.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.known(word) {
            return number;
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

    /// Every word by its hash, in the first free slot; half of them stay free.
    pub(super) fn slots(&self) -> Vec<u32> {
        let len = 2 * self.words.len() + 1;
        let mut slots = vec![0_u32; len];
        for (number, word) in (1..).zip(&self.words) {
            let hash = Key::of(word.as_bytes()).hash;
            let mut at = slot(hash, len);
            while slots.get(at).is_some_and(|slot| *slot != 0) {
                at = next_slot(at, len);
            }
            if let Some(slot) = slots.get_mut(at) {
                *slot = number;
            }
        }
        slots
    }
}
