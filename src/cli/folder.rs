//! The articles of a folder that a command was given.

use crate::cli::complain;
use crate::cli::failure::Failure;
use crate::store::{StoreError, Workspace, articles_under};
use std::path::{Path, PathBuf};

/// The folder itself; of a workspace, its folder of articles.
pub(super) fn articles_folder(folder: &Path) -> PathBuf {
    let workspace = Workspace::around(folder);
    let articles = workspace.articles_folder();
    if workspace.is_at(folder) && articles.is_dir() {
        return articles;
    }
    folder.to_owned()
}

/// The articles, and how many folders could not be read.
pub(super) fn listed(folder: &Path) -> (Vec<PathBuf>, usize) {
    let all: Vec<_> = articles_under(folder).collect();
    let count = all.len();
    let paths: Vec<PathBuf> = all
        .into_iter()
        .filter_map(|path: Result<_, StoreError>| taken(path.map_err(Failure::from)))
        .collect();
    let wrong = count - paths.len();
    (paths, wrong)
}

/// What there is; what is wrong is told.
pub(super) fn taken<T>(result: Result<T, Failure>) -> Option<T> {
    match result {
        Ok(taken) => Some(taken),
        Err(failure) => {
            if let Failure::Message(message) = failure {
                complain(&message.to_string());
            }
            None
        }
    }
}
