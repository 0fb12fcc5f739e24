//! Frames to bytes.

use crate::terminal::brush::Brush;
use crate::terminal::face::Face;
use crate::terminal::pen::Pen;
use crate::terminal::row::Row;
use crate::terminal::segment::Segment;
use crate::terminal::sheet::{Sheet, Strip};
use crate::terminal::shift::Shift;
use crate::terminal::stroke;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

/// Keeps what the terminal shows and turns it into the next frame: only what looks different is written, in as few bytes as
/// it takes, all of them in one piece.
#[derive(Debug)]
pub(super) struct Painter {
    area: Rect,
    /// What the terminal shows; where that is not known, it is erased first.
    shown: Option<Sheet>,
    /// Where the next frame is drawn; blank between frames. Nothing yet where there was no second frame of this size.
    next: Sheet,
    /// Whether the cursor is hidden.
    hidden: bool,
    brush: Brush,
    /// What is to be sent.
    out: Vec<u8>,
    /// What is to be sent behind the next frame.
    after: Vec<u8>,
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
        let area = Rect::new(0, 0, width, height);
        Self {
            area,
            shown: None,
            next: Sheet::default(),
            hidden: false,
            brush: Brush::new(width),
            out: Vec::with_capacity(16 * 1024),
            after: Vec::new(),
        }
    }

    /// The screen has another size.
    pub(super) fn resize(&mut self, width: u16, height: u16) {
        self.area = Rect::new(0, 0, width, height);
        self.next = Sheet::default();
        self.brush.set_width(width);
        self.forget();
    }

    /// What is on the screen is not known any more; the next frame draws everything.
    pub(super) fn forget(&mut self) {
        self.shown = None;
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

    /// What is sent with the next frame, behind it.
    pub(super) fn after(&mut self) -> &mut Vec<u8> {
        &mut self.after
    }

    /// Whether there is room for anything.
    pub(super) fn has_room(&self) -> bool {
        !self.area.is_empty()
    }

    /// What has to be sent to show what `view` draws on a blank screen, with the cursor where it says. Empty when that is
    /// what the terminal shows.
    pub(super) fn frame(&mut self, view: impl FnOnce(&mut Buffer) -> Option<(u16, u16)>) -> &[u8] {
        if self.next.buffer.area != self.area {
            self.next = Sheet::blank(self.area);
        }
        let cursor = view(&mut self.next.buffer);
        self.next.look();
        self.brush.bytes.clear();
        let unknown = self.shown.is_none();
        if let Some(shown) = &mut self.shown {
            if let Some(shift) = Shift::find(&self.next, shown) {
                shift.apply(shown);
                self.brush.scroll(&shift);
            }
        } else {
            self.brush.lose();
        }
        let width = usize::from(self.area.width);
        let mut rows = different(&self.next, self.shown.as_ref());
        stroke::write(&mut rows, &mut self.brush, width);
        write(&mut rows, &mut self.brush);
        self.brush.plain();
        if let Some((x, y)) = cursor {
            self.brush.go(x, y);
        }
        self.put_together(unknown, cursor.is_some());
        self.out.append(&mut self.after);
        let before = self.shown.replace(std::mem::take(&mut self.next));
        self.next = before.unwrap_or_default();
        &self.out
    }

    fn put_together(&mut self, unknown: bool, cursor: bool) {
        let body = &self.brush.bytes;
        if body.is_empty() && !unknown && self.hidden != cursor {
            return;
        }
        self.out.extend_from_slice(BEGIN);
        let large = unknown || body.len() >= SMALL;
        if !self.hidden && (large || !cursor) {
            self.out.extend_from_slice(HIDE);
            self.hidden = true;
        }
        if unknown {
            self.out.extend_from_slice(CLEAR);
        }
        self.out.extend_from_slice(body);
        if self.hidden && cursor {
            self.out.extend_from_slice(SHOW);
            self.hidden = false;
        }
        self.out.extend_from_slice(END);
    }

    /// What was given out has been sent: makes ready for another frame.
    pub(super) fn sent(&mut self) {
        self.out.clear();
        self.next.buffer.reset();
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

/// The rows that are to be written: those that differ from what is shown, or from blank ones.
fn different<'a>(wanted: &'a Sheet, shown: Option<&Sheet>) -> Vec<Row<'a>> {
    let (cells, faces) = (
        vec![Cell::EMPTY; wanted.width()],
        vec![Face::BLANK; wanted.width()],
    );
    let blank = Strip {
        cells: &cells,
        faces: &faces,
    };
    let mut shown = shown.into_iter().flat_map(Sheet::rows);
    (0..)
        .zip(wanted.rows())
        .filter_map(|(y, wanted)| Row::new(y, wanted, shown.next().unwrap_or(blank)))
        .collect()
}

#[cfg(test)]
mod tests;
