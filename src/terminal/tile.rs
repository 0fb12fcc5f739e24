//! One symbol on the screen.

use crate::terminal::pen::Pen;
use ratatui::buffer::{Cell, CellWidth};

/// A symbol, how it looks, and the columns of its row that it covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tile<'a> {
    pub(super) symbol: &'a str,
    pub(super) pen: Pen,
    /// Its first column, from 0.
    pub(super) x: u16,
    pub(super) columns: u16,
}

impl Tile<'_> {
    /// Whether nothing but a background is seen of it, or lines.
    pub(super) fn is_blank(&self) -> bool {
        self.symbol == " "
    }

    /// Whether it looks otherwise than plain.
    pub(super) fn is_dressed(&self) -> bool {
        self.pen != Pen::PLAIN
    }

    /// Whether it looks as it is to when it is written so.
    pub(super) fn suits(&self, pen: Pen) -> bool {
        self.pen == pen || (self.is_blank() && self.pen.blanks_like(pen))
    }

    /// Whether every terminal gives it the same columns. Emoji and whatever is built of several characters are wider on some
    /// terminals than on others, and some leave out the sign for what cannot be shown.
    pub(super) fn is_certain(&self) -> bool {
        if self.symbol.len() == 1 {
            return true;
        }
        let mut characters = self.symbol.chars();
        let (Some(one), None) = (characters.next(), characters.next()) else {
            return false;
        };
        match self.columns {
            1 => one < '\u{1f000}' && !matches!(one, '\u{e000}'..='\u{f8ff}' | '\u{fffd}'),
            _ => matches!(one, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffff}'),
        }
    }
}

impl<'a> Tile<'a> {
    /// The one that begins at a column of a row of cells. A symbol without room for it is a blank.
    pub(super) fn at(row: &'a [Cell], x: usize) -> Option<Self> {
        let cell = row.get(x)?;
        let symbol = cell.symbol();
        let columns = columns(symbol);
        let fits = x + columns <= row.len();
        Some(Self {
            symbol: if fits { symbol } else { " " },
            pen: Pen::of(cell),
            x: x as u16,
            columns: if fits { columns as u16 } else { 1 },
        })
    }
}

/// How many columns a symbol covers: at least one. The cells it covers after the first are hidden.
pub(super) fn columns(symbol: &str) -> usize {
    if symbol.len() == 1 {
        return 1;
    }
    usize::from(symbol.cell_width().max(1))
}
