//! Going somewhere.

use crate::app::action::{Direction, Target, Unit};
use crate::app::item::Source;
use crate::app::line::Top;
use crate::app::selection::units;
use crate::app::state::State;
use crate::app::update::{pane, scrolling, stepping};

/// Goes to byte `offset` and, if given, the item there, and shows its paragraph.
pub(super) fn go(state: &mut State, offset: usize, focus: Option<Source>) {
    let offset = offset.min(state.desk.article.text.len());
    state.cursor = offset;
    state.focus = focus;
    let row = state.page.row_at(&state.desk.article, offset);
    state.show(row, true);
}

/// [`go`], and remembers where it went from.
pub(super) fn jump_to(state: &mut State, offset: usize, focus: Option<Source>) {
    if state.desk.article.paragraph_at(offset) != state.paragraph() {
        state.jumps.leave(state.cursor);
    }
    go(state, offset, focus);
}

/// To the next or previous paragraph. A paragraph that goes on beyond the screen is read to its end first.
pub(super) fn paragraph(state: &mut State, direction: Direction, times: usize) {
    if state.in_notes {
        return stepping::step(state, Target::Any, direction, times);
    }
    for _ in 0..times {
        if scrolling::through(state, direction) {
            continue;
        }
        let here = state.paragraph();
        let last = state.desk.article.len().saturating_sub(1);
        let next = match direction {
            Direction::Next if here >= last => return state.tell("the last paragraph"),
            Direction::Previous
                if here == 0 && state.cursor == state.desk.article.paragraph(0).start =>
            {
                return state.tell("the first paragraph");
            }
            Direction::Next => here + 1,
            Direction::Previous
                if state.cursor > state.desk.article.paragraph(here).start
                    && state.focus.is_none() =>
            {
                here
            }
            Direction::Previous => here.saturating_sub(1),
        };
        go(state, state.desk.article.paragraph(next).start, None);
    }
}

/// To the paragraph of that number, or the last one.
pub(super) fn go_to(state: &mut State, number: usize) {
    let last = state.desk.article.len();
    if number > last && number != usize::MAX {
        state.tell(format!("there are {last} paragraphs"));
    }
    let index = number.clamp(1, last.max(1)) - 1;
    jump_to(state, state.desk.article.paragraph(index).start, None);
}

/// To the next or previous word.
pub(super) fn word(state: &mut State, direction: Direction, times: usize) {
    for _ in 0..times {
        let here = state.paragraph();
        let offset = match direction {
            Direction::Next => (here..state.desk.article.len()).find_map(|index| {
                units(&state.desk.article, index, Unit::Word)
                    .into_iter()
                    .find(|word| word.start > state.cursor)
            }),
            Direction::Previous => (0..=here).rev().find_map(|index| {
                units(&state.desk.article, index, Unit::Word)
                    .into_iter()
                    .rev()
                    .find(|word| word.start < state.cursor)
            }),
        };
        let Some(word) = offset else {
            return;
        };
        state.cursor = word.start;
        state.focus = None;
    }
    let row = state.page.row_at(&state.desk.article, state.cursor);
    state.show(row, false);
}

/// Remembers this place under a letter.
pub(super) fn set_mark(state: &mut State, letter: char) {
    state.marks.insert(letter, state.cursor);
    state.tell(format!(
        "¶{} is marked: '{letter} comes back",
        state.paragraph() + 1
    ));
}

/// To the place remembered under a letter.
pub(super) fn go_to_mark(state: &mut State, letter: char) {
    let place = if letter == '\'' {
        state.jumps.last()
    } else {
        state.marks.get(&letter).copied()
    };
    match place {
        Some(place) => jump_to(state, place, None),
        None if letter == '\'' => state.tell("no jump to go back from"),
        None => state.tell(format!(
            "no place is marked {letter}: m{letter} marks this one"
        )),
    }
}

/// Back or forward among the places jumped from.
pub(super) fn jump(state: &mut State, direction: Direction, times: usize) {
    for _ in 0..times {
        let place = match direction {
            Direction::Next => state.jumps.forward(state.cursor),
            Direction::Previous => state.jumps.back(state.cursor),
        };
        match place {
            Some(place) => go(state, place, None),
            None if direction == Direction::Next => return state.tell("no further jump"),
            None => return state.tell("no earlier jump"),
        }
    }
    pane::to_text(state);
}

/// The row of the article on which the current paragraph begins.
pub(super) fn head(state: &State) -> Top {
    Top {
        paragraph: state.paragraph(),
        row: 0,
    }
}
