//! Rows of the text pane.

use crate::text::Span;

/// A row of the article's column of text, counted from the top of a paragraph's block. A block is the paragraph's
/// rows and one blank row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Top {
    /// Index of the paragraph.
    pub paragraph: usize,
    /// Row of its block.
    pub row: usize,
}

/// What stands on one row of the text pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Index of the paragraph.
    pub paragraph: usize,
    /// Which of its rows; none on the blank row after it.
    pub row: Option<usize>,
    /// The words on it; empty on a blank row.
    pub span: Span,
}
