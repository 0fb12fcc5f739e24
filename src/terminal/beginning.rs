//! The first look at a long article, while all of it is read.

use crate::app::State;
use crate::article::Article;
use crate::terminal::capability::Capability;

/// The beginning of a long article, to be seen while all of it is read.
#[derive(Debug)]
pub struct Beginning {
    /// What the terminal can show.
    pub capability: Capability,
    /// The beginning, as an article of its own.
    pub article: Article,
    /// How many paragraphs all of it may have: the numbers are to have room.
    pub paragraphs: usize,
}

impl Beginning {
    /// What is to be seen of it: its first page, and nothing that is said of it.
    pub(super) fn state(self, width: u16, height: u16) -> State {
        State::beginning(self.article, self.paragraphs, width, height)
    }
}
