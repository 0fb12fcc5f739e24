//! `--strictness few|normal|all`.

use crate::detect::Strictness;

/// [`Strictness`] as an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(super) enum Level {
    /// Few and sure
    Few,
    /// What is worth a second look
    #[default]
    Normal,
    /// Everything any rule has a reason for
    All,
}

impl From<Level> for Strictness {
    fn from(level: Level) -> Self {
        match level {
            Level::Few => Self::Few,
            Level::Normal => Self::Normal,
            Level::All => Self::All,
        }
    }
}
