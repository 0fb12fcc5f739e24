//! A stretch of a row in one look.

use crate::terminal::pen::Pen;

/// Symbols of a row that are to be written one after the other in one look, or cells that are to be erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) pen: Pen,
    /// Its first column.
    pub(super) from: usize,
    /// The column after its last.
    pub(super) until: usize,
    /// Whether it is erased rather than written.
    pub(super) erased: bool,
}
