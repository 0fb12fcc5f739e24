//! The article on paper: rows of it with the notes beside them, what stands over it and what under it.
//!
//! Drawn by the functions that draw the desk's panes, so that both look the same.

use crate::app::{Line, Printed, State, Totals};
use crate::text::{visible_line, wrap};
use crate::view::theme::Theme;
use crate::view::{margin, plain_signs, put, text};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// Rows of the page: as many as are given.
pub fn printed(state: &State, theme: &Theme, rows: &[Printed]) -> Buffer {
    let mut buffer = sheet(state, rows.len());
    let lines: Vec<(u16, Line)> = (0..)
        .zip(rows)
        .filter_map(|(y, row)| Some((y, row.line?)))
        .collect();
    text::printed(state, theme, &lines, &mut buffer);
    let layout = &state.page.layout;
    for (y, row) in (0..).zip(rows) {
        if !layout.stacked {
            put(
                &mut buffer,
                layout.divider.x,
                y,
                theme.glyphs.down,
                theme.dim,
            );
        }
        if let Some(note) = &row.note {
            let area = layout.notes;
            margin::row(theme, note, area.x, y, area.width, &mut buffer);
        }
    }
    finished(buffer, theme)
}

/// What stands over the article: its name.
pub fn head(state: &State, theme: &Theme) -> Buffer {
    let bold = Style::new().add_modifier(Modifier::BOLD);
    let rows = said(state, &visible_line(&state.desk.article.name));
    let mut buffer = sheet(state, rows.len() + 1);
    for (y, row) in (0..).zip(&rows) {
        put(&mut buffer, 1, y, row, bold);
    }
    rule(
        state,
        theme,
        rows.len() as u16,
        theme.glyphs.tee_down,
        &mut buffer,
    );
    finished(buffer, theme)
}

/// What stands under it: how much there is on it, and who reads.
pub fn foot(state: &State, theme: &Theme, totals: &Totals) -> Buffer {
    let desk = &state.desk;
    let mut counts = vec![format!("¶{}", desk.article.len())];
    if totals.lost > 0 {
        counts.push(format!("{} lost", totals.lost));
    }
    counts.extend(totals.words(desk.strictness()));
    counts.extend(desk.own().map(|own| visible_line(&own.reader)));
    let rows = said(state, &counts.join("  "));
    let mut buffer = sheet(state, rows.len() + 1);
    rule(state, theme, 0, theme.glyphs.tee_up, &mut buffer);
    for (y, row) in (1..).zip(&rows) {
        put(&mut buffer, 1, y, row, theme.dim);
    }
    finished(buffer, theme)
}

/// `text` in rows that fit on the page.
fn said(state: &State, text: &str) -> Vec<String> {
    let width = usize::from(state.page.layout.screen.width).saturating_sub(2);
    let rows = wrap(text, width).into_iter();
    rows.map(|row| row.of(text).to_owned()).collect()
}

fn sheet(state: &State, rows: usize) -> Buffer {
    Buffer::empty(Rect::new(0, 0, state.page.layout.screen.width, rows as u16))
}

fn rule(state: &State, theme: &Theme, y: u16, tee: &str, buffer: &mut Buffer) {
    let layout = &state.page.layout;
    let across = theme.glyphs.across.repeat(usize::from(layout.screen.width));
    put(buffer, 0, y, &across, theme.dim);
    if !layout.stacked {
        put(buffer, layout.divider.x, y, tee, theme.dim);
    }
}

fn finished(mut buffer: Buffer, theme: &Theme) -> Buffer {
    if theme.glyphs.ascii {
        plain_signs(&mut buffer);
    }
    buffer
}
