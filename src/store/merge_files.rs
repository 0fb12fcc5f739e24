//! Three versions of a file made into one, for version control.

use crate::store::StoreError;
use crate::store::disk::{self, Durability};
use crate::store::yaml::{self, Contradiction, MergedText};
use std::path::Path;

/// Permissions of a file that was not there.
const MODE: u32 = 0o666;

/// Writes what `ours` and `theirs` both made of `base` into `ours`: a notebook, codebook or lexicon by field and item, any
/// other YAML too, and what is no text by lines. What the two contradict each other in stands between conflict markers of
/// `marker` characters (at least seven), and is listed. A missing file is an empty one.
///
/// After an error `ours` is as it was.
pub fn merge_files(
    base: &Path,
    ours: &Path,
    theirs: &Path,
    marker: usize,
) -> Result<Vec<Contradiction>, StoreError> {
    let read = |path: &Path| yaml::read_bytes(path).map(Option::unwrap_or_default);
    let (was, mine, others) = (read(base)?, read(ours)?, read(theirs)?);
    let text = |bytes: &[u8]| std::str::from_utf8(bytes).ok().map(str::to_owned);
    let marker = marker.max(7);
    let (bytes, contradictions) = match (text(&was), text(&mine), text(&others)) {
        (Some(was), Some(mine), Some(others)) => {
            let MergedText {
                text,
                contradictions,
            } = yaml::merged(&was, &mine, &others, marker);
            (text.into_bytes(), contradictions)
        }
        _ => bytes_merged(&was, &mine, &others, marker),
    };
    if bytes != mine {
        disk::replace(ours, &bytes, MODE, Durability::Atomic)
            .map_err(|reason| StoreError::write(ours, reason))?;
    }
    Ok(contradictions)
}

fn bytes_merged(
    base: &[u8],
    ours: &[u8],
    theirs: &[u8],
    marker: usize,
) -> (Vec<u8>, Vec<Contradiction>) {
    let mut options = diffy::MergeOptions::new();
    options
        .set_conflict_style(diffy::ConflictStyle::Merge)
        .set_conflict_marker_length(marker);
    match options.merge_bytes(base, ours, theirs) {
        Ok(bytes) => (bytes, Vec::new()),
        Err(bytes) => {
            let contradiction = Contradiction::new(1, "bytes that are not UTF-8".to_owned());
            (bytes, vec![contradiction])
        }
    }
}
