//! From a word to its classes: a hash table built by the compiler from the word lists.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::cues::CUES;
use crate::detect::quotation::words::WORDS;

/// Words of one class in lower case, with single spaces between them.
pub(super) type List = (Class, &'static str);

/// Twice the number of words, and a power of two.
const SLOTS: usize = 4096;

/// The longest word of the lists, in bytes; longer ones are not looked up.
const LONGEST: usize = 24;

static TABLE: [(&str, Class); SLOTS] = build();

/// The classes of `word`, whatever its case; curly apostrophes count as straight ones.
pub(super) fn classes(word: &str) -> Class {
    let mut buffer = [0; LONGEST];
    let Some(lower) = lower(word, &mut buffer) else {
        return Class::NONE;
    };
    let mut slot = hash(lower) % SLOTS;
    while let Some((known, class)) = TABLE.get(slot) {
        if known.is_empty() {
            break;
        }
        if known.as_bytes() == lower {
            return *class;
        }
        slot = (slot + 1) % SLOTS;
    }
    Class::NONE
}

/// `word` in ASCII lower case inside `buffer`; nothing when it is too long for the lists.
fn lower<'a>(word: &str, buffer: &'a mut [u8; LONGEST]) -> Option<&'a [u8]> {
    let mut len = 0;
    let mut bytes = word.bytes();
    while let Some(byte) = bytes.next() {
        let place = buffer.get_mut(len)?;
        *place = byte.to_ascii_lowercase();
        if byte == 0xe2 && bytes.clone().take(2).eq([0x80, 0x99]) {
            *place = b'\'';
            bytes.nth(1);
        }
        len += 1;
    }
    buffer.get(..len)
}

/// FNV-1a.
const fn hash(bytes: &[u8]) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ (hash >> 15)) as usize
}

#[expect(clippy::large_stack_arrays, reason = "it is the compiler's stack")]
const fn build() -> [(&'static str, Class); SLOTS] {
    let mut table = [("", Class::NONE); SLOTS];
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

const fn add(
    mut table: [(&'static str, Class); SLOTS],
    class: Class,
    mut words: &'static str,
) -> [(&'static str, Class); SLOTS] {
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
        let mut slot = hash(word.as_bytes()) % SLOTS;
        while !table[slot].0.is_empty() && !same(table[slot].0, word) {
            slot = (slot + 1) % SLOTS;
        }
        let form = if base { class.and(Class::BASE) } else { class };
        base = false;
        table[slot] = (word, table[slot].1.and(form));
    }
    table
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
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
        assert!(all().count() * 2 < SLOTS, "{}", all().count());
    }

    #[test]
    fn curly_apostrophes_and_strangers() {
        assert!(classes("didn’t").any(Class::AUXILIARY));
        assert_eq!(classes("zyzzyva"), Class::NONE);
        assert_eq!(classes(&"said".repeat(9)), Class::NONE);
    }
}
