//! What is written up.

use crate::article::Article;
use crate::detect::{Finding, Strictness};
use crate::notes::{Anchor, Annotation, Codebook, Notebook};

/// What is written up: an article, what its readers say, and what the rules point at.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// The article.
    pub article: &'a Article,
    /// One notebook per reader, in the order in which the readers are named.
    pub notebooks: Vec<AnchoredNotebook<'a>>,
    /// The findings of the whole article, in text order: those of `level`, and those that a reader has answered.
    pub findings: &'a [Finding],
    /// The agreed tags.
    pub codebook: &'a Codebook,
    /// How much loaded language was to be shown.
    pub level: Strictness,
    /// The day of the report: an RFC 3339 date, or a date and time.
    pub date: String,
    /// What formats for other tools shall hold.
    pub exchange: Exchange,
}

/// What formats for other tools shall hold besides what readers say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Also the findings that no reader has answered, as the machine's.
    pub findings: bool,
    /// Where the article was published, for formats that point there.
    pub uri: Option<String>,
}

/// A notebook with the places its annotations have in the article.
#[derive(Debug, Clone, Copy)]
pub struct AnchoredNotebook<'a> {
    /// The notebook.
    pub notebook: &'a Notebook,
    /// One anchor per annotation, in the notebook's order. An annotation without one counts as lost.
    pub anchors: &'a [Anchor],
}

impl<'a> AnchoredNotebook<'a> {
    /// The annotations with their anchors, in the notebook's order.
    pub fn annotations(self) -> impl Iterator<Item = (&'a Annotation, &'a Anchor)> {
        const LOST: &Anchor = &Anchor::Lost(Vec::new());
        let anchors = self.anchors.iter().chain(std::iter::repeat(LOST));
        self.notebook.annotations.iter().zip(anchors)
    }
}

impl<'a> Reading<'a> {
    /// Every annotation of every reader with its notebook and anchor, reader by reader.
    pub fn annotations(
        &self,
    ) -> impl Iterator<Item = (&'a Notebook, &'a Annotation, &'a Anchor)> + '_ {
        self.notebooks.iter().flat_map(|anchored| {
            let notebook = anchored.notebook;
            anchored
                .annotations()
                .map(move |(annotation, anchor)| (notebook, annotation, anchor))
        })
    }
}
