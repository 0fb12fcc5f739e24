//! What a form is made of.

use crate::detect::loaded::split;
use crate::detect::loaded::word::{Key, WordSet};
use std::sync::OnceLock;

/// One of the things a form is made of.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Element {
    /// This word.
    Word(String),
    /// One of these words, parted by `|`.
    OneOf(String),
    /// Any one or two words.
    Gap,
    /// A word of a class.
    Slot(Slot),
}

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Slot {
    /// Any word.
    Word,
    /// One or two words with a capital.
    Name,
    /// A superlative in -est.
    Superlative,
    /// An adverb in -ly.
    Adverb,
    /// A word of this row of `classes.txt`.
    Listed(&'static Class),
}

/// Bits for shapes of words.
type Sieve = [u64; 16];

/// How many times 64 bits there are for the hashes of a class.
const HASHES: usize = 1024;

/// A row of `classes.txt`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Class {
    name: &'static str,
    /// As it is written, blanks between.
    words: &'static str,
    /// A bit for the first letters and the length of each: dismisses most other words.
    sieve: Sieve,
    set: OnceLock<WordSet>,
    /// A bit for the hash of each: dismisses most texts.
    hashes: OnceLock<Vec<u64>>,
}

const CLASSES: &str = include_str!("lists/classes.txt");

/// The elements of one form without braces; nothing when a class is not known.
pub(super) fn elements(form: &str) -> Option<Vec<Element>> {
    form.split_ascii_whitespace().map(element).collect()
}

/// The class `name` of `classes.txt`.
pub(super) fn class(name: &str) -> Option<&'static Class> {
    static ALL: OnceLock<Vec<Class>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let rows = CLASSES.lines().filter(|line| !line.starts_with('#'));
        rows.filter_map(|line| line.split_once(':'))
            .map(|(name, words)| Class {
                name,
                words,
                sieve: sieve(words),
                set: OnceLock::new(),
                hashes: OnceLock::new(),
            })
            .collect()
    });
    all.iter().find(|class| class.name == name)
}

impl Class {
    /// Its words.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.words.split_ascii_whitespace()
    }

    /// Whether any of the words with these hashes may be in it.
    pub(super) fn may_be_on(&self, hashes: &[u64]) -> bool {
        let bits = self.hashes.get_or_init(|| self::hashes(self.words()));
        hashes.iter().any(|hash| {
            let (part, bit) = hashed(*hash);
            bits.get(part).is_some_and(|bits| bits & bit != 0)
        })
    }

    /// Whether `word` is in it.
    pub(super) fn has(&self, word: &str) -> bool {
        let (part, bit) = shape(word);
        let passes = self.sieve.get(part).is_some_and(|bits| bits & bit != 0);
        let set = || self.set.get_or_init(|| self.words().collect());
        passes && set().contains(word)
    }
}

/// Bits for the hashes of `words`.
fn hashes(words: impl Iterator<Item = &'static str>) -> Vec<u64> {
    let mut bits = vec![0; HASHES];
    for word in words {
        let (part, bit) = hashed(Key::of(word.as_bytes()).hash);
        if let Some(bits) = bits.get_mut(part) {
            *bits |= bit;
        }
    }
    bits
}

/// The part and the bit for words with this hash.
fn hashed(hash: u64) -> (usize, u64) {
    (hash as usize / 64 % HASHES, 1 << (hash % 64))
}

fn sieve(words: &str) -> Sieve {
    let mut sieve = [0; 16];
    for word in words.split_ascii_whitespace() {
        let (part, bit) = shape(word);
        if let Some(bits) = sieve.get_mut(part) {
            *bits |= bit;
        }
    }
    sieve
}

/// The part and the bit of a sieve for words with these first letters and of this length.
fn shape(word: &str) -> (usize, u64) {
    let letter = |at: usize| word.as_bytes().get(at).copied().map_or(0, usize::from);
    let shape = 37 * letter(0) + 5 * letter(1) + 160 * word.len();
    (shape / 64 % 16, 1 << (shape % 64))
}

impl Element {
    /// Shows `visit` the words it can be, where they can be listed.
    pub(super) fn each_choice(&self, mut visit: impl FnMut(&str)) {
        match self {
            Self::Word(word) => visit(word),
            Self::OneOf(words) => split::all(words, b'|').for_each(visit),
            Self::Slot(Slot::Listed(class)) => class.words().for_each(visit),
            Self::Gap | Self::Slot(_) => {}
        }
    }

    /// Whether `word` is one of the words that [`Self::each_choice`] shows.
    #[cfg(test)]
    pub(super) fn lists(&self, word: &str) -> bool {
        match self {
            Self::Word(wanted) => wanted == word,
            Self::OneOf(words) => split::all(words, b'|').any(|wanted| wanted == word),
            Self::Slot(Slot::Listed(class)) => class.has(word),
            Self::Gap | Self::Slot(_) => false,
        }
    }
}

fn element(token: &str) -> Option<Element> {
    let class_name = token.strip_prefix('<').and_then(|t| t.strip_suffix('>'));
    Some(match (token, class_name) {
        ("*", _) => Element::Gap,
        (_, Some("word")) => Element::Slot(Slot::Word),
        (_, Some("name")) => Element::Slot(Slot::Name),
        (_, Some("superlative")) => Element::Slot(Slot::Superlative),
        (_, Some("adverb")) => Element::Slot(Slot::Adverb),
        (_, Some(name)) => Element::Slot(Slot::Listed(class(name)?)),
        (words, None) if words.contains('|') => Element::OneOf(words.to_owned()),
        (word, None) => Element::Word(word.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        let word = |word: &str| Element::Word(word.to_owned());
        let gap = Element::Gap;
        let name = Element::Slot(Slot::Name);
        assert_eq!(
            elements("of * worst <name>"),
            Some(vec![word("of"), gap, word("worst"), name])
        );
        assert_eq!(elements("a <nothing>"), None);
        let be = elements("<be>").unwrap_or_default();
        assert!(be.iter().all(|be| be.lists("was") && !be.lists("has")));
    }
}
