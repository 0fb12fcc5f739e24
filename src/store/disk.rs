//! Writing a file whole, and one writer at a time.

use crate::store::StoreError;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Tries for the lock, and the pause between them: two seconds in all.
const TRIES: u32 = 200;
const PAUSE: Duration = Duration::from_millis(10);

/// How our temporary files start.
const TEMPORARY: &str = ".closeread-";

/// How hard a write tries to outlive a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Durability {
    /// On the disk before it counts as written.
    Synced,
    /// Whole or not there, but maybe lost with the power.
    Atomic,
}

/// Puts `content` at `path`: written beside it, then renamed over it, so that a reader sees the old file or the
/// new one. An existing file keeps its permissions; a new one gets `mode` as far as the system's mask allows.
pub(super) fn replace(
    path: &Path,
    content: impl AsRef<[u8]>,
    mode: u32,
    durability: Durability,
) -> io::Result<()> {
    replace_as("", path, content, mode, durability)
}

/// [`replace`] by a writer that can be told from others in the same folder, so that what it left when it was killed can be
/// removed by [`sweep`] while those others go on.
pub(super) fn replace_as(
    writer: &str,
    path: &Path,
    content: impl AsRef<[u8]>,
    mode: u32,
    durability: Durability,
) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    let mut file = tempfile::Builder::new()
        .prefix(&temporary(writer))
        .permissions(fs::Permissions::from_mode(mode))
        .tempfile_in(folder)?;
    // Written to the file itself: the error of the wrapper would name the temporary path.
    file.as_file_mut().write_all(content.as_ref())?;
    if let Ok(about) = fs::metadata(path) {
        file.as_file().set_permissions(about.permissions())?;
    }
    if durability == Durability::Synced {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|error| error.error)?;
    if durability == Durability::Synced {
        // The new file is there already; some file systems cannot sync a folder.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// Creates `folder` and what is missing above it.
pub(super) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(|reason| StoreError::write(folder, reason))
}

/// Holds `folder` for one writer; let go when dropped.
///
/// It is the folder itself that is locked, so nothing is left in it. Where the file system knows no locks
/// (some network mounts) there is none; saving is still atomic.
pub(super) fn lock(folder: &Path) -> Result<Option<File>, StoreError> {
    let Ok(handle) = File::open(folder) else {
        return Ok(None);
    };
    for _ in 0..TRIES {
        match handle.try_lock() {
            Ok(()) => {
                sweep(folder, "");
                return Ok(Some(handle));
            }
            Err(TryLockError::WouldBlock) => thread::sleep(PAUSE),
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(StoreError::Busy(folder.to_owned()))
}

/// Removes temporary files of a writer that was killed; of all writers when it has no name. Only for who knows that nobody
/// else writes under that name now.
pub(super) fn sweep(folder: &Path, writer: &str) {
    let start = temporary(writer);
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&start) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn temporary(writer: &str) -> String {
    if writer.is_empty() {
        TEMPORARY.to_owned()
    } else {
        format!("{TEMPORARY}{writer}-")
    }
}

/// Whether its name is that of a temporary file of ours.
pub(super) fn is_temporary(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with(TEMPORARY)
}

/// The file that a write to `path` must replace: `path`, or where its links lead, inside `root` or the
/// folder it stands in.
pub(super) fn target(path: &Path, root: &Path) -> Result<PathBuf, StoreError> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink());
    if !is_link {
        return Ok(path.to_owned());
    }
    let target = fs::canonicalize(path).map_err(|reason| StoreError::read(path, reason))?;
    let inside = [Some(root), path.parent()]
        .into_iter()
        .flatten()
        .any(|folder| fs::canonicalize(folder).is_ok_and(|folder| target.starts_with(folder)));
    if inside {
        Ok(target)
    } else {
        Err(StoreError::Outside {
            path: path.to_owned(),
            target,
        })
    }
}
