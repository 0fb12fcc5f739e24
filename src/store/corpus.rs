//! The articles under a folder, however deep.

use crate::store::StoreError;
use crate::store::names::Names;
use crate::store::workspace::is_called_article;
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The articles (`.txt`, `.md`) in `folder` and its folders, sorted by path, and the folders among them that cannot be
/// read. Hidden files and folders are passed over.
///
/// They are looked for while they are asked for: in memory are the names in the folders that lead to the next one.
/// Links are followed, but no folder is entered twice: a loop of links ends, and what two paths lead to is listed
/// once. Whether an article can be read is not asked.
pub fn articles_under(folder: &Path) -> ArticlesUnder {
    ArticlesUnder {
        first: Some(folder.to_owned()),
        open: Vec::new(),
        entered: HashSet::new(),
    }
}

/// What [`articles_under`] finds, one after the other.
#[derive(Debug)]
pub struct ArticlesUnder {
    /// The folder itself, until it is entered.
    first: Option<PathBuf>,
    /// What is still to come in the folders that were entered, the deepest last.
    open: Vec<Names>,
    /// Folders that were entered, without links.
    entered: HashSet<PathBuf>,
}

impl Iterator for ArticlesUnder {
    type Item = Result<PathBuf, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let path = self.path()?;
            if path.is_dir() {
                if let Err(error) = self.enter(&path) {
                    return Some(Err(error));
                }
            } else if is_called_article(&path) {
                return Some(Ok(path));
            }
        }
    }
}

impl ArticlesUnder {
    /// The next file or folder.
    fn path(&mut self) -> Option<PathBuf> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        while let Some(names) = self.open.last_mut() {
            if let Some(path) = names.next() {
                return Some(path);
            }
            self.open.pop();
        }
        None
    }

    fn enter(&mut self, folder: &Path) -> Result<(), StoreError> {
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        if self.entered.insert(real) {
            self.open.push(Names::of(folder)?);
        }
        Ok(())
    }
}

/// What stands in `folder`, sorted by name, without what is hidden.
pub(super) fn entries_of(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    Names::of(folder).map(Iterator::collect)
}
