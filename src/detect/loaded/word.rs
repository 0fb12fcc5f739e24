//! Words as keys: their hash and a set of them, made for the short words of our own lists.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// Words of a list.
pub(super) type WordSet = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// FNV-1a: no keys, no set-up, a multiplication per byte. The tables hold our lists only, so nobody can crowd them.
#[derive(Debug)]
pub(in crate::detect) struct WordHasher(u64);

impl Default for WordHasher {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A word to be looked up: its first sixteen bytes, padded with zeros, and its hash. Compiled lists keep the hash: it may not
/// depend on the machine.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'w> {
    word: &'w [u8],
    head: u64,
    tail: u64,
    /// Of all bytes.
    pub(super) hash: u64,
}

impl<'w> Key<'w> {
    /// The key of the word in `range` of `text`.
    #[inline]
    pub(super) fn within(text: &'w [u8], range: Range<usize>) -> Self {
        let word = text.get(range.clone()).unwrap_or_default();
        let [head, tail] = ends(text, range.start, word);
        let more = if word.len() > 16 { long(word) } else { 0 };
        let mixed = (head ^ (more + word.len() as u64).rotate_left(57))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15)
            .rotate_left(29)
            ^ tail;
        let hash = mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9);
        Self {
            word,
            head,
            tail,
            hash: hash ^ (hash >> 32),
        }
    }

    /// The key of `word`.
    pub(super) fn of(word: &'w [u8]) -> Self {
        Self::within(word, 0..word.len())
    }

    /// Whether it is that of the word in `range` of `text`.
    pub(super) fn is(&self, text: &[u8], range: Range<usize>) -> bool {
        if range.len() != self.word.len() {
            return false;
        }
        let start = range.start;
        let word = text.get(range).unwrap_or_default();
        let same = ends(text, start, word) == [self.head, self.tail];
        same && (word.len() <= 16 || word == self.word)
    }
}

/// The first sixteen bytes of `word`, which stands at `start` of `text`.
#[inline]
fn ends(text: &[u8], start: usize, word: &[u8]) -> [u64; 2] {
    let behind = text.get(start..).unwrap_or_default();
    let bytes = match behind.first_chunk() {
        Some(bytes) => u128::from_le_bytes(*bytes),
        None => last(text, behind),
    };
    let ends = bytes & KEEP.get(word.len()).copied().unwrap_or(u128::MAX);
    [ends as u64, (ends >> 64) as u64]
}

/// What is kept of sixteen bytes, by the length of a word.
const KEEP: [u128; 16] = {
    let mut table = [0; 16];
    let mut len = 0;
    while len < 16 {
        table[len] = (1 << (8 * len)) - 1;
        len += 1;
    }
    table
};

#[cold]
/// Less than sixteen bytes, the missing ones zero: those that `text` ends with.
fn last(text: &[u8], behind: &[u8]) -> u128 {
    if let Some(bytes) = text.last_chunk() {
        let missing = 8 * (16 - behind.len() as u32);
        return u128::from_le_bytes(*bytes)
            .checked_shr(missing)
            .unwrap_or_default();
    }
    let lanes = behind.iter().rev();
    lanes.fold(0, |all, byte| all << 8 | u128::from(*byte))
}

fn long(word: &[u8]) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_counts() {
        for len in 1..40 {
            let word = vec![b'a'; len];
            let plain = Key::of(&word);
            assert_ne!(plain.hash, Key::of(&vec![b'a'; len + 1]).hash);
            for at in 0..len {
                let mut other = word.clone();
                other[at] = b'b';
                assert_ne!(plain.hash, Key::of(&other).hash, "{len} {at}");
                assert!(!plain.is(&other, 0..len));
            }
        }
    }

    #[test]
    fn what_stands_around_does_not_count() {
        for len in 0..40 {
            let word = vec![b'a'; len];
            let text = [b"xx".as_slice(), &word, b" and more words behind"].concat();
            let key = Key::within(&text, 2..2 + len);
            assert_eq!(key.hash, Key::of(&word).hash);
            assert!(key.is(&word, 0..len) && Key::of(&word).is(&text, 2..2 + len));
        }
    }
}
