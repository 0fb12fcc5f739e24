//! YAML text to values, with bounds on what a hostile file can cost.

use crate::store::StoreError;
use crate::store::yaml::guard::bounded;
use crate::store::yaml::position;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::fs;
use std::path::Path;

/// Largest YAML file we read, in bytes: some 20,000 annotations.
const SIZE_LIMIT: u64 = 8 << 20;

/// Signs of which git makes the lines that it leaves in a file with unmerged changes: seven of them, or more.
const CONFLICT_SIGNS: [char; 2] = ['<', '>'];
const CONFLICT_MARKER: usize = 7;

/// What is wrong with a YAML text, and where.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::store) struct Problem {
    /// Line, from 1.
    pub line: usize,
    /// Column in scalar values, from 1.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem at byte `offset` of `text`.
    pub(in crate::store) fn at(text: &str, offset: usize, message: impl Into<String>) -> Self {
        let (line, column) = position(text, offset);
        Self {
            line,
            column,
            message: message.into(),
        }
    }

    /// The error for the file at `path`.
    pub(in crate::store) fn in_file(self, path: &Path) -> StoreError {
        StoreError::Content {
            path: path.to_owned(),
            line: self.line,
            column: self.column,
            message: self.message,
        }
    }
}

/// The text of a YAML file; None when there is no such file.
pub(in crate::store) fn read_file(path: &Path) -> Result<Option<String>, StoreError> {
    let Some(bytes) = read_bytes(path)? else {
        return Ok(None);
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes());
            let message = "this byte is not UTF-8; save the file as UTF-8";
            Err(Problem::at(&text, good, message).in_file(path))
        }
    }
}

/// The bytes of a YAML file; None when there is no such file.
pub(in crate::store) fn read_bytes(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let about = match fs::metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StoreError::read(path, error)),
    };
    if about.is_dir() {
        return Err(StoreError::Folder(path.to_owned()));
    }
    if !about.is_file() {
        return Err(StoreError::NotRegular(path.to_owned()));
    }
    if about.len() > SIZE_LIMIT {
        return Err(StoreError::TooLarge {
            path: path.to_owned(),
            bytes: about.len(),
            limit: SIZE_LIMIT,
        });
    }
    let bytes = fs::read(path).map_err(|error| StoreError::read(path, error))?;
    Ok(Some(bytes))
}

/// Reads `text` as a `T`; None when there is nothing in it but comments.
///
/// A text without a last line break is read as if it had one. Refused: unmerged changes, and what [`bounded`] refuses.
pub(in crate::store) fn parse<T: DeserializeOwned>(text: &str) -> Result<Option<T>, Problem> {
    no_conflict_markers(text)?;
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    bounded(body)?;
    // A block at the end says the same with a line break below it as without one: readers differ there.
    let ended = body.ends_with('\n') || body.is_empty();
    let body = if ended {
        Cow::Borrowed(body)
    } else {
        Cow::Owned(format!("{body}\n"))
    };
    let body = body.as_ref();
    serde_yaml::from_str(body).map_err(|error| syntax(body, &error))
}

fn syntax(text: &str, error: &serde_yaml::Error) -> Problem {
    let message = error.to_string();
    let (message, position) = message
        .split_once(" at position ")
        .unwrap_or((&message, ""));
    let message = message.split(" at line ").next().unwrap_or(message);
    let message = format!("{message}; correct the file, it was left as it is");
    let digits = position.split(|c: char| !c.is_ascii_digit()).next();
    match (
        digits.and_then(|digits| digits.parse().ok()),
        error.location(),
    ) {
        (Some(offset), _) => Problem::at(text, offset, message),
        (None, Some(place)) => Problem {
            line: place.line(),
            column: place.column(),
            message,
        },
        (None, None) => Problem::at(text, 0, message),
    }
}

fn no_conflict_markers(text: &str) -> Result<(), Problem> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let is_marker = |sign: char| {
            let rest = line.trim_start_matches(sign);
            line.len() - rest.len() >= CONFLICT_MARKER
                && (rest.starts_with(' ') || rest.trim().is_empty())
        };
        if CONFLICT_SIGNS.into_iter().any(is_marker) {
            let message = "git left a conflict here; keep what should stand, delete the lines with <<<<<<<, ======= and >>>>>>>";
            return Err(Problem::at(text, offset, message));
        }
        offset += line.len();
    }
    Ok(())
}
