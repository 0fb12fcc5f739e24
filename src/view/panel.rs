//! A stretch of the screen laid over what is there.

use crate::app::{Area, State};
use crate::view::theme::Theme;
use crate::view::{message, put, rect};
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Clear, Widget};

/// Narrowest notes pane with room for a panel.
const ROOM: u16 = 24;

/// Lays an empty panel over the lower part of the panes, `rows` high with its title row if there is so much room, and
/// returns what is inside.
pub(super) fn lower(
    state: &State,
    title: &str,
    rows: u16,
    theme: &Theme,
    buffer: &mut Buffer,
) -> Area {
    let layout = &state.page.layout;
    let top = layout.header.y + layout.header.height;
    let bottom = message::top(state).max(top);
    let height = (rows + 1).min(bottom.saturating_sub(top));
    let area = Area {
        x: layout.header.x,
        y: bottom - height,
        width: layout.header.width,
        height,
    };
    open(area, title, theme, buffer)
}

/// Lays an empty panel over the lower part of the notes pane, or as [`lower`] where that is too small for so many rows.
pub(super) fn beside(
    state: &State,
    title: &str,
    rows: u16,
    theme: &Theme,
    buffer: &mut Buffer,
) -> Area {
    let notes = state.page.layout.notes;
    if !fits_beside(state, rows) {
        return lower(state, title, rows, theme, buffer);
    }
    let area = Area {
        x: notes.x - 1,
        y: bottom(state) - rows - 1,
        width: notes.width + 1,
        height: rows + 1,
    };
    open(area, title, theme, buffer)
}

/// The row after the last one of the notes pane that no message lies over.
fn bottom(state: &State) -> u16 {
    let notes = state.page.layout.notes;
    (notes.y + notes.height).min(message::top(state))
}

/// Whether so many rows have room in the notes pane.
pub(super) fn fits_beside(state: &State, rows: u16) -> bool {
    let notes = state.page.layout.notes;
    bottom(state).saturating_sub(notes.y) > rows && notes.width >= ROOM && notes.x > 0
}

/// Columns of the notes pane that a panel inside should hold itself to.
pub(super) fn width(state: &State) -> u16 {
    let notes = state.page.layout.notes;
    if notes.width < ROOM {
        state.page.layout.header.width
    } else {
        notes.width
    }
}

/// Lays an empty panel over `area` and returns what is inside: all but the title row and a blank column either side.
pub(super) fn open(area: Area, title: &str, theme: &Theme, buffer: &mut Buffer) -> Area {
    if area.is_empty() {
        return area;
    }
    Clear.render(rect(area).intersection(buffer.area), buffer);
    put(
        buffer,
        area.x,
        area.y,
        &theme.glyphs.across.repeat(usize::from(area.width)),
        theme.dim,
    );
    let title = format!(
        " {} ",
        crate::app::cut(title, usize::from(area.width).saturating_sub(5))
    );
    put(
        buffer,
        area.x + 2.min(area.width - 1),
        area.y,
        &title,
        Style::new().add_modifier(Modifier::BOLD),
    );
    let inset = u16::from(area.width > 4);
    Area {
        x: area.x + inset,
        y: area.y + 1,
        width: area.width - 2 * inset,
        height: area.height - 1,
    }
}
