//! Choosing from a list.

use crate::app::{Picker, Purpose, State, cut, titled};
use crate::text::{columns, visible, visible_line};
use crate::view::theme::Theme;
use crate::view::{panel, put, put_in};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

/// Rows of choices shown at most.
const ROWS: u16 = 14;

/// Draws the picker. Where the terminal's cursor goes.
pub(super) fn draw(
    state: &State,
    picker: &Picker,
    theme: &Theme,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    let rows = (picker.choices.len() as u16 + 1).clamp(3, ROWS);
    let area = panel::lower(state, &title(picker), rows + 1, theme, buffer);
    if area.is_empty() {
        return None;
    }
    let typed = picker.input.text();
    let x = put(buffer, area.x, area.y, "> ", theme.key);
    put_in(
        buffer,
        x,
        area.y,
        &visible(&typed),
        Style::new(),
        area.width.saturating_sub(2),
    );
    let before: String = typed.chars().take(picker.input.area().cursor().1).collect();
    let room = usize::from(area.height.saturating_sub(1));
    let skip = picker.at.saturating_sub(room.saturating_sub(1));
    let names = picker
        .choices
        .iter()
        .map(|choice| columns(&visible_line(&choice.name)))
        .max()
        .unwrap_or(0)
        .clamp(8, 28);
    for line in 0..room.min(picker.len().saturating_sub(skip)) {
        row(
            picker,
            skip + line,
            (area.x, area.y + 1 + line as u16, area.width),
            names,
            theme,
            buffer,
        );
    }
    if picker.is_empty() {
        put(
            buffer,
            area.x + 2,
            area.y + 1,
            "nothing is called so",
            theme.dim,
        );
    }
    Some((x + columns(&before) as u16, area.y))
}

fn title(picker: &Picker) -> String {
    match &picker.purpose {
        Purpose::Command => "commands".to_owned(),
        Purpose::Silence(_, quote) => format!("silence what points at {quote}"),
        Purpose::Tag(annotation, _) => {
            format!("tag {}", titled(&annotation.selector.quote, 60))
        }
        Purpose::Speaker(annotation, _) => {
            format!("who says {}", titled(&annotation.selector.quote, 60))
        }
        Purpose::Flag(annotation, _) => {
            format!("flag {} as", titled(&annotation.selector.quote, 60))
        }
    }
}

fn row(
    picker: &Picker,
    at: usize,
    (x, y, width): (u16, u16, u16),
    names: usize,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let current = at == picker.at;
    let weight = if current {
        Style::new().add_modifier(Modifier::BOLD)
    } else {
        Style::new()
    };
    if current {
        put(buffer, x, y, theme.glyphs.marker, theme.marker);
    }
    let Some(choice) = picker.shown.get(at).and_then(|at| picker.choices.get(*at)) else {
        let name = picker.new_name().unwrap_or_default();
        let what = match picker.purpose {
            Purpose::Speaker(..) => "as typed ",
            _ => "new tag ",
        };
        let next = put(buffer, x + 4, y, what, theme.dim);
        put_in(
            buffer,
            next,
            y,
            &visible_line(&name),
            weight,
            width.saturating_sub(13),
        );
        return;
    };
    if picker.input.is_empty()
        && picker
            .shown
            .get(at)
            .is_some_and(|place| *place < picker.digits)
    {
        put(buffer, x + 1, y, &(at + 1).to_string(), theme.key);
    }
    if choice.on {
        put(buffer, x + 2, y, theme.glyphs.reviewed, theme.marker);
    }
    let room = usize::from(width).saturating_sub(5);
    let right = cut(&visible_line(&choice.right), room / 3);
    let name = cut(&visible_line(&choice.name), names.min(room));
    put_in(buffer, x + 4, y, &name, weight, width.saturating_sub(4));
    let about = cut(
        &visible_line(&choice.about),
        room.saturating_sub(names + columns(&right) + 4),
    );
    put(buffer, x + 4 + names as u16 + 2, y, &about, theme.dim);
    let end = (x + width).saturating_sub(columns(&right) as u16 + 1);
    put(buffer, end, y, &right, theme.key);
}
