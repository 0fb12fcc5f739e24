//! What an exporter makes.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// A reading in some format: one file, and what belongs beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Written {
    /// The file itself: what standard output gets.
    pub bytes: Vec<u8>,
    /// Further files of the format, to stand in the same folder. Only written where there is a folder.
    pub beside: Vec<Beside>,
    /// What the format cannot hold, a sentence each, for standard error: nothing is dropped in silence.
    pub left_out: Vec<String>,
}

/// A file beside the one that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// How it is called.
    pub name: Name,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The name of a file beside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    /// The other's with this ending in place of its own: `txt` stands beside `a.ann` as `a.txt`.
    Ending(&'static str),
    /// This one.
    Whole(Cow<'static, str>),
}

impl Beside {
    /// Where it belongs when the file that was asked for is at `asked`.
    pub fn path(&self, asked: &Path) -> PathBuf {
        match &self.name {
            Name::Ending(ending) => asked.with_extension(ending),
            Name::Whole(name) => asked.with_file_name(&**name),
        }
    }
}

impl Written {
    /// One file that holds everything.
    pub fn whole(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            ..Self::default()
        }
    }
}
