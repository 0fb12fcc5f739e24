//! Random frames on a real terminal's emulation: what it shows is what was drawn.

use super::*;
use crate::view::underline;
use alacritty_terminal::event::VoidListener;
use alacritty_terminal::grid::Dimensions;
use alacritty_terminal::index::{Column, Line, Point};
use alacritty_terminal::term::cell::{self, Flags};
use alacritty_terminal::term::{Config, Term, TermMode};
use alacritty_terminal::vte::ansi::{Color as Shown, NamedColor, Processor, Rgb};
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::CellWidth;
use ratatui::style::{Color, Modifier, Style};

const SIZE: (u16, u16) = (30, 9);

/// One thing drawn: column, row, text, style.
type Stroke = (u16, u16, String, Style);

#[derive(Debug, Clone)]
enum Step {
    /// A frame of these strokes.
    Draw(Vec<Stroke>),
    /// The frame before, its rows moved up by so many (down where negative) between a first row and a last one.
    Move(u16, u16, i16, Vec<Stroke>),
    Forget,
}

struct Emulation {
    term: Term<VoidListener>,
    parser: Processor,
}

struct Extent;

impl Dimensions for Extent {
    fn total_lines(&self) -> usize {
        self.screen_lines()
    }

    fn screen_lines(&self) -> usize {
        usize::from(SIZE.1)
    }

    fn columns(&self) -> usize {
        usize::from(SIZE.0)
    }
}

/// A cell as it looks: symbol, letter, background, lines and weight.
#[derive(Debug, PartialEq)]
struct Look(String, Shown, Shown, Flags);

const DEFAULT: Shown = Shown::Named(NamedColor::Foreground);

impl Emulation {
    fn new() -> Self {
        let mut emulation = Self {
            term: Term::new(Config::default(), &Extent, VoidListener),
            parser: Processor::new(),
        };
        emulation.show(b"what stood here before\r\nand here");
        emulation
    }

    fn show(&mut self, bytes: &[u8]) {
        self.parser.advance(&mut self.term, bytes);
    }

    fn cell(&self, x: u16, y: u16) -> &cell::Cell {
        &self.term.grid()[Line(i32::from(y))][Column(usize::from(x))]
    }

    fn look(&self, x: u16, y: u16) -> Look {
        let cell = self.cell(x, y);
        let mut symbol = cell.c.to_string();
        symbol.extend(cell.zerowidth().unwrap_or_default());
        let ignored = Flags::WIDE_CHAR | Flags::WRAPLINE | Flags::LEADING_WIDE_CHAR_SPACER;
        plain_blank(Look(symbol, cell.fg, cell.bg, cell.flags - ignored))
    }

    fn cursor(&self) -> Option<(u16, u16)> {
        let Point { line, column } = self.term.grid().cursor.point;
        let shown = self.term.mode().contains(TermMode::SHOW_CURSOR);
        shown.then_some((column.0 as u16, line.0 as u16))
    }
}

/// Of a blank without lines only the background is seen.
fn plain_blank(look: Look) -> Look {
    let lines = Flags::ALL_UNDERLINES | Flags::INVERSE | Flags::STRIKEOUT;
    if look.0 == " " && !look.3.intersects(lines) {
        return Look(look.0, DEFAULT, look.2, Flags::empty());
    }
    look
}

/// How a cell of a buffer has to look.
fn wanted(cell: &Cell) -> Look {
    let flags = [
        (Modifier::BOLD, Flags::BOLD),
        (Modifier::DIM, Flags::DIM),
        (Modifier::ITALIC, Flags::ITALIC),
        (Modifier::REVERSED, Flags::INVERSE),
        (Modifier::CROSSED_OUT, Flags::STRIKEOUT),
    ];
    let mut look = flags
        .into_iter()
        .filter(|(modifier, _)| cell.modifier.contains(*modifier))
        .fold(Flags::empty(), |flags, (_, flag)| flags | flag);
    look |= match cell.modifier & underline::DOTTED {
        kind if kind == underline::CURLY => Flags::UNDERCURL,
        kind if kind == underline::DOUBLE => Flags::DOUBLE_UNDERLINE,
        kind if kind == underline::DOTTED => Flags::DOTTED_UNDERLINE,
        Modifier::UNDERLINED => Flags::UNDERLINE,
        _ => Flags::empty(),
    };
    let colour = |colour: Color, default: NamedColor| match colour {
        Color::Red => Shown::Named(NamedColor::Red),
        Color::DarkGray => Shown::Named(NamedColor::BrightBlack),
        Color::Indexed(index) => Shown::Indexed(index),
        Color::Rgb(r, g, b) => Shown::Spec(Rgb { r, g, b }),
        _ => Shown::Named(default),
    };
    plain_blank(Look(
        cell.symbol().to_owned(),
        colour(cell.fg, NamedColor::Foreground),
        colour(cell.bg, NamedColor::Background),
        look,
    ))
}

