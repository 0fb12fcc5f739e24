//! Half-typed text.

use crate::notes::{Annotation, Id};

/// A text somebody was typing, and the annotation it was to become part of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The annotation as it was before; of a new one everything but the text.
    pub annotation: Annotation,
    /// Which part of it the text is.
    pub part: Part,
    /// The text so far.
    pub text: String,
}

/// Which part of an annotation a half-typed text is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Part {
    /// Its note.
    #[default]
    Note,
    /// Its reason; and what giving it was called: `flag praise`.
    Reason(String),
}

impl Draft {
    /// The annotation it belongs to.
    pub fn id(&self) -> &Id {
        &self.annotation.id
    }

    /// Whether it is the half-typed `part` of the annotation `id`.
    pub fn is(&self, id: &Id, part: &Part) -> bool {
        let kind = std::mem::discriminant;
        self.id() == id && kind(&self.part) == kind(part)
    }

    /// Whether both are the same text of the same words, be it at different moments. A draft of a new annotation has an id
    /// of its own: the same words are meant.
    pub fn is_of(&self, annotation: &Annotation, part: &Part) -> bool {
        let kind = std::mem::discriminant;
        let same_words =
            self.annotation.selector == annotation.selector && self.annotation.at == annotation.at;
        kind(&self.part) == kind(part) && (self.id() == &annotation.id || same_words)
    }
}
