//! Colours to escape sequences.

use ratatui::style::Color;
use std::io::{self, Write};
use termina::escape::csi::{Csi, Sgr};
use termina::style::{ColorSpec, RgbColor};

/// Writes the colour of letters from here on.
///
/// The terminal's own sixteen are written as every terminal with colours reads them; by their numbers among 256, as
/// crossterm has them, a terminal of eight colours takes them for blinking.
pub(super) fn ink(out: &mut impl Write, colour: Color) -> io::Result<()> {
    write!(out, "{}", Csi::Sgr(Sgr::Foreground(spec(colour))))
}

/// Writes the colour behind letters from here on.
pub(super) fn ground(out: &mut impl Write, colour: Color) -> io::Result<()> {
    write!(out, "{}", Csi::Sgr(Sgr::Background(spec(colour))))
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
        for (colour, expected) in [
            (Color::Red, "\x1b[31m \x1b[41m"),
            (Color::LightRed, "\x1b[91m \x1b[101m"),
            (Color::DarkGray, "\x1b[90m \x1b[100m"),
            (Color::Indexed(144), "\x1b[38;5;144m \x1b[48;5;144m"),
            (Color::Rgb(1, 2, 3), "\x1b[38;2;1;2;3m \x1b[48;2;1;2;3m"),
            (Color::Reset, "\x1b[39m \x1b[49m"),
        ] {
            let mut out = Vec::new();
            ink(&mut out, colour).unwrap();
            out.push(b' ');
            ground(&mut out, colour).unwrap();
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }
}
