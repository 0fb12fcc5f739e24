//! Whatever stands in the notes pane: an annotation or a finding, with its place.

use crate::notes::Id;
use crate::text::Span;

/// What an item is. The order is that of the margin for items that begin at the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A quotation the program found.
    Quotation,
    /// A passage some reader flags as loaded.
    Flag,
    /// A passage with a note or tags.
    Note,
    /// A finding this reader has not decided.
    Candidate,
    /// A finding some reader rejected.
    Rejected,
    /// An annotation whose words are gone or ambiguous.
    Lost,
}

impl Kind {
    /// All kinds, in their order.
    pub(super) const ALL: [Self; 6] = [
        Self::Quotation,
        Self::Flag,
        Self::Note,
        Self::Candidate,
        Self::Rejected,
        Self::Lost,
    ];
}

/// Where an item comes from; what tells items apart while the desk changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Source {
    /// An annotation: whose (0 is the reader, others follow in the desk's order), and which.
    Annotation(usize, Id),
    /// A finding, by its place among the findings.
    Finding(usize),
}

/// Whatever stands in the notes pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Where it comes from.
    pub source: Source,
    /// Its passage; of a lost one empty, where it once was.
    pub span: Span,
    /// Index of its paragraph, from 0.
    pub paragraph: usize,
    /// Whether its words or their surroundings changed since and the reader has not confirmed.
    pub moved: bool,
    /// Whether a note belongs to it.
    pub noted: bool,
}

impl Item {
    /// Whether it is an annotation of the reader at the desk.
    pub fn is_own(&self) -> bool {
        matches!(self.source, Source::Annotation(0, _))
    }
}
