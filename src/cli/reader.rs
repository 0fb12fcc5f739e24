//! `--reader` and `--strictness`: who reads, and how much is shown.

use crate::cli::strictness::Level;
use crate::detect::Strictness;
use crate::store::{Settings, Workspace, git_user};
use std::env;

/// Who reads, and how much is shown.
#[derive(Debug, clap::Args)]
pub(super) struct Reader {
    #[arg(
        long,
        value_name = "NAME",
        help = "Who reads [default: CLOSEREAD_READER, closeread.yaml, git's user.name, USER]"
    )]
    reader: Option<String>,
    /// How much loaded language to show [default: as you left it on the desk with < and >, else normal]
    #[arg(
        long,
        value_enum,
        hide_possible_values = true,
        value_name = "few|normal|all"
    )]
    strictness: Option<Level>,
}

impl Reader {
    /// The reader's name: as given, else `CLOSEREAD_READER`, else the settings', else git's `user.name`, else `$USER`.
    ///
    /// Never empty; a name of blanks counts as none.
    pub(super) fn name(&self, workspace: &Workspace, settings: &Settings) -> String {
        let filled = |name: String| Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        let variable = |name: &str| env::var(name).ok();
        self.reader
            .clone()
            .and_then(filled)
            .or_else(|| variable("CLOSEREAD_READER").and_then(filled))
            .or_else(|| settings.reader.clone().and_then(filled))
            .or_else(|| git_user(&workspace.root).and_then(filled))
            .or_else(|| variable("USER").and_then(filled))
            .unwrap_or_else(|| "reader".to_owned())
    }

    /// How much is shown, where that was asked for.
    pub(super) fn strictness(&self) -> Option<Strictness> {
        self.strictness.map(Into::into)
    }
}
