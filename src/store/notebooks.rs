//! The notebooks of a workspace, and the articles they are about.

use crate::notes::ArticleRef;
use crate::store::corpus::entries_of;
use crate::store::{StoreError, Workspace};
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The file that a notebook says it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Noted {
    /// This one.
    There(PathBuf),
    /// None that is there.
    Missing,
    /// One outside the workspace, by an absolute path, `..` or a link; it is not looked at.
    Outside,
}

impl Workspace {
    /// Every notebook: the `.yaml` files in the readers' folders, however deep, sorted by path; and what cannot be listed.
    /// A link to a folder is not followed.
    pub fn notebooks(&self) -> Vec<Result<PathBuf, StoreError>> {
        match entries_of(&self.notes_folder()) {
            Ok(entries) => {
                let folders = entries.into_iter().filter(|path| path.is_dir());
                notebooks_within(folders.collect())
            }
            Err(StoreError::Missing(_)) => Vec::new(),
            Err(error) => vec![Err(error)],
        }
    }

    /// Those of [`Self::notebooks`] that are one reader's, but for what cannot be listed.
    pub(super) fn notebooks_of(&self, slug: &str) -> Vec<PathBuf> {
        let folder = self.notes_folder().join(slug);
        let found = notebooks_within(vec![folder]).into_iter();
        found.flatten().collect()
    }

    /// Whether a file is surely among [`Self::notebooks`], told without listing them. `path` is absolute.
    /// Misses: one whose name or folder begins with a dot.
    pub fn has_notebook(&self, path: &Path) -> bool {
        let notes = self.notes_folder();
        let Ok(below) = path.strip_prefix(&notes) else {
            return false;
        };
        let is_dotted = |part: &OsStr| part.as_encoded_bytes().starts_with(b".");
        let folders = path.ancestors().skip(1);
        below.iter().count() > 1
            && !below.iter().any(is_dotted)
            && path.extension() == Some(OsStr::new("yaml"))
            && path.is_file()
            && folders
                .take_while(|folder| *folder != notes)
                .all(|folder| !folder.is_symlink())
    }

    /// The file of the article that the notebook at `path` is about: the one it names, else one whose notebook it would be.
    pub fn article_of(&self, path: &Path, article: &ArticleRef) -> Noted {
        if !article.path.is_empty() {
            return self.inside(&article.path);
        }
        self.article_by_place(path)
            .map_or(Noted::Missing, Noted::There)
    }

    /// The article whose notebook `path` would be.
    pub fn article_by_place(&self, path: &Path) -> Option<PathBuf> {
        let below = path.strip_prefix(self.notes_folder()).ok()?;
        let inside: PathBuf = below.with_extension("").iter().skip(1).collect();
        let with_kind = inside.with_added_extension("txt");
        let folders = [self.articles_folder(), self.root.clone()];
        let files = folders
            .iter()
            .flat_map(|folder| [folder.join(&with_kind), folder.join(&inside)]);
        files.into_iter().find(|file| file.is_file())
    }

    /// The file that a name inside the workspace stands for.
    pub fn inside(&self, name: &str) -> Noted {
        let stays = |part: Component| matches!(part, Component::Normal(_) | Component::CurDir);
        if !Path::new(name).components().all(stays) {
            return Noted::Outside;
        }
        let path = self.root.join(name);
        match (fs::canonicalize(&path), fs::canonicalize(&self.root)) {
            (Ok(real), Ok(root)) if real.starts_with(&root) => Noted::There(path),
            (Ok(_), Ok(_)) => Noted::Outside,
            _ => Noted::Missing,
        }
    }

    /// Whether a file of the workspace is, by a link, one outside.
    pub fn leads_out(&self, path: &Path) -> bool {
        match (fs::canonicalize(path), fs::canonicalize(&self.root)) {
            (Ok(real), Ok(root)) => !real.starts_with(root),
            _ => false,
        }
    }
}

/// The `.yaml` files in `folders`, however deep, in order.
fn notebooks_within(mut open: Vec<PathBuf>) -> Vec<Result<PathBuf, StoreError>> {
    let mut found = Vec::new();
    open.reverse();
    while let Some(path) = open.pop() {
        if path.is_dir() && !path.is_symlink() {
            match entries_of(&path) {
                Ok(entries) => open.extend(entries.into_iter().rev()),
                Err(error) => found.push(Err(error)),
            }
        } else if path.extension() == Some(OsStr::new("yaml")) {
            found.push(Ok(path));
        }
    }
    found
}

/// A folder for files of one run, gone when dropped.
pub fn scratch_folder() -> Result<impl AsRef<Path>, StoreError> {
    tempfile::tempdir().map_err(|reason| StoreError::write(&std::env::temp_dir(), reason))
}
