//! Undo and redo without limit.

use crate::notes::{Edit, LexiconEdit, Notebook};

/// A change of what this reader or this project says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Of the reader's notebook.
    Notes(Edit),
    /// Of the project's own words.
    Words(LexiconEdit),
}

/// What undoes a change, and what the change was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done, for the reader: `flag “tentacles” (¶17)`.
    pub what: String,
    /// The change that takes it back (or makes it again).
    pub change: Change,
    /// Byte offset where it happened: undo shows the place.
    pub place: usize,
}

/// Everything done and undone in this session.
///
/// Undo applies stored inverses, carried on over what arrived from disk since. What arrived is a step itself only where it
/// took notes away. A new change forgets what was undone.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl History {
    /// Remembers how to take a change back.
    pub fn did(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// The step to undo next; give its inverse to [`Self::undid`].
    pub fn undo(&mut self) -> Option<Step> {
        self.done.pop()
    }

    /// Remembers how to make an undone change again.
    pub fn undid(&mut self, step: Step) {
        self.undone.push(step);
    }

    /// The step to make again; give its inverse to [`Self::redid`].
    pub fn redo(&mut self) -> Option<Step> {
        self.undone.pop()
    }

    /// Remembers how to take it back once more.
    pub fn redid(&mut self, step: Step) {
        self.done.push(step);
    }

    /// Somebody else has made `after` of `before`: undoing what was done here leaves that alone.
    pub fn carry(&mut self, before: &Notebook, after: &Notebook) {
        for step in self.steps() {
            if let Change::Notes(edit) = &mut step.change {
                let old = std::mem::replace(edit, Edit::All(Vec::new()));
                *edit = old.carried(before, after);
            }
        }
    }

    /// The text changed: byte offset `from` is `to(from)` now.
    pub fn shift(&mut self, to: impl Fn(usize) -> usize) {
        for step in self.steps() {
            step.place = to(step.place);
        }
    }

    fn steps(&mut self) -> impl Iterator<Item = &mut Step> {
        self.done.iter_mut().chain(&mut self.undone)
    }

    /// How many steps can be undone.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether there is nothing to undo.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }
}
