//! Which article of ours an annotation is about.

use crate::store::{Noted, Workspace};
use std::path::{Path, PathBuf};

/// The articles that annotations can be about.
#[derive(Debug)]
pub(super) struct Articles<'a> {
    /// The one that was named.
    named: Option<&'a Path>,
    workspace: Workspace,
    all: Vec<PathBuf>,
}

impl<'a> Articles<'a> {
    /// Those of the current folder's workspace, or the one that was `named`.
    pub(super) fn new(named: Option<&'a Path>) -> Self {
        let workspace = Workspace::around(Path::new("."));
        let all = workspace.articles();
        Self {
            named,
            workspace,
            all,
        }
    }

    /// The article with one of `names`: a path in the workspace, or the name of one file of its articles. When one was named, that
    /// one, unless the file speaks of several (`sources`) and this is another.
    pub(super) fn of(&self, names: &[String], sources: usize) -> Option<PathBuf> {
        if let Some(named) = self.named {
            let is_it = sources <= 1 || names.iter().any(|name| is_called(named, name));
            return is_it.then(|| named.to_owned());
        }
        names.iter().find_map(|name| self.called(name))
    }

    fn called(&self, name: &str) -> Option<PathBuf> {
        if let Noted::There(path) = self.workspace.inside(name)
            && path.is_file()
        {
            return Some(path);
        }
        let mut found = self.all.iter().filter(|path| is_called(path, name));
        let first = found.next()?;
        // Of several none can be meant for certain.
        found.next().is_none().then(|| first.clone())
    }
}

/// Whether the file at `path` has the name that `name` ends with, or had before it got another ending.
fn is_called(path: &Path, name: &str) -> bool {
    let file = Path::new(name).file_name();
    file.is_some() && (path.file_name() == file || path.file_stem() == file)
}
