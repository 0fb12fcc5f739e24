//! The tab-separated files of `SemEval`'s tasks on propaganda techniques, with the article file beside.
//!
//! They hold flags of categories that a technique covers, and nothing else.

mod offsets;
pub(super) mod paragraphs;
pub(super) mod si;
mod spans;
pub(super) mod tc;
mod technique;

use crate::report::{Beside, Codings, Name, Reading};

/// The number of the article, which is all that the tasks call it: that of a file called `article123.txt`, else one that is
/// made from the text.
fn article_id(reading: &Reading, codings: &Codings) -> String {
    let name = reading.article.name.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let digits = stem.strip_prefix("article").unwrap_or_default();
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.to_owned();
    }
    let made = codings.article.as_u128() % 900_000_000 + 100_000_000;
    made.to_string()
}

/// The article under the name by which the tasks' programs look for it.
fn article_file(id: &str, text: String) -> Beside {
    Beside {
        name: Name::Whole(format!("article{id}.txt").into()),
        bytes: text.into_bytes(),
    }
}
