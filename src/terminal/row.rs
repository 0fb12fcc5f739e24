//! One row of the screen, as it is and as it is to be.

use crate::terminal::brush::Brush;
use crate::terminal::pen::Pen;
use crate::terminal::segment::Segment;
use crate::terminal::sheet::Strip;
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
    /// A row that is to show other cells than it shows; none where they are the same.
    pub(super) fn new(y: u16, wanted: Strip<'a>, shown: Strip) -> Option<Self> {
        let mut faces = wanted.faces.iter().zip(shown.faces);
        let first = faces.position(|(wanted, shown)| wanted != shown)?;
        let last = faces
            .rposition(|(wanted, shown)| wanted != shown)
            .map_or(first, |more| first + 1 + more);
        Some(Self {
            y,
            wanted: wanted.cells,
            known: compare(wanted, shown, first, last),
        })
    }

    /// What is to be written, from left to right.
    pub(super) fn segments(&self) -> Vec<Segment> {
        let mut segments: Vec<Segment> = Vec::new();
        let Some(last) = self.known.iter().rposition(|known| *known == Column::Stale) else {
            return segments;
        };
        let mut x = self
            .known
            .iter()
            .take_while(|known| **known != Column::Stale)
            .count();
        let mut blanks_until = 0;
        while x <= last {
            if !self.is_stale(x) {
                x += 1;
                continue;
            }
            if x >= blanks_until {
                let blanks = self.blanks(x, last);
                if blanks.erased {
                    x = blanks.until;
                    segments.push(blanks);
                    continue;
                }
                blanks_until = blanks.until;
            }
            let Some(tile) = Tile::at(self.wanted, x) else {
                break;
            };
            self.go_on(&mut segments, &tile);
            x += usize::from(tile.columns);
        }
        segments
    }

    /// Adds a tile to the last of the segments, or begins another.
    fn go_on(&self, segments: &mut Vec<Segment>, tile: &Tile) {
        let from = usize::from(tile.x);
        let until = from + usize::from(tile.columns);
        let last = segments
            .last_mut()
            .filter(|last| last.until == from && !last.erased);
        if let Some(last) = last {
            if tile.suits(last.pen) {
                last.until = until;
                return;
            }
            let mut before = (last.from..from).filter_map(|x| Tile::at(self.wanted, x));
            if before.all(|blank| blank.is_blank() && blank.suits(tile.pen)) {
                (last.pen, last.until) = (tile.pen, until);
                return;
            }
        }
        segments.push(Segment {
            pen: tile.pen,
            from,
            until,
            erased: false,
        });
    }

    /// The blanks from a column on, erased if that takes less; of those in the middle of the row none after column `last`.
    fn blanks(&self, from: usize, last: usize) -> Segment {
        let cells = self.wanted.iter().skip(from);
        let blanks = cells.take_while(|cell| is_bare(cell)).count();
        let to_the_end = from + blanks == self.wanted.len();
        let until = if to_the_end {
            from + blanks
        } else {
            (from + blanks).min(last + 1)
        };
        let few = if to_the_end { FEW_BLANKS } else { MANY_BLANKS };
        Segment {
            pen: Pen::PLAIN,
            from,
            until,
            erased: until - from >= few,
        }
    }

    /// Writes a segment.
    pub(super) fn write(&mut self, brush: &mut Brush, segment: &Segment) {
        let Segment { from, until, .. } = *segment;
        if segment.erased {
            brush.erase(from as u16, self.y, (until - from) as u16);
        } else {
            let mut x = from;
            while let Some(tile) = Tile::at(self.wanted, x).filter(|_| x < until) {
                if x == from {
                    self.bridge(brush, &tile, segment.pen);
                    brush.hold(segment.pen);
                }
                brush.write(&tile, self.y);
                x += usize::from(tile.columns);
            }
        }
        let written = self.known.get_mut(from..until).unwrap_or_default();
        for known in written.iter_mut().filter(|known| **known == Column::Stale) {
            *known = Column::Right;
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
    fn bridge(&self, brush: &mut Brush, to: &Tile, pen: Pen) {
        let x = usize::from(to.x);
        let from = brush.column(self.y).map_or(x, usize::from);
        let step = match x.saturating_sub(from) {
            1 => 3,
            2..=5 => 4,
            _ => return,
        };
        let between = self.known.get(from..x).unwrap_or_default();
        if between.first() != Some(&Column::Right) || between.contains(&Column::Stale) {
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
            if !tiles.iter().all(|tile| tile.suits(pen)) {
                return;
            }
            brush.hold(pen);
        }
        for tile in tiles {
            brush.write(&tile, self.y);
        }
    }
}

/// What is known of each column of a row whose cells are the same before column `first` and after column `last`.
fn compare(wanted: Strip, shown: Strip, first: usize, last: usize) -> Vec<Column> {
    let mut known = vec![Column::Hidden; wanted.cells.len()];
    let mut x = 0;
    while let Some(known) = known.get_mut(x).filter(|_| x < first) {
        *known = Column::Right;
        x += wanted.cells.get(x).map_or(1, |cell| columns(cell.symbol()));
    }
    // Where a symbol begins of those that are shown.
    let mut begins = x;
    while let Some((cell, known)) = wanted.cells.get(x).zip(known.get_mut(x)) {
        while let Some(shown) = shown.cells.get(begins).filter(|_| begins < x) {
            begins += columns(shown.symbol());
        }
        if x > last && begins == x {
            break;
        }
        let is_same = wanted.faces.get(x) == shown.faces.get(x);
        let shown = shown.cells.get(x).filter(|_| begins == x);
        let right = shown.is_some_and(|shown| is_same || are_blank(cell, shown));
        *known = if right { Column::Right } else { Column::Stale };
        x += columns(cell.symbol());
    }
    known
}

/// Whether two blanks look the same.
fn are_blank(one: &Cell, other: &Cell) -> bool {
    one.symbol() == " " && other.symbol() == " " && Pen::of(one) == Pen::of(other)
}

/// Whether two cells have the same colours and attributes.
fn is_dressed_as(one: &Cell, other: &Cell) -> bool {
    one.modifier == other.modifier && one.fg == other.fg && one.bg == other.bg
}

/// Whether an erased cell looks the same.
fn is_bare(cell: &Cell) -> bool {
    cell.symbol() == " " && Pen::of(cell) == Pen::PLAIN
}
