//! What a check found, for people and for programs.

use crate::store::StoreError;
use serde_json::{Value, json};
use std::path::Path;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub(super) enum Level {
    /// Something to know
    Note,
    /// Something for a reader to decide
    Warning,
    /// Something that is wrong
    Error,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that a check found.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) level: Level,
    /// One word for programs: `lost`, `unknown-tag` …
    pub(super) kind: &'static str,
    /// The file, as it may be shown.
    pub(super) path: String,
    /// Line and column, from 1; None where the whole file is meant.
    pub(super) place: Option<(usize, usize)>,
    /// The annotation, if it is about one.
    pub(super) id: Option<String>,
    /// What it is, and what to do.
    pub(super) message: String,
    /// Whether the file could not be read at all.
    pub(super) unreadable: bool,
}

impl Problem {
    /// A file that cannot be read, or is not what it should be.
    pub(super) fn of(
        error: &StoreError,
        kind: &'static str,
        shown: impl Fn(&Path) -> String,
    ) -> Self {
        let (path, place, message) = match error {
            StoreError::Content {
                path,
                line,
                column,
                message,
            } => (shown(path), Some((*line, *column)), message.clone()),
            other => {
                let path = other.path().map(&shown).unwrap_or_default();
                let text = other.to_string();
                let bare = other
                    .path()
                    .and_then(|path| text.strip_prefix(&format!("{}: ", path.display())));
                let bare = bare.map(str::to_owned);
                (path, None, bare.unwrap_or(text))
            }
        };
        Self {
            level: Level::Error,
            kind,
            path,
            place,
            id: None,
            message,
            unreadable: matches!(error, StoreError::Read { .. }),
        }
    }

    /// `path:line:column: level: message`.
    pub(super) fn line(&self) -> String {
        let place = self
            .place
            .map_or_else(String::new, |(line, column)| format!(":{line}:{column}"));
        format!(
            "{}{place}: {}: {}",
            self.path,
            self.level.name(),
            self.message
        )
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "level": self.level.name(),
            "kind": self.kind,
            "path": self.path,
            "line": self.place.map(|(line, _)| line),
            "column": self.place.map(|(_, column)| column),
            "id": self.id,
            "message": self.message,
        })
    }
}
