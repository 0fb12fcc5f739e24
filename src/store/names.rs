//! What stands in a folder, by name.

use crate::store::StoreError;
use std::ffi::OsStr;
use std::fs;
use std::ops::Range;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::vec;

/// What stands in a folder, sorted by name, without what is hidden. Only names are kept, in one piece: a folder may hold a
/// hundred thousand files.
#[derive(Debug)]
pub(super) struct Names {
    folder: PathBuf,
    bytes: Vec<u8>,
    /// Where the names stand that are still to come.
    places: vec::IntoIter<Range<usize>>,
}

impl Names {
    /// Of `folder`.
    pub(super) fn of(folder: &Path) -> Result<Self, StoreError> {
        let failed = |reason| StoreError::read(folder, reason);
        let mut names = Vec::new();
        let mut places = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            if !name.as_bytes().starts_with(b".") {
                let start = names.len();
                names.extend_from_slice(name.as_bytes());
                places.push(start..names.len());
            }
        }
        places.sort_unstable_by(|a, b| at(&names, a).cmp(at(&names, b)));
        Ok(Self {
            folder: folder.to_owned(),
            bytes: names,
            places: places.into_iter(),
        })
    }
}

impl Iterator for Names {
    type Item = PathBuf;

    fn next(&mut self) -> Option<PathBuf> {
        let place = self.places.next()?;
        let name = OsStr::from_bytes(at(&self.bytes, &place));
        Some(self.folder.join(name))
    }
}

fn at<'n>(names: &'n [u8], place: &Range<usize>) -> &'n [u8] {
    names.get(place.clone()).unwrap_or_default()
}
