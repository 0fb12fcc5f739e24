//! Words that find a passage again.

use crate::article::Article;
use crate::text::{Span, graphemes};
use std::fmt;

/// Scalar values of surroundings kept on either side of a quote.
pub const CONTEXT: usize = 32;

/// Words that find a passage again: W3C Web Annotation's `TextQuoteSelector` (`exact`, `prefix`, `suffix`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selector {
    /// The passage itself.
    pub quote: String,
    /// Up to [`CONTEXT`] scalar values of the text before it.
    pub before: String,
    /// Up to [`CONTEXT`] scalar values of the text after it.
    pub after: String,
}

impl Selector {
    /// The selector of the passage at `span`; surroundings are cut between grapheme clusters.
    pub fn of(article: &Article, span: Span) -> Self {
        let text = &article.text;
        let head = Span::new(0, span.start).of(text);
        let tail = Span::new(span.end, text.len()).of(text);
        Self {
            quote: span.of(text).to_owned(),
            before: last_scalars(head).to_owned(),
            after: first_scalars(tail).to_owned(),
        }
    }
}

/// Where a passage was when it was annotated: for people and for ordering, never trusted by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Paragraph number, from 1.
    pub paragraph: usize,
    /// Scalar value inside the paragraph, from 1.
    pub column: usize,
}

impl At {
    /// Where byte `offset` of the article stands.
    pub fn of(article: &Article, offset: usize) -> Self {
        let index = article.paragraph_at(offset);
        let before = Span::new(article.paragraph(index).start, offset).of(&article.text);
        Self {
            paragraph: index + 1,
            column: before.chars().count() + 1,
        }
    }

    /// The byte offset it stands for in `article`, if that has such a place.
    pub fn offset(self, article: &Article) -> Option<usize> {
        let index = self.paragraph.checked_sub(1)?;
        article.paragraphs.get(index)?;
        let skip = self.column.checked_sub(1)?;
        let span = article.paragraph(index);
        let inside = span.of(&article.text);
        let (at, _) = inside.char_indices().nth(skip)?;
        Some(span.start + at)
    }

    /// Reads `17:26`.
    pub fn parse(text: &str) -> Option<Self> {
        let (paragraph, column) = text.trim().split_once(':')?;
        Some(Self {
            paragraph: paragraph.parse().ok()?,
            column: column.parse().ok()?,
        })
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.paragraph, self.column)
    }
}

fn first_scalars(text: &str) -> &str {
    let mut left = CONTEXT;
    let mut end = 0;
    for (at, cluster) in graphemes(text) {
        let size = cluster.chars().count();
        if size > left {
            break;
        }
        left -= size;
        end = at + cluster.len();
    }
    text.get(..end).unwrap_or_default()
}

fn last_scalars(text: &str) -> &str {
    let mut left = CONTEXT;
    let mut start = text.len();
    for (at, cluster) in graphemes(text).rev() {
        let size = cluster.chars().count();
        if size > left {
            break;
        }
        left -= size;
        start = at;
    }
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selector_keeps_32_scalar_values_either_side() {
        let article = Article::new(
            "a",
            format!("{}THE WORDS{}", "é".repeat(40), "漢".repeat(40)),
        );
        let at = article.text.find("THE").unwrap();
        let selector = Selector::of(&article, Span::new(at, at + 9));
        assert_eq!(selector.quote, "THE WORDS");
        assert_eq!(selector.before, "é".repeat(32));
        assert_eq!(selector.after, "漢".repeat(32));
    }

    #[test]
    fn at_there_and_back() {
        let article = Article::new("a", "één\ntwee drie");
        let offset = article.text.find("drie").unwrap();
        let at = At::of(&article, offset);
        assert_eq!(at.to_string(), "2:6");
        assert_eq!(At::parse("2:6"), Some(at));
        assert_eq!(at.offset(&article), Some(offset));
        assert_eq!(At::parse("9:1").unwrap().offset(&article), None);
        assert_eq!(At::parse("0:0").unwrap().offset(&article), None);
    }
}
