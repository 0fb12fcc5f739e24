//! `--theme` and `--ascii`: how things look.

use crate::store::Settings;
use crate::terminal::{Capability, Ground};
use clap::ValueEnum;

/// How things look.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Look {
    /// Colours
    #[arg(long, value_enum, default_value_t)]
    theme: Theme,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
}

/// Which colours to draw in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Theme {
    /// As far as the terminal tells its background, else colours for both
    #[default]
    Auto,
    /// For a dark background
    Dark,
    /// For a light background
    Light,
}

impl Look {
    /// What the terminal can show by its environment, and by what was asked for.
    pub(super) fn capability(self, settings: &Settings) -> Capability {
        self.capability_by(settings, |name| std::env::var(name).ok())
    }

    /// The same by another environment.
    pub(super) fn capability_by(
        self,
        settings: &Settings,
        environment: impl Fn(&str) -> Option<String>,
    ) -> Capability {
        let mut capability = Capability::told_by(environment);
        let wanted = match self.theme {
            Theme::Auto => settings.theme.as_deref().unwrap_or_default(),
            Theme::Dark => "dark",
            Theme::Light => "light",
        };
        match wanted {
            "dark" => capability.ground = Ground::Dark,
            "light" => capability.ground = Ground::Light,
            _ => {}
        }
        capability.ascii |= self.ascii;
        capability
    }

    /// What is said of a theme in the settings that there is none of.
    pub(super) fn odd_theme(settings: &Settings) -> Option<String> {
        let theme = settings.theme.as_deref()?;
        let is_known = Theme::from_str(theme, false).is_ok();
        (!is_known).then(|| {
            format!("closeread.yaml: no theme is called “{theme}”; write auto, dark or light")
        })
    }
}
