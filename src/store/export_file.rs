//! A report as a file.

use crate::store::StoreError;
use crate::store::disk::{self, Durability};
use std::fs;
use std::io;
use std::path::Path;

/// Permissions of a new report.
const MODE: u32 = 0o644;

/// Puts a report at `path`, whole or not at all; what stood there is replaced. A device or pipe is written into, and
/// a link is followed.
pub fn write_export(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let written = match fs::metadata(&target) {
        Err(_) if target.parent().is_some_and(|folder| !is_folder(folder)) => Err(io::Error::new(
            io::ErrorKind::NotFound,
            "its folder does not exist",
        )),
        Ok(about) if !about.is_file() => fs::write(&target, content),
        _ => disk::replace(&target, content, MODE, Durability::Atomic),
    };
    written.map_err(|reason| StoreError::write(path, reason))
}

/// Whether something else than `content` stands at `path`.
pub fn in_the_way(path: &Path, content: &[u8]) -> bool {
    let is_there = fs::symlink_metadata(path).is_ok();
    is_there && !fs::read(path).is_ok_and(|old| old == content)
}

/// Whether the two paths lead to one file that is there.
pub fn same_file(a: &Path, b: &Path) -> bool {
    let real = |path| fs::canonicalize(path).ok();
    real(a).is_some_and(|a| Some(a) == real(b))
}

/// Makes a folder for reports, with those above it.
pub fn make_folder(path: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(path).map_err(|reason| StoreError::write(path, reason))
}

fn is_folder(path: &Path) -> bool {
    path.as_os_str().is_empty() || path.is_dir()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_report_replaces_a_file_follows_a_link_and_leaves_a_device() {
        let folder = tempfile::tempdir().unwrap();
        let [file, link] = ["a.md", "b.md"].map(|name| folder.path().join(name));
        std::os::unix::fs::symlink(&file, &link).unwrap();
        write_export(&file, b"one").unwrap();
        write_export(&link, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        assert!(link.is_symlink());
        write_export(Path::new("/dev/null"), b"three").unwrap();
        assert!(!Path::new("/dev/null").is_file());
        let error = write_export(folder.path(), b"four")
            .unwrap_err()
            .to_string();
        assert!(error.contains("this is a folder"), "{error}");
    }
}
