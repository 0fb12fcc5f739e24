//! What was published: an article and its paragraphs. Never changed by us, never fails on bad content.

mod paragraph;
mod parse;

pub use paragraph::Paragraph;

use crate::text::{Span, digest};
use std::sync::OnceLock;

/// What a text is called that came without a file.
pub const STANDARD_INPUT: &str = "standard input";

/// A published text.
///
/// Invariant: `text` is normalised (UTF-8, LF, no byte order mark), paragraphs are in order, not empty
/// and do not overlap.
#[derive(Debug, Clone, Default)]
pub struct Article {
    /// How the article is called on screen and in reports: its path inside the workspace.
    pub name: String,
    /// The normalised text; every span of the program is a byte range over it.
    pub text: String,
    /// The paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The fingerprint of the text, once somebody has asked for it.
    sha256: OnceLock<String>,
}

impl PartialEq for Article {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl Eq for Article {}

impl Article {
    /// The article called `name` with the content `raw`, normalised and divided into paragraphs.
    pub fn new(name: impl Into<String>, raw: impl Into<String>) -> Self {
        let text = parse::normalise(raw.into());
        Self {
            name: name.into(),
            paragraphs: parse::paragraphs(&text),
            text,
            sha256: OnceLock::new(),
        }
    }

    /// SHA-256 of the normalised text, in hexadecimal. Made once.
    pub fn sha256(&self) -> String {
        self.sha256.get_or_init(|| digest(&self.text)).clone()
    }

    /// Number of paragraphs.
    pub fn len(&self) -> usize {
        self.paragraphs.len()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// Span of paragraph `index` (from 0); empty at the end of the text when there is no such paragraph.
    pub fn paragraph(&self, index: usize) -> Span {
        let end = Span::new(self.text.len(), self.text.len());
        self.paragraphs
            .get(index)
            .map_or(end, |paragraph| paragraph.span)
    }

    /// Text of paragraph `index` (from 0).
    pub fn paragraph_text(&self, index: usize) -> &str {
        self.paragraph(index).of(&self.text)
    }

    /// Index (from 0) of the paragraph at byte `offset`: the one that holds it, else the last one before it.
    pub fn paragraph_at(&self, offset: usize) -> usize {
        self.paragraphs
            .partition_point(|paragraph| paragraph.span.start <= offset)
            .saturating_sub(1)
    }
}
