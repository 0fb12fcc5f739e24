//! What goes wrong, said so that the user can mend it.

use crate::store::StoreError;
use std::fmt;
use std::io;
use std::process::ExitCode;

/// Why a command ended early.
#[derive(Debug)]
pub(super) enum Failure {
    /// Whoever read our output has seen enough. Not an error.
    Closed,
    /// Something the user has to know.
    Message(Message),
    /// Something went wrong that the user was told of when it did.
    Told,
    /// The command did its work and found something, which it told.
    Found,
    /// Something the user has to know, and whoever called us must not go on: 129, which stops a merge of git's.
    Stopped(Message),
}

/// An error for the user: where, what, and what to do.
#[derive(Debug)]
pub(super) struct Message {
    /// `path`, `path:line` or `path:line:column`; nothing when no file is to blame.
    pub(super) place: Option<String>,
    /// What went wrong, without a final stop.
    pub(super) what: String,
    /// What to do about it; empty when that is plain.
    pub(super) remedy: String,
}

impl Failure {
    /// An error at `place`.
    pub(super) fn at(
        place: impl Into<String>,
        what: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self::Message(Message {
            place: Some(place.into()),
            what: what.into(),
            remedy: remedy.into(),
        })
    }

    /// An error of reading or writing `place`; a closed pipe is none.
    pub(super) fn io(place: impl Into<String>, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::Closed;
        }
        Self::at(place, error.to_string(), "")
    }

    /// An error that must stop the caller.
    pub(super) fn stopped(error: StoreError) -> Self {
        match Self::from(error) {
            Self::Message(message) => Self::Stopped(message),
            other => other,
        }
    }

    /// What the program returns to its caller.
    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Closed => ExitCode::SUCCESS,
            Self::Found => ExitCode::from(1),
            Self::Message(_) | Self::Told => ExitCode::from(2),
            Self::Stopped(_) => ExitCode::from(129),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        // Its text names file, line, column and remedy already.
        Self::Message(Message {
            place: None,
            what: error.to_string(),
            remedy: String::new(),
        })
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("closeread: ")?;
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.what)?;
        if self.remedy.is_empty() {
            return Ok(());
        }
        write!(f, "; {}", self.remedy)
    }
}
