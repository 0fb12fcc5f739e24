//! What somebody else has changed while the program runs.

use crate::article::Article;
use crate::notes::{Codebook, Lexicon, Notebook};

/// What somebody else has changed while the program runs: read again, and merged where the reader has changes of their own.
#[derive(Debug, Clone, PartialEq)]
pub enum Arrival {
    /// The reader's notebook with the changes from outside, and how many of those contradict changes made here.
    Notes(Box<Notebook>, usize),
    /// Everybody else's notebooks.
    Others(Vec<Notebook>),
    /// The agreed tags.
    Codebook(Codebook),
    /// The project's own words.
    Lexicon(Box<Lexicon>),
    /// The article.
    Article(Box<Article>),
    /// What could not be taken in, and why.
    Refused(String),
    /// Something else worth saying.
    Told(String),
}
