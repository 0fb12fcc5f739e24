//! Families of terminals: what a name says of what a terminal can do.

use crate::view::Depth;

/// Terminals that have much in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Knows all that this program can use.
    Modern,
    /// tmux, under any name: hands on what the terminal around it knows.
    Tmux,
    /// xterm, and whatever takes its name.
    Xterm,
    /// GNU screen, and whatever runs inside: shows slanted letters reversed, and no true colours, whatever the terminal
    /// around it has put into the environment.
    Screen,
    /// The Linux console.
    Console,
    /// DEC's terminals and others that only know their sequences.
    Plain,
}

/// Parts of `TERM` that only modern terminals have.
const MODERN: [&str; 8] = [
    "kitty",
    "ghostty",
    "foot",
    "alacritty",
    "wezterm",
    "contour",
    "rio",
    "iterm2",
];

/// Variables that only modern terminals set.
const MODERN_SIGNS: [&str; 3] = ["WT_SESSION", "VTE_VERSION", "KONSOLE_VERSION"];

/// Beginnings of `TERM` of terminals that read xterm's sequences.
const LIKE_XTERM: [&str; 7] = ["xterm", "rxvt", "st", "putty", "konsole", "gnome", "vte"];

impl Family {
    /// By the environment.
    pub(super) fn of(get: &impl Fn(&str) -> String) -> Self {
        let term = get("TERM");
        let is_tmux = term.starts_with("tmux");
        let screen = term.starts_with("screen") && get("TMUX").is_empty();
        if !is_tmux && (screen || !get("STY").is_empty()) {
            return Self::Screen;
        }
        if is_tmux || term.starts_with("screen") {
            return Self::Tmux;
        }
        let is_named = MODERN.iter().any(|name| term.contains(name));
        if is_named || MODERN_SIGNS.iter().any(|name| !get(name).is_empty()) {
            return Self::Modern;
        }
        let stem = term.split('-').next().unwrap_or_default();
        if term.starts_with("linux") {
            Self::Console
        } else if LIKE_XTERM.contains(&stem) {
            Self::Xterm
        } else {
            Self::Plain
        }
    }

    /// How many colours.
    pub(super) fn depth(self, get: &impl Fn(&str) -> String) -> Depth {
        let term = get("TERM");
        if term.ends_with("-mono") || term.ends_with("-m") {
            return Depth::None;
        }
        let is_boasting = matches!(get("COLORTERM").as_str(), "truecolor" | "24bit");
        let is_true = is_boasting || term.contains("direct");
        match self {
            Self::Modern => Depth::True,
            Self::Console => Depth::Ansi16,
            Self::Tmux | Self::Xterm if is_true => Depth::True,
            _ if term.contains("256color") => Depth::Ansi256,
            Self::Plain if is_by_dec(&term) => Depth::None,
            Self::Xterm if !term.ends_with("-color") && !term.ends_with("-8color") => Depth::Ansi16,
            _ => Depth::Ansi8,
        }
    }

    /// Whether it knows kinds of underline.
    pub(super) fn has_underlines(self, get: &impl Fn(&str) -> String) -> bool {
        // mosh sets this and drops kinds of underline, with the underline.
        let is_mosh = !get("NCURSES_NO_UTF8_ACS").is_empty();
        match self {
            Self::Modern => !is_mosh,
            Self::Tmux => get("TERM").starts_with("tmux"),
            Self::Xterm => !is_mosh && matches!(get("COLORTERM").as_str(), "truecolor" | "24bit"),
            Self::Screen | Self::Console | Self::Plain => false,
        }
    }

    /// Whether it answers questions, or passes by those that it does not know.
    pub(super) fn answers(self) -> bool {
        matches!(self, Self::Modern | Self::Tmux | Self::Xterm)
    }
}

/// VT52, VT100 and those after it.
fn is_by_dec(term: &str) -> bool {
    let number = term.strip_prefix("vt").and_then(|rest| rest.chars().next());
    number.is_some_and(|first| first.is_ascii_digit())
}
