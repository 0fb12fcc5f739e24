//! Articles on paper: written to standard output as they are read, without a terminal.

use crate::app::{Desk, Kind, Printed, State, Totals};
use crate::article::Article;
use crate::terminal::capability::Capability;
use crate::terminal::pen::Pen;
use crate::text::{columns, visible_line, wrap};
use crate::view::{EMPTY, Theme, foot, head, plain_text, printed};
use ratatui::buffer::{Buffer, Cell};
use std::io::{self, Write};
use std::ops::Range;

/// Articles up to so many bytes are looked through as a whole before they are printed.
const WHOLE: usize = 1024 * 1024;

/// Longer ones so many bytes at a time: the first rows come at once, and memory stays small.
const PART: usize = 128 * 1024;

/// Rows drawn at once.
const ROWS: usize = 64;

/// How articles are printed.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// What can be shown there.
    pub capability: Capability,
    /// Whether there are attributes at all; without, there is no escape sequence.
    pub styled: bool,
    /// Columns.
    pub width: u16,
}

/// Prints articles one behind the other.
#[derive(Debug)]
pub struct Printer<W> {
    out: W,
    paper: Paper,
    theme: Theme,
}

impl<W: Write> Printer<W> {
    /// Prints to `out`.
    pub fn new(out: W, paper: Paper) -> Self {
        Self {
            out,
            paper,
            theme: paper.capability.theme(),
        }
    }

    /// Prints the article of a desk with everything that is on it, in columns.
    ///
    /// # Errors
    /// When `out` takes no more.
    pub fn columns(&mut self, desk: Desk) -> io::Result<()> {
        let mut state = State::on_paper(desk, self.paper.width);
        self.sheet(&head(&state, &self.theme))?;
        if state.desk.article.is_empty() {
            self.line(&format!(" {EMPTY}"), None)?;
        }
        let mut totals = Totals::default();
        let mut from = 0;
        while let Some(part) = part(&state.desk.article, from) {
            from = part.end;
            state.desk.detect_in(part.clone());
            for paragraph in part {
                count(&mut totals, &state.desk, paragraph);
                self.rows(&state, &state.printed(paragraph))?;
                self.rows(&state, &[Printed::default()])?;
            }
        }
        let lost = state.printed_lost();
        totals.lost = state.desk.count(Kind::Lost);
        self.rows(&state, &lost)?;
        self.sheet(&foot(&state, &self.theme, &totals))?;
        self.out.flush()
    }

    /// Prints the article of a desk with everything that is on it, in sentences: each paragraph, then what is said of it.
    ///
    /// # Errors
    /// When `out` takes no more.
    pub fn linear(&mut self, mut desk: Desk, width: Option<u16>) -> io::Result<()> {
        let name = visible_line(&desk.article.name);
        self.line(&name, width)?;
        if desk.article.is_empty() {
            self.line(EMPTY, width)?;
        }
        let mut totals = Totals::default();
        let mut from = 0;
        while let Some(part) = part(&desk.article, from) {
            from = part.end;
            desk.detect_in(part.clone());
            for paragraph in part {
                count(&mut totals, &desk, paragraph);
                self.out.write_all(b"\n")?;
                self.line(&desk.linear_paragraph(paragraph), width)?;
                for note in desk.linear_notes(paragraph) {
                    self.line(&note, width)?;
                }
            }
        }
        self.out.write_all(b"\n")?;
        for lost in desk.linear_lost() {
            totals.lost += 1;
            self.line(&lost, width)?;
        }
        self.line(&desk.linear_totals(&totals), width)?;
        self.out.flush()
    }

    /// Something between two articles.
    ///
    /// # Errors
    /// When `out` takes no more.
    pub fn gap(&mut self) -> io::Result<()> {
        self.out.write_all(b"\n")
    }

    fn rows(&mut self, state: &State, rows: &[Printed]) -> io::Result<()> {
        for rows in rows.chunks(ROWS) {
            self.sheet(&printed(state, &self.theme, rows))?;
        }
        Ok(())
    }

    fn sheet(&mut self, buffer: &Buffer) -> io::Result<()> {
        let width = usize::from(buffer.area.width).max(1);
        for row in buffer.content.chunks(width) {
            self.row(row)?;
        }
        Ok(())
    }

    /// One row, without the blanks at its end.
    fn row(&mut self, cells: &[Cell]) -> io::Result<()> {
        let end = cells.iter().rposition(|cell| !self.is_blank(cell));
        let cells = cells.get(..end.map_or(0, |end| end + 1));
        let mut pen = Pen::PLAIN;
        let mut skip = 0;
        for cell in cells.unwrap_or_default() {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let wanted = Pen::of(cell);
            let is_seen = cell.symbol() != " " || !pen.blanks_like(wanted);
            if self.paper.styled && is_seen {
                self.take(&mut pen, wanted)?;
            }
            self.out.write_all(cell.symbol().as_bytes())?;
            skip = columns(cell.symbol()).saturating_sub(1);
        }
        self.take(&mut pen, Pen::PLAIN)?;
        self.out.write_all(b"\n")
    }

    /// Writes on with another pen.
    fn take(&mut self, pen: &mut Pen, other: Pen) -> io::Result<()> {
        let mut bytes = Vec::new();
        pen.change(other, &mut bytes);
        *pen = other;
        self.out.write_all(&bytes)
    }

    fn is_blank(&self, cell: &Cell) -> bool {
        let shows = self.paper.styled && !Pen::of(cell).blanks_like(Pen::PLAIN);
        cell.symbol() == " " && !shows
    }

    /// One line, or as many as it takes at `width`.
    fn line(&mut self, text: &str, width: Option<u16>) -> io::Result<()> {
        let text = if self.theme.glyphs.ascii {
            plain_text(text)
        } else {
            text.to_owned()
        };
        let Some(width) = width else {
            return writeln!(self.out, "{text}");
        };
        for line in text.split('\n') {
            for row in wrap(line, usize::from(width)) {
                writeln!(self.out, "{}", row.of(line))?;
            }
        }
        Ok(())
    }
}

fn count(totals: &mut Totals, desk: &Desk, paragraph: usize) {
    let items = desk.items_of(paragraph);
    items
        .filter_map(|item| desk.items.get(item))
        .for_each(|item| totals.add(item));
}

/// The paragraphs from `from` on that are looked through at once; none at the article's end.
fn part(article: &Article, from: usize) -> Option<Range<usize>> {
    let all = article.len();
    if from >= all {
        return None;
    }
    if article.text.len() <= WHOLE {
        return Some(0..all);
    }
    let end = article.paragraph(from).start + PART;
    let to = if end < article.text.len() {
        article.paragraph_at(end).max(from + 1)
    } else {
        all
    };
    Some(from..to)
}
