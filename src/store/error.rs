//! What can go wrong with a file, and what to do about it.

use crate::text::visible;
use std::io;
use std::path::{Path, PathBuf};

/// What went wrong with a file. The text names the file, the line and column where known, and what to do.
///
/// A file that an error is about was left as it was.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: there is no such file; check the path", shown(.0))]
    Missing(PathBuf),
    /// A folder stands where a file should be.
    #[error("{}: this is a folder, not a file; name a file in it", shown(.0))]
    Folder(PathBuf),
    /// A device, pipe or socket stands where a file should be.
    #[error("{}: this is not a regular file; give a text file, or `-` for standard input", shown(.0))]
    NotRegular(PathBuf),
    /// The file is not text.
    #[error("{}: {reason}", shown(.path))]
    NotText {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        reason: NotText,
    },
    /// The file cannot be read.
    #[error("{}: cannot be read: {reason}; check its permissions", shown(.path))]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The file cannot be written.
    #[error("{}: cannot be saved: {}", shown(.path), unwritten(.reason))]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: io::Error,
    },
    /// The file is larger than we read.
    #[error("{}: {} MB is more than the {} MB a YAML file may have; take out what does not belong there", shown(.path), .bytes.div_ceil(1 << 20), .limit >> 20)]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
        /// The most we read.
        limit: u64,
    },
    /// The file's content is not what it should be.
    #[error("{}:{line}:{column}: {}", shown(.path), visible(.message))]
    Content {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column in Unicode scalar values, from 1.
        column: usize,
        /// What is wrong and what to do.
        message: String,
    },
    /// The file is well-formed, but written in a way that we cannot change without touching the rest.
    #[error("{}: {}", shown(.path), visible(.message))]
    Unchangeable {
        /// The file.
        path: PathBuf,
        /// Why, and what to do.
        message: String,
    },
    /// Another process has been saving here for seconds.
    #[error("{}: another program is writing here; try again", shown(.0))]
    Busy(PathBuf),
    /// A symbolic link leads out of the workspace.
    #[error("{}: this is a link to {}, outside the workspace; replace it by a file or by a link inside", shown(.path), shown(.target))]
    Outside {
        /// The link.
        path: PathBuf,
        /// Where it leads.
        target: PathBuf,
    },
    /// The system names no folder for state (no home folder).
    #[error("there is no folder for drafts: set XDG_STATE_HOME or HOME")]
    NoStateFolder,
}

/// Why bytes are not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// A known format that is not plain text.
    #[error("this is {0}, not plain text; convert it to text first")]
    Format(&'static str),
    /// Unknown bytes.
    #[error("this is a binary file, not text; give a .txt or .md file")]
    Binary,
}

/// A path as it may be shown on a terminal.
fn shown(path: &Path) -> String {
    visible(&path.to_string_lossy()).into_owned()
}

/// Why something could not be written, and what to do about it.
fn unwritten(reason: &io::Error) -> String {
    use io::ErrorKind::{
        FileTooLarge, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
    };
    let told = match reason.kind() {
        StorageFull => "no room is left on the disk; make some",
        QuotaExceeded => "your share of the disk is used up; make room",
        FileTooLarge => "files may not be so large here; lift the limit (ulimit -f)",
        ReadOnlyFilesystem => "the disk can only be read; mount it for writing",
        PermissionDenied => "permission denied; check the permissions of its folder",
        _ => {
            return format!(
                "{reason}; check the permissions of its folder and the space on the disk"
            );
        }
    };
    told.to_owned()
}

impl StoreError {
    /// The file that it is about.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Missing(path)
            | Self::Folder(path)
            | Self::NotRegular(path)
            | Self::Busy(path)
            | Self::NotText { path, .. }
            | Self::Read { path, .. }
            | Self::Write { path, .. }
            | Self::TooLarge { path, .. }
            | Self::Content { path, .. }
            | Self::Unchangeable { path, .. }
            | Self::Outside { path, .. } => Some(path),
            Self::NoStateFolder => None,
        }
    }

    /// The error for a failed read of `path`.
    pub(crate) fn read(path: &Path, reason: io::Error) -> Self {
        let path = path.to_owned();
        match reason.kind() {
            io::ErrorKind::NotFound => Self::Missing(path),
            io::ErrorKind::IsADirectory => Self::Folder(path),
            _ => Self::Read { path, reason },
        }
    }

    /// The error for a failed write of `path`.
    pub(crate) fn write(path: &Path, reason: io::Error) -> Self {
        let path = path.to_owned();
        match reason.kind() {
            io::ErrorKind::IsADirectory => Self::Folder(path),
            _ => Self::Write { path, reason },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_and_contents_are_shown_as_symbols() {
        let path = PathBuf::from("a\u{1b}[31m/b\u{202e}.yaml");
        let content = StoreError::Content {
            path: path.clone(),
            line: 3,
            column: 4,
            message: "unknown field `\u{9b}2J`".into(),
        };
        assert_eq!(
            content.to_string(),
            "a␛[31m/b\u{fffd}.yaml:3:4: unknown field `\u{fffd}2J`"
        );
        let missing = StoreError::read(&path, io::ErrorKind::NotFound.into());
        assert!(!missing.to_string().contains(crate::text::is_unsafe));
    }
}
