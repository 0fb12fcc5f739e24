//! One paragraph of an article.

use crate::text::Span;

/// A paragraph: what readers cite by number. Its number is its place in the article, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands in the article's text, without outer white space.
    pub span: Span,
}
