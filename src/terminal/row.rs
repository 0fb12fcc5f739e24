//! One row of the screen, as it is and as it is to be.

use crate::terminal::brush::Brush;
use crate::terminal::pen::Pen;
use crate::terminal::tile::{Tile, columns};
use ratatui::buffer::Cell;

/// The cells of a row that is to be written.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    /// Its number, from 0.
    y: u16,
    /// What it is to show.
    wanted: &'a [Cell],
    /// What is known of each column.
    known: Vec<Column>,
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

impl<'a> Row<'a> {
    /// A row that shows other cells than wanted.
    pub(super) fn new(y: u16, wanted: &'a [Cell], shown: &[Cell]) -> Self {
        Self {
            y,
            wanted,
            known: compare(wanted, shown),
        }
    }

    /// Writes what is different.
    pub(super) fn write(&self, brush: &mut Brush) {
        let is_stale = |known: &Column| *known == Column::Stale;
        let Some(last) = self.known.iter().rposition(is_stale) else {
            return;
        };
        let is_bare = |x: &usize| self.wanted.get(*x).is_some_and(is_bare);
        let mut x = 0;
        let mut written_until = 0;
        while x <= last {
            if !self.is_stale(x) {
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
            self.bridge(brush, &tile);
            brush.write(&tile, self.y);
            x += usize::from(tile.columns);
        }
    }

    /// Writes a column's symbol alone.
    pub(super) fn write_one(&mut self, brush: &mut Brush, x: usize) {
        if let Some(tile) = Tile::at(self.wanted, x) {
            brush.write(&tile, self.y);
        }
        if let Some(known) = self.known.get_mut(x) {
            *known = Column::Right;
        }
    }

    /// The symbol of a column, if it is to be written and neither neighbour is to be written alike.
    pub(super) fn alone(&self, x: usize) -> Option<Tile<'a>> {
        let cell = self.wanted.get(x).filter(|_| self.is_stale(x))?;
        let alike = |x: usize| {
            let beside = self.wanted.get(x).filter(|_| self.is_stale(x));
            beside.is_some_and(|beside| is_dressed_as(beside, cell))
        };
        if is_dressed_as(cell, &Cell::EMPTY) || alike(x + 1) || x.checked_sub(1).is_some_and(alike)
        {
            return None;
        }
        let tile = Tile::at(self.wanted, x)?;
        (tile.columns == 1 && tile.is_certain() && tile.is_dressed()).then_some(tile)
    }

    /// Whether this is the row under another.
    pub(super) fn is_under(&self, other: &Self) -> bool {
        self.y == other.y + 1
    }

    fn is_stale(&self, x: usize) -> bool {
        self.known.get(x) == Some(&Column::Stale)
    }

    /// Goes to a tile: over what stands before it, if that is written in fewer bytes than it is passed over.
    fn bridge(&self, brush: &mut Brush, to: &Tile) {
        let x = usize::from(to.x);
        let from = brush.column(self.y).map_or(x, usize::from);
        let step = match x.saturating_sub(from) {
            1 => 3,
            2..=5 => 4,
            _ => return,
        };
        if self.known.get(from) != Some(&Column::Right) {
            return;
        }
        let mut tiles = Vec::with_capacity(step);
        let mut at = from;
        while let Some(tile) = Tile::at(self.wanted, at).filter(|_| at < x) {
            at += usize::from(tile.columns);
            tiles.push(tile);
        }
        let bytes: usize = tiles.iter().map(|tile| tile.symbol.len()).sum();
        if at != x || bytes > step || !tiles.iter().all(Tile::is_certain) {
            return;
        }
        if !tiles.iter().all(|tile| brush.suits(tile)) {
            if !tiles.iter().all(|tile| tile.suits(to.pen)) {
                return;
            }
            brush.prepare(to);
        }
        for tile in tiles {
            brush.write(&tile, self.y);
        }
    }
}

/// What is known of each column of a row.
fn compare(wanted: &[Cell], shown: &[Cell]) -> Vec<Column> {
    let mut known = vec![Column::Hidden; wanted.len()];
    // Where a symbol begins of those that are shown.
    let mut begins = 0;
    let mut x = 0;
    while let Some((cell, known)) = wanted.get(x).zip(known.get_mut(x)) {
        while let Some(shown) = shown.get(begins).filter(|_| begins < x) {
            begins += columns(shown.symbol());
        }
        let symbol = cell.symbol();
        let shown = shown.get(x).filter(|_| begins == x);
        let right = shown.is_some_and(|shown| {
            symbol == shown.symbol()
                && (is_dressed_as(cell, shown)
                    || (symbol == " " && Pen::of(cell) == Pen::of(shown)))
        });
        *known = if right { Column::Right } else { Column::Stale };
        x += columns(symbol);
    }
    known
}

/// Whether two cells are the same.
pub(super) fn is_same(one: &Cell, other: &Cell) -> bool {
    is_dressed_as(one, other)
        && match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
            ([one], [other]) => one == other,
            (one, other) => one == other,
        }
}

/// Whether two cells have the same colours and attributes.
fn is_dressed_as(one: &Cell, other: &Cell) -> bool {
    one.modifier == other.modifier && one.fg == other.fg && one.bg == other.bg
}

/// Whether an erased cell looks the same.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell) == Pen::PLAIN
}
