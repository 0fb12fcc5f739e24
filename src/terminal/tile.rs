//! One symbol on the screen.

use crate::terminal::pen::Pen;
use ratatui::buffer::{Cell, CellWidth};
use std::iter::from_fn;

/// A symbol, how it looks, and the columns of its row that it covers.
#[derive(Debug, Clone, Copy)]
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

    /// Whether an erased cell looks the same.
    pub(super) fn is_bare(&self) -> bool {
        self.is_blank() && self.pen == Pen::PLAIN
    }

    /// Whether every terminal gives it the same columns. Emoji and whatever is built of several characters are wider on some
    /// terminals than on others.
    pub(super) fn is_certain(&self) -> bool {
        let mut characters = self.symbol.chars();
        let (Some(one), None) = (characters.next(), characters.next()) else {
            return false;
        };
        match self.columns {
            1 => one < '\u{1f000}',
            _ => matches!(one, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffff}'),
        }
    }
}

/// The tiles of a row of cells. What a wide symbol hides is no tile; one without room for it is a blank.
pub(super) fn tiles(row: &[Cell]) -> impl Iterator<Item = Tile<'_>> {
    let mut x = 0;
    from_fn(move || {
        let cell = row.get(x)?;
        let mut symbol = cell.symbol();
        let mut columns = usize::from(symbol.cell_width());
        if columns == 0 || x + columns > row.len() {
            (symbol, columns) = (" ", 1);
        }
        let tile = Tile {
            symbol,
            pen: Pen::of(cell),
            x: x as u16,
            columns: columns as u16,
        };
        x += columns;
        Some(tile)
    })
}
