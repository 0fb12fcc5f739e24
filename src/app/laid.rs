//! What was worked out for an earlier frame.

use crate::app::entry::Entry;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Notes, or paragraphs, kept at most; all are dropped beyond.
const KEPT: usize = 2048;

/// What was worked out for an earlier frame: notes as they were laid out, and which paragraphs are reviewed. To break words into rows is
/// most of the work of a frame, and between two frames hardly any note changes. All is worked out anew once anything on the desk, or
/// the width of the pane, is another.
#[derive(Debug, Clone, Default)]
pub(super) struct Laid(RefCell<Kept>);

#[derive(Debug, Clone, Default)]
struct Kept {
    /// The desk's revision, and the columns of the pane.
    of: (usize, usize),
    rows: HashMap<Wanted, Rc<[Entry]>>,
    reviewed: HashMap<usize, bool>,
}

/// What tells one layout of a note from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Wanted {
    /// The index of its item.
    pub item: usize,
    /// Rows there are for it.
    pub room: usize,
    /// Whether the key is named that shows the rest.
    pub key: bool,
}

impl Laid {
    /// The rows of a note on a desk of that revision, `width` columns wide; `lay` makes them where they are not here.
    pub(super) fn rows(
        &self,
        revision: usize,
        width: usize,
        wanted: Wanted,
        lay: impl FnOnce() -> Vec<Entry>,
    ) -> Rc<[Entry]> {
        let mut kept = self.0.borrow_mut();
        kept.freshen(revision, width);
        let rows = kept.rows.entry(wanted);
        Rc::clone(rows.or_insert_with(|| lay().into()))
    }

    /// Whether a paragraph is reviewed on a desk of that revision, with the pane `width` columns wide; `look` finds it out.
    pub(super) fn is_reviewed(
        &self,
        revision: usize,
        width: usize,
        paragraph: usize,
        look: impl FnOnce() -> bool,
    ) -> bool {
        let mut kept = self.0.borrow_mut();
        kept.freshen(revision, width);
        *kept.reviewed.entry(paragraph).or_insert_with(look)
    }
}

impl Kept {
    /// Forgets what holds no longer, and everything where it is too much.
    fn freshen(&mut self, revision: usize, width: usize) {
        let is_full = self.rows.len().max(self.reviewed.len()) >= KEPT;
        if self.of != (revision, width) || is_full {
            *self = Self {
                of: (revision, width),
                ..Self::default()
            };
        }
    }
}
