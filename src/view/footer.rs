//! The bottom row: the line being typed, what there is to say (more rows where it is long), or the keys of the mode.

use crate::app::{Area, Ask, Hint, Mode, State, hints};
use crate::text::{columns, visible, visible_line};
use crate::view::theme::Theme;
use crate::view::{message, put, put_in};
use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// Draws the footer. Where the terminal's cursor goes, if it goes here.
pub(super) fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let area = state.page.layout.footer;
    if area.is_empty() {
        return None;
    }
    if let Mode::Asking(ask) = &state.mode {
        return Some(line(ask, theme, area, buffer));
    }
    if let Some(message) = &state.message {
        message::draw(state, message, theme, buffer);
        return None;
    }
    let mut x = area.x + 1;
    if let Some(count) = state.count {
        x = put(buffer, x, area.y, &format!("{count} "), theme.key) + 1;
    }
    if !state.pending.is_empty() {
        let pending: String = state.pending.iter().map(ToString::to_string).collect();
        x = put(buffer, x, area.y, &pending, theme.key) + 2;
    }
    keys(&hints(state), theme, x, area, buffer);
    None
}

/// As many hints as fit; `? help` is always among them.
fn keys(hints: &[Hint], theme: &Theme, mut x: u16, area: Area, buffer: &mut Buffer) {
    let size = |hint: &Hint| (columns(&hint.keys) + columns(&hint.does) + 1) as u16;
    let last = hints.last().filter(|hint| hint.keys == "?");
    let gap = if area.width > 60 { 3 } else { 2 };
    let kept = last.map_or(0, |hint| size(hint) + gap);
    for (at, hint) in hints.iter().enumerate() {
        let is_last = at + 1 == hints.len();
        let end = area.x + area.width;
        let kept = if is_last { 0 } else { kept };
        if x + size(hint) + kept > end {
            continue;
        }
        x = put(buffer, x, area.y, &hint.keys, theme.key) + 1;
        x = put(buffer, x, area.y, &hint.does, theme.dim) + gap;
    }
}

fn line(ask: &Ask, theme: &Theme, area: Area, buffer: &mut Buffer) -> (u16, u16) {
    let (y, end) = (area.y, area.x + area.width);
    let label = crate::app::cut(
        &visible_line(&ask.purpose.label()),
        usize::from(area.width) * 2 / 3,
    );
    let gap = u16::from(label.chars().count() > 1);
    let x = put(buffer, area.x + 1, y, &label, theme.key) + gap;
    let (text, cursor) = typed(ask);
    let room = usize::from(end.saturating_sub(x + 1));
    // The end of a long line is what is being typed: it stays in sight.
    let skip = cursor.saturating_sub(room);
    let shown: String = skip_columns(&text, skip);
    put_in(buffer, x, y, &shown, Style::new(), end.saturating_sub(x));
    if text.is_empty() && ask.purpose_is_help() {
        put(
            buffer,
            x + 2,
            y,
            "type to search backwards   ↑↓ PgDn scroll   Esc closes",
            theme.dim,
        );
    }
    (x + (cursor - skip) as u16, y)
}

/// What has been typed, and the column of the cursor in it.
fn typed(ask: &Ask) -> (String, usize) {
    let text = ask.editor.text();
    let at = ask.editor.area().cursor().1;
    let before: String = text.chars().take(at).collect();
    (visible(&text).into_owned(), columns(&before))
}

fn skip_columns(text: &str, skip: usize) -> String {
    let mut used = 0;
    crate::text::graphemes(text)
        .skip_while(|(_, cluster)| {
            used += columns(cluster);
            used <= skip && skip > 0
        })
        .map(|(_, cluster)| cluster)
        .collect()
}
