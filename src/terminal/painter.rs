//! Frames to bytes.

use crate::terminal::brush::Brush;
use crate::terminal::pen::Pen;
use crate::terminal::shift::Shift;
use crate::terminal::tile::{Tile, tiles};
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;

/// Keeps what the terminal shows and turns it into the next frame: only what looks different is written, in as few bytes as
/// it takes, all of them in one piece.
///
/// Nothing is ever asked of the terminal.
#[derive(Debug)]
pub(super) struct Painter {
    /// What the terminal shows.
    shown: Buffer,
    /// Where the next frame is drawn; blank between frames.
    next: Buffer,
    /// What the terminal shows is not known: it is erased first.
    unknown: bool,
    /// Whether the cursor is hidden.
    hidden: bool,
    brush: Brush,
    /// What is to be sent.
    out: Vec<u8>,
}

/// A terminal that knows synchronized updates shows nothing of a frame before its end; others pass this over.
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const HIDE: &[u8] = b"\x1b[?25l";
const SHOW: &[u8] = b"\x1b[?25h";
const CLEAR: &[u8] = b"\x1b[2J";

/// A frame of fewer bytes comes through every line in one piece: the cursor need not be hidden meanwhile.
const SMALL: usize = 512;

/// So many blanks are erased rather than written: what erasing costs, and moving behind them.
const MANY_BLANKS: u16 = 10;

/// So many blanks up to the end of a row are erased.
const FEW_BLANKS: u16 = 3;

impl Painter {
    /// For a screen of which nothing is known.
    pub(super) fn new(width: u16, height: u16) -> Self {
        let blank = Buffer::empty(Rect::new(0, 0, width, height));
        Self {
            shown: blank.clone(),
            next: blank,
            unknown: true,
            hidden: false,
            brush: Brush::new(width),
            out: Vec::with_capacity(16 * 1024),
        }
    }

    /// The screen has another size.
    pub(super) fn resize(&mut self, width: u16, height: u16) {
        let area = Rect::new(0, 0, width, height);
        self.next.resize(area);
        self.next.reset();
        self.brush.set_width(width);
        self.forget();
    }

    /// What is on the screen is not known any more; the next frame draws everything.
    pub(super) fn forget(&mut self) {
        self.shown = self.next.clone();
        self.unknown = true;
    }

    /// The screen has just been taken: nothing of it is known, and the cursor is seen.
    pub(super) fn begin(&mut self) {
        self.forget();
        self.hidden = false;
    }

    /// What is sent with the next frame, before it.
    pub(super) fn before(&mut self) -> &mut Vec<u8> {
        &mut self.out
    }

    /// Whether there is room for anything.
    pub(super) fn has_room(&self) -> bool {
        !self.next.area.is_empty()
    }

    /// What has to be sent to show what `view` draws on a blank screen, with the cursor where it says. Empty when that is
    /// what the terminal shows.
    pub(super) fn frame(&mut self, view: impl FnOnce(&mut Buffer) -> Option<(u16, u16)>) -> &[u8] {
        let cursor = view(&mut self.next);
        self.brush.bytes.clear();
        if self.unknown {
            self.brush.lose();
        }
        let mut different = different(&self.next, &self.shown);
        if !self.unknown
            && let Some(shift) = Shift::find(&self.next, &self.shown, &different)
        {
            self.shift(&shift);
            different.fill(true);
        }
        let rows = rows(&self.next, &self.shown).zip(different);
        for ((y, wanted, shown), _) in rows.filter(|(_, different)| *different) {
            row(&mut self.brush, y, wanted, shown);
        }
        self.brush.plain();
        if let Some((x, y)) = cursor {
            self.brush.go(x, y);
        }
        self.put_together(cursor.is_some());
        std::mem::swap(&mut self.shown, &mut self.next);
        self.next.reset();
        &self.out
    }

    /// Has the terminal move rows.
    fn shift(&mut self, shift: &Shift) {
        let width = usize::from(self.shown.area.width);
        let (top, bottom) = (*shift.region.start(), *shift.region.end());
        let cells = top * width..(bottom + 1) * width;
        let Some(cells) = self.shown.content.get_mut(cells) else {
            return;
        };
        let moved = shift.up.unsigned_abs() * width;
        let blank = if shift.up > 0 {
            cells.rotate_left(moved);
            cells.len() - moved..cells.len()
        } else {
            cells.rotate_right(moved);
            0..moved
        };
        cells.get_mut(blank).unwrap_or_default().fill(Cell::EMPTY);
        self.brush.scroll(top as u16, bottom as u16, shift.up);
    }

