//! Telling whether a file was touched without reading it.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// What changes whenever a file is replaced or written: which file it is, its length, when it was written and touched.
///
/// Misses: two writes of the same length to the same file within one tick of the file system's clock (a few
/// milliseconds), when the look falls between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    file: (u64, u64),
    length: u64,
    written: (i64, i64),
    touched: (i64, i64),
}

/// Several files as they were at one moment; a missing file is one of the things they can be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Mark(Vec<(PathBuf, Option<Stamp>)>);

impl Mark {
    /// The files as they are now.
    pub(super) fn of(paths: impl IntoIterator<Item = PathBuf>) -> Self {
        let stamped = |path: PathBuf| {
            let stamp = stamp(&path);
            (path, stamp)
        };
        Self(paths.into_iter().map(stamped).collect())
    }

    /// Takes on `now`; whether anything differs.
    pub(super) fn renew(&mut self, now: Self) -> bool {
        let differs = *self != now;
        *self = now;
        differs
    }
}

fn stamp(path: &Path) -> Option<Stamp> {
    let about = fs::metadata(path).ok()?;
    Some(Stamp {
        file: (about.dev(), about.ino()),
        length: about.len(),
        written: (about.mtime(), about.mtime_nsec()),
        touched: (about.ctime(), about.ctime_nsec()),
    })
}
