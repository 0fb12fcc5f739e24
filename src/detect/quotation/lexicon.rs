//! From a word to its classes: a hash table built by the compiler from the word lists.
//!
//! Most words of a text are on no list, and must cost next to nothing: the table looked into first is of small numbers and
//! stays close to the processor.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::cues::CUES;
use crate::detect::quotation::words::WORDS;

/// Words of one class in lower case, with single spaces between them.
pub(super) type List = (Class, &'static str);

/// At least the number of words.
const WORDS_LIMIT: usize = 2048;

/// Several times the number of words, and a power of two: most words that are on no list meet an empty slot.
const SLOTS: usize = 8192;

/// The longest word of the lists, in bytes; longer ones are not looked up.
pub(super) const LONGEST: usize = 24;

/// The bytes of a word in lower case, filled up with zeros: compared in three steps instead of one a byte.
///
/// Three numbers, no array: an array would be written to memory and read back for each word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    first: u64,
    second: u64,
    third: u64,
}

impl Key {
    /// Of these bytes, the first one lowest.
    #[inline]
    pub(super) const fn new(first: u64, second: u64, third: u64) -> Self {
        Self {
            first,
            second,
            third,
        }
    }

    const fn is(self, other: Self) -> bool {
        self.first == other.first && self.second == other.second && self.third == other.third
    }
}

/// The words of a language's lists with their classes as bits, and where each is: its number from 1 in the slot that its
/// key leads to, or behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    words: [(Key, u32); WORDS_LIMIT],
    slots: [u16; SLOTS],
    count: u16,
}

static ENGLISH: Table = english();

/// The classes of `word`, whatever its case; curly apostrophes count as straight ones.
pub(super) fn classes(word: &str) -> Class {
    Class::of_bits(ENGLISH.bits(word))
}

/// The classes of the word with this key.
pub(super) fn classes_by(key: Key) -> Class {
    Class::of_bits(ENGLISH.find(key))
}

impl Table {
    /// What the lists say of `word`, whatever its case.
    pub(super) fn bits(&self, word: &str) -> u32 {
        lower(word).map_or(0, |bytes| self.find(key(&bytes)))
    }

    fn find(&self, key: Key) -> u32 {
        let mut slot = slot(key);
        while let Some(&number) = self.slots.get(slot % SLOTS) {
            let Some(word) = number.checked_sub(1) else {
                break;
            };
            match self.words.get(usize::from(word)) {
                Some((known, bits)) if known.is(key) => return *bits,
                _ => slot += 1,
            }
        }
        0
    }

    /// No words.
    #[expect(clippy::large_stack_arrays, reason = "it is the compiler's stack")]
    pub(super) const fn new() -> Self {
        Self {
            words: [(Key::new(0, 0, 0), 0); WORDS_LIMIT],
            slots: [0; SLOTS],
            count: 0,
        }
    }

    /// The same with `words`, which have these `bits`; the first one of them has `first`.
    pub(super) const fn with(mut self, first: u32, bits: u32, mut words: &'static str) -> Self {
        let mut own = first;
        while !words.is_empty() {
            let mut end = 0;
            while end < words.len() && words.as_bytes()[end] != b' ' {
                end += 1;
            }
            let (word, rest) = words.split_at(end);
            words = if rest.is_empty() {
                rest
            } else {
                rest.split_at(1).1
            };
            self = self.with_word(key(word.as_bytes()), own);
            own = bits;
        }
        self
    }

    const fn with_word(mut self, key: Key, bits: u32) -> Self {
        let mut slot = slot(key);
        while self.slots[slot] > 0 {
            let known = self.slots[slot] as usize - 1;
            if self.words[known].0.is(key) {
                self.words[known].1 |= bits;
                return self;
            }
            slot = (slot + 1) % SLOTS;
        }
        self.words[self.count as usize] = (key, bits);
        self.count += 1;
        self.slots[slot] = self.count;
        self
    }
}

/// `word` in lower case, as far as letters of western Europe go; nothing when it is too long for the lists.
fn lower(word: &str) -> Option<[u8; LONGEST]> {
    let mut lower = [0; LONGEST];
    let mut places = lower.iter_mut();
    let mut bytes = word.bytes();
    while let Some(byte) = bytes.next() {
        let place = places.next()?;
        *place = byte.to_ascii_lowercase();
        if byte == 0xe2 && bytes.clone().take(2).eq([0x80, 0x99]) {
            *place = b'\'';
            bytes.nth(1);
        } else if byte == 0xc3 {
            // À to Þ stand 32 before à to þ.
            let second = bytes.next()?;
            let capital = matches!(second, 0x80..=0x9e) && second != 0x97;
            *places.next()? = if capital { second + 0x20 } else { second };
        }
    }
    Some(lower)
}

/// What a word in lower case is looked up by; it is at most as long as the lists' longest.
pub(super) const fn key(word: &[u8]) -> Key {
    let mut parts = [0; 3];
    let mut at = 0;
    while at < word.len() {
        parts[at / 8] |= (word[at] as u64) << (8 * (at % 8));
        at += 1;
    }
    let [first, second, third] = parts;
    Key::new(first, second, third)
}

/// Where `key` is looked for first.
const fn slot(key: Key) -> usize {
    let rest = key.second ^ key.third.rotate_left(29);
    let mixed = key.first ^ rest.wrapping_mul(0xc2b2_ae3d_27d4_eb4f);
    let mixed = (mixed ^ (mixed >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 40) as usize % SLOTS
}

const fn english() -> Table {
    let mut table = Table::new();
    let lists: [&[List]; 2] = [WORDS, CUES];
    let mut which = 0;
    while which < lists.len() {
        let mut list = 0;
        while list < lists[which].len() {
            let (class, words) = lists[which][list];
            // The first of a list of cues is the form in dictionaries.
            let first = if class.any(Class::CUE) {
                class.and(Class::BASE)
            } else {
                class
            };
            table = table.with(first.bits(), class.bits(), words);
            list += 1;
        }
        which += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = (Class, &'static str)> {
        WORDS
            .iter()
            .chain(CUES)
            .flat_map(|(class, words)| words.split(' ').map(move |word| (*class, word)))
    }

    #[test]
    fn every_listed_word_is_found_with_its_class() {
        for (class, word) in all() {
            assert!(classes(word).any(class), "{word}");
            assert!(classes(&word.to_uppercase()).any(class) || word.contains('ß'));
        }
    }

    #[test]
    fn the_lists_are_clean() {
        for (_, word) in all() {
            assert!(!word.is_empty() && word.len() <= LONGEST, "{word:?}");
            assert_eq!(word, word.to_lowercase());
        }
        assert!(usize::from(ENGLISH.count) * 4 < SLOTS, "{}", ENGLISH.count);
    }

    #[test]
    fn curly_apostrophes_and_strangers() {
        assert!(classes("didn’t").any(Class::AUXILIARY));
        assert_eq!(classes("zyzzyva"), Class::NONE);
        assert_eq!(classes(&"said".repeat(9)), Class::NONE);
    }
}
