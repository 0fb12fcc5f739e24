//! A note being written.

use crate::app::{State, Writing, titled};
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
    let room = usize::from(panel::width(state)).saturating_sub(16);
    let title = format!(
        "note on {}",
        titled(&writing.annotation.selector.quote, room)
    );
    let half = state.page.layout.notes.height / 2;
    let mut widget = writing.editor.shown();
    let lines = widget.lines().len() as u16;
    let most = state.page.layout.notes.height.saturating_sub(1).max(ROWS);
    let rows = (lines + 2).max(ROWS).max(half).min(most);
    let area = panel::beside(state, &title, rows, theme, buffer);
    widget.set_cursor_line_style(Style::new());
    widget.set_cursor_style(Style::new().add_modifier(Modifier::REVERSED));
    widget.render(rect(area).intersection(buffer.area), buffer);
    None
}
