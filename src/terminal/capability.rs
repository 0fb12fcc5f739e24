//! What a terminal can show, told from its environment. Nothing is asked of it: an answer may take a journey.

use crate::view::{Depth, Theme};

pub use crate::view::Ground;

/// What a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capability {
    /// How many colours.
    pub depth: Depth,
    /// What the text stands on.
    pub ground: Ground,
    /// Whether it knows curly, double and dotted underlines.
    pub underlines: bool,
    /// Whether only ASCII is safe.
    pub ascii: bool,
}

impl Capability {
    /// Told from the environment, by a look-up such as `std::env::var`.
    pub fn told_by(environment: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| environment(name).unwrap_or_default();
        let term = get("TERM");
        let colour = get("COLORTERM");
        let full = matches!(colour.as_str(), "truecolor" | "24bit");
        let depth = if !get("NO_COLOR").is_empty() {
            Depth::None
        } else if full || term.contains("direct") {
            Depth::True
        } else if term.contains("256color")
            || ["kitty", "ghostty", "foot", "alacritty"]
                .iter()
                .any(|name| term.contains(name))
        {
            Depth::Ansi256
        } else if term == "vt100" || term == "vt220" {
            Depth::None
        } else {
            Depth::Ansi16
        };
        let modern = [
            "tmux",
            "kitty",
            "ghostty",
            "foot",
            "alacritty",
            "wezterm",
            "contour",
        ]
        .iter()
        .any(|name| term.contains(name));
        let locale = [get("LC_ALL"), get("LC_CTYPE"), get("LANG")]
            .into_iter()
            .find(|value| !value.is_empty());
        let utf8 =
            locale.is_none_or(|value| value.to_lowercase().replace('-', "").contains("utf8"));
        Self {
            depth,
            ground: ground(&get("COLORFGBG")),
            underlines: modern
                || full
                || !get("VTE_VERSION").is_empty()
                || !get("WT_SESSION").is_empty(),
            ascii: !utf8 || term == "linux",
        }
    }

    /// How things look on it.
    pub fn theme(self) -> Theme {
        Theme::new(self.depth, self.ground, self.underlines, self.ascii)
    }
}

/// rxvt's and Konsole's way to tell: "15;0" is white on black.
fn ground(colours: &str) -> Ground {
    match colours
        .rsplit(';')
        .next()
        .and_then(|last| last.parse::<u8>().ok())
    {
        Some(0..=6 | 8) => Ground::Dark,
        Some(7 | 9..=15) => Ground::Light,
        _ => Ground::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        use Depth::{Ansi16, Ansi256, None, True};
        use Ground::{Light, Unknown};
        #[rustfmt::skip]
        let rows: [(&str, Depth, Ground, bool, bool); 8] = [
            ("TERM=xterm-256color", Ansi256, Unknown, false, false),
            ("TERM=xterm-256color COLORTERM=truecolor", True, Unknown, true, false),
            ("TERM=xterm NO_COLOR=1", None, Unknown, false, false),
            ("TERM=xterm NO_COLOR=", Ansi16, Unknown, false, false),
            ("TERM=tmux-256color COLORFGBG=0;15", Ansi256, Light, true, false),
            ("TERM=linux LANG=C.UTF-8", Ansi16, Unknown, false, true),
            ("TERM=xterm LANG=C", Ansi16, Unknown, false, true),
            ("TERM=vt100 LC_ALL=de_DE.utf8", None, Unknown, false, false),
        ];
        for (environment, depth, ground, underlines, ascii) in rows {
            let expected = Capability {
                depth,
                ground,
                underlines,
                ascii,
            };
            let value = |name: &str| {
                let prefix = format!("{name}=");
                let mut set = environment.split(' ');
                set.find_map(|pair| pair.strip_prefix(&prefix))
                    .map(str::to_owned)
            };
            assert_eq!(Capability::told_by(value), expected, "{environment}");
        }
    }
}
