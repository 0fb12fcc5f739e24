//! All lists as one table by word.
//!
//! Every entry is filed under its most telling word; a page is read once, word by word, and what is filed under a word
//! is checked from there to both sides. Forms are compiled when their word is first met, everything else that an entry
//! says is read when it is found: the first page of an article waits for this table. An Aho-Corasick automaton over all
//! phrases was tried first: with six thousand phrases it took several times as long to build and to search.

use crate::detect::loaded::anchor;
use crate::detect::loaded::list::{self, Entry};
use crate::detect::loaded::page::Page;
use crate::detect::loaded::term::Term;
use crate::detect::loaded::word::Index;
use crate::detect::{Category, OwnWord};
use crate::text::Span;
use std::sync::OnceLock;

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

/// More than the words that entries are filed under, so that few share a place.
const ROOM: usize = 8192;

/// Every entry of every list, ready to be found.
#[derive(Debug)]
pub(super) struct Lexicon<'t> {
    terms: Vec<Term<'t>>,
    /// The terms that have a word in each of their forms, or in some.
    filed: Index<u32>,
}

/// The lexicon, built on first use.
pub(super) fn lexicon() -> &'static Lexicon<'static> {
    static LEXICON: OnceLock<Lexicon<'static>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let lists = LISTS
            .iter()
            .map(|(category, file)| list::parse(*category, file));
        Lexicon::new(lists.flat_map(|list| list.entries), ROOM)
    })
}

impl<'t> Lexicon<'t> {
    /// Words that a project flags by itself.
    pub(super) fn of_own(words: &'t [OwnWord]) -> Self {
        Self::new(words.iter().map(Entry::of_own), 2 * words.len())
    }

    /// With place for `room` words to file entries under.
    fn new(entries: impl Iterator<Item = Entry<'t>>, room: usize) -> Self {
        let terms: Vec<Term<'t>> = entries.map(Term::new).collect();
        let mut filed = Index::new(room);
        for (number, term) in (0..terms.len() as u32).zip(&terms).rev() {
            anchor::each(term.entry.forms, &mut |word| filed.file(word, number));
        }
        Self { terms, filed }
    }

    /// Every passage of `page` that a list has and no context excuses, with its term; offsets of the page.
    pub(super) fn find<'l>(&'l self, page: &Page) -> impl Iterator<Item = (Span, &'l Term<'t>)> {
        page.words()
            .filter_map(|word| self.filed(page, word))
            .flat_map(|(word, terms)| terms.map(move |term| (word, term)))
            .filter_map(|(word, term)| Some((word, self.terms.get(term as usize)?)))
            .flat_map(|(word, term)| term.around(page, word).map(move |span| (span, term)))
            .filter(|(span, term)| !term.is_innocent(page, *span))
    }

    /// What is filed under `word`, or else under what `'s` is joined to.
    fn filed(
        &self,
        page: &Page,
        word: Span,
    ) -> Option<(Span, impl Iterator<Item = u32> + use<'_>)> {
        let whole = word.of(&page.text);
        if let Some(terms) = self.filed.get(whole) {
            return Some((word, terms));
        }
        let owner = whole.strip_suffix("'s")?;
        let span = Span::new(word.start, word.start + owner.len());
        Some((span, self.filed.get(owner)?))
    }
}
