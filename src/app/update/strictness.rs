//! How much of the findings is shown.

use crate::app::effect::Effect;
use crate::app::item::{Kind, Source};
use crate::app::state::State;
use crate::detect::Strictness;

/// A level stricter.
pub(super) fn fewer(state: &mut State) -> Vec<Effect> {
    let next = state.desk.strictness().fewer();
    set(state, next, "nothing is stricter")
}

/// A level laxer.
pub(super) fn more(state: &mut State) -> Vec<Effect> {
    let next = state.desk.strictness().more();
    set(state, next, "there is no more")
}

fn set(state: &mut State, level: Option<Strictness>, end: &str) -> Vec<Effect> {
    let Some(level) = level else {
        state.tell(format!("{} · {end}", counts(state)));
        return Vec::new();
    };
    state.desk.set_strictness(level);
    settle(state);
    state.tell(counts(state));
    vec![Effect::KeepStrictness(level)]
}

/// `normal: 11 of 26 findings; few 4`.
fn counts(state: &State) -> String {
    let desk = &state.desk;
    let (level, all) = (desk.strictness(), desk.found_at(Strictness::All));
    let others: Vec<String> = Strictness::ALL
        .into_iter()
        .filter(|other| *other != level && *other != Strictness::All)
        .map(|other| format!("{} {}", other.name(), desk.found_at(other)))
        .collect();
    let noun = if all == 1 { "finding" } else { "findings" };
    let found = match level {
        Strictness::All => format!("{all} {noun}"),
        level => format!("{} of {all} {noun}", desk.found_at(level)),
    };
    let share = desk
        .looking()
        .map(|share| format!(" · {share} % looked at"));
    let share = share.unwrap_or_default();
    format!("{}: {found}; {}{share}", level.about(), others.join(", "))
}

/// Keeps the reader somewhere when the item with the focus is not shown any more: in the notes pane at the next one
/// listed, in the text where the words are.
pub(super) fn settle(state: &mut State) {
    if state.focus.is_some() && state.focused().is_none() {
        state.focus = state.in_notes.then(|| near(state)).flatten();
    }
    let row = state.page.row_at(&state.desk.article, state.cursor);
    state.show(row, false);
}

/// The item listed at the cursor or after it, else the last one before.
fn near(state: &State) -> Option<Source> {
    let items = &state.desk.items;
    let listed: Vec<_> = state
        .listed()
        .into_iter()
        .filter_map(|at| items.get(at))
        .filter(|item| item.kind != Kind::Lost)
        .filter(|item| state.list.is_some() || item.paragraph == state.paragraph())
        .collect();
    let next = listed.iter().find(|item| item.span.start >= state.cursor);
    next.or(listed.last()).map(|item| item.source.clone())
}
