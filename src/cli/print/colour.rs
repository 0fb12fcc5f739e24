//! `--color auto|always|never`.

use crate::cli::look::Look;
use crate::store::Settings;
use crate::terminal::Capability;
use crate::terminal::Depth;
use std::env;

/// Whether to write colours and other attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(super) enum Colour {
    /// On a terminal, colours unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Also into files and pipes
    Always,
    /// Never
    Never,
}

impl Colour {
    /// What is shown on standard output, and whether there are attributes at all.
    pub(super) fn on(
        self,
        is_terminal: bool,
        look: Look,
        settings: &Settings,
    ) -> (Capability, bool) {
        let get = |name: &str| env::var(name).ok();
        let told = |name: &str| {
            // What is asked for on the command line counts for more than a variable.
            let is_refused = self == Self::Always && name == "NO_COLOR";
            // A file or a pipe is not this terminal.
            let is_here = is_terminal || name != "TERM" || self == Self::Always;
            get(name).filter(|_| !is_refused && is_here)
        };
        let mut capability = look.capability_by(settings, told);
        let is_known = Capability::refusal(get).is_none();
        if self == Self::Always && (capability.depth == Depth::None || !is_known) {
            capability.depth = Depth::Ansi16;
        }
        let styled = match self {
            Self::Auto => is_terminal && is_known,
            Self::Always => true,
            Self::Never => false,
        };
        (capability, styled)
    }
}
