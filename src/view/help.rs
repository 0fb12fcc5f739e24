//! The whole key table.

use crate::app::{COMMANDS, Group, State};
use crate::text::columns;
use crate::view::theme::Theme;
use crate::view::{panel, put_in};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

/// Narrowest column of the table.
const COLUMN: u16 = 58;

enum Row {
    Title(&'static str),
    Key(String, &'static str),
    Blank,
}

/// Draws the key table over the panes, scrolled by so many rows; no further than to its end.
pub(super) fn draw(state: &State, scroll: usize, theme: &Theme, buffer: &mut Buffer) {
    let area = panel::lower(
        state,
        "every key: also by name with :",
        u16::MAX - 1,
        theme,
        buffer,
    );
    if area.is_empty() {
        return;
    }
    let rows = rows(state);
    let columns = usize::from((area.width / COLUMN).clamp(1, 3));
    let width = area.width / columns as u16;
    let length = rows.len().div_ceil(columns);
    let height = usize::from(area.height);
    let scroll = scroll.min(length.saturating_sub(height));
    for (at, row) in rows.iter().enumerate() {
        let (column, line) = (at / length, at % length);
        if line < scroll || line - scroll >= height {
            continue;
        }
        let place = (
            area.x + column as u16 * width,
            area.y + (line - scroll) as u16,
        );
        draw_row(row, place, width.saturating_sub(2), theme, buffer);
    }
    if length > height {
        let rest = length - height - scroll;
        let more = if rest > 0 {
            format!("{rest} more rows below")
        } else {
            "the end".to_owned()
        };
        let x = (area.x + area.width).saturating_sub(more.len() as u16 + 2);
        put_in(
            buffer,
            x,
            area.y - 1,
            &format!(" {more} "),
            theme.dim,
            area.width,
        );
    }
}

fn draw_row(row: &Row, (x, y): (u16, u16), width: u16, theme: &Theme, buffer: &mut Buffer) {
    match row {
        Row::Title(title) => {
            put_in(
                buffer,
                x,
                y,
                title,
                Style::new().add_modifier(Modifier::BOLD),
                width,
            );
        }
        Row::Key(keys, does) => {
            let wide = 15.max(columns(keys) as u16 + 1).min(width);
            put_in(buffer, x, y, keys, theme.key, width);
            let text = crate::app::cut(does, usize::from(width.saturating_sub(wide)));
            put_in(
                buffer,
                x + wide,
                y,
                &text,
                Style::new(),
                width.saturating_sub(wide),
            );
        }
        Row::Blank => {}
    }
}

fn rows(state: &State) -> Vec<Row> {
    let mut rows = Vec::new();
    for group in Group::ALL {
        rows.push(Row::Title(group.title()));
        for command in COMMANDS.iter().filter(|command| command.group == group) {
            let keys = state.keymap.keys_of(command).join(" ");
            if !keys.is_empty() {
                rows.push(Row::Key(keys, command.does));
            }
        }
        rows.push(Row::Blank);
    }
    rows
}
