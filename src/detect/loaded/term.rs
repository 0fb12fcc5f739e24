//! An entry that was found.

use crate::detect::finding::OWN_WORDS;
use crate::detect::loaded::entry::{Entry, Section};
use crate::detect::{OwnWord, Strictness};

/// Why a project's own words are flagged where it does not say.
const OWN_REASON: &str = "this project's own list flags it";

/// An entry that was found.
#[derive(Debug, Clone)]
pub(super) struct Term<'t> {
    /// As it is listed.
    pub(super) entry: Entry<'t>,
    name: &'t str,
}

impl<'t> Term<'t> {
    /// `entry`, which is called `name`.
    pub(super) fn new(entry: Entry<'t>, name: &'t str) -> Self {
        Self { entry, name }
    }

    /// What it is called: its first form.
    pub(super) fn name(&self) -> &'t str {
        self.name
    }
}

/// The entry for words that a project flags by itself.
pub(super) fn own(word: &OwnWord) -> Entry<'_> {
    let section = Section {
        rule: OWN_WORDS,
        rating: 9,
        reason: word.reason.as_deref().unwrap_or(OWN_REASON),
    };
    Entry {
        shown: Strictness::Few,
        instead: word.instead.as_deref(),
        ..Entry::new(word.category, &word.forms, "", section)
    }
}