    fn put_together(&mut self, cursor: bool) {
        let body = &self.brush.bytes;
        if body.is_empty() && !self.unknown && self.hidden != cursor {
            return;
        }
        self.out.extend_from_slice(BEGIN);
        let large = self.unknown || body.len() >= SMALL;
        if !self.hidden && (large || !cursor) {
            self.out.extend_from_slice(HIDE);
            self.hidden = true;
        }
        if self.unknown {
            self.out.extend_from_slice(CLEAR);
            self.unknown = false;
        }
        self.out.extend_from_slice(body);
        if self.hidden && cursor {
            self.out.extend_from_slice(SHOW);
            self.hidden = false;
        }
        self.out.extend_from_slice(END);
    }

    /// What was given out has been sent.
    pub(super) fn sent(&mut self) {
        self.out.clear();
    }
}

/// The rows of two screens beside each other, each with its number.
fn rows<'a>(
    wanted: &'a Buffer,
    shown: &'a Buffer,
) -> impl Iterator<Item = (u16, &'a [Cell], &'a [Cell])> {
    let width = usize::from(wanted.area.width);
    let both = wanted
        .content
        .chunks(width)
        .zip(shown.content.chunks(width));
    both.enumerate()
        .map(|(y, (wanted, shown))| (y as u16, wanted, shown))
}

/// For each row, whether its cells differ.
fn different(wanted: &Buffer, shown: &Buffer) -> Vec<bool> {
    rows(wanted, shown)
        .map(|(_, wanted, shown)| {
            let mut cells = wanted.iter().zip(shown);
            cells.any(|(wanted, shown)| !is_same(wanted, shown))
        })
        .collect()
}

/// Whether two cells are the same.
fn is_same(one: &Cell, other: &Cell) -> bool {
    one.modifier == other.modifier
        && one.fg == other.fg
        && one.bg == other.bg
        && match (one.symbol().as_bytes(), other.symbol().as_bytes()) {
            ([one], [other]) => one == other,
            (one, other) => one == other,
        }
}

/// Writes what is different in a row.
fn row(brush: &mut Brush, y: u16, wanted: &[Cell], shown: &[Cell]) {
    let tiles = compared(wanted, shown);
    let Some(last) = tiles.iter().rposition(|(_, stale)| *stale) else {
        return;
    };
    let bare = |(tile, _): &(Tile, bool)| tile.is_bare();
    let filled = tiles.iter().rposition(|tile| !bare(tile));
    let tail = filled.map_or(0, |filled| filled + 1);
    let mut at = 0;
    while let Some((tile, stale)) = tiles.get(at).filter(|_| at <= last) {
        if !stale {
            at += 1;
            continue;
        }
        let rest = tiles.get(at..=last).unwrap_or_default();
        let blanks = rest.iter().take_while(|tile| bare(tile)).count();
        let erased = rest.get(..blanks).unwrap_or_default();
        let erased = erased.iter().rposition(|(_, stale)| *stale);
        let erased = erased.map_or(0, |last| last + 1);
        let columns = erased as u16;
        if at >= tail && columns > FEW_BLANKS {
            brush.erase(tile.x, y, wanted.len() as u16 - tile.x);
            return;
        }
        if columns >= MANY_BLANKS {
            brush.erase(tile.x, y, columns);
            at += erased;
            continue;
        }
        bridge(brush, y, tiles.get(..at).unwrap_or_default(), tile.x);
        brush.write(tile, y);
        at += 1;
    }
}

/// Goes to column `x`: over what stands before it, if that is written in fewer bytes than it is passed over.
fn bridge(brush: &mut Brush, y: u16, before: &[(Tile, bool)], x: u16) {
    let Some(from) = brush.column(y).filter(|from| *from < x) else {
        return;
    };
    let first = before.iter().rposition(|(tile, _)| tile.x == from);
    let between = first.and_then(|first| before.get(first..));
    let between = between.unwrap_or_default();
    let cost: usize = between.iter().map(|(tile, _)| tile.symbol.len()).sum();
    let columns = x - from;
    let step = match columns {
        1 => 3,
        2..=9 => 4,
        _ => 5,
    };
    let cheap = cost <= step
        && between
            .iter()
            .all(|(tile, _)| tile.is_certain() && brush.suits(tile));
    if cheap {
        for (tile, _) in between {
            brush.write(tile, y);
        }
    }
}

/// The tiles of a row, each with whether the terminal shows something else there.
fn compared<'a>(wanted: &'a [Cell], shown: &'a [Cell]) -> Vec<(Tile<'a>, bool)> {
    let mut compared = Vec::with_capacity(wanted.len());
    // Where a symbol begins of those that are shown.
    let mut begins = 0;
    for tile in tiles(wanted) {
        let at = usize::from(tile.x);
        while let Some(cell) = shown.get(begins).filter(|_| begins < at) {
            begins += usize::from(cell.symbol().cell_width().max(1));
        }
        let cells = wanted.get(at).zip(shown.get(at).filter(|_| begins == at));
        let same = cells.is_some_and(|(cell, shown)| {
            is_same(cell, shown) || (cell.symbol() == shown.symbol() && tile.pen == Pen::of(shown))
        });
        compared.push((tile, !same));
    }
    compared
}

#[cfg(test)]
mod tests;
