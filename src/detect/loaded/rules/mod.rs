//! What lists cannot see: one file per rule, one table [`RULES`].

mod intensified;
mod presupposition;
mod question;
mod scare_quotes;
mod state;

pub(super) use intensified::intensify;

use crate::detect::loaded::list::Rating;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::sense::Sense;
use crate::detect::{Category, Strictness};
use crate::text::Span;

/// A rule that reads a page.
#[derive(Debug)]
pub(super) struct Rule {
    /// Its name, without the category.
    pub(super) name: &'static str,
    /// The kind of what it finds.
    pub(super) category: Category,
    /// Why, for the reader: a sentence without a final stop.
    pub(super) reason: &'static str,
    /// How many in ten are loaded, in our judgement.
    pub(super) rating: Rating,
    /// The level that shows what it finds whatever the score.
    pub(super) shown: Strictness,
    /// What else such passages are.
    pub(super) sense: Sense,
    /// Finds passages, in time linear in the page; offsets of the page.
    pub(super) find: fn(&Page) -> Vec<Span>,
}

/// Every rule.
pub(super) const RULES: &[Rule] = &[
    question::RULE,
    presupposition::RULE,
    scare_quotes::RULE,
    state::RULE,
];
