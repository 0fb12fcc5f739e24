//! Frames to bytes.

use crate::view::underline;
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::style::{Attribute, Print, SetAttribute, SetBackgroundColor, SetForegroundColor};
use crossterm::terminal::{Clear, ClearType as Cleared};
use ratatui::backend::IntoCrossterm;
use ratatui::backend::{ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};
use std::io::{self, Write};

/// Writes frames as escape sequences and sends each in one write.
///
/// Unlike ratatui's own backend it knows kinds of underline ([`underline`]), never asks the terminal for anything, and
/// moves the cursor and the attributes only where they differ.
#[derive(Debug)]
pub(super) struct Backend {
    bytes: Vec<u8>,
    size: Size,
    cursor: Option<Position>,
    hidden: bool,
}

/// Attributes in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

const PLAIN: Pen = Pen {
    fg: Color::Reset,
    bg: Color::Reset,
    modifier: Modifier::empty(),
};

impl Backend {
    pub(super) fn new(size: Size) -> Self {
        Self {
            bytes: Vec::with_capacity(16 * 1024),
            size,
            cursor: None,
            hidden: false,
        }
    }

    pub(super) fn set_size(&mut self, size: Size) {
        self.size = size;
    }

    /// Sends what has been drawn, in one write.
    pub(super) fn send(&mut self) -> io::Result<()> {
        if self.bytes == EMPTY_FRAME {
            self.bytes.clear();
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(&self.bytes)?;
        self.bytes.clear();
        out.flush()
    }

    fn pen(&mut self, from: Pen, to: Pen) -> io::Result<()> {
        if from.modifier != to.modifier {
            // Attributes cannot all be taken off one by one everywhere: start anew, then put on.
            queue!(self, SetAttribute(Attribute::Reset))?;
            for attribute in attributes(to.modifier) {
                queue!(self, SetAttribute(attribute))?;
            }
            return self.colours(PLAIN, to);
        }
        self.colours(from, to)
    }

    fn colours(&mut self, from: Pen, to: Pen) -> io::Result<()> {
        if from.fg != to.fg {
            queue!(self, SetForegroundColor(to.fg.into_crossterm()))?;
        }
        if from.bg != to.bg {
            queue!(self, SetBackgroundColor(to.bg.into_crossterm()))?;
        }
        Ok(())
    }
}

/// A frame in which nothing changed: only the marks of a synchronized update.
const EMPTY_FRAME: &[u8] = b"\x1b[?2026h\x1b[?2026l";

fn attributes(modifier: Modifier) -> impl Iterator<Item = Attribute> {
    let kinds = Modifier::SLOW_BLINK | Modifier::RAPID_BLINK;
    let line = match modifier & (Modifier::UNDERLINED | kinds) {
        m if m == underline::CURLY => Some(Attribute::Undercurled),
        m if m == underline::DOUBLE => Some(Attribute::DoubleUnderlined),
        m if m == underline::DOTTED => Some(Attribute::Underdotted),
        m if m.contains(Modifier::UNDERLINED) => Some(Attribute::Underlined),
        _ => None,
    };
    [
        (Modifier::BOLD, Attribute::Bold),
        (Modifier::DIM, Attribute::Dim),
        (Modifier::ITALIC, Attribute::Italic),
        (Modifier::REVERSED, Attribute::Reverse),
        (Modifier::CROSSED_OUT, Attribute::CrossedOut),
    ]
    .into_iter()
    .filter(move |(wanted, _)| modifier.contains(*wanted))
    .map(|(_, attribute)| attribute)
    .chain(line)
}

impl Write for Backend {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl ratatui::backend::Backend for Backend {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut pen = PLAIN;
        let mut next: Option<(u16, u16)> = None;
        for (x, y, cell) in content {
            if next.is_none() && !self.hidden {
                // The cursor does not run about on terminals without synchronized updates.
                queue!(self, Hide)?;
                self.hidden = true;
            }
            if next != Some((x, y)) {
                queue!(self, MoveTo(x, y))?;
            }
            let wanted = Pen {
                fg: cell.fg,
                bg: cell.bg,
                modifier: cell.modifier,
            };
            self.pen(pen, wanted)?;
            pen = wanted;
            queue!(self, Print(cell.symbol()))?;
            // A cell of two columns, and the blank behind it, is one symbol.
            let wide = crate::text::columns(cell.symbol()).max(1) as u16;
            next = Some((x + wide, y));
        }
        if pen != PLAIN {
            queue!(self, SetAttribute(Attribute::Reset))?;
        }
        if next.is_some() {
            self.cursor = None;
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if !self.hidden {
            self.hidden = true;
            queue!(self, Hide)?;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        if self.hidden {
            self.hidden = false;
            queue!(self, Show)?;
        }
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let position = position.into();
        if self.cursor != Some(position) {
            self.cursor = Some(position);
            queue!(self, MoveTo(position.x, position.y))?;
        }
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, kind: ClearType) -> io::Result<()> {
        self.cursor = None;
        queue!(
            self,
            Clear(match kind {
                ClearType::All => Cleared::All,
                ClearType::AfterCursor => Cleared::FromCursorDown,
                ClearType::BeforeCursor => Cleared::FromCursorUp,
                ClearType::CurrentLine => Cleared::CurrentLine,
                ClearType::UntilNewLine => Cleared::UntilNewLine,
            })
        )
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.size,
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
