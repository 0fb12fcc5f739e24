//! A note being written.

use crate::app::{Area, State, Writing};
use crate::text::visible_line;
use crate::view::theme::Theme;
use crate::view::{panel, rect};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

/// Rows of the editor at least, if the screen has them.
const ROWS: u16 = 6;

/// Draws the editor: over the lower part of the notes pane, or of the screen where that is too small. Where the
/// terminal's cursor goes: the widget draws its own, so nowhere.
pub(super) fn draw(
    state: &State,
    writing: &Writing,
    theme: &Theme,
    buffer: &mut Buffer,
) -> Option<(u16, u16)> {
    let title = format!(
        "note on “{}”",
        visible_line(&writing.annotation.selector.quote)
    );
    let notes = state.page.layout.notes;
    let lines = writing.editor.area().lines().len() as u16;
    let rows = (lines + 2).max(ROWS);
    let area = if notes.height > ROWS && notes.width >= 24 {
        let height = (rows + 1).min(notes.height).max(notes.height / 2);
        let area = Area {
            x: notes.x.saturating_sub(1),
            y: notes.y + notes.height - height,
            width: notes.width + 1,
            height,
        };
        panel::open(area, &title, theme, buffer)
    } else {
        panel::lower(state, &title, rows, theme, buffer)
    };
    let mut widget = writing.editor.area().clone();
    widget.set_cursor_line_style(Style::new());
    widget.set_cursor_style(Style::new().add_modifier(Modifier::REVERSED));
    widget.render(rect(area).intersection(buffer.area), buffer);
    make_visible(area, buffer);
    None
}

/// The widget draws what was typed as it is; what a terminal would act on becomes a symbol.
fn make_visible(area: Area, buffer: &mut Buffer) {
    for y in area.y..area.y + area.height {
        for x in area.x..area.x + area.width {
            if let Some(cell) = buffer.cell_mut((x, y)) {
                let shown = crate::text::visible(cell.symbol()).into_owned();
                if shown != cell.symbol() {
                    cell.set_symbol(&shown);
                }
            }
        }
    }
}
