//! Scrolling without choosing.

use crate::app::action::{Direction, Stride};
use crate::app::line::Top;
use crate::app::state::State;
use crate::app::update::going;

/// Scrolls; the current paragraph stays in sight, else the first one in sight becomes it.
pub(super) fn scroll(state: &mut State, direction: Direction, stride: Stride, times: usize) {
    let height = usize::from(state.page.layout.text.height);
    let rows = match stride {
        Stride::Rows(rows) => rows,
        Stride::Half => (height / 2).max(1),
        Stride::Page => height.saturating_sub(2).max(1),
    };
    let rows = (rows * times) as isize;
    let moved = match direction {
        Direction::Next => state.page.scroll(&state.desk.article, rows),
        Direction::Previous => state.page.scroll(&state.desk.article, -rows),
    };
    if !moved {
        // At the article's end, the keys still reach the paragraphs that no scrolling brings to the top.
        let whole = !matches!(stride, Stride::Rows(_));
        if whole && let Some(offset) = edge(state, direction) {
            state.cursor = offset;
            state.focus = None;
        }
        return state.tell(if direction == Direction::Next {
            "the end"
        } else {
            "the beginning"
        });
    }
    follow(state);
}

/// Reads on through a paragraph that is taller than the screen. False when it was at its end already.
pub(super) fn through(state: &mut State, direction: Direction) -> bool {
    let height = state.page.layout.text.height;
    let head = going::head(state);
    let rows = state.page.rows(&state.desk.article, head.paragraph).len();
    if rows <= usize::from(height) || height < 3 {
        return false;
    }
    let end = Top {
        row: rows - 1,
        ..head
    };
    let goal = if direction == Direction::Next {
        end
    } else {
        head
    };
    if state.page.screen_row(&state.desk.article, goal).is_some() {
        return false;
    }
    let rows = isize::from(height as i16) - 2;
    state.page.scroll(
        &state.desk.article,
        if direction == Direction::Next {
            rows
        } else {
            -rows
        },
    )
}

/// Makes the first paragraph that begins in sight the current one, when the current one is out of sight.
fn follow(state: &mut State) {
    let lines = state.page.lines(&state.desk.article);
    let current = state.paragraph();
    if lines
        .iter()
        .any(|line| line.paragraph == current && line.row.is_some())
    {
        return;
    }
    let first = lines
        .iter()
        .find(|line| line.row == Some(0))
        .or(lines.iter().find(|line| line.row.is_some()));
    if let Some(line) = first {
        state.cursor = state.desk.article.paragraph(line.paragraph).start;
        state.focus = None;
    }
}

fn edge(state: &State, direction: Direction) -> Option<usize> {
    let last = state.desk.article.len().checked_sub(1)?;
    let index = if direction == Direction::Next {
        last
    } else {
        0
    };
    Some(state.desk.article.paragraph(index).start)
}
