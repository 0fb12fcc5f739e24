//! What stands in a column, row under row: the line between the panes, the marker of a paragraph.

use crate::terminal::brush::Brush;
use crate::terminal::row::Row;

/// So many of one symbol under each other are written downwards: to change over to how it looks and back in every row would
/// take more.
const FEW: usize = 3;

/// Writes symbols that stand under each other and look alike, and otherwise than what is beside them.
pub(super) fn write(rows: &mut [Row], brush: &mut Brush, width: usize) {
    for x in 0..width {
        let mut from = 0;
        while let Some(tile) = rows.get(from).map(|row| row.alone(x)) {
            let mut until = from + 1;
            while tile.is_some() && goes_on(rows, until, x) {
                until += 1;
            }
            if until - from >= FEW {
                for row in rows.get_mut(from..until).unwrap_or_default() {
                    row.write_one(brush, x);
                }
            }
            from = until;
        }
    }
}

/// Whether a row is right under the one before it and has the same symbol in a column.
fn goes_on(rows: &[Row], at: usize, x: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| rows.get(before));
    let (Some(before), Some(row)) = (before, rows.get(at)) else {
        return false;
    };
    let tile = row.alone(x);
    row.is_under(before) && tile.is_some() && tile == before.alone(x)
}
