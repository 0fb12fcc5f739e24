//! Notes as they were laid out for an earlier frame.

use crate::app::entry::Entry;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Notes kept at most; all are dropped beyond.
const KEPT: usize = 2048;

/// Notes as they were laid out for an earlier frame: to break words into rows is most of the work of a frame, and between two frames
/// hardly any note changes. All are laid out anew once anything on the desk, or the width of the pane, is another.
#[derive(Debug, Clone, Default)]
pub(super) struct Laid(RefCell<Kept>);

#[derive(Debug, Clone, Default)]
struct Kept {
    /// The desk's revision, and the columns of the pane.
    of: (usize, usize),
    rows: HashMap<Wanted, Rc<[Entry]>>,
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
        if kept.of != (revision, width) || kept.rows.len() >= KEPT {
            kept.rows.clear();
            kept.of = (revision, width);
        }
        let rows = kept.rows.entry(wanted);
        Rc::clone(rows.or_insert_with(|| lay().into()))
    }
}
