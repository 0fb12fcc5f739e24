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

/// The words of the lists, and where each is: its number from 1 in the slot that its key leads to, or behind it.
#[derive(Debug, Clone, Copy)]
struct Table {
    words: [(Key, Class); WORDS_LIMIT],
    slots: [u16; SLOTS],
    count: u16,
}

static TABLE: Table = build();

/// The classes of `word`, whatever its case; curly apostrophes count as straight ones.
pub(super) fn classes(word: &str) -> Class {
    lower(word).map_or(Class::NONE, |bytes| classes_by(key(&bytes)))
}

/// The classes of the word with this key.
pub(super) fn classes_by(key: Key) -> Class {
    let mut slot = slot(key);
    while let Some(&number) = TABLE.slots.get(slot % SLOTS) {
        let Some(word) = number.checked_sub(1) else {
            break;
        };
        match TABLE.words.get(usize::from(word)) {
            Some((known, class)) if known.is(key) => return *class,
            _ => slot += 1,
        }
    }
    Class::NONE
}

/// `word` in ASCII lower case; nothing when it is too long for the lists.
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

#[expect(clippy::large_stack_arrays, reason = "it is the compiler's stack")]
const fn build() -> Table {
    let mut table = Table {
        words: [(Key::new(0, 0, 0), Class::NONE); WORDS_LIMIT],
        slots: [0; SLOTS],
        count: 0,
    };
    let lists: [&[List]; 2] = [WORDS, CUES];
    let mut which = 0;
    while which < lists.len() {
        let mut list = 0;
        while list < lists[which].len() {
            let (class, words) = lists[which][list];
            table = add(table, class, words);
            list += 1;
        }
        which += 1;
    }
    table
}

/// `table` with `words`; the first of a list of cues is the form in dictionaries.
const fn add(mut table: Table, class: Class, mut words: &'static str) -> Table {
    let mut base = class.any(Class::CUE);
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
        let form = if base { class.and(Class::BASE) } else { class };
        base = false;
        table = add_word(table, key(word.as_bytes()), form);
    }
    table
}

const fn add_word(mut table: Table, key: Key, class: Class) -> Table {
    let mut slot = slot(key);
    while table.slots[slot] > 0 {
        let known = table.slots[slot] as usize - 1;
        if table.words[known].0.is(key) {
            table.words[known].1 = table.words[known].1.and(class);
            return table;
        }
        slot = (slot + 1) % SLOTS;
    }
    table.words[table.count as usize] = (key, class);
    table.count += 1;
    table.slots[slot] = table.count;
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
            assert!(classes(&word.to_uppercase()).any(class) || !word.is_ascii());
        }
    }

    #[test]
    fn the_lists_are_clean() {
        for (_, word) in all() {
            assert!(!word.is_empty() && word.len() <= LONGEST, "{word:?}");
            assert_eq!(word, word.to_lowercase());
        }
        assert!(usize::from(TABLE.count) * 4 < SLOTS, "{}", TABLE.count);
    }

    #[test]
    fn curly_apostrophes_and_strangers() {
        assert!(classes("didn’t").any(Class::AUXILIARY));
        assert_eq!(classes("zyzzyva"), Class::NONE);
        assert_eq!(classes(&"said".repeat(9)), Class::NONE);
    }
}
