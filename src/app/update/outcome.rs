//! What became of effects, and leaving.

use crate::app::effect::Effect;
use crate::app::state::State;
use crate::app::update::annotate::{change, save};
use crate::app::update::arriving;
use crate::notes::{Annotation, Edit, Notebook};

/// The notebook was saved. What others had written into the file meanwhile is now here, too.
pub(super) fn saved(
    state: &mut State,
    notebook: Notebook,
    arrived: usize,
    conflicts: usize,
) -> Vec<Effect> {
    if std::mem::take(&mut state.unsaved) {
        also(state, "everything is saved now", false);
    }
    if state.desk.own() == Some(&notebook) {
        return Vec::new();
    }
    let difference = arriving::take_in(state, notebook);
    if arrived + conflicts > 0 {
        also(
            state,
            &arriving::told(&difference, conflicts),
            conflicts > 0,
        );
    }
    Vec::new()
}

/// Says it behind what is said already.
fn also(state: &mut State, text: &str, is_error: bool) {
    let before = state.message.take().map(|message| message.text + " · ");
    state.announce(before.unwrap_or_default() + text, is_error);
}

/// The notebook could not be saved.
pub(super) fn not_saved(state: &mut State, why: &str) -> Vec<Effect> {
    state.unsaved = true;
    state.fail(format!("not saved: {why}"));
    Vec::new()
}

/// Puts what an earlier session could not save into the notebook. Nothing is taken out of it: what was deleted then comes
/// back rather than what was written since goes.
pub(super) fn restored(state: &mut State, rescued: Notebook) -> Vec<Effect> {
    let own = state.desk.own().cloned().unwrap_or_default();
    let unknown = |annotation: &Annotation| own.get(&annotation.id) != Some(annotation);
    let notes = rescued.annotations.into_iter().filter(unknown);
    let mut edits: Vec<Edit> = notes
        .map(|annotation| Edit::Put(Box::new(annotation)))
        .collect();
    let marks = rescued
        .reviewed
        .into_iter()
        .filter(|mark| !own.reviewed.contains(mark));
    edits.extend(marks.map(Edit::Review));
    let what = match edits.len() {
        1 => "restore 1 change that could not be saved last time".to_owned(),
        count => format!("restore {count} changes that could not be saved last time"),
    };
    if edits.is_empty() {
        return save(state);
    }
    state.tell(what.clone());
    change(state, Edit::All(edits), what, state.cursor)
}

/// Tries once more to save.
pub(super) fn save_again(state: &mut State) -> Vec<Effect> {
    if !state.unsaved {
        state.tell("everything was saved already");
    }
    save(state)
}

/// Ends the program when nothing would be lost.
pub(super) fn quit(state: &mut State) -> Vec<Effect> {
    if state.unsaved {
        state.fail("not everything is saved: :save tries again, ZQ quits and keeps it for the next session");
        return Vec::new();
    }
    vec![Effect::Quit]
}
