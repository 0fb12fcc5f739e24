//! All lists as one table by word, and the search in it.
//!
//! A page is read once, word by word. A word by which no entry is found is dismissed by one probe of a small table; a word by
//! which entries of several words are found (their most telling one) leads, with the word beside it, to the forms that have both
//! there; only those are read to both ends. The table is compiled from the lists when the program is built
//! ([`compile`](crate::detect::loaded::compile)) and used as it lies in the program: a start costs nothing. What an entry says
//! is read when it is found.

use crate::detect::OwnWord;
use crate::detect::loaded::compile::compile;
use crate::detect::loaded::context;
use crate::detect::loaded::entry::Entry;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::reading::Reading;
use crate::detect::loaded::search::Search;
use crate::detect::loaded::tables::{Compiled, Tables};
use crate::detect::loaded::term::{self, Term};
use crate::text::Span;
use std::borrow::Cow;

/// Every entry of some lists, ready to be found.
#[derive(Debug)]
pub(super) struct Lexicon<'t> {
    compiled: Compiled,
    /// The entries, unless they stand in our lists.
    own: &'t [OwnWord],
}

/// The lists of the program.
pub(super) fn lexicon() -> &'static Lexicon<'static> {
    static LEXICON: Lexicon<'static> = Lexicon {
        compiled: Compiled {
            numbers: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/numbers"))),
            letters: Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/letters"))),
        },
        own: &[],
    };
    &LEXICON
}

impl<'t> Lexicon<'t> {
    /// Words that a project flags by itself.
    pub(super) fn of_own(own: &'t [OwnWord]) -> Self {
        let entries: Vec<Entry> = own.iter().map(term::own).collect();
        let compiled = if entries.is_empty() {
            Compiled::default()
        } else {
            compile(&entries)
        };
        Self { compiled, own }
    }

    /// Every passage of `page` that a list has and no context excuses, with its term; offsets of the page.
    pub(super) fn find<'l>(&'l self, page: &Page) -> impl Iterator<Item = (Span, Term<'l>)> {
        let mut found = Vec::new();
        if self.compiled.numbers.is_empty() {
            return found.into_iter();
        }
        let tables = Tables::read(&self.compiled);
        let reading = Reading::new(page, tables);
        Search::new(&reading).each(&mut |term, passage| {
            if !context::excuses(&reading, term, passage)
                && let Some(entry) = self.entry(&tables, term)
            {
                found.push((passage.span, entry));
            }
        });
        found.into_iter()
    }

    fn entry<'l>(&'l self, tables: &Tables<'l>, term: u32) -> Option<Term<'l>> {
        let entry = match self.own.get(term as usize) {
            Some(word) => term::own(word),
            None => tables.entry(term)?,
        };
        Some(Term::new(entry, tables.name(term)?))
    }
}
