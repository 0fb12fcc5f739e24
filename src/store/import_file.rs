//! A file of another program.

use crate::store::StoreError;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The bytes of a file, which has at most `limit` of them.
pub fn read_import(path: &Path, limit: usize) -> Result<Vec<u8>, StoreError> {
    let about = path
        .metadata()
        .map_err(|reason| StoreError::read(path, reason))?;
    if about.is_dir() {
        return Err(StoreError::Folder(path.to_owned()));
    }
    if !about.is_file() {
        return Err(StoreError::NotRegular(path.to_owned()));
    }
    let file = File::open(path).map_err(|reason| StoreError::read(path, reason))?;
    let mut bytes = Vec::new();
    let read = file.take(limit as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|reason| StoreError::read(path, reason))?;
    if bytes.len() > limit {
        let message = format!("more than {} MB; split it", limit >> 20);
        return Err(StoreError::Refused {
            path: path.to_owned(),
            message,
        });
    }
    Ok(bytes)
}
