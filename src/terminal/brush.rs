//! The terminal's cursor as something to write with.

use crate::terminal::pen::{Pen, write_to};
use crate::terminal::shift::Shift;
use crate::terminal::tile::Tile;
use std::iter::repeat_n;

/// Where the terminal's cursor is and how it writes, and the bytes that move it and make it write.
///
/// Only what every terminal since the VT220 understands: moving, erasing, deleting and inserting rows. Nothing is
/// repeated by `REP` and no other character set is chosen: mosh, screen and the Linux console do not know the first, UTF-8
/// terminals need not know the second.
#[derive(Debug)]
pub(super) struct Brush {
    pub(super) bytes: Vec<u8>,
    /// Column and row, from 0; none where a terminal may think otherwise than this program.
    at: Option<(u16, u16)>,
    /// Whether more than ASCII was written since the column was surely known: where such signs are wide, a row is a little
    /// out of place, but not the rows after it.
    drifted: bool,
    pen: Pen,
    width: u16,
}

impl Brush {
    pub(super) fn new(width: u16) -> Self {
        Self {
            bytes: Vec::with_capacity(16 * 1024),
            at: None,
            drifted: false,
            pen: Pen::PLAIN,
            width,
        }
    }

    /// The width is another, and where the cursor is is not known.
    pub(super) fn set_width(&mut self, width: u16) {
        self.width = width;
        self.at = None;
    }

    /// Somebody else has moved the cursor.
    pub(super) fn lose(&mut self) {
        self.at = None;
    }

    /// The column where the cursor is, if it is in this row.
    pub(super) fn column(&self, y: u16) -> Option<u16> {
        self.at.filter(|at| at.1 == y).map(|at| at.0)
    }

    /// Whether a tile can be written without any change of attributes.
    pub(super) fn suits(&self, tile: &Tile) -> bool {
        tile.suits(self.pen)
    }

    /// Moves the cursor, by the fewest bytes.
    pub(super) fn go(&mut self, x: u16, y: u16) {
        if self.at == Some((x, y)) {
            return;
        }
        let absolute = absolute(x, y);
        let steps = self.at.and_then(|at| self.steps(at, (x, y)));
        let shorter = steps.filter(|(bytes, _)| bytes.len() < absolute.len());
        let (bytes, drifted) = shorter.unwrap_or((absolute, false));
        self.bytes.extend(bytes);
        self.drifted = drifted;
        self.at = Some((x, y));
    }

    /// From one place to another by steps, and whether the column is still in doubt; none where that is no way.
    fn steps(&self, from: (u16, u16), to: (u16, u16)) -> Option<(Vec<u8>, bool)> {
        let anew = self.drifted && from.1 != to.1;
        let back = to.0 < from.0 && (to.0 == 0 || from.0 - to.0 > 4 + to.0);
        let bytes = relative(from, to, anew || back)?;
        Some((bytes, self.drifted && !(anew || back)))
    }

    /// Writes a tile where it belongs.
    pub(super) fn write(&mut self, tile: &Tile, y: u16) {
        self.go(tile.x, y);
        if !self.suits(tile) {
            self.hold(tile.pen);
        }
        self.bytes.extend_from_slice(tile.symbol.as_bytes());
        self.drifted |= tile.symbol.len() > 1;
        let after = tile.x + tile.columns;
        // After the last column a terminal stands on it or behind it.
        self.at = (tile.is_certain() && after < self.width).then_some((after, y));
    }

    /// Erases so many cells from the cursor on, which stays where it is. The cells are those of [`Pen::PLAIN`].
    pub(super) fn erase(&mut self, x: u16, y: u16, columns: u16) {
        self.go(x, y);
        self.plain();
        if x + columns >= self.width {
            self.bytes.extend_from_slice(b"\x1b[K");
        } else {
            write_to(&mut self.bytes, format_args!("\x1b[{columns}X"));
        }
    }

    /// Moves rows; those that come in are blank.
    pub(super) fn scroll(&mut self, shift: &Shift) {
        self.plain();
        let (top, bottom) = (shift.region.start(), shift.region.end());
        write_to(
            &mut self.bytes,
            format_args!("\x1b[{};{}r", top + 1, bottom + 1),
        );
        // Setting the margins has moved the cursor.
        self.at = None;
        self.go(0, *top as u16);
        let what = if shift.up > 0 { 'M' } else { 'L' };
        let count = shift.up.unsigned_abs();
        write_to(&mut self.bytes, format_args!("\x1b[{count}{what}\x1b[r"));
        self.at = None;
    }

    /// Takes off every attribute.
    pub(super) fn plain(&mut self) {
        self.hold(Pen::PLAIN);
    }

    /// Changes over to a look.
    pub(super) fn hold(&mut self, pen: Pen) {
        self.pen.change(pen, &mut self.bytes);
        self.pen = pen;
    }
}

fn absolute(x: u16, y: u16) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(10);
    match (x, y) {
        (0, 0) => bytes.extend_from_slice(b"\x1b[H"),
        (0, _) => write_to(&mut bytes, format_args!("\x1b[{}H", y + 1)),
        _ => write_to(&mut bytes, format_args!("\x1b[{};{}H", y + 1, x + 1)),
    }
    bytes
}

/// From one place to another by steps, from the first column on if so wanted; none upwards.
fn relative(from: (u16, u16), to: (u16, u16), from_first: bool) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(10);
    let mut x = from.0;
    if from_first {
        bytes.push(b'\r');
        x = 0;
    }
    match to.1.checked_sub(from.1)? {
        down @ 0..=4 => bytes.extend(repeat_n(b'\n', usize::from(down))),
        down => write_to(&mut bytes, format_args!("\x1b[{down}B")),
    }
    match (to.0.abs_diff(x), to.0 > x) {
        (0, _) => {}
        (back @ 1..=3, false) => bytes.extend(repeat_n(b'\x08', usize::from(back))),
        (back, false) => write_to(&mut bytes, format_args!("\x1b[{back}D")),
        (1, true) => bytes.extend_from_slice(b"\x1b[C"),
        (ahead, true) => write_to(&mut bytes, format_args!("\x1b[{ahead}C")),
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_way_that_is_sure() {
        for (symbol, from, to, bytes) in [
            ("a", (0, 0), (0, 0), "\r"),
            ("a", (0, 0), (5, 0), "\x1b[4C"),
            ("a", (9, 0), (8, 0), "\x08\x08"),
            ("a", (9, 0), (9, 1), "\n\x08"),
            ("a", (9, 0), (0, 1), "\r\n"),
            ("a", (9, 1), (9, 0), "\x1b[1;10H"),
            ("a", (9, 0), (9, 30), "\x1b[30B\x08"),
            // Where it may have been wider than here, the column is not known in another row.
            ("│", (9, 0), (9, 1), "\r\n\x1b[9C"),
            ("│", (0, 0), (0, 1), "\r\n"),
            ("│", (9, 0), (12, 0), "\x1b[2C"),
            ("\u{fffd}", (9, 0), (12, 0), "\x1b[1;13H"),
            // Behind the last column nobody knows where the cursor is.
            ("a", (79, 0), (0, 1), "\x1b[2H"),
        ] {
            let mut brush = Brush::new(80);
            let tile = Tile {
                symbol,
                pen: Pen::PLAIN,
                x: from.0,
                columns: 1,
            };
            brush.write(&tile, from.1);
            brush.bytes.clear();
            brush.go(to.0, to.1);
            let written = String::from_utf8(brush.bytes).unwrap();
            assert_eq!(written, bytes, "{symbol} {from:?} {to:?}");
        }
    }
}
