//! How characters are written, on the screen and on paper: colours and attributes, as a terminal is told them.

use crate::view::underline;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io::Write;

/// Colours and attributes in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// What a terminal has to be told for one look after another.
struct Change {
    /// Numbers for one sequence; 0 first where all attributes are taken off before.
    codes: Vec<Code>,
    /// The kind of underline, in a sequence of its own: whoever does not know kinds drops no more than that.
    kind: Option<u8>,
}

/// One parameter, or the parameters of one colour.
#[derive(Debug, Clone, Copy)]
enum Code {
    Number(u8),
    Indexed(u8, u8),
    True(u8, u8, u8, u8),
}

/// Attributes that are put on and taken off alone: (attribute, on, off).
const SINGLE: [(Modifier, u8, u8); 3] = [
    (Modifier::ITALIC, 3, 23),
    (Modifier::REVERSED, 7, 27),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Every bit that says how a character is underlined.
const UNDERLINE: Modifier = underline::DOTTED;

/// Bold and dim are taken off together.
const WEIGHT: Modifier = Modifier::BOLD.union(Modifier::DIM);

/// What makes a blank visible in the colour of its letter.
const LINES: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Pen {
    /// As a terminal is before it is told anything.
    pub(super) const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    /// How a cell looks. A blank of which only the background is seen has no more than that.
    pub(super) fn of(cell: &Cell) -> Self {
        if cell.symbol() == " " && !cell.modifier.intersects(LINES) {
            return Self {
                bg: cell.bg,
                ..Self::PLAIN
            };
        }
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether a blank written with this looks as it would with `other`.
    pub(super) fn blanks_like(self, other: Self) -> bool {
        self == other
            || (self.bg == other.bg && !(self.modifier | other.modifier).intersects(LINES))
    }

    /// Tells a terminal to go over to `to`, in as few bytes as it takes.
    pub(super) fn change(self, to: Self, bytes: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let anew = Change::anew(to);
        let step = Change::step(self, to);
        let shorter = if anew.len() <= step.len() { anew } else { step };
        shorter.write(bytes);
    }
}

impl Change {
    /// Everything off, then on what there is to be.
    fn anew(to: Pen) -> Self {
        let mut change = Self::step(Pen::PLAIN, to);
        change.codes.insert(0, Code::Number(0));
        change
    }

    /// Only what differs.
    fn step(from: Pen, to: Pen) -> Self {
        let mut codes = Vec::with_capacity(8);
        let (was, is) = (from.modifier, to.modifier);
        let mut weight = was & WEIGHT;
        if weight.intersects(WEIGHT - is) {
            codes.push(Code::Number(22));
            weight = Modifier::empty();
        }
        for (attribute, code) in [(Modifier::BOLD, 1), (Modifier::DIM, 2)] {
            if (is - weight).contains(attribute) {
                codes.push(Code::Number(code));
            }
        }
        for (attribute, on, off) in SINGLE {
            if was.contains(attribute) != is.contains(attribute) {
                let code = if is.contains(attribute) { on } else { off };
                codes.push(Code::Number(code));
            }
        }
        let kind = Self::line(was & UNDERLINE, is & UNDERLINE, &mut codes);
        if from.fg != to.fg {
            codes.push(colour(to.fg, 30));
        }
        if from.bg != to.bg {
            codes.push(colour(to.bg, 40));
        }
        Self { codes, kind }
    }

    /// The underline: taken off before another is drawn.
    fn line(was: Modifier, is: Modifier, codes: &mut Vec<Code>) -> Option<u8> {
        if was == is {
            return None;
        }
        if !was.is_empty() {
            codes.push(Code::Number(24));
        }
        if is == underline::CURLY {
            return Some(3);
        }
        if is == underline::DOUBLE {
            return Some(2);
        }
        if is == underline::DOTTED {
            return Some(4);
        }
        if is.contains(Modifier::UNDERLINED) {
            codes.push(Code::Number(4));
        }
        None
    }

    /// How many bytes it is, nearly: the same for both ways to say it.
    fn len(&self) -> usize {
        let codes: usize = self.codes.iter().map(|code| code.len() + 1).sum();
        if matches!(self.codes.as_slice(), [Code::Number(0)]) {
            return 3 + usize::from(self.kind.is_some()) * 6;
        }
        codes + 2 * usize::from(codes > 0) + usize::from(self.kind.is_some()) * 6
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        match self.codes.as_slice() {
            [] => {}
            [Code::Number(0)] => bytes.extend_from_slice(b"\x1b[m"),
            codes => {
                let mut before = "\x1b[";
                for code in codes {
                    bytes.extend_from_slice(before.as_bytes());
                    code.write(bytes);
                    before = ";";
                }
                bytes.push(b'm');
            }
        }
        if let Some(kind) = self.kind {
            write_to(bytes, format_args!("\x1b[4:{kind}m"));
        }
    }
}

impl Code {
    fn len(self) -> usize {
        let digits = |number: u8| 1 + usize::from(number > 9) + usize::from(number > 99);
        match self {
            Self::Number(number) => digits(number),
            Self::Indexed(_, index) => 5 + digits(index),
            Self::True(_, r, g, b) => 7 + digits(r) + digits(g) + digits(b),
        }
    }

    fn write(self, bytes: &mut Vec<u8>) {
        match self {
            Self::Number(number) => write_to(bytes, format_args!("{number}")),
            Self::Indexed(which, index) => write_to(bytes, format_args!("{which};5;{index}")),
            Self::True(which, r, g, b) => write_to(bytes, format_args!("{which};2;{r};{g};{b}")),
        }
    }
}

/// A colour of the letter (`base` 30) or behind it (40). The sixteen by their own numbers: terminals that have no more
/// know no others.
fn colour(colour: Color, base: u8) -> Code {
    let bright = base + 60;
    match colour {
        Color::Reset => Code::Number(base + 9),
        Color::Black => Code::Number(base),
        Color::Red => Code::Number(base + 1),
        Color::Green => Code::Number(base + 2),
        Color::Yellow => Code::Number(base + 3),
        Color::Blue => Code::Number(base + 4),
        Color::Magenta => Code::Number(base + 5),
        Color::Cyan => Code::Number(base + 6),
        Color::Gray => Code::Number(base + 7),
        Color::DarkGray => Code::Number(bright),
        Color::LightRed => Code::Number(bright + 1),
        Color::LightGreen => Code::Number(bright + 2),
        Color::LightYellow => Code::Number(bright + 3),
        Color::LightBlue => Code::Number(bright + 4),
        Color::LightMagenta => Code::Number(bright + 5),
        Color::LightCyan => Code::Number(bright + 6),
        Color::White => Code::Number(bright + 7),
        Color::Indexed(index) => Code::Indexed(base + 8, index),
        Color::Rgb(r, g, b) => Code::True(base + 8, r, g, b),
    }
}

/// Writing into memory does not fail.
pub(super) fn write_to(bytes: &mut Vec<u8>, what: std::fmt::Arguments) {
    let _ = bytes.write_fmt(what);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_pen_is_told_what_it_takes() {
        let rgb = Color::Rgb(1, 2, 3);
        for (fg, bg, modifier, expected) in [
            (Color::Reset, Color::Reset, Modifier::BOLD, "\x1b[1m"),
            (
                Color::Red,
                Color::Reset,
                underline::CURLY,
                "\x1b[31m\x1b[4:3m",
            ),
            (
                Color::LightRed,
                Color::DarkGray,
                Modifier::UNDERLINED,
                "\x1b[4;91;100m",
            ),
            (
                Color::Indexed(144),
                Color::Reset,
                Modifier::empty(),
                "\x1b[38;5;144m",
            ),
            (
                Color::Reset,
                rgb,
                underline::DOUBLE,
                "\x1b[48;2;1;2;3m\x1b[4:2m",
            ),
        ] {
            let pen = Pen { fg, bg, modifier };
            let mut there = Vec::new();
            Pen::PLAIN.change(pen, &mut there);
            assert_eq!(String::from_utf8(there).unwrap(), expected);
            let mut back = Vec::new();
            pen.change(Pen::PLAIN, &mut back);
            assert!(back == b"\x1b[m" || back.len() <= 5, "{back:?}");
        }
    }
}
