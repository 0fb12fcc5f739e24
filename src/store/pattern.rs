//! Articles by a pattern such as shells have.

use crate::store::{StoreError, articles_under};
use glob::{GlobError, MatchOptions, Paths, glob_with};
use std::iter;
use std::path::{Path, PathBuf};

/// As shells match: `*` and `?` stand neither for `/` nor for a stop at the beginning of a name.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: true,
};

/// What a pattern (`*`, `?`, `[a-z]`, and `**` for folders however deep) stands for: the files that match, whatever they are called, and the
/// articles in the folders that match, sorted; and what cannot be listed. None where `path` has no such sign, is a bad pattern, or
/// is there as it stands.
///
/// A shell does the same where the pattern is not quoted, but only for as many files as a command line holds.
pub fn articles_matching(
    path: &Path,
) -> Option<impl Iterator<Item = Result<PathBuf, StoreError>> + use<>> {
    let pattern = path.to_str()?;
    if !pattern.contains(['*', '?', '[']) || path.symlink_metadata().is_ok() {
        return None;
    }
    let found: Paths = glob_with(pattern, OPTIONS).ok()?;
    Some(found.flat_map(each))
}

fn each(
    found: Result<PathBuf, GlobError>,
) -> Box<dyn Iterator<Item = Result<PathBuf, StoreError>>> {
    match found {
        Ok(path) if path.is_dir() => Box::new(articles_under(&path)),
        Ok(path) => Box::new(iter::once(Ok(path))),
        Err(error) => {
            let path = error.path().to_owned();
            Box::new(iter::once(Err(StoreError::read(&path, error.into()))))
        }
    }
}
