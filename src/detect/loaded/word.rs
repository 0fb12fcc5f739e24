//! Words as keys: their hash and a set of them, made for the short words of our own lists.

use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hasher};

/// Words of a list.
pub(super) type WordSet = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// FNV-1a: no keys, no set-up, a multiplication per byte. The tables hold our lists only, so nobody can crowd them.
#[derive(Debug)]
pub(super) struct WordHasher(u64);

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

/// A hash of all bytes of `word`, quick for short ones. Compiled lists keep it: it may not depend on the machine.
pub(super) fn hash(word: &[u8]) -> u64 {
    let (head, tail) = match (word.first_chunk(), word.last_chunk()) {
        (Some(head), Some(tail)) => (u64::from_le_bytes(*head), u64::from_le_bytes(*tail)),
        _ => short(word),
    };
    let inner = if word.len() > 16 {
        long(word)
    } else {
        word.len() as u64
    };
    let mixed = (head ^ inner.rotate_left(17))
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        .rotate_left(29)
        ^ tail;
    let hash = mixed.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash ^ (hash >> 32)
}

/// The first and the last bytes of a word of less than eight.
fn short(word: &[u8]) -> (u64, u64) {
    if let (Some(head), Some(tail)) = (word.first_chunk(), word.last_chunk()) {
        let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
        (u64::from(head), u64::from(tail))
    } else {
        let at = |at: usize| word.get(at).copied().map_or(0, u64::from);
        (at(0) | at(1) << 8 | at(2) << 16, 0)
    }
}

/// Whether two words are the same, quick for short ones.
pub(super) fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() || one.len() > 16 {
        return one == other;
    }
    match (ends::<8>(one), ends::<8>(other)) {
        (Some(one), Some(other)) => one == other,
        _ => match (ends::<4>(one), ends::<4>(other)) {
            (Some(one), Some(other)) => one == other,
            _ => one.iter().eq(other),
        },
    }
}

/// The first and the last bytes.
fn ends<const N: usize>(word: &[u8]) -> Option<(&[u8; N], &[u8; N])> {
    Some((word.first_chunk()?, word.last_chunk()?))
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
            let plain = hash(&word);
            assert_ne!(plain, hash(&vec![b'a'; len + 1]));
            for at in 0..len {
                let mut other = word.clone();
                other[at] = b'b';
                assert_ne!(plain, hash(&other), "{len} {at}");
            }
        }
    }
}
