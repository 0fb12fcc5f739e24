//! Panes, and leaving whatever is open.

use crate::app::mode::Mode;
use crate::app::state::State;
use crate::app::update::{going, looking, stepping, summarizing};

/// Leaves the mode, then the list's filter, then the marks of the search.
pub(super) fn leave(state: &mut State) {
    match state.mode {
        Mode::Reading => {}
        Mode::Selecting(selection) => {
            state.cursor = selection.span().start;
            state.mode = Mode::Reading;
            return;
        }
        _ => {
            state.mode = Mode::Reading;
            return;
        }
    }
    if summarizing::close(state) || looking::give_up(state) {
        return;
    }
    match &mut state.list {
        Some(filter) if !filter.is_empty() => filter.clear(),
        _ if state.search.take().is_some() => {}
        _ if state.focus.take().is_some() => {}
        Some(_) => close_list(state),
        None if state.in_notes => to_text(state),
        None => state.tell("q quits"),
    }
}

/// To the other pane.
pub(super) fn other(state: &mut State) {
    if state.in_notes {
        return to_text(state);
    }
    state.in_notes = true;
    lay_out(state);
    if state.focus.is_none() {
        let first = state.desk.items_of(state.paragraph()).next();
        let first = first.or_else(|| {
            state
                .listed()
                .first()
                .copied()
                .filter(|_| state.list.is_some())
        });
        match first {
            Some(item) => stepping::to_item(state, item),
            None => state.tell(format!(
                "nothing in the margin of ¶{}: j goes on to the next entry",
                state.paragraph() + 1
            )),
        }
    }
}

/// To the article's pane.
pub(super) fn to_text(state: &mut State) {
    state.in_notes = false;
    lay_out(state);
}

/// Margin notes to list and back.
pub(super) fn toggle_list(state: &mut State) {
    if state.list.is_some() {
        return close_list(state);
    }
    state.list = Some(String::new());
    state.in_notes = true;
    lay_out(state);
}

fn close_list(state: &mut State) {
    state.list = None;
    state.in_notes = false;
    lay_out(state);
    let row = going::head(state);
    state.show(row, true);
}

fn lay_out(state: &mut State) {
    let screen = state.page.layout.screen;
    state.resize(screen.width, screen.height);
}
