//! Where a coding stands, in every unit that formats count in.

use crate::article::Article;
use crate::text::{ScalarIndex, Span, Utf16Index};

/// Where a coding stands in the article's normalised text. Ends are exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// In bytes of UTF-8.
    pub span: Span,
    /// In Unicode scalar values.
    pub scalars: Offsets,
    /// In UTF-16 code units.
    pub utf16: Offsets,
    /// Number of the paragraph where it begins, from 1.
    pub paragraph: usize,
    /// Number of the paragraph where it ends, from 1.
    pub last_paragraph: usize,
}

/// A stretch of text in some unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offsets {
    /// Units before it.
    pub start: usize,
    /// Units before what follows it.
    pub end: usize,
}

/// Says where spans of one article stand. Its text is read once; a question costs the same anywhere in it.
#[derive(Debug)]
pub struct Places<'a> {
    article: &'a Article,
    scalars: ScalarIndex<'a>,
    utf16: Utf16Index<'a>,
}

impl<'a> Places<'a> {
    /// Of `article`.
    pub fn new(article: &'a Article) -> Self {
        Self {
            article,
            scalars: ScalarIndex::new(&article.text),
            utf16: Utf16Index::new(&article.text),
        }
    }

    /// Where `span` stands.
    pub fn of(&self, span: Span) -> Place {
        let Span { start, end } = span;
        let last = end.saturating_sub(1).max(start);
        Place {
            span,
            scalars: Offsets {
                start: self.scalars.units(start),
                end: self.scalars.units(end),
            },
            utf16: Offsets {
                start: self.utf16.units(start),
                end: self.utf16.units(end),
            },
            paragraph: self.article.paragraph_at(start) + 1,
            last_paragraph: self.article.paragraph_at(last) + 1,
        }
    }
}
