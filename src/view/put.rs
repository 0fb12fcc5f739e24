//! Writing text into cells.

use crate::text::graphemes;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::style::Style;

/// Writes text from a cell on, as far as the row goes; nothing outside the screen. Returns the column after it.
pub(super) fn put(buffer: &mut Buffer, x: u16, y: u16, text: &str, style: Style) -> u16 {
    put_in(buffer, x, y, text, style, u16::MAX)
}

/// [`put`], within so many columns.
pub(super) fn put_in(
    buffer: &mut Buffer,
    x: u16,
    y: u16,
    text: &str,
    style: Style,
    columns: u16,
) -> u16 {
    let area = buffer.area;
    if x >= area.width || y >= area.height || columns == 0 {
        return x;
    }
    let mut ink = Ink {
        x,
        y,
        end: x + columns.min(area.width - x),
        style,
    };
    let mut rest = text;
    while !rest.is_empty() {
        let (plain, other) = split(rest, plain(rest.as_bytes()));
        let (other, more) = split(other, other_than_plain(other.as_bytes()));
        if !ink.write_plain(buffer, plain) || !ink.write(buffer, other) {
            break;
        }
        rest = more;
    }
    ink.x
}

/// Where the next symbol goes, where the room ends, and how it looks.
struct Ink {
    x: u16,
    y: u16,
    end: u16,
    style: Style,
}

impl Ink {
    /// Writes ASCII, each character a symbol of its own; whether there was room for all of it.
    fn write_plain(&mut self, buffer: &mut Buffer, text: &str) -> bool {
        let first = buffer.index_of(self.x.min(self.end - 1), self.y);
        let room = usize::from(self.end - self.x);
        let cells = buffer.content.iter_mut().skip(first).take(room);
        for (cell, byte) in cells.zip(text.bytes()) {
            cell.set_char(char::from(byte)).set_style(self.style);
        }
        self.x += text.len().min(room) as u16;
        text.len() <= room
    }

    /// Writes anything; whether there was room for all of it. Controls are left out.
    fn write(&mut self, buffer: &mut Buffer, text: &str) -> bool {
        for (_, symbol) in graphemes(text) {
            if symbol.contains(char::is_control) {
                continue;
            }
            let after = self.x.saturating_add(symbol.cell_width());
            if after > self.end {
                return false;
            }
            for x in self.x..after {
                let Some(cell) = buffer.cell_mut((x, self.y)) else {
                    continue;
                };
                if x == self.x {
                    cell.set_symbol(symbol).set_style(self.style);
                } else {
                    // Hidden by the wide symbol.
                    cell.reset();
                }
            }
            self.x = after;
        }
        true
    }
}

/// How many bytes at the start are symbols of their own without a look at what Unicode says: ASCII before ASCII.
fn plain(bytes: &[u8]) -> usize {
    let is_plain = |at: usize| begins_plain(bytes.get(at..).unwrap_or_default());
    let other = (0..bytes.len()).find(|at| !is_plain(*at));
    other.unwrap_or(bytes.len())
}

/// How many bytes it takes until ASCII comes that nothing before it can take in.
fn other_than_plain(bytes: &[u8]) -> usize {
    let after_ascii = |at: &usize| bytes.get(at - 1).is_some_and(u8::is_ascii);
    let found = (1..bytes.len())
        .filter(after_ascii)
        .find(|at| begins_plain(bytes.get(*at..).unwrap_or_default()));
    found.unwrap_or(bytes.len())
}

fn begins_plain(bytes: &[u8]) -> bool {
    match bytes {
        [one] => matches!(one, b' '..=b'~'),
        [one, next, ..] => matches!(one, b' '..=b'~') && next.is_ascii(),
        [] => false,
    }
}

/// Both parts of a text; `at` is on a character's boundary.
fn split(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::layout::Rect;

    proptest! {
        #[test]
        fn writes_what_ratatui_would(
            text in "([a-z ]{1,6}|e\u{301}|\u{600}1|“|漢|👩\u{200d}🔬|\r\n|\u{7}|ﾊﾞ|\u{301}){0,9}",
            x in 0..30_u16,
            columns in 0..30_u16,
        ) {
            let style = Style::new().red().bold();
            let mut ours = Buffer::filled(Rect::new(0, 0, 24, 1), ratatui::buffer::Cell::new("#"));
            let mut theirs = ours.clone();
            let after = put_in(&mut ours, x, 0, &text, style, columns);
            let expected = if x < 24 {
                theirs.set_stringn(x, 0, &text, usize::from(columns), style).0
            } else {
                x
            };
            prop_assert_eq!((ours, after), (theirs, expected));
        }
    }
}
