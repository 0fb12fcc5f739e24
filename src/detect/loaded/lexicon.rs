//! All lists as one table by word.
//!
//! Every pattern is filed under the most telling of its plain words; a page is read once, word by word, and what is filed
//! under a word is checked from there to both sides. An Aho-Corasick automaton over all phrases was tried first: with six thousand
//! phrases it took twelve milliseconds to build and read a fifth as fast as the table.

use crate::detect::Category;
use crate::detect::loaded::element::{self, Element, class};
use crate::detect::loaded::list::{self, Entry, List};
use crate::detect::loaded::notation;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::word_map::WordMap;
use crate::text::Span;
use std::sync::{Arc, OnceLock};

/// The lists, one per category.
pub(super) const LISTS: [(Category, &str); 14] = [
    (
        Category::NameCalling,
        include_str!("lists/name-calling.txt"),
    ),
    (
        Category::Dehumanising,
        include_str!("lists/dehumanising.txt"),
    ),
    (Category::Fear, include_str!("lists/fear.txt")),
    (Category::Emotive, include_str!("lists/emotive.txt")),
    (
        Category::Exaggeration,
        include_str!("lists/exaggeration.txt"),
    ),
    (Category::Minimising, include_str!("lists/minimising.txt")),
    (Category::Praise, include_str!("lists/praise.txt")),
    (Category::Certainty, include_str!("lists/certainty.txt")),
    (
        Category::Unattributed,
        include_str!("lists/unattributed.txt"),
    ),
    (Category::Speculation, include_str!("lists/speculation.txt")),
    (Category::Insinuation, include_str!("lists/insinuation.txt")),
    (Category::JudgingCue, include_str!("lists/judging-cue.txt")),
    (Category::Euphemism, include_str!("lists/euphemism.txt")),
    (Category::Distancing, include_str!("lists/distancing.txt")),
];

/// How far `~word` looks to either side, in bytes: some fifteen words.
const NEAR: usize = 90;

/// Every entry of every list, ready to be found.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    terms: Vec<Term>,
    patterns: WordMap<Vec<Pattern>>,
}

/// An entry with what it is called.
#[derive(Debug)]
pub(super) struct Term {
    /// As it is listed.
    pub(super) entry: Entry,
    /// Spelled out and compiled when the entry is first met: most never are.
    rule: OnceLock<String>,
    innocent: OnceLock<Vec<Context>>,
}

/// A form, and which of its elements it is filed under.
#[derive(Debug)]
struct Pattern {
    term: usize,
    /// None for a single word.
    elements: Option<Arc<[Element]>>,
    at: usize,
}

/// Where an entry is innocent.
#[derive(Debug)]
enum Context {
    /// Among these elements, the entry itself at a place of them.
    Among(Vec<Element>, usize),
    /// Near this word.
    Near(String),
}

/// The lexicon, built on first use.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(LISTS.map(|(category, file)| list::parse(category, file))))
}

impl Lexicon {
    fn new(lists: impl IntoIterator<Item = List>) -> Self {
        let mut lexicon = Self::default();
        for entry in lists.into_iter().flat_map(|list| list.entries) {
            for elements in notation::compile(entry.forms) {
                lexicon.file(elements);
            }
            lexicon.terms.push(Term::new(entry));
        }
        lexicon
    }

