//! What a form is made of, and finding it on a page word by word.

use crate::detect::loaded::page::Page;
use crate::detect::loaded::split;
use crate::detect::loaded::word::WordSet;
use crate::text::Span;
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

/// A row of `classes.txt`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Class {
    name: &'static str,
    /// As it is written, blanks between.
    words: &'static str,
    /// The length of the longest, in bytes.
    longest: usize,
    set: OnceLock<WordSet>,
}

/// Words in -est that are no superlatives.
const NOT_SUPERLATIVE: &[&str] = &[
    "arrest",
    "conquest",
    "contest",
    "crest",
    "digest",
    "earnest",
    "forest",
    "guest",
    "harvest",
    "honest",
    "inquest",
    "interest",
    "invest",
    "manifest",
    "midwest",
    "modest",
    "nearest",
    "nest",
    "northwest",
    "protest",
    "quest",
    "request",
    "rest",
    "southwest",
    "suggest",
    "test",
    "unrest",
    "vest",
    "west",
    "latest",
    "dishonest",
    "budapest",
    "everest",
    "pest",
    "jest",
    "best",
];

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
                longest: words
                    .split_ascii_whitespace()
                    .map(str::len)
                    .max()
                    .unwrap_or(0),
                set: OnceLock::new(),
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

    /// Whether `word` is in it.
    pub(super) fn has(&self, word: &str) -> bool {
        let set = || self.set.get_or_init(|| self.words().collect());
        word.len() <= self.longest && set().contains(word)
    }
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
    pub(super) fn lists(&self, word: &str) -> bool {
        match self {
            Self::Word(wanted) => wanted == word,
            Self::OneOf(words) => split::all(words, b'|').any(|wanted| wanted == word),
            Self::Slot(Slot::Listed(class)) => class.has(word),
            Self::Gap | Self::Slot(_) => false,
        }
    }
}

/// Where `elements`, read forwards from `at`, end on `page`.
pub(super) fn end(page: &Page, at: usize, elements: &[Element]) -> Option<usize> {
    let Some((first, rest)) = elements.split_first() else {
        return Some(at);
    };
    let word = page.word_after(at)?;
    let second = || page.word_after(word.end);
    match first {
        Element::Gap => end(page, word.end, rest).or_else(|| end(page, second()?.end, rest)),
        Element::Slot(Slot::Name) if is_one(page, word, first) => second()
            .filter(|&second| is_one(page, second, first))
            .and_then(|second| end(page, second.end, rest))
            .or_else(|| end(page, word.end, rest)),
        one if is_one(page, word, one) => end(page, word.end, rest),
        _ => None,
    }
}

/// Where `elements`, read backwards from `at` (the last first), begin on `page`.
pub(super) fn start(page: &Page, at: usize, elements: &[Element]) -> Option<usize> {
    let Some((last, rest)) = elements.split_last() else {
        return Some(at);
    };
    let word = page.word_before(at)?;
    let second = || page.word_before(word.start);
    match last {
        Element::Gap => {
            start(page, word.start, rest).or_else(|| start(page, second()?.start, rest))
        }
        Element::Slot(Slot::Name) if is_one(page, word, last) => second()
            .filter(|&second| is_one(page, second, last))
            .and_then(|second| start(page, second.start, rest))
            .or_else(|| start(page, word.start, rest)),
        one if is_one(page, word, one) => start(page, word.start, rest),
        _ => None,
    }
}

/// The passage of `elements` around `word`, which stands for the one at `at`.
pub(super) fn around(page: &Page, word: Span, elements: &[Element], at: usize) -> Option<Span> {
    let start = start(page, word.start, elements.get(..at)?)?;
    let end = end(page, word.end, elements.get(at + 1..)?)?;
    Some(Span::new(start, end))
}

fn is_one(page: &Page, span: Span, element: &Element) -> bool {
    let word = span.of(&page.text);
    match element {
        Element::Word(wanted) => word
            .strip_prefix(&**wanted)
            .is_some_and(|end| matches!(end, "" | "'s")),
        Element::Gap | Element::Slot(Slot::Word) => true,
        Element::Slot(Slot::Name) => page.is_capital(span.start),
        Element::Slot(Slot::Adverb) => word.len() > 4 && word.ends_with("ly"),
        Element::Slot(Slot::Superlative) => {
            word.len() > 4 && word.ends_with("est") && !NOT_SUPERLATIVE.contains(&word)
        }
        Element::OneOf(_) | Element::Slot(Slot::Listed(_)) => element.lists(word),
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
    fn walking() {
        let page = Page::new("the Kyiv Region regime of the very worst kind");
        let at = page.text.find(" regime").unwrap();
        let back = elements("the <name>").unwrap();
        assert_eq!(start(&page, at + 1, &back), Some(0));
        let on = elements("of * worst <word>").unwrap();
        assert_eq!(end(&page, at + " regime".len(), &on), Some(page.text.len()));
        assert_eq!(elements("a <nothing>"), None);
    }
}
