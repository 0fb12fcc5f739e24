//! Where a selector points in a text.

use crate::article::Article;
use crate::notes::Annotation;
use crate::text::{Folded, Span, fold};

/// Where a selector points in this text.
#[derive(Debug, Clone, PartialEq)]
pub enum Anchor {
    /// The words are there, and only one place can be meant.
    Found(Span),
    /// Probably here: the words or their surroundings changed. Marked until the reader confirms.
    Moved(Candidate),
    /// The words are at several places and nothing tells them apart.
    Ambiguous(Vec<Span>),
    /// The words are gone; the places that look most like them, best first.
    Lost(Vec<Candidate>),
}

/// A place that may be meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The place.
    pub span: Span,
    /// How much it resembles the selector, from 0 to 1.
    pub score: f32,
}

impl Anchor {
    /// The place to show it at: found or moved.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Found(span) => Some(*span),
            Self::Moved(candidate) => Some(candidate.span),
            Self::Ambiguous(_) | Self::Lost(_) => None,
        }
    }

    /// The place that looks most like it, when it is ambiguous or lost.
    pub fn candidate(&self) -> Option<Span> {
        match self {
            Self::Found(_) | Self::Moved(_) => self.span(),
            Self::Ambiguous(places) => places.first().copied(),
            Self::Lost(candidates) => candidates.first().map(|candidate| candidate.span),
        }
    }

    /// The word for it: found, moved, ambiguous, lost.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Found(_) => "found",
            Self::Moved(_) => "moved",
            Self::Ambiguous(_) => "ambiguous",
            Self::Lost(_) => "lost",
        }
    }
}

/// Finds selectors in one article; folds its text once.
#[derive(Debug)]
pub struct Anchorer<'a> {
    article: &'a Article,
    folded: Folded,
}

impl<'a> Anchorer<'a> {
    /// An anchorer for `article`.
    pub fn new(article: &'a Article) -> Self {
        Self {
            article,
            folded: fold(&article.text),
        }
    }

    /// Where `annotation` points. `unchanged`: the text is the one it was made on (same SHA-256), so that its
    /// position may decide between places of the same words.
    pub fn anchor(&self, annotation: &Annotation, unchanged: bool) -> Anchor {
        let quote = fold(&annotation.selector.quote).text;
        let hint = annotation.at.and_then(|at| at.offset(self.article));
        let places: Vec<Span> = self
            .folded
            .text
            .match_indices(quote.as_str())
            .map(|(at, found)| self.folded.original(Span::new(at, at + found.len())))
            .collect();
        if let (true, Some(hint)) = (unchanged, hint)
            && let Some(span) = places.iter().find(|span| span.start == hint)
        {
            return Anchor::Found(*span);
        }
        match places.as_slice() {
            [] => Anchor::Lost(Vec::new()),
            [span] => Anchor::Found(*span),
            _ => Anchor::Ambiguous(places),
        }
    }
}
