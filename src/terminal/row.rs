//! One row of the screen, as it is and as it is to be.

use crate::terminal::brush::Brush;
use crate::terminal::pen::Pen;
use crate::terminal::tile::{Tile, columns};
use ratatui::buffer::Cell;

/// The cells of a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// Its number, from 0.
    pub(super) y: u16,
    /// What it is to show.
    pub(super) wanted: &'a [Cell],
    /// What it shows.
    pub(super) shown: &'a [Cell],
}

/// What is known of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    /// A symbol before it covers it.
    Hidden,
    /// It shows what it is to show.
    Right,
    /// A symbol begins there, and the terminal shows something else.
    Stale,
}

/// So many blanks are erased rather than written: what erasing costs, and moving behind them.
const MANY_BLANKS: usize = 10;

/// So many blanks up to the end of the row are erased.
const FEW_BLANKS: usize = 4;

impl Row<'_> {
    /// Writes what is different.
    pub(super) fn write(&self, brush: &mut Brush) {
        let known = self.compare();
        let Some(last) = known.iter().rposition(|known| *known == Column::Stale) else {
            return;
        };
        let is_bare = |x: &usize| self.wanted.get(*x).is_some_and(is_bare);
        let mut x = 0;
        let mut written_until = 0;
        while x <= last {
            if known.get(x) != Some(&Column::Stale) {
                x += 1;
                continue;
            }
            if x >= written_until {
                let blanks = (x..self.wanted.len()).take_while(is_bare).count();
                if blanks >= FEW_BLANKS && x + blanks == self.wanted.len() {
                    return brush.erase(x as u16, self.y, blanks as u16);
                }
                let blanks = blanks.min(last + 1 - x);
                if blanks >= MANY_BLANKS {
                    brush.erase(x as u16, self.y, blanks as u16);
                    x += blanks;
                    continue;
                }
                written_until = x + blanks;
            }
            let Some(tile) = Tile::at(self.wanted, x) else {
                return;
            };
            self.bridge(brush, &known, x);
            brush.write(&tile, self.y);
            x += usize::from(tile.columns);
        }
    }

    /// What is known of each column.
    fn compare(&self) -> Vec<Column> {
        let mut known = vec![Column::Hidden; self.wanted.len()];
        // Where a symbol begins of those that are shown.
        let mut begins = 0;
        let mut x = 0;
        while let Some((cell, known)) = self.wanted.get(x).zip(known.get_mut(x)) {
            while let Some(shown) = self.shown.get(begins).filter(|_| begins < x) {
                begins += columns(shown);
            }
            let shown = self.shown.get(x).filter(|_| begins == x);
            let right = shown.is_some_and(|shown| is_same(cell, shown) || is_like(cell, shown));
            *known = if right { Column::Right } else { Column::Stale };
            x += columns(cell);
        }
        known
    }

    /// Goes to column `x`: over what stands before it, if that is written in fewer bytes than it is passed over.
    fn bridge(&self, brush: &mut Brush, known: &[Column], x: usize) {
        let from = brush.column(self.y).map_or(x, usize::from);
        let step = match x.saturating_sub(from) {
            1 => 3,
            2..=5 => 4,
            _ => return,
        };
        if known.get(from) != Some(&Column::Right) {
            return;
        }
        let mut tiles = Vec::with_capacity(step);
        let mut at = from;
        while let Some(tile) = Tile::at(self.wanted, at).filter(|_| at < x) {
            at += usize::from(tile.columns);
            tiles.push(tile);
        }
        let bytes: usize = tiles.iter().map(|tile| tile.symbol.len()).sum();
        let fits = |tile: &Tile| tile.is_certain() && brush.suits(tile);
        if at == x && bytes <= step && tiles.iter().all(fits) {
            for tile in tiles {
                brush.write(&tile, self.y);
            }
        }
    }
}

/// Whether two cells are the same.
pub(super) fn is_same(one: &Cell, other: &Cell) -> bool {
    one.modifier == other.modifier
        && one.fg == other.fg
        && one.bg == other.bg
        && match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
            ([one], [other]) => one == other,
            (one, other) => one == other,
        }
}

/// Whether two cells look the same, though they are not.
fn is_like(one: &Cell, other: &Cell) -> bool {
    one.symbol() == " " && other.symbol() == " " && Pen::of(one) == Pen::of(other)
}

/// Whether an erased cell looks the same.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell) == Pen::PLAIN
}
