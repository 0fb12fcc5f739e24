//! A key as the program means it, whatever terminal it came from.

use std::fmt;

/// A key press.
///
/// Written `a`, `]`, `^d` (with Ctrl), `<enter>`, `<a-enter>` (with Alt), `<s-tab>` (with Shift).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// Whether Alt is held.
    pub alt: bool,
    /// Whether Shift is held; always false for characters, which already are what Shift made of them.
    pub shift: bool,
}

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tabulator.
    Tab,
    /// Delete to the left.
    Backspace,
    /// Delete to the right.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Start of the line.
    Home,
    /// End of the line.
    End,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// A function key, from 1.
    F(u8),
}

const NAMES: &[(&str, Code)] = &[
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("backspace", Code::Backspace),
    ("del", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("space", Code::Char(' ')),
    ("lt", Code::Char('<')),
    ("caret", Code::Char('^')),
];

impl Key {
    /// The key without modifiers.
    pub fn plain(code: Code) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// The character it types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Reads a sequence such as `]q`, `12G`, `^d`, `a who says? <enter>`.
    ///
    /// # Errors
    /// The part that names no key.
    pub fn sequence(text: &str) -> Result<Vec<Self>, String> {
        let mut keys = Vec::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            keys.push(match c {
                '<' => {
                    let name: String = chars.by_ref().take_while(|&c| c != '>').collect();
                    Self::named(&name).ok_or(format!("<{name}>"))?
                }
                '^' => match chars.next() {
                    Some(c) => Self {
                        ctrl: true,
                        ..Self::plain(Code::Char(c.to_ascii_lowercase()))
                    },
                    None => return Err("^".to_owned()),
                },
                c => Self::plain(Code::Char(c)),
            });
        }
        Ok(keys)
    }

    fn named(name: &str) -> Option<Self> {
        let lower = name.to_lowercase();
        for (prefix, ctrl, alt, shift) in [
            ("c-", true, false, false),
            ("a-", false, true, false),
            ("s-", false, false, true),
        ] {
            if let Some(rest) = lower.strip_prefix(prefix) {
                let key = Self::named(rest).or_else(|| {
                    let mut chars = rest.chars();
                    chars
                        .next()
                        .filter(|_| chars.next().is_none())
                        .map(|c| Self::plain(Code::Char(c)))
                })?;
                return Some(Self {
                    ctrl: key.ctrl || ctrl,
                    alt: key.alt || alt,
                    shift: key.shift || shift,
                    ..key
                });
            }
        }
        if let Some(Ok(number @ 1..=24)) = lower.strip_prefix('f').map(str::parse) {
            return Some(Self::plain(Code::F(number)));
        }
        let (_, code) = NAMES.iter().find(|(known, _)| *known == lower)?;
        Some(Self::plain(*code))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, code)| *code == self.code);
        match (name, self.code) {
            (None, Code::Char(c)) if self.ctrl => write!(f, "^{c}"),
            (None, Code::Char(c)) if self.alt => write!(f, "<a-{c}>"),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (Some((_, Code::Char(c @ ('<' | '^')))), _) => write!(f, "{c}"),
            (name, _) => {
                let alt = if self.alt { "a-" } else { "" };
                let shift = if self.shift { "s-" } else { "" };
                let ctrl = if self.ctrl { "c-" } else { "" };
                match (name, self.code) {
                    (None, Code::F(n)) => write!(f, "<{ctrl}{alt}{shift}f{n}>"),
                    (name, _) => {
                        let name = name.map_or("?", |(name, _)| name);
                        write!(f, "<{ctrl}{alt}{shift}{name}>")
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for text in [
            "]q",
            "gg",
            "^d",
            "<enter>",
            "<a-enter>",
            "<s-tab>",
            "<space>",
            "<f1>",
            "<f12>",
            "é",
        ] {
            let shown: String = Key::sequence(text)
                .unwrap()
                .iter()
                .map(Key::to_string)
                .collect();
            assert_eq!(shown, text);
        }
        assert_eq!(Key::sequence("a<nokey>"), Err("<nokey>".to_owned()));
    }
}
