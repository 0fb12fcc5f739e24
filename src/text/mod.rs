//! Characters without meaning: spans, words, sentences, rows, folding, and making the invisible visible.

mod compose;
mod digest;
mod fold;
mod overlap;
mod row;
mod scalar;
mod sentence;
mod span;
mod visible;
mod word;

pub use compose::{compose, is_mark};
pub use digest::{digest, digest_bytes};
pub use fold::{Folded, fold, fold_case};
pub use overlap::Overlaps;
pub use row::{Row, wrap};
pub use scalar::{ScalarIndex, UnitIndex, Utf16Index};
pub use sentence::sentences;
pub use span::Span;
pub use visible::{columns, is_unsafe, visible, visible_line};
pub use word::{graphemes, word_count, words};
