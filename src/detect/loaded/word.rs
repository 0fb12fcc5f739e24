//! Words as keys: their hash, a set of them, and an index by them, made for the short words of our own lists.

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

/// Things filed by word; what was filed last comes back first.
///
/// Words are told apart by their hash alone, so that none needs to be kept: what comes back for a word that was never
/// filed is nothing, or once in some 10^15 words something that the caller must be able to refuse.
#[derive(Debug)]
pub(super) struct Index<T> {
    /// By the hash's lowest bits: the first of a chain of items.
    heads: Vec<u32>,
    items: Vec<Item<T>>,
}

#[derive(Debug)]
struct Item<T> {
    hash: u64,
    thing: T,
    /// The chain's next item.
    next: u32,
}

/// No item.
const NONE: u32 = u32::MAX;

impl<T: Copy + PartialEq> Index<T> {
    /// An empty index, quick for up to `room` things.
    pub(super) fn new(room: usize) -> Self {
        Self {
            heads: vec![NONE; room.next_power_of_two()],
            items: Vec::with_capacity(room),
        }
    }

    /// Files `thing` under `word`, before what is filed there already; not twice in a row.
    pub(super) fn file(&mut self, word: &str, thing: T) {
        let hash = hash(word);
        let slot = self.slot(hash);
        let Some(head) = self.heads.get_mut(slot) else {
            return;
        };
        let first = self.items.get(*head as usize);
        if !first.is_some_and(|first| first.hash == hash && first.thing == thing) {
            let next = std::mem::replace(head, self.items.len() as u32);
            self.items.push(Item { hash, thing, next });
        }
    }

    /// What is filed under `word`, if anything is.
    pub(super) fn get(&self, word: &str) -> Option<impl Iterator<Item = T> + use<'_, T>> {
        let hash = hash(word);
        let first = self.search(self.head(self.slot(hash)), hash)?;
        let same = std::iter::successors(Some(first), move |last| self.search(last.next, hash));
        Some(same.map(|item| item.thing))
    }

    /// The first item with `hash` from `at` on in its chain.
    fn search(&self, mut at: u32, hash: u64) -> Option<&Item<T>> {
        loop {
            let item = self.items.get(at as usize)?;
            if item.hash == hash {
                return Some(item);
            }
            at = item.next;
        }
    }

    fn slot(&self, hash: u64) -> usize {
        (hash ^ (hash >> 32)) as usize & (self.heads.len() - 1)
    }

    fn head(&self, slot: usize) -> u32 {
        self.heads.get(slot).copied().unwrap_or(NONE)
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_filed_last_comes_first() {
        for room in [0, 1, 8] {
            let mut index = Index::new(room);
            for (word, thing) in [("mayhem", 3), ("doom", 1), ("mayhem", 2), ("mayhem", 2)] {
                index.file(word, thing);
            }
            let filed = |word| index.get(word).map(Iterator::collect::<Vec<_>>);
            assert_eq!(filed("mayhem"), Some(vec![2, 3]));
            assert_eq!(filed("doom"), Some(vec![1]));
            assert_eq!(filed("calm"), None);
        }
    }
}
