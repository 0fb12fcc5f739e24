//! What a cell shows, as numbers.

use ratatui::buffer::Cell;
use ratatui::style::Color;

/// What a cell shows, as two numbers: a screen is compared with another several times for each frame, and to compare numbers takes a
/// quarter of what it takes to compare cells.
///
/// Two cells with equal faces are the same, but for symbols of more than eight bytes: those are told apart by a hash of 64 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Face {
    /// The bytes of the symbol, or their hash.
    pub(super) symbol: u64,
    /// Colours and attributes.
    look: u64,
}

impl Face {
    /// A cell that was erased.
    pub(super) const BLANK: Self = Self {
        symbol: b' ' as u64,
        look: 0,
    };

    /// What a cell shows.
    pub(super) fn of(cell: &Cell) -> Self {
        let colours = colour(cell.fg) << 25 | colour(cell.bg);
        Self {
            symbol: symbol(cell.symbol().as_bytes()),
            look: u64::from(cell.modifier.bits()) << 50 | colours,
        }
    }

    /// Whether it says something.
    pub(super) fn is_filled(self) -> bool {
        self.symbol != Self::BLANK.symbol
    }
}

fn symbol(bytes: &[u8]) -> u64 {
    match bytes {
        [one] => u64::from(*one),
        _ if bytes.len() <= 8 => bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)),
        _ => bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        }),
    }
}

/// A colour in 25 bits.
fn colour(colour: Color) -> u64 {
    match colour {
        Color::Reset => 0,
        Color::Black => 1,
        Color::Red => 2,
        Color::Green => 3,
        Color::Yellow => 4,
        Color::Blue => 5,
        Color::Magenta => 6,
        Color::Cyan => 7,
        Color::Gray => 8,
        Color::DarkGray => 9,
        Color::LightRed => 10,
        Color::LightGreen => 11,
        Color::LightYellow => 12,
        Color::LightBlue => 13,
        Color::LightMagenta => 14,
        Color::LightCyan => 15,
        Color::White => 16,
        Color::Indexed(index) => 0x100 | u64::from(index),
        Color::Rgb(r, g, b) => 1 << 24 | u64::from(r) << 16 | u64::from(g) << 8 | u64::from(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Modifier, Style};

    #[test]
    fn whatever_differs_has_another_face() {
        let styles = [
            Style::new(),
            Style::new().fg(Color::Black),
            Style::new().bg(Color::Black),
            Style::new().fg(Color::White),
            Style::new().fg(Color::Indexed(0)),
            Style::new().fg(Color::Indexed(16)),
            Style::new().fg(Color::Rgb(0, 0, 0)),
            Style::new().bg(Color::Rgb(255, 255, 255)),
            Style::new().fg(Color::Rgb(0, 1, 0)),
            Style::new().add_modifier(Modifier::BOLD),
            Style::new().add_modifier(Modifier::all()),
            Style::new().bg(Color::Rgb(255, 255, 255)).bold(),
        ];
        let symbols = [
            " ",
            "a",
            "é",
            "e\u{301}",
            "漢",
            "👩\u{200d}🔬",
            "👩\u{200d}🔧",
        ];
        let mut faces = Vec::new();
        for style in styles {
            for symbol in symbols {
                let mut cell = Cell::EMPTY;
                cell.set_symbol(symbol).set_style(style);
                assert_eq!(Face::of(&cell), Face::of(&cell.clone()));
                faces.push(Face::of(&cell));
            }
        }
        for (at, face) in faces.iter().enumerate() {
            assert_eq!(faces.iter().position(|other| other == face), Some(at));
        }
        assert_eq!(Face::of(&Cell::EMPTY), Face::BLANK);
    }
}
