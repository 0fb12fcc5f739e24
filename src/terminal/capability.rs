//! What a terminal can show, told from its environment. What can only be asked of it is asked behind the first frame
//! (`question`): an answer may take a journey.

use crate::terminal::family::Family;
use crate::view::{Depth, Theme};

pub use crate::view::Ground;

/// What a terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub struct Capability {
    /// How many colours.
    pub depth: Depth,
    /// What the text stands on.
    pub ground: Ground,
    /// Whether it knows curly, double and dotted underlines.
    pub underlines: bool,
    /// Whether slanted letters are slanted, not reversed.
    pub italics: bool,
    /// Whether only ASCII is safe.
    pub ascii: bool,
    /// Whether it answers questions, or passes by without a trace those that it does not know.
    pub answers: bool,
}

impl Capability {
    /// Told from the environment, by a look-up such as `std::env::var`.
    pub fn told_by(environment: impl Fn(&str) -> Option<String>) -> Self {
        let get = |name: &str| environment(name).unwrap_or_default();
        let family = Family::of(&get);
        let depth = if get("NO_COLOR").is_empty() {
            family.depth(&get)
        } else {
            Depth::None
        };
        let ground = match ground(&get("COLORFGBG")) {
            Ground::Unknown if family == Family::Console => Ground::Dark,
            told => told,
        };
        Self {
            depth,
            ground,
            underlines: family.has_underlines(&get),
            italics: family != Family::Screen,
            ascii: !is_utf8(&get) || family == Family::Console,
            answers: family.answers(),
        }
    }

    /// Why nothing can be drawn on a terminal at all; nothing where it can.
    pub fn refusal(environment: impl Fn(&str) -> Option<String>) -> Option<&'static str> {
        match environment("TERM").unwrap_or_default().as_str() {
            "" => Some("not set, so nothing is known of this terminal"),
            "dumb" => Some("dumb: this terminal cannot be drawn on"),
            "unknown" => Some("unknown: nothing is known of this terminal"),
            _ => None,
        }
    }

    /// How things look on it.
    pub fn theme(self) -> Theme {
        let theme = Theme::new(self.depth, self.ground, self.underlines, self.ascii);
        if self.italics { theme } else { theme.upright() }
    }
}