    /// Every passage of `page` that a list has and no context excuses, with its term; offsets of the page.
    pub(super) fn find<'l>(&'l self, page: &Page) -> impl Iterator<Item = (Span, &'l Term)> {
        page.words()
            .filter_map(|word| self.filed(page, word))
            .flat_map(|(word, patterns)| patterns.iter().map(move |pattern| (word, pattern)))
            .filter_map(|(word, pattern)| {
                let span = match &pattern.elements {
                    Some(elements) => around(page, word, elements, pattern.at)?,
                    None => word,
                };
                Some((span, self.terms.get(pattern.term)?))
            })
            .filter(|(span, term)| !term.is_innocent(page, *span))
    }

    /// What is filed under `word`, or under what `'s` is joined to.
    fn filed(&self, page: &Page, word: Span) -> Option<(Span, &[Pattern])> {
        let whole = word.of(&page.text);
        let under = |word: &str| self.patterns.get(word).map(Vec::as_slice);
        let owner = || {
            let owner = whole.strip_suffix("'s")?;
            Some((Span::new(word.start, word.end - 2), under(owner)?))
        };
        under(whole).map(|found| (word, found)).or_else(owner)
    }

    /// Files a form of the next term under its most telling word, or under each word of its most telling set.
    fn file(&mut self, elements: Vec<Element>) {
        if let [Element::Word(word)] = elements.as_slice() {
            self.file_under(word, None, 0);
            return;
        }
        let elements: Arc<[Element]> = elements.into();
        let places = elements.iter().enumerate();
        let best = places.max_by_key(|(_, element)| telling(&element.choices()));
        let Some((at, element)) = best else { return };
        for word in element.choices().split('|').filter(|word| !word.is_empty()) {
            self.file_under(word, Some(Arc::clone(&elements)), at);
        }
    }

    fn file_under(&mut self, word: &str, elements: Option<Arc<[Element]>>, at: usize) {
        let term = self.terms.len();
        let pattern = Pattern { term, elements, at };
        match self.patterns.get_mut(word) {
            Some(patterns) => patterns.push(pattern),
            None => drop(self.patterns.insert(word.to_owned(), vec![pattern])),
        }
    }
}

/// How well words separate a form from other text: the letters of the shortest; little when one of them is everywhere.
fn telling(words: &str) -> usize {
    let letters = |word: &str| match class("common") {
        Some(common) if common.has(word) => 1,
        _ => word.len() + 1,
    };
    words.split('|').map(letters).min().unwrap_or_default()
}

/// The passage of `elements` around `word`, which stands for the one at `at`.
fn around(page: &Page, word: Span, elements: &[Element], at: usize) -> Option<Span> {
    let start = element::start(page, word.start, elements.get(..at)?)?;
    let end = element::end(page, word.end, elements.get(at + 1..)?)?;
    Some(Span::new(start, end))
}

impl Term {
    fn new(entry: Entry) -> Self {
        Self {
            entry,
            rule: OnceLock::new(),
            innocent: OnceLock::new(),
        }
    }

    /// `fear/catastrophe`: the category and the first form.
    pub(super) fn rule(&self) -> &str {
        self.rule.get_or_init(|| {
            let first = notation::first(self.entry.forms);
            format!("{}/{first}", self.entry.category.name())
        })
    }

    fn is_innocent(&self, page: &Page, span: Span) -> bool {
        let compile = || {
            self.entry
                .innocent
                .iter()
                .flat_map(|text| contexts(text))
                .collect()
        };
        let innocent = self.innocent.get_or_init(compile);
        innocent.iter().any(|context| match context {
            Context::Among(elements, at) => around(page, span, elements, *at).is_some(),
            Context::Near(word) => is_near(page, span, word),
        })
    }
}

fn is_near(page: &Page, span: Span, word: &str) -> bool {
    let around = page.sentence(span.start, NEAR);
    page.bytes(around)
        .windows(word.len().max(1))
        .enumerate()
        .filter(|(_, bytes)| *bytes == word.as_bytes())
        .map(|(at, _)| Span::new(around.start + at, around.start + at + word.len()))
        .any(|found| page.is_whole(found))
}

/// What a written context means, in each of its forms; contexts that cannot be read mean nothing.
fn contexts(written: &str) -> Vec<Context> {
    if let Some(word) = written.strip_prefix('~') {
        let words = notation::expand(word);
        return words.into_iter().map(Context::Near).collect();
    }
    let place = |element: &Element| matches!(element, Element::Word(word) if word == "_");
    notation::compile(written)
        .into_iter()
        .filter_map(|elements| {
            let at = elements.iter().position(place)?;
            Some(Context::Among(elements, at))
        })
        .collect()
}
