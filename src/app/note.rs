//! A row of the notes pane.

use crate::app::entry::Entry;

/// One row of the notes pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// Row of the pane, from 0.
    pub y: u16,
    /// Index of the item it belongs to.
    pub item: Option<usize>,
    /// Whether that item has the focus.
    pub focused: bool,
    /// Whether it belongs to the current paragraph.
    pub current: bool,
    /// The words.
    pub entry: Entry,
}
