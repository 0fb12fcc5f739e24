//! What there is to say, in as many of the bottom rows as it needs.

use crate::app::{Message, Mode, State, cut};
use crate::text::{visible_line, wrap};
use crate::view::theme::Theme;
use crate::view::{put, rect};
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

/// The first row that the bottom of the screen needs: the footer's, or that of the line over a message of several rows.
pub(super) fn top(state: &State) -> u16 {
    let layout = &state.page.layout;
    match rows(state).len() as u16 {
        0 | 1 => layout.footer.y,
        rows => (layout.footer.y + 1).saturating_sub(rows + u16::from(layout.rules[1].is_some())),
    }
}

/// Draws a message: its last row in the footer, the others over the panes.
pub(super) fn draw(state: &State, message: &Message, theme: &Theme, buffer: &mut Buffer) {
    let layout = &state.page.layout;
    let mut area = layout.footer;
    let rows = rows(state);
    let style = if message.is_error {
        theme.error
    } else {
        Style::new()
    };
    let top = top(state);
    if top < area.y {
        area.height += area.y - top;
        area.y = top;
        Clear.render(rect(area).intersection(buffer.area), buffer);
        if layout.rules[1].is_some() {
            let across = theme.glyphs.across.repeat(usize::from(area.width));
            put(buffer, area.x, top, &across, theme.dim);
        }
    }
    let first = (layout.footer.y + 1).saturating_sub(rows.len() as u16);
    for (y, row) in (first..).zip(&rows) {
        put(buffer, area.x + 1, y, row, style);
    }
}

/// The message as rows, none where none is shown. At most a quarter of the screen; what is longer ends in `…`.
fn rows(state: &State) -> Vec<String> {
    let layout = &state.page.layout;
    let is_asking = matches!(state.mode, Mode::Asking(_));
    let Some(message) = state.message.as_ref().filter(|_| !is_asking) else {
        return Vec::new();
    };
    let width = usize::from(layout.footer.width).saturating_sub(2).max(1);
    let most = usize::from(layout.screen.height / 4).max(1);
    let text = cut(&visible_line(&message.text), width * most);
    let wrapped = wrap(&text, width);
    let mut rows: Vec<String> = wrapped
        .iter()
        .take(most)
        .map(|row| row.of(&text).trim_end().to_owned())
        .collect();
    if let (Some(last), Some(row)) = (rows.last_mut(), wrapped.get(most - 1)) {
        let rest = text.get(row.start..).unwrap_or_default();
        *last = cut(rest, width);
    }
    rows
}
