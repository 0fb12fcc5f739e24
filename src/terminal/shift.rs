//! Rows of the screen that have moved.

use crate::terminal::face::Face;
use crate::terminal::sheet::Sheet;
use std::ops::RangeInclusive;

/// Rows that stand further up or down than before, with everything in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shift {
    /// The rows that are moved about; what comes in at one end of them is blank.
    pub(super) region: RangeInclusive<usize>,
    /// How far up they go, or down where negative.
    pub(super) up: isize,
}

/// Columns that are compared at once.
const PIECE: usize = 16;

/// Columns at the left that are looked at first, and how many of them have marks of the current paragraph.
const LEFT: usize = 2 * PIECE;
const MARKS: usize = 6;

/// So many cells have to be spared.
const WORTH: isize = 60;

/// A row in pieces: what each says, and how many of its cells are not blank.
type Pieces = Vec<(u64, isize)>;

impl Shift {
    /// The move after which the least is to be written to get from `shown` to `wanted`; none where moving spares little. Not
    /// looked for unless a third of the rows differ at the left, behind what marks a paragraph.
    pub(super) fn find(wanted: &Sheet, shown: &Sheet) -> Option<Self> {
        let rows = wanted.rows().zip(shown.rows());
        let (rows, different) = rows.fold((0, 0), |(rows, different), (wanted, shown)| {
            let mut faces = wanted.faces.iter().zip(shown.faces).take(LEFT).skip(MARKS);
            let differs = faces.any(|(wanted, shown)| wanted != shown);
            (rows + 1, different + usize::from(differs))
        });
        if different * 3 < rows {
            return None;
        }
        // What scrolls has scrolled at the left already; most of what has not is told from a look there.
        let (_, hint) = Self::best_of(wanted, shown, LEFT, None)?;
        Self::best_of(wanted, shown, usize::MAX, Some(hint.up))
            .filter(|(spared, _)| *spared >= WORTH)
            .map(|(_, shift)| shift)
    }

    /// Moves the rows of what is shown as the terminal moves them.
    pub(super) fn apply(&self, shown: &mut Sheet) {
        shown.scroll(*self.region.start()..self.region.end() + 1, self.up);
    }

    /// The best move as far as so many columns can tell: of a way or of all ways.
    fn best_of(
        wanted: &Sheet,
        shown: &Sheet,
        columns: usize,
        way: Option<isize>,
    ) -> Option<(isize, Self)> {
        let in_pieces = |sheet: &Sheet| -> Vec<Pieces> {
            let rows = sheet.rows();
            let rows = rows.map(|row| row.faces.get(..columns).unwrap_or(row.faces));
            rows.map(|row| row.chunks(PIECE).map(piece).collect())
                .collect()
        };
        let (wanted, shown) = (in_pieces(wanted), in_pieces(shown));
        let rows = wanted.iter().zip(&shown);
        let in_place: Vec<isize> = rows.map(|(wanted, shown)| alike(wanted, shown)).collect();
        let furthest = in_place.len() as isize - 1;
        let ways = way.map_or(-furthest..=furthest, |way| way..=way);
        ways.filter(|up| *up != 0)
            .map(|up| Self::best(&wanted, &shown, &in_place, up))
            .max_by_key(|(spared, _)| *spared)
            .filter(|(spared, _)| *spared > 0)
    }

    /// The rows of which most is spared when they move so far, and how many cells that is.
    fn best(wanted: &[Pieces], shown: &[Pieces], in_place: &[isize], up: isize) -> (isize, Self) {
        let mut best = (0_isize, 0..=0);
        let (mut sum, mut start) = (0_isize, 0);
        for (y, (row, here)) in wanted.iter().zip(in_place).enumerate() {
            let from = y.checked_add_signed(up).and_then(|from| shown.get(from));
            let gain = from.map_or(isize::MIN / 2, |from| alike(row, from) - here);
            if sum <= 0 {
                (sum, start) = (0, y);
            }
            sum = sum.saturating_add(gain);
            if sum > best.0 {
                best = (sum, start..=y);
            }
        }
        let (gain, target) = best;
        let first = (*target.start()).min(target.start().saturating_add_signed(up));
        let last = (*target.end()).max(target.end().saturating_add_signed(up));
        let erased = in_place.iter().enumerate().take(last + 1).skip(first);
        let erased = erased.filter(|(y, _)| !target.contains(y));
        let lost: isize = erased.map(|(_, here)| here).sum();
        let region = first..=last;
        (gain - lost, Self { region, up })
    }
}

/// How many cells that are not blank two rows have in common, by whole pieces.
fn alike(one: &Pieces, other: &Pieces) -> isize {
    let both = one.iter().zip(other);
    both.filter(|(one, other)| one == other)
        .map(|(one, _)| one.1)
        .sum()
}

/// What cells say, as a number that hardly any others have, and how many are not blank. How they look is left out: that is
/// compared when they are written.
fn piece(faces: &[Face]) -> (u64, isize) {
    let mut hash = 0_u64;
    let mut filled = 0;
    for face in faces {
        hash = (hash.rotate_left(5) ^ face.symbol).wrapping_mul(0x517c_c1b7_2722_0a95);
        filled += isize::from(face.is_filled());
    }
    (hash, filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn screen(rows: &[&str]) -> Sheet {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 40, rows.len() as u16));
        for (y, row) in rows.iter().enumerate() {
            buffer.set_string(0, y as u16, row, Style::new());
        }
        let faces = buffer.content.iter().map(Face::of).collect();
        Sheet { buffer, faces }
    }

    const TEXT: [&str; 8] = [
        "The council met on Monday behind closed",
        "doors. Nobody was asked who would pay.",
        "",
        "The mayor said that the bridge would be",
        "rebuilt before winter, whatever it costs",
        "and whoever may be against it. It is",
        "believed that work begins in the spring.",
        "Nobody has seen a plan of it as yet.",
    ];

    fn page(from: usize, count: &'static str) -> Sheet {
        let rule = "-".repeat(40);
        let text = TEXT.iter().copied().cycle().skip(from).take(6);
        let rows: Vec<&str> = [count, &rule]
            .into_iter()
            .chain(text)
            .chain([rule.as_str(), "keys"])
            .collect();
        screen(&rows)
    }

    #[test]
    fn what_scrolls_between_two_rules_moves_and_no_more() {
        let (at_1, at_3) = (page(1, "2 of 8"), page(3, "4 of 8"));
        let down = Shift::find(&at_3, &at_1).unwrap();
        assert_eq!((down.region, down.up), (2..=7, 2));
        let up = Shift::find(&at_1, &at_3).unwrap();
        assert_eq!((up.region, up.up), (2..=7, -2));
    }

    #[test]
    fn what_is_somewhere_else_altogether_does_not() {
        let help = screen(&["help"; 10]);
        assert_eq!(Shift::find(&help, &page(0, "1 of 8")), None);
        assert_eq!(Shift::find(&page(0, "1 of 8"), &page(0, "2 of 8")), None);
    }
}
