//! Hash tables by word, with a hash made for short words of our own lists.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// Makes the hashers.
pub(super) type WordHash = BuildHasherDefault<WordHasher>;

/// Things by word.
pub(super) type WordMap<T> = HashMap<String, T, WordHash>;

/// Words of a list.
pub(super) type WordSet = HashSet<&'static str, WordHash>;

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
