//! A screenful.

use crate::terminal::face::Face;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use std::ops::Range;

/// A screenful of cells, and what each of them shows.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) buffer: Buffer,
    /// By cell; as old as the last look at them.
    pub(super) faces: Vec<Face>,
}

/// A row of a sheet, or a part of one: its cells, and what they show.
#[derive(Debug, Clone, Copy)]
pub(super) struct Strip<'a> {
    pub(super) cells: &'a [Cell],
    pub(super) faces: &'a [Face],
}

impl Sheet {
    /// A blank one.
    pub(super) fn blank(area: Rect) -> Self {
        let mut sheet = Self {
            buffer: Buffer::empty(area),
            faces: Vec::new(),
        };
        sheet.look();
        sheet
    }

    /// Looks at what was drawn.
    pub(super) fn look(&mut self) {
        self.faces.clear();
        self.faces.extend(self.buffer.content.iter().map(Face::of));
    }

    /// Columns.
    pub(super) fn width(&self) -> usize {
        usize::from(self.buffer.area.width)
    }

    /// Its rows, from the top.
    pub(super) fn rows(&self) -> impl Iterator<Item = Strip<'_>> {
        let width = self.width().max(1);
        let cells = self.buffer.content.chunks(width);
        let rows = cells.zip(self.faces.chunks(width));
        rows.map(|(cells, faces)| Strip { cells, faces })
    }

    /// Moves rows up by so many, or down where negative, as a terminal does it: what comes in is blank.
    pub(super) fn scroll(&mut self, rows: Range<usize>, up: isize) {
        let width = self.width();
        let cells = rows.start * width..rows.end * width;
        let moved = up * width as isize;
        if let Some(cells) = self.buffer.content.get_mut(cells.clone()) {
            scroll(cells, moved, &Cell::EMPTY);
        }
        if let Some(faces) = self.faces.get_mut(cells) {
            scroll(faces, moved, &Face::BLANK);
        }
    }
}

fn scroll<T: Clone>(all: &mut [T], by: isize, blank: &T) {
    let moved = by.unsigned_abs();
    let from = if by > 0 {
        all.rotate_left(moved);
        all.len() - moved
    } else {
        all.rotate_right(moved);
        0
    };
    let blanks = all.get_mut(from..from + moved).unwrap_or_default();
    blanks.fill(blank.clone());
}