fn check(emulation: &Emulation, buffer: &Buffer, cursor: Option<(u16, u16)>) {
    for y in 0..SIZE.1 {
        let mut hidden = 0;
        for x in 0..SIZE.0 {
            let cell = &buffer[(x, y)];
            if hidden > 0 {
                hidden -= 1;
                continue;
            }
            hidden = cell.symbol().cell_width() - 1;
            assert_eq!(emulation.look(x, y), wanted(cell), "at {x},{y}");
        }
    }
    assert_eq!(emulation.cursor(), cursor);
}

fn colours() -> impl Strategy<Value = Option<Color>> {
    select(vec![
        None,
        None,
        Some(Color::Red),
        Some(Color::DarkGray),
        Some(Color::Indexed(7)),
        Some(Color::Indexed(244)),
        Some(Color::Rgb(1, 20, 255)),
    ])
}

fn styles() -> impl Strategy<Value = Style> {
    let modifiers = select(vec![
        Modifier::empty(),
        Modifier::empty(),
        Modifier::BOLD,
        Modifier::DIM,
        Modifier::BOLD | Modifier::DIM,
        Modifier::ITALIC | Modifier::BOLD,
        Modifier::REVERSED,
        Modifier::CROSSED_OUT,
        Modifier::UNDERLINED,
        underline::CURLY,
        underline::DOUBLE | Modifier::ITALIC,
        underline::DOTTED,
    ]);
    (colours(), colours(), modifiers).prop_map(|(fg, bg, modifier)| Style {
        fg,
        bg,
        add_modifier: modifier,
        ..Style::default()
    })
}

fn strokes() -> impl Strategy<Value = Vec<Stroke>> {
    let texts = "( |a|b|─|“|é|e\u{301}|漢|한|👍){1,40}";
    let stroke = (0..SIZE.0, 0..SIZE.1, texts, styles());
    prop::collection::vec(stroke, 0..14)
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        4 => strokes().prop_map(Step::Draw),
        2 => (0..9_usize).prop_map(|from| Step::Draw(page(from))),
        4 => (0..SIZE.1, 0..SIZE.1, -6..7_i16, strokes()).prop_map(|(one, other, rows, strokes)| {
            let few = strokes.into_iter().take(2).collect();
            Step::Move(one.min(other), one.max(other), rows, few)
        }),
        1 => Just(Step::Forget),
    ];
    prop::collection::vec(step, 1..8)
}

/// A page full of text from a line on, between rules.
fn page(from: usize) -> Vec<Stroke> {
    let rule = "─".repeat(usize::from(SIZE.0));
    let lines = (from..).map(|line| format!("{line} {}", "“words” of line ".repeat(line % 3)));
    let lines = std::iter::once(rule.clone())
        .chain(lines.take(6))
        .chain([rule]);
    (1..)
        .zip(lines)
        .map(|(y, line)| (0, y, line, Style::new()))
        .collect()
}

fn draw(buffer: &mut Buffer, strokes: &[Stroke]) {
    for (x, y, text, style) in strokes {
        buffer.set_string(*x, *y, text, *style);
    }
}

/// `before` with rows moved within a part of it, and blanks where no row came from.
fn moved(before: &Buffer, top: u16, bottom: u16, rows: i16) -> Buffer {
    let mut after = before.clone();
    for y in top..=bottom {
        let from = y.checked_add_signed(rows);
        let from = from.filter(|from| (top..=bottom).contains(from));
        for x in 0..SIZE.0 {
            after[(x, y)] = from.map_or(Cell::EMPTY, |from| before[(x, from)].clone());
        }
    }
    after
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn the_terminal_shows_what_was_drawn(
        steps in steps(),
        cursors in prop::collection::vec(prop::option::of((0..SIZE.0, 0..SIZE.1)), 8),
    ) {
        let mut painter = Painter::new(SIZE.0, SIZE.1);
        let mut emulation = Emulation::new();
        let mut screen = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        for (step, cursor) in steps.iter().zip(cursors) {
            match step {
                Step::Draw(strokes) => {
                    screen.reset();
                    draw(&mut screen, strokes);
                }
                Step::Move(top, bottom, rows, strokes) => {
                    screen = moved(&screen, *top, *bottom, *rows);
                    draw(&mut screen, strokes);
                }
                Step::Forget => {
                    emulation.show(b"\x1b[5;5Hsomebody else");
                    painter.forget();
                }
            }
            let bytes = painter.frame(|buffer| {
                buffer.merge(&screen);
                cursor
            });
            emulation.show(bytes);
            painter.sent();
            check(&emulation, &screen, cursor);
            let again = painter.frame(|buffer| {
                buffer.merge(&screen);
                cursor
            });
            prop_assert!(again.is_empty(), "the same frame twice");
        }
    }
}
