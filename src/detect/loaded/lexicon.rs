//! All lists as one table by word, and the search in it.
//!
//! A page is read once, word by word. A word by which no entry is found is dismissed by one probe of a small table; a word by
//! which entries of several words are found (their most telling one) leads, with the word beside it, to the forms that have both
//! there; only those are read to both ends. The table is compiled from the lists when the program is built
//! ([`compile`](crate::detect::loaded::compile)) and used as it lies in the program: a start costs nothing. What an entry says
//! is read in its list when it is found.

use crate::detect::OwnWord;
use crate::detect::loaded::compile::{Placed, compile};
use crate::detect::loaded::context;
use crate::detect::loaded::entry::Entry;
use crate::detect::loaded::list::{self, Place};
use crate::detect::loaded::lists::LISTS;
use crate::detect::loaded::look::Look;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::tables::{Side, Tables};
use crate::detect::loaded::term::{self, Term};
use crate::detect::loaded::walk::Walk;
use crate::text::Span;
use std::borrow::Cow;

/// Every entry of some lists, ready to be found.
#[derive(Debug)]
pub(super) struct Lexicon<'t> {
    compiled: Cow<'static, [u8]>,
    /// The entries, unless they stand in our lists.
    own: &'t [OwnWord],
}

/// The lists of the program.
pub(super) fn lexicon() -> &'static Lexicon<'static> {
    static LEXICON: Lexicon<'static> = Lexicon {
        compiled: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/lexicon"))),
        own: &[],
    };
    &LEXICON
}

impl<'t> Lexicon<'t> {
    /// Words that a project flags by itself.
    pub(super) fn of_own(own: &'t [OwnWord]) -> Self {
        let entries: Vec<Placed> = own.iter().map(|word| (term::own(word), None)).collect();
        let compiled = if entries.is_empty() {
            Cow::default()
        } else {
            Cow::Owned(compile(&entries))
        };
        Self { compiled, own }
    }

    /// Every passage of `page` that a list has and no context excuses, with its term; offsets of the page.
    pub(super) fn find<'l>(&'l self, page: &Page) -> impl Iterator<Item = (Span, Term<'l>)> {
        let tables = Tables::read(&self.compiled);
        let mut found = Vec::new();
        Search::new(page, &tables).each(&mut |span, term| {
            if !context::excuses(page, &tables, term, span)
                && let Some(entry) = self.entry(&tables, term)
            {
                found.push((span, Term::new(entry, tables.name(term))));
            }
        });
        found.into_iter()
    }

    fn entry(&self, tables: &Tables, term: u32) -> Option<Entry<'_>> {
        if let Some(word) = self.own.get(term as usize) {
            return Some(term::own(word));
        }
        let (list, section, line) = tables.source(term)?;
        let (category, file) = LISTS.get(list)?;
        list::entry(*category, file, Place { section, line })
    }
}

/// The search of a page.
#[derive(Debug)]
struct Search<'s> {
    page: &'s Page<'s>,
    tables: &'s Tables<'s>,
    /// What is to be looked at where the present word stands.
    looks: Vec<Look>,
    /// What was found there.
    found: Vec<(u32, Span)>,
}

impl<'s> Search<'s> {
    fn new(page: &'s Page<'s>, tables: &'s Tables<'s>) -> Self {
        Self {
            page,
            tables,
            looks: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Shows `visit` every passage that an entry has, with its term: by place of the word it is found by, then by entry.
    fn each(&mut self, visit: &mut dyn FnMut(Span, u32)) {
        for word in self.page.words() {
            if let Some((word, anchor)) = self.anchor(word) {
                self.gather(word, anchor);
                self.look(word);
                for (term, span) in self.found.drain(..) {
                    visit(span, term);
                }
            }
        }
    }

    /// The number of `word`, or else of what `'s` is joined to, if an entry is found by it.
    fn anchor(&self, word: Span) -> Option<(Span, u32)> {
        let whole = self.page.bytes(word);
        if let Some(anchor) = self.tables.anchor(whole) {
            return Some((word, anchor));
        }
        let owner = whole.strip_suffix(b"'s")?;
        let span = Span::new(word.start, word.start + owner.len());
        Some((span, self.tables.anchor(owner)?))
    }

    /// What to look at, as far as the words beside `anchor` do not speak against it.
    fn gather(&mut self, word: Span, anchor: u32) {
        self.looks.clear();
        self.tables.alone(anchor, &mut self.looks);
        for side in [Side::Left, Side::Right] {
            if self.tables.has_pairs(anchor, side) {
                self.beside(word, anchor, side);
            }
        }
    }

    fn beside(&mut self, word: Span, anchor: u32, side: Side) {
        let other = match side {
            Side::Left => self.page.word_before(word.start),
            Side::Right => self.page.word_after(word.end),
        };
        let Some(other) = other.map(|other| self.page.bytes(other)) else {
            return;
        };
        for other in [Some(other), other.strip_suffix(b"'s")]
            .into_iter()
            .flatten()
        {
            if let Some(other) = self.tables.word(other) {
                self.tables.beside(anchor, side, other, &mut self.looks);
            }
        }
    }

    fn look(&mut self, word: Span) {
        let walk = Walk {
            page: self.page,
            tables: self.tables,
            pieces: self.tables.pieces,
        };
        self.found
            .extend(self.looks.iter().filter_map(|look| match *look {
                Look::Term(term) => Some((term, word)),
                Look::Place(place) => walk.around(word, place as usize),
            }));
        if self.found.len() > 1 {
            self.found.sort_by_key(|(term, _)| *term);
        }
    }
}
