//! What stands at a place of the screen, for the mouse.

use crate::app::margin::notes;
use crate::app::state::State;
use crate::text::{columns, graphemes};

/// What stands at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hit {
    /// A character of the article, by its byte offset.
    Text(usize),
    /// An item of the notes pane, by its index.
    Note(usize),
    /// The notes pane, but none of its items.
    Notes,
    /// Neither.
    Nothing,
}

/// What stands at column `x` and row `y`.
pub(super) fn hit(state: &State, x: u16, y: u16) -> Hit {
    let layout = &state.page.layout;
    if layout.notes.contains(x, y) {
        let row = y - layout.notes.y;
        let note = notes(state).into_iter().find(|note| note.y == row);
        return note
            .and_then(|note| note.item)
            .map_or(Hit::Notes, Hit::Note);
    }
    let beside = layout.gutter.contains(x, y) || layout.text.contains(x, y);
    if !beside {
        return Hit::Nothing;
    }
    let column = usize::from(x.saturating_sub(layout.text.x));
    let row = usize::from(y - layout.text.y);
    let lines = state.page.lines(&state.desk.article);
    let Some(line) = lines.get(row) else {
        return Hit::Nothing;
    };
    if line.row.is_none() {
        return Hit::Text(state.desk.article.paragraph(line.paragraph).start);
    }
    let mut used = 0;
    for (at, cluster) in graphemes(line.span.of(&state.desk.article.text)) {
        used += columns(cluster);
        if used > column {
            return Hit::Text(line.span.start + at);
        }
    }
    Hit::Text(line.span.end)
}
