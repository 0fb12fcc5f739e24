//! The mouse.

use crate::app::action::{Direction, Stride, Unit};
use crate::app::hit::{Hit, hit};
use crate::app::input::Mouse;
use crate::app::mode::Mode;
use crate::app::selection::{Selection, unit_at};
use crate::app::state::State;
use crate::app::update::{scrolling, selecting, stepping, summarizing};

/// Rows the wheel scrolls.
const WHEEL: usize = 3;

/// Click chooses a paragraph or an item, drag selects words, the wheel scrolls. While something is open, nothing.
pub(super) fn mouse(state: &mut State, mouse: Mouse, x: u16, y: u16) {
    if !matches!(
        state.mode,
        Mode::Reading | Mode::Selecting(_) | Mode::Explaining(_)
    ) {
        return;
    }
    if state.summary.is_some() {
        return summarizing::mouse(state, mouse, y);
    }
    match mouse {
        Mouse::WheelDown => scrolling::scroll(state, Direction::Next, Stride::Rows(WHEEL), 1),
        Mouse::WheelUp => scrolling::scroll(state, Direction::Previous, Stride::Rows(WHEEL), 1),
        Mouse::Press => press(state, hit(state, x, y)),
        Mouse::Drag => drag(state, hit(state, x, y)),
    }
}

fn press(state: &mut State, hit: Hit) {
    state.mode = Mode::Reading;
    match hit {
        Hit::Text(offset) => {
            state.in_notes = false;
            state.cursor = offset;
            let here = state
                .desk
                .items
                .iter()
                .filter(|item| item.span.contains(offset))
                .min_by_key(|item| item.span.len());
            state.focus = here.map(|item| item.source.clone());
        }
        Hit::Note(item) => stepping::to_item(state, item),
        Hit::Notes | Hit::Nothing => {}
    }
}

fn drag(state: &mut State, hit: Hit) {
    let Hit::Text(offset) = hit else {
        return;
    };
    let fixed = match state.mode {
        Mode::Selecting(selection) => selection.fixed,
        _ => state.cursor,
    };
    let (Some(first), Some(last)) = (
        unit_at(&state.desk.article, fixed, Unit::Word),
        unit_at(&state.desk.article, offset, Unit::Word),
    ) else {
        return;
    };
    let selection = if offset < fixed {
        Selection {
            fixed: first.end.max(fixed),
            moving: last.start,
        }
    } else {
        Selection {
            fixed: first.start.min(fixed),
            moving: last.end,
        }
    };
    selecting::set(state, selection);
}
