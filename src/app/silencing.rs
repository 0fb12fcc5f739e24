//! A change of the project's own words on its way to their file.

use crate::app::history::{Change, Step};
use crate::notes::LexiconEdit;

/// A change of the project's own words on its way to their file. Nothing changes here before the file has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silencing {
    /// The change.
    pub edit: LexiconEdit,
    /// What was meant, for the reader: `silence emotive/blow in this article`.
    pub what: String,
    /// Byte offset where the reader was.
    pub place: usize,
    /// Why it is made.
    pub turn: Turn,
}

impl Silencing {
    /// The step of the history that `edit` stands for: this change or its inverse.
    pub(super) fn step(&self, edit: LexiconEdit) -> Step {
        Step {
            what: self.what.clone(),
            change: Change::Words(edit),
            place: self.place,
        }
    }
}

/// Why a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The reader asked for it.
    First,
    /// It takes a step back.
    Undo,
    /// It makes a step again.
    Redo,
}
