//! Colours and attributes on paper.

use crate::view::underline;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};
use termina::escape::csi::{Csi, Sgr};
use termina::style::{ColorSpec, RgbColor};

/// Attributes as a terminal is told them.
const ATTRIBUTES: [(Modifier, &str); 4] = [
    (Modifier::BOLD, "\x1b[1m"),
    (Modifier::DIM, "\x1b[2m"),
    (Modifier::ITALIC, "\x1b[3m"),
    (Modifier::REVERSED, "\x1b[7m"),
];

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dress {
    ink: Color,
    ground: Color,
    modifier: Modifier,
}

impl Dress {
    /// Without colours and attributes.
    pub(super) const PLAIN: Self = Self {
        ink: Color::Reset,
        ground: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// That of a cell.
    pub(super) fn of(cell: &Cell) -> Self {
        Self {
            ink: cell.fg,
            ground: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether a blank looks otherwise than one without it.
    pub(super) fn shows_on_blanks(self) -> bool {
        let lines = Modifier::UNDERLINED | Modifier::REVERSED;
        self.ground != Color::Reset || self.modifier.intersects(lines)
    }

    /// Puts it on in place of another. The terminal's own sixteen colours are written as every terminal with colours reads
    /// them; by their numbers among 256, as crossterm has them, one of eight colours takes them for blinking.
    pub(super) fn put_on(self, out: &mut impl Write) -> io::Result<()> {
        write!(out, "\x1b[0m")?;
        for (attribute, sequence) in ATTRIBUTES {
            if self.modifier.contains(attribute) {
                write!(out, "{sequence}")?;
            }
        }
        write!(out, "{}", underlined(self.modifier))?;
        if self.ink != Color::Reset {
            write!(out, "{}", Csi::Sgr(Sgr::Foreground(spec(self.ink))))?;
        }
        if self.ground != Color::Reset {
            write!(out, "{}", Csi::Sgr(Sgr::Background(spec(self.ground))))?;
        }
        Ok(())
    }
}

fn underlined(modifier: Modifier) -> &'static str {
    match modifier & underline::DOTTED {
        line if line == underline::CURLY => "\x1b[4:3m",
        line if line == underline::DOUBLE => "\x1b[4:2m",
        line if line == underline::DOTTED => "\x1b[4:4m",
        line if line.contains(Modifier::UNDERLINED) => "\x1b[4m",
        _ => "",
    }
}

fn spec(colour: Color) -> ColorSpec {
    match colour {
        Color::Reset => ColorSpec::Reset,
        Color::Black => ColorSpec::BLACK,
        Color::Red => ColorSpec::RED,
        Color::Green => ColorSpec::GREEN,
        Color::Yellow => ColorSpec::YELLOW,
        Color::Blue => ColorSpec::BLUE,
        Color::Magenta => ColorSpec::MAGENTA,
        Color::Cyan => ColorSpec::CYAN,
        Color::Gray => ColorSpec::WHITE,
        Color::DarkGray => ColorSpec::BRIGHT_BLACK,
        Color::LightRed => ColorSpec::BRIGHT_RED,
        Color::LightGreen => ColorSpec::BRIGHT_GREEN,
        Color::LightYellow => ColorSpec::BRIGHT_YELLOW,
        Color::LightBlue => ColorSpec::BRIGHT_BLUE,
        Color::LightMagenta => ColorSpec::BRIGHT_MAGENTA,
        Color::LightCyan => ColorSpec::BRIGHT_CYAN,
        Color::White => ColorSpec::BRIGHT_WHITE,
        Color::Indexed(index) => ColorSpec::PaletteIndex(index),
        Color::Rgb(red, green, blue) => RgbColor::new(red, green, blue).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (ink, ground, modifier, expected) in [
            (Color::Reset, Color::Reset, Modifier::BOLD, "\x1b[1m"),
            (
                Color::Red,
                Color::Reset,
                underline::CURLY,
                "\x1b[4:3m\x1b[31m",
            ),
            (
                Color::LightRed,
                Color::DarkGray,
                Modifier::UNDERLINED,
                "\x1b[4m\x1b[91m\x1b[100m",
            ),
            (
                Color::Indexed(144),
                Color::Reset,
                Modifier::empty(),
                "\x1b[38;5;144m",
            ),
            (
                Color::Reset,
                Color::Rgb(1, 2, 3),
                underline::DOUBLE,
                "\x1b[4:2m\x1b[48;2;1;2;3m",
            ),
        ] {
            let dress = Dress {
                ink,
                ground,
                modifier,
            };
            let mut out = Vec::new();
            dress.put_on(&mut out).unwrap();
            assert_eq!(
                String::from_utf8(out).unwrap(),
                format!("\x1b[0m{expected}")
            );
        }
    }
}
