//! Who says what a coding says.

use crate::notes::Notebook;
use crate::report::coding::guid::guid;
use uuid::Uuid;

/// Who says what a coding says. A reader and the machine are never the same, whatever the reader is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author<'a> {
    /// A reader, by the name in the notebook; `unsigned` where that is blank.
    Reader(&'a str),
    /// The program's own rules.
    Machine,
}

impl<'a> Author<'a> {
    /// Whose notebook it is.
    pub fn of(notebook: &'a Notebook) -> Self {
        let name = notebook.reader.trim();
        Self::Reader(if name.is_empty() { "unsigned" } else { name })
    }

    /// The name to show.
    pub fn name(self) -> &'a str {
        match self {
            Self::Reader(name) => name,
            Self::Machine => "closeread",
        }
    }

    /// What it is in a word, for machines.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Reader(_) => "reader",
            Self::Machine => "machine",
        }
    }

    /// The same for the same name in every article.
    pub fn guid(self) -> Uuid {
        guid(self.kind(), &[self.name()])
    }
}
