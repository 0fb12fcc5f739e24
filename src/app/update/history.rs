//! Undo and redo.

use crate::app::effect::Effect;
use crate::app::history::{Change, Step};
use crate::app::silencing::Turn;
use crate::app::state::State;
use crate::app::update::annotate::save;
use crate::app::update::{going, silence};
use crate::notes::Edit;

/// Takes back the last change.
pub(super) fn undo(state: &mut State) -> Vec<Effect> {
    let Some(step) = state.history.undo() else {
        state.tell("nothing to undo");
        return Vec::new();
    };
    match step.change {
        Change::Words(edit) => silence::request(edit, step.what, step.place, Turn::Undo),
        Change::Notes(edit) => {
            state.tell(format!("undid: {}", step.what));
            let step = replay(state, edit, step.what, step.place);
            state.history.undid(step);
            save(state)
        }
    }
}

/// Makes it again.
pub(super) fn redo(state: &mut State) -> Vec<Effect> {
    let Some(step) = state.history.redo() else {
        state.tell("nothing to redo");
        return Vec::new();
    };
    match step.change {
        Change::Words(edit) => silence::request(edit, step.what, step.place, Turn::Redo),
        Change::Notes(edit) => {
            state.tell(format!("did again: {}", step.what));
            let step = replay(state, edit, step.what, step.place);
            state.history.redid(step);
            save(state)
        }
    }
}

fn replay(state: &mut State, edit: Edit, what: String, place: usize) -> Step {
    let inverse = state.desk.apply(edit);
    going::go(state, place, None);
    Step {
        what,
        change: Change::Notes(inverse),
        place,
    }
}
