//! Undo and redo.

use crate::app::effect::Effect;
use crate::app::history::Step;
use crate::app::state::State;
use crate::app::update::annotate::save;
use crate::app::update::going;

/// Takes back the last change.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(step) = state.history.undo() else {
        state.tell("nothing to undo");
        return Vec::new();
    };
    let step = replay(state, step);
    state.tell(format!("undid: {}", step.what));
    state.history.undid(step);
    save(state)
}

/// Makes it again.
pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let Some(step) = state.history.redo() else {
        state.tell("nothing to redo");
        return Vec::new();
    };
    let step = replay(state, step);
    state.tell(format!("did again: {}", step.what));
    state.history.redid(step);
    save(state)
}

fn replay(state: &mut State, step: Step) -> Step {
    let inverse = state.desk.apply(step.edit);
    going::go(state, step.place, None);
    Step {
        edit: inverse,
        ..step
    }
}
