//! The articles under a folder, however deep.

use crate::store::StoreError;
use crate::store::workspace::{is_called_article, is_hidden};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The articles (`.txt`, `.md`) in `folder` and its folders, sorted by path, and the folders among them that cannot be
/// read. Hidden files and folders are passed over.
///
/// Links are followed, but no folder is entered twice: a loop of links ends, and what two paths lead to is listed
/// once. Whether an article can be read is not asked.
pub fn articles_under(folder: &Path) -> Vec<Result<PathBuf, StoreError>> {
    let mut found = Vec::new();
    let mut entered = HashSet::new();
    let mut open = vec![vec![folder.to_owned()].into_iter()];
    while let Some(entries) = open.last_mut() {
        let Some(path) = entries.next() else {
            open.pop();
            continue;
        };
        if path.is_dir() {
            let real = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
            if entered.insert(real) {
                match entries_of(&path) {
                    Ok(entries) => open.push(entries.into_iter()),
                    Err(error) => found.push(Err(error)),
                }
            }
        } else if is_called_article(&path) {
            found.push(Ok(path));
        }
    }
    found
}

/// What stands in `folder`, sorted by name, without what is hidden.
pub(super) fn entries_of(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let failed = |reason| StoreError::read(folder, reason);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if !is_hidden(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}
