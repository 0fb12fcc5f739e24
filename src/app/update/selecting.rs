//! Selecting words.

use crate::app::action::{Direction, Unit};
use crate::app::key::{Code, Key};
use crate::app::labels::Labels;
use crate::app::mode::Mode;
use crate::app::selection::{Selection, unit_at};
use crate::app::state::State;
use crate::text::Span;

/// Starts selecting: the unit at the cursor. With an item in focus, `v` starts from its words.
pub(super) fn select(state: &mut State, unit: Unit) {
    let focused = state
        .focused_item()
        .filter(|_| unit == Unit::Word)
        .map(|item| item.span);
    match focused.or_else(|| unit_at(&state.desk.article, state.cursor, unit)) {
        Some(span) if !span.is_empty() => take(state, span),
        _ => state.tell("no words here"),
    }
}

/// Takes the unit around the cursor, or around the moving end, as the selection.
pub(super) fn inside(state: &mut State, unit: Unit) {
    let at = match state.mode {
        Mode::Selecting(selection) => selection.span().start,
        _ => state.cursor,
    };
    let span = match unit {
        Unit::Quotation => quotation(state, at),
        _ => unit_at(&state.desk.article, at, unit),
    };
    match span {
        Some(span) => take(state, span),
        None => state.tell("no quotation here: ]q goes to the next one"),
    }
}

/// Moves the selection's end.
pub(super) fn extend(state: &mut State, direction: Direction, unit: Unit, times: usize) {
    let Mode::Selecting(mut selection) = state.mode else {
        return;
    };
    for _ in 0..times.min(10_000) {
        selection = selection.extended(&state.desk.article, direction, unit);
    }
    set(state, selection);
}

/// Moves the other end from now on.
pub(super) fn swap(state: &mut State) {
    if let Mode::Selecting(selection) = state.mode {
        set(state, selection.swapped());
    }
}

/// Puts letters on the words in sight.
pub(super) fn pick_words(state: &mut State) {
    let labels = Labels::new(&state.desk.article, &state.page, state.paragraph(), None);
    state.mode = Mode::Labelling(Box::new(labels));
}

/// A key while letters stand on words.
pub(super) fn label_key(state: &mut State, key: Key) {
    let Mode::Labelling(labels) = &mut state.mode else {
        return;
    };
    match (key.typed(), key.code, labels.first) {
        (Some(letter), _, _) => labels.typed.push(letter),
        (_, Code::Enter, Some(first)) => return take(state, first),
        _ => {
            state.mode = Mode::Reading;
            return;
        }
    }
    if let Some(word) = labels.chosen() {
        if let Some(first) = labels.first {
            return take(state, first.hull(word));
        }
        let here = state.paragraph();
        let labels = Labels::new(&state.desk.article, &state.page, here, Some(word));
        state.mode = Mode::Labelling(Box::new(labels));
    } else if !labels.is_open() {
        let typed = labels.typed.clone();
        state.mode = Mode::Reading;
        state.tell(format!("no word has the letters {typed}"));
    }
}

/// Makes `span` the selection.
pub(super) fn take(state: &mut State, span: Span) {
    set(state, Selection::of(span));
}

/// Makes `selection` the selection and shows its moving end.
pub(super) fn set(state: &mut State, selection: Selection) {
    state.mode = Mode::Selecting(selection);
    let forward = selection.moving > selection.fixed;
    let seen = if forward {
        selection.moving.saturating_sub(1)
    } else {
        selection.moving
    };
    let row = state.page.row_at(&state.desk.article, seen);
    state.show(row, false);
}

fn quotation(state: &State, at: usize) -> Option<Span> {
    let article = &state.desk.article;
    let paragraph = article.paragraph(article.paragraph_at(at));
    state.desk.quotation_at(at).or_else(|| {
        let finding =
            state.desk.findings.iter().find(|finding| {
                finding.quotation().is_some() && paragraph.overlaps(finding.span)
            })?;
        state.desk.quotation_at(finding.span.start)
    })
}
