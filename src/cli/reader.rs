//! Who reads.

use crate::store::{Settings, Workspace};
use std::env;
use std::process::Command;

/// The reader's name: as given, else `CLOSEREAD_READER`, else the settings', else git's `user.name`, else `$USER`.
///
/// Never empty; a name of blanks counts as none.
pub(super) fn reader_name(
    given: Option<&str>,
    workspace: &Workspace,
    settings: &Settings,
) -> String {
    let filled = |name: String| Some(name.trim().to_owned()).filter(|name| !name.is_empty());
    let variable = |name: &str| env::var(name).ok();
    given
        .map(str::to_owned)
        .and_then(filled)
        .or_else(|| variable("CLOSEREAD_READER").and_then(filled))
        .or_else(|| settings.reader.clone().and_then(filled))
        .or_else(|| git_user(workspace).and_then(filled))
        .or_else(|| variable("USER").and_then(filled))
        .unwrap_or_else(|| "reader".to_owned())
}

fn git_user(workspace: &Workspace) -> Option<String> {
    let answer = Command::new("git")
        .args(["config", "user.name"])
        .current_dir(&workspace.root)
        .output()
        .ok()?;
    answer
        .status
        .success()
        .then(|| String::from_utf8_lossy(&answer.stdout).into_owned())
}
