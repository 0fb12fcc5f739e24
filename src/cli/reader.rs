//! Who reads.

use crate::store::{Settings, Workspace, git_user};
use std::env;

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
        .or_else(|| git_user(&workspace.root).and_then(filled))
        .or_else(|| variable("USER").and_then(filled))
        .unwrap_or_else(|| "reader".to_owned())
}
