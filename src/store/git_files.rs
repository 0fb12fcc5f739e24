//! Files by which git knows what to do with notes: attributes and hooks.

use crate::store::StoreError;
use crate::store::disk::{self, Durability};
use std::fs;
use std::io;
use std::path::Path;

/// Adds `line` to the file at `path` unless it is there; whether it was added. Everything else stays, byte for byte.
pub fn add_line(path: &Path, line: &str) -> Result<bool, StoreError> {
    let mut text = read(path)?.unwrap_or_default();
    let wanted = line.as_bytes();
    if text
        .split(|&byte| byte == b'\n')
        .any(|known| known.trim_ascii() == wanted)
    {
        return Ok(false);
    }
    if !text.is_empty() && !text.ends_with(b"\n") {
        text.push(b'\n');
    }
    text.extend_from_slice(wanted);
    text.push(b'\n');
    disk::replace(path, text, 0o666, Durability::Atomic)
        .map_err(|reason| StoreError::write(path, reason))?;
    Ok(true)
}

/// What became of a hook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hook {
    /// It was made.
    Made,
    /// There is one that has the line already.
    Known,
    /// There is another; it was left as it is.
    Other,
}

/// Makes the hook at `path` with the content `script`, unless there is one. One that has `line` is as good.
pub fn make_hook(path: &Path, script: &str, line: &str) -> Result<Hook, StoreError> {
    if let Some(text) = read(path)? {
        let text = String::from_utf8_lossy(&text);
        let known = text
            .lines()
            .any(|known| !known.trim_start().starts_with('#') && known.contains(line));
        return Ok(if known { Hook::Known } else { Hook::Other });
    }
    if let Some(folder) = path.parent() {
        disk::make_folder(folder)?;
    }
    disk::replace(path, script, 0o777, Durability::Atomic)
        .map_err(|reason| StoreError::write(path, reason))?;
    Ok(Hook::Made)
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::read(path, error)),
    }
}
