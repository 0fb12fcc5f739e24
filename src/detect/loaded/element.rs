//! What a form is made of, and finding it on a page word by word.

use crate::detect::loaded::page::Page;
use crate::text::Span;

/// One of the things a form is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Element {
    /// This word.
    Word(String),
    /// One of these words.
    OneOf(Vec<String>),
    /// Any one or two words.
    Gap,
    /// A word of a class.
    Slot(Slot),
}

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    Listed(&'static str),
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
    form.split_whitespace().map(element).collect()
}

/// The words of the class `name` in `classes.txt`.
pub(super) fn class(name: &str) -> Option<&'static str> {
    let row = CLASSES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(':'))
        .find(|(class, _)| *class == name)?;
    Some(row.1.trim())
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
        one => end(page, word.end, rest).filter(|_| is_one(page, word, one)),
    }
}

/// Where `elements`, read backwards from `at` (the nearest first), begin on `page`.
pub(super) fn start(page: &Page, at: usize, elements: &[Element]) -> Option<usize> {
    let Some((first, rest)) = elements.split_first() else {
        return Some(at);
    };
    let word = page.word_before(at)?;
    let second = || page.word_before(word.start);
    match first {
        Element::Gap => {
            start(page, word.start, rest).or_else(|| start(page, second()?.start, rest))
        }
        Element::Slot(Slot::Name) if is_one(page, word, first) => second()
            .filter(|&second| is_one(page, second, first))
            .and_then(|second| start(page, second.start, rest))
            .or_else(|| start(page, word.start, rest)),
        one => start(page, word.start, rest).filter(|_| is_one(page, word, one)),
    }
}

fn is_one(page: &Page, span: Span, element: &Element) -> bool {
    let word = span.of(&page.text);
    match element {
        Element::Word(wanted) => word == wanted || word.strip_suffix("'s") == Some(wanted),
        Element::OneOf(words) => words.iter().any(|wanted| wanted == word),
        Element::Gap | Element::Slot(Slot::Word) => true,
        Element::Slot(Slot::Name) => page.is_capital(span.start),
        Element::Slot(Slot::Adverb) => word.len() > 4 && word.ends_with("ly"),
        Element::Slot(Slot::Superlative) => {
            word.len() > 4 && word.ends_with("est") && !NOT_SUPERLATIVE.contains(&word)
        }
        Element::Slot(Slot::Listed(class)) => class.split_whitespace().any(|one| one == word),
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
        (words, None) if words.contains('|') => {
            Element::OneOf(words.split('|').map(str::to_owned).collect())
        }
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
        let back = elements("<name> the").unwrap();
        assert_eq!(start(&page, at + 1, &back), Some(0));
        let on = elements("of * worst <word>").unwrap();
        assert_eq!(end(&page, at + " regime".len(), &on), Some(page.text.len()));
        assert_eq!(elements("a <nothing>"), None);
    }
}
