//! Half-typed text.

use crate::notes::{Annotation, Id};

/// A text somebody was typing, and the annotation it was to become part of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The annotation as it was before; of a new one everything but the text.
    pub annotation: Annotation,
    /// The text so far.
    pub text: String,
}

impl Draft {
    /// The annotation it belongs to.
    pub fn id(&self) -> &Id {
        &self.annotation.id
    }
}