fn is_utf8(get: &impl Fn(&str) -> String) -> bool {
    let locale = [get("LC_ALL"), get("LC_CTYPE"), get("LANG")]
        .into_iter()
        .find(|value| !value.is_empty());
    locale.is_none_or(|value| value.to_lowercase().replace('-', "").contains("utf8"))
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

    /// Kinds of terminals by what they put into the environment: colours, ground, then `u` for kinds of underline, `i` for
    /// slanted letters, `8` for signs beyond ASCII, `?` for what may be asked.
    #[rustfmt::skip]
    const TERMINALS: &[(&str, &str, Depth, Ground, &str)] = &[
        ("xterm",               "TERM=xterm", Depth::Ansi16, Ground::Unknown, "i8?"),
        ("xterm-256color",      "TERM=xterm-256color LANG=en_GB.UTF-8", Depth::Ansi256, Ground::Unknown, "i8?"),
        ("the same by ssh",     "TERM=xterm-256color SSH_CONNECTION=x", Depth::Ansi256, Ground::Unknown, "i8?"),
        ("eight colours",       "TERM=xterm-color", Depth::Ansi8, Ground::Unknown, "i8?"),
        ("sixteen colours",     "TERM=xterm-16color", Depth::Ansi16, Ground::Unknown, "i8?"),
        ("true colours",        "TERM=xterm-256color COLORTERM=truecolor", Depth::True, Ground::Unknown, "ui8?"),
        ("GNOME Terminal",      "TERM=xterm-256color COLORTERM=truecolor VTE_VERSION=7600", Depth::True, Ground::Unknown, "ui8?"),
        ("Konsole",             "TERM=xterm-256color COLORTERM=truecolor KONSOLE_VERSION=230800 COLORFGBG=0;15", Depth::True, Ground::Light, "ui8?"),
        ("rxvt-unicode",        "TERM=rxvt-unicode-256color COLORTERM=rxvt-xpm COLORFGBG=7;default;0", Depth::Ansi256, Ground::Dark, "i8?"),
        ("kitty by ssh",        "TERM=xterm-kitty", Depth::True, Ground::Unknown, "ui8?"),
        ("foot",                "TERM=foot", Depth::True, Ground::Unknown, "ui8?"),
        ("alacritty",           "TERM=alacritty", Depth::True, Ground::Unknown, "ui8?"),
        ("WezTerm",             "TERM=xterm-256color COLORTERM=truecolor TERM_PROGRAM=WezTerm", Depth::True, Ground::Unknown, "ui8?"),
        ("iTerm2",              "TERM=xterm-256color COLORTERM=truecolor TERM_PROGRAM=iTerm.app", Depth::True, Ground::Unknown, "ui8?"),
        ("Apple Terminal",      "TERM=xterm-256color TERM_PROGRAM=Apple_Terminal", Depth::Ansi256, Ground::Unknown, "i8?"),
        ("Windows Terminal",    "TERM=xterm-256color WT_SESSION=0-0", Depth::True, Ground::Unknown, "ui8?"),
        ("mosh",                "TERM=xterm-256color NCURSES_NO_UTF8_ACS=1", Depth::Ansi256, Ground::Unknown, "i8?"),
        ("mosh, true colours",  "TERM=xterm-kitty NCURSES_NO_UTF8_ACS=1 COLORTERM=truecolor", Depth::True, Ground::Unknown, "i8?"),
        ("tmux",                "TERM=tmux-256color TMUX=/s,1,0 COLORTERM=truecolor", Depth::True, Ground::Unknown, "ui8?"),
        ("tmux by ssh",         "TERM=tmux-256color", Depth::Ansi256, Ground::Unknown, "ui8?"),
        ("tmux as screen",      "TERM=screen-256color TMUX=/s,1,0", Depth::Ansi256, Ground::Unknown, "i8?"),
        ("screen",              "TERM=screen STY=1.a", Depth::Ansi8, Ground::Unknown, "8"),
        ("screen, 256",         "TERM=screen-256color STY=1.a COLORTERM=truecolor", Depth::Ansi256, Ground::Unknown, "8"),
        ("screen as xterm",     "TERM=xterm-256color STY=1.a", Depth::Ansi256, Ground::Unknown, "8"),
        ("screen in kitty",     "TERM=screen.xterm-kitty", Depth::Ansi8, Ground::Unknown, "8"),
        ("screen by ssh",       "TERM=screen.xterm-256color", Depth::Ansi256, Ground::Unknown, "8"),
        ("Linux console",       "TERM=linux LANG=C.UTF-8", Depth::Ansi16, Ground::Dark, "i"),
        ("the same, boasting",  "TERM=linux COLORTERM=truecolor", Depth::Ansi16, Ground::Dark, "i"),
        ("VT100",               "TERM=vt100 LC_ALL=de_DE.utf8", Depth::None, Ground::Unknown, "i8"),
        ("VT220",               "TERM=vt220", Depth::None, Ground::Unknown, "i8"),
        ("without colours",     "TERM=xterm-mono", Depth::None, Ground::Unknown, "i8?"),
        ("FreeBSD, Cygwin",     "TERM=cygwin", Depth::Ansi8, Ground::Unknown, "i8"),
        ("nobody knows",        "TERM=qume", Depth::Ansi8, Ground::Unknown, "i8"),
        ("colours refused",     "TERM=xterm-kitty COLORTERM=truecolor NO_COLOR=1", Depth::None, Ground::Unknown, "ui8?"),
        ("an empty NO_COLOR",   "TERM=xterm NO_COLOR=", Depth::Ansi16, Ground::Unknown, "i8?"),
        ("Latin-1",             "TERM=xterm LANG=de_DE.ISO-8859-1", Depth::Ansi16, Ground::Unknown, "i?"),
        ("the C locale",        "TERM=xterm LANG=C", Depth::Ansi16, Ground::Unknown, "i?"),
    ];

    fn variable(environment: &str) -> impl Fn(&str) -> Option<String> {
        move |name| {
            let prefix = format!("{name}=");
            let mut set = environment.split(' ');
            set.find_map(|pair| pair.strip_prefix(&prefix))
                .map(str::to_owned)
        }
    }

    #[test]
    fn table() {
        for (kind, environment, depth, ground, flags) in TERMINALS {
            let expected = Capability {
                depth: *depth,
                ground: *ground,
                underlines: flags.contains('u'),
                italics: flags.contains('i'),
                ascii: !flags.contains('8'),
                answers: flags.contains('?'),
            };
            let told = Capability::told_by(variable(environment));
            assert_eq!(told, expected, "{kind}: {environment}");
        }
    }

    #[test]
    fn what_cannot_be_drawn_on() {
        for (environment, refused) in [
            ("", true),
            ("TERM=", true),
            ("TERM=dumb", true),
            ("TERM=unknown", true),
            ("TERM=vt100", false),
            ("TERM=qume", false),
        ] {
            let refusal = Capability::refusal(variable(environment));
            assert_eq!(refusal.is_some(), refused, "{environment}");
        }
    }
}
