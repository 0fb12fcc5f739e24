//! What came from another program.

use crate::notes::Annotation;
use std::collections::BTreeMap;

/// An annotation of another program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Foreign {
    /// What is said, with the words it is said of; no id, no position.
    pub annotation: Annotation,
    /// Where it stands in the text that it was made on.
    pub hint: Option<Hint>,
    /// Names for the article, best first: a path, a file's name, an address.
    pub sources: Vec<String>,
    /// Who says it, as the other program has it.
    pub author: Option<String>,
}

/// The beginning of a passage in a text that may be ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Unicode scalar values before it.
    Scalars(usize),
    /// UTF-16 code units before it.
    Utf16(usize),
}

/// What a file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Package {
    /// Its annotations, in its order.
    pub all: Vec<Foreign>,
    /// What we cannot hold, with how often it came.
    pub left_out: BTreeMap<&'static str, usize>,
    /// Names of tags that had to be changed: as they were, as they are.
    pub renamed: BTreeMap<String, String>,
}

impl Package {
    /// Counts `what` as left out.
    pub(super) fn leave(&mut self, what: &'static str) {
        *self.left_out.entry(what).or_default() += 1;
    }
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Line and column, from 1, where they are known.
    pub place: Option<(usize, usize)>,
    /// What is wrong, without a final stop.
    pub what: String,
}

impl Refusal {
    /// Of the file as a whole.
    pub(super) fn whole(what: impl Into<String>) -> Self {
        Self {
            place: None,
            what: what.into(),
        }
    }

    /// At a line and column, from 1.
    pub(super) fn at(line: usize, column: usize, what: impl Into<String>) -> Self {
        Self {
            place: Some((line, column)),
            what: what.into(),
        }
    }
}
