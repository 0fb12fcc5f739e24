//! Frames to bytes.

use crate::terminal::brush::Brush;
use crate::terminal::pen::Pen;
use crate::terminal::row::Row;
use crate::terminal::segment::Segment;
use crate::terminal::shift::Shift;
use crate::terminal::stroke;
use ratatui::buffer::{Buffer, Cell};
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
        if !self.unknown
            && let Some(shift) = Shift::find(&self.next, &self.shown)
        {
            self.shift(&shift);
        }
        let rows = rows(&self.next, &self.shown);
        let mut rows: Vec<Row> = rows
            .filter_map(|(y, wanted, shown)| Row::new(y, wanted, shown))
            .collect();
        stroke::write(
            &mut rows,
            &mut self.brush,
            usize::from(self.next.area.width),
        );
        write(&mut rows, &mut self.brush);
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

/// Writes what is different in rows, look after look: to change over to a look takes more than to move the cursor.
fn write(rows: &mut [Row], brush: &mut Brush) {
    let mut looks: Vec<(Pen, Vec<(usize, Segment)>)> = vec![(Pen::PLAIN, Vec::new())];
    for (number, row) in rows.iter().enumerate() {
        for segment in row.segments() {
            match looks.iter_mut().find(|(pen, _)| *pen == segment.pen) {
                Some((_, segments)) => segments.push((number, segment)),
                None => looks.push((segment.pen, vec![(number, segment)])),
            }
        }
    }
    for (number, segment) in looks.iter().flat_map(|(_, segments)| segments) {
        if let Some(row) = rows.get_mut(*number) {
            row.write(brush, segment);
        }
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

#[cfg(test)]
mod tests;
