//! The file of a project's own words.

use crate::notes::{Lexicon, LexiconEdit};
use crate::store::disk::{self, Durability};
use crate::store::yaml;
use crate::store::{StoreError, Workspace};
use std::path::{Path, PathBuf};

/// Permissions of a new file, as the system's mask allows.
const MODE: u32 = 0o666;

/// The file of a project's own words. Several readers and sessions write it: nothing of it is remembered between two calls.
#[derive(Debug, Clone)]
pub struct LexiconFile {
    path: PathBuf,
}

impl LexiconFile {
    /// The file at `path`, whether or not it is there.
    pub fn at(path: &Path) -> Self {
        Self {
            path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it says; a missing file says nothing.
    pub fn read(&self) -> Result<Lexicon, StoreError> {
        let text = yaml::read_file(&self.path)?;
        self.parsed(text.as_deref())
    }

    /// Where `words` to flag stand in it, as `path:line:column`; the path alone where they cannot be found.
    pub fn place_of(&self, words: &str) -> String {
        let path = self.path.display();
        self.line_and_column_of(words).map_or_else(
            || path.to_string(),
            |(line, column)| format!("{path}:{line}:{column}"),
        )
    }

    /// Line and column, from 1, of `words` to flag in it.
    pub fn line_and_column_of(&self, words: &str) -> Option<(usize, usize)> {
        let text = yaml::read_file(&self.path).ok().flatten()?;
        let key = |at: usize| {
            let before = text.get(..at).unwrap_or_default();
            let line = before.lines().next_back().unwrap_or_default();
            !before.ends_with('\n') && line.contains("words:")
        };
        let (at, _) = text.match_indices(words).find(|(at, _)| key(*at))?;
        Some(yaml::position(&text, at))
    }

    /// Changes what is silenced in the file as it stands now, and returns what it says then. Everything else in it stays
    /// as it is, byte for byte. After an error it is as it was.
    pub fn change(&self, edit: &LexiconEdit) -> Result<Lexicon, StoreError> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        disk::make_folder(folder)?;
        let _lock = disk::lock(folder)?;
        let root = Workspace::around(&self.path).root;
        let target = disk::target(&self.path, &root)?;
        let text = yaml::read_file(&self.path)?;
        let old = self.parsed(text.as_deref())?;
        let changed = yaml::silenced(text.as_deref(), &old, edit);
        let (new_text, new) = changed.map_err(|refusal| StoreError::Unchangeable {
            path: self.path.clone(),
            message: refusal.0,
        })?;
        if new != old {
            disk::replace(&target, &new_text, MODE, Durability::Synced)
                .map_err(|reason| StoreError::write(&self.path, reason))?;
        }
        Ok(new)
    }

    fn parsed(&self, text: Option<&str>) -> Result<Lexicon, StoreError> {
        yaml::lexicon(text.unwrap_or_default()).map_err(|problem| problem.in_file(&self.path))
    }
}
