//! Searching the text.

use crate::app::action::{Direction, Unit};
use crate::app::mode::Mode;
use crate::app::search::Search;
use crate::app::selection::unit_at;
use crate::app::state::State;
use crate::app::update::going;
use crate::text::visible_line;

/// Searches words and goes to the first hit.
pub(super) fn search(state: &mut State, words: &str, direction: Direction) {
    let search = Search::new(&state.desk.article, words, direction);
    if search.hits.is_empty() {
        state.tell(format!(
            "“{}” does not stand in this article",
            visible_line(words)
        ));
        return;
    }
    state.search = Some(search);
    next_hit(state, Direction::Next, 1);
}

/// Searches the selected words, or the word under the cursor.
pub(super) fn search_word(state: &mut State) {
    let span = match state.mode {
        Mode::Selecting(selection) => Some(selection.span()),
        _ => unit_at(&state.desk.article, state.cursor, Unit::Word),
    };
    let Some(span) = span else {
        return state.tell("no word here");
    };
    state.mode = Mode::Reading;
    state.cursor = span.start;
    let words = span.of(&state.desk.article.text).to_lowercase();
    search(state, &words, Direction::Next);
}

/// To the next hit in the direction of the search, or the other way.
pub(super) fn next_hit(state: &mut State, direction: Direction, times: usize) {
    let Some(search) = state.search.clone() else {
        return state.tell("nothing is searched: / searches");
    };
    let way = match (search.direction, direction) {
        (Direction::Next, way) => way,
        (Direction::Previous, Direction::Next) => Direction::Previous,
        (Direction::Previous, Direction::Previous) => Direction::Next,
    };
    for _ in 0..times {
        let Some((at, wrapped)) = search.next(state.cursor, way) else {
            return;
        };
        let Some(hit) = search.hits.get(at) else {
            return;
        };
        going::jump_to(state, hit.start, None);
        let row = state.page.row_at(&state.desk.article, hit.start);
        state.show(row, false);
        let around = if wrapped && search.hits.len() > 1 {
            ": wrapped around"
        } else {
            ""
        };
        state.tell(format!(
            "“{}” {} of {}{around}",
            visible_line(&search.words),
            at + 1,
            search.hits.len()
        ));
    }
}
