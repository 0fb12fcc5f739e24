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

    fn told(variables: &[(&str, &str)]) -> Capability {
        Capability::told_by(|name| {
            variables
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn table() {
        for (variables, depth, ground, underlines, ascii) in [
            (
                vec![("TERM", "xterm-256color")],
                Depth::Ansi256,
                Ground::Unknown,
                false,
                false,
            ),
            (
                vec![("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
                Depth::True,
                Ground::Unknown,
                true,
                false,
            ),
            (
                vec![("TERM", "xterm"), ("NO_COLOR", "1")],
                Depth::None,
                Ground::Unknown,
                false,
                false,
            ),
            (
                vec![("TERM", "xterm"), ("NO_COLOR", "")],
                Depth::Ansi16,
                Ground::Unknown,
                false,
                false,
            ),
            (
                vec![("TERM", "tmux-256color"), ("COLORFGBG", "0;15")],
                Depth::Ansi256,
                Ground::Light,
                true,
                false,
            ),
            (
                vec![("TERM", "linux"), ("LANG", "C.UTF-8")],
                Depth::Ansi16,
                Ground::Unknown,
                false,
                true,
            ),
            (
                vec![("TERM", "xterm"), ("LANG", "C")],
                Depth::Ansi16,
                Ground::Unknown,
                false,
                true,
            ),
            (
                vec![("TERM", "vt100"), ("LC_ALL", "de_DE.utf8")],
                Depth::None,
                Ground::Unknown,
                false,
                false,
            ),
        ] {
            let expected = Capability {
                depth,
                ground,
                underlines,
                ascii,
            };
            assert_eq!(told(&variables), expected, "{variables:?}");
        }
    }
}
