//! All lists as one table by word, and the search in it.
//!
//! A page is read once. Its words, and every two that stand together, are dismissed by one probe each of a small table
//! ([`candidates`](crate::detect::loaded::candidates)) unless entries are found by them; what is left is looked up: a word leads to the
//! entries that are found by it alone, or with the word beside it to the forms that have both there, and only those are read to
//! both ends. The table is compiled from the lists when the program is built
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
use std::sync::LazyLock;

/// Every entry of some lists, ready to be found; the default has none.
#[derive(Debug, Default)]
pub(super) struct Lexicon<'t> {
    tables: Tables<'t>,
    /// The entries, unless they stand in our lists.
    own: &'t [OwnWord],
}

/// The lists of the program.
pub(super) fn lexicon() -> &'static Lexicon<'static> {
    static COMPILED: Compiled = Compiled {
        numbers: Cow::Borrowed(include_bytes!(concat!(env!("OUT_DIR"), "/numbers"))),
        letters: Cow::Borrowed(include_str!(concat!(env!("OUT_DIR"), "/letters"))),
    };
    static LEXICON: LazyLock<Lexicon<'static>> = LazyLock::new(|| Lexicon::new(&COMPILED, &[]));
    &LEXICON
}

/// Words that a project flags by itself, compiled.
pub(super) fn compiled(own: &[OwnWord]) -> Compiled {
    let entries: Vec<Entry> = own.iter().map(term::own).collect();
    if entries.is_empty() {
        Compiled::default()
    } else {
        compile(&entries)
    }
}

impl<'t> Lexicon<'t> {
    /// Of what was compiled from our lists, or from `own`.
    pub(super) fn new(compiled: &'t Compiled, own: &'t [OwnWord]) -> Self {
        Self {
            tables: Tables::read(compiled),
            own,
        }
    }

    /// Shows `visit` every passage of `page` that a list has and no context excuses, with its term; offsets of the page.
    pub(super) fn each(&self, page: &Page, visit: &mut dyn FnMut(Span, Term<'t>)) {
        if self.tables.is_empty() {
            return;
        }
        let reading = Reading::new(page, &self.tables);
        Search::new(&reading).each(&mut |term, passage| {
            if !context::excuses(&reading, term, passage)
                && let Some(entry) = self.entry(term)
            {
                visit(passage.span, entry);
            }
        });
    }

    fn entry(&self, term: u32) -> Option<Term<'t>> {
        let entry = match self.own.get(term as usize) {
            Some(word) => term::own(word),
            None => self.tables.entry(term)?,
        };
        Some(Term::new(entry, self.tables.name(term)?))
    }
}
