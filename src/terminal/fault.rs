//! Faults on purpose, for tests of what they leave behind. Not in released programs.

use crate::app::{Code, Input, Key};
use crate::store::NotebookFile;
use std::env;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Panics at F12 where `CLOSEREAD_FAULT` is `panic`.
pub(super) fn strike(input: &Input) {
    let trigger = Key::plain(Code::F(12));
    let asked = *input == Input::Key(trigger) && fault() == "panic";
    assert!(!asked, "CLOSEREAD_FAULT asked for this");
}

/// Whether `CLOSEREAD_FAULT` is `unwatched`: files cannot be watched, as on a network mount.
pub(super) fn is_unwatched() -> bool {
    fault() == "unwatched"
}

/// Where `CLOSEREAD_FAULT` is `slow`: a notebook of which a slow writer may be in the middle for an hour.
pub(super) fn with_patience(file: NotebookFile) -> NotebookFile {
    match fault().as_str() {
        "slow" => file.settled_after(Duration::from_hours(1)),
        _ => file,
    }
}

/// What the clock shows: where `CLOSEREAD_FAULT` is `clock=N`, N seconds after 1970.
pub(super) fn clock() -> SystemTime {
    let set = fault();
    let seconds = set
        .strip_prefix("clock=")
        .and_then(|seconds| seconds.parse().ok());
    seconds.map_or_else(SystemTime::now, |seconds| {
        UNIX_EPOCH + Duration::from_secs(seconds)
    })
}

fn fault() -> String {
    env::var("CLOSEREAD_FAULT").unwrap_or_default()
}
