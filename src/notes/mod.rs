//! What a reader says of an article.

mod anchor;
mod annotation;
mod check;
mod codebook;
mod draft;
mod edit;
mod id;
mod lexicon;
mod merge;
mod notebook;
mod selector;

pub use anchor::{Anchor, Anchorer, Candidate};
pub use annotation::{Annotation, UNCLEAR, Verdict};
pub use check::{Checkup, Doubt, check};
pub use codebook::{Codebook, Tag};
pub use draft::{Draft, Part};
pub use edit::Edit;
pub use id::Id;
pub use lexicon::{FlagWords, Lexicon, LexiconEdit, Silence};
pub use merge::{Conflict, Merged, merge, merge_one, merge_sets};
pub use notebook::{ArticleRef, Notebook, Reviewed};
pub use selector::{At, CONTEXT, Selector};
