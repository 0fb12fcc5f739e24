//! One reader's annotations on one article.

use crate::article::Article;
use crate::notes::{Annotation, At, Id};
use crate::text::digest;
use std::fmt;

/// One reader's annotations on one article; one YAML file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notebook {
    /// The reader's name as it stands in the file.
    pub reader: String,
    /// The article it is about.
    pub article: ArticleRef,
    /// In the order of the file, which is text order for those we add.
    pub annotations: Vec<Annotation>,
    /// Paragraphs the reader has finished with, sorted.
    pub reviewed: Vec<Reviewed>,
    /// Ids of annotations that were imported, sorted: one that is no longer there was deleted by its reader.
    pub imported: Vec<Id>,
}

/// Which article a notebook is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ArticleRef {
    /// Path from the workspace folder, with `/`.
    pub path: String,
    /// SHA-256 of the normalised text when the notebook was last changed.
    pub sha256: String,
}

impl Notebook {
    /// An empty notebook.
    pub fn new(reader: impl Into<String>, article: ArticleRef) -> Self {
        Self {
            reader: reader.into(),
            article,
            ..Self::default()
        }
    }

    /// The annotation called `id`.
    pub fn get(&self, id: &Id) -> Option<&Annotation> {
        self.annotations
            .iter()
            .find(|annotation| &annotation.id == id)
    }

    /// Where an annotation made `at` goes so that the notebook stays in text order.
    pub fn place(&self, at: Option<At>) -> usize {
        self.annotations
            .iter()
            .position(|annotation| annotation.at.is_some() && annotation.at > at)
            .unwrap_or(self.annotations.len())
    }

    /// Remembers that the annotation called `id` was imported.
    pub fn remember(&mut self, id: Id) {
        if let Err(at) = self.imported.binary_search(&id) {
            self.imported.insert(at, id);
        }
    }

    /// Whether the annotation called `id` was imported once and is not there any more.
    pub fn has_dropped(&self, id: &Id) -> bool {
        self.imported.binary_search(id).is_ok() && self.get(id).is_none()
    }

    /// Whether the reader has finished with paragraph `index` (from 0), as its text is now.
    pub fn is_reviewed(&self, article: &Article, index: usize) -> bool {
        !self.reviewed.is_empty() && {
            let mark = Reviewed::of(article, index);
            self.reviewed
                .iter()
                .any(|known| known.digest == mark.digest)
        }
    }
}

/// A paragraph the reader has finished with. In the file: `p17-3b1f0c2d`.
///
/// It holds for the text, not for the number: a paragraph that was edited since is not reviewed any more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reviewed {
    /// Paragraph number when it was reviewed, from 1; a hint for people.
    pub number: usize,
    /// First eight hexadecimal digits of the SHA-256 of the paragraph's text.
    pub digest: String,
}

impl Reviewed {
    /// The mark for paragraph `index` (from 0).
    pub fn of(article: &Article, index: usize) -> Self {
        let mut digest = digest(article.paragraph_text(index));
        digest.truncate(8);
        Self {
            number: index + 1,
            digest,
        }
    }

    /// Reads `p17-3b1f0c2d`.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, digest) = text.strip_prefix('p')?.split_once('-')?;
        let hex = digest.len() == 8 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
        Some(Self {
            number: number.parse().ok()?,
            digest: hex.then(|| digest.to_owned())?,
        })
    }
}

impl fmt::Display for Reviewed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "p{}-{}", self.number, self.digest)
    }
}
