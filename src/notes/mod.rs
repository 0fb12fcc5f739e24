//! What a reader says of an article.

mod anchor;
mod annotation;
mod codebook;
mod edit;
mod id;
mod merge;
mod notebook;
mod selector;

pub use anchor::{Anchor, Anchorer, Candidate};
pub use annotation::{Annotation, Verdict};
pub use codebook::{Codebook, Tag};
pub use edit::Edit;
pub use id::Id;
pub use merge::{Conflict, Merged, merge};
pub use notebook::{ArticleRef, Notebook, Reviewed};
pub use selector::{At, CONTEXT, Selector};
