//! What arrives from outside while the program runs.

use crate::app::arrival::Arrival;
use crate::app::desk::Desk;
use crate::app::effect::Effect;
use crate::app::history::{Change, Step};
use crate::app::item::{Kind, Source};
use crate::app::state::State;
use crate::app::update::annotate::save;
use crate::app::update::{replaced, strictness};
use crate::notes::{Annotation, Edit, Lexicon, Notebook};
use std::cmp::Ordering;

/// Takes in everything that one look outside has found, and says it in one message. What is being typed, selected or read
/// stays.
pub(super) fn arrived(state: &mut State, arrivals: Vec<Arrival>) -> Vec<Effect> {
    let mut said = Vec::new();
    let mut wrong = false;
    let mut refused = false;
    for arrival in arrivals {
        match arrival {
            // Written by us, or touched without a change: nothing to say.
            Arrival::Codebook(codebook) if codebook == state.desk.codebook => {}
            Arrival::Lexicon(lexicon) if *lexicon == *state.desk.lexicon() => {}
            Arrival::Article(article) if *article == *state.desk.article => {}
            Arrival::Notes(notebook, conflicts) => {
                wrong |= conflicts > 0;
                said.push(told(&take_in(state, *notebook), conflicts));
            }
            Arrival::Others(others) => said.extend(take_in_others(state, others)),
            Arrival::Codebook(codebook) => {
                let count = codebook.tags.len();
                state.desk.codebook = codebook;
                said.push(format!(
                    "the codebook changed on disk: {}",
                    counted(count, "tag")
                ));
            }
            Arrival::Lexicon(lexicon) => said.push(heed(state, *lexicon)),
            Arrival::Article(article) => said.push(replaced::article(state, *article)),
            Arrival::Refused(why) => {
                (wrong, refused) = (true, true);
                said.push(why);
            }
            Arrival::Told(what) => said.push(what),
        }
    }
    said.retain(|text| !text.is_empty());
    if !said.is_empty() {
        state.announce(said.join(" · "), wrong);
    }
    if state.unsaved && !refused {
        return save(state);
    }
    Vec::new()
}

/// What is different in a notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Difference {
    new: usize,
    changed: usize,
    gone: usize,
}

/// Takes the reader's notebook as it stands on disk. What can be undone is carried over; notes that somebody deleted can be
/// brought back.
pub(super) fn take_in(state: &mut State, notebook: Notebook) -> Difference {
    let before = state.desk.own().cloned().unwrap_or_default();
    let lost = |was: &&Annotation| notebook.get(&was.id).is_none();
    let gone: Vec<Annotation> = before.annotations.iter().filter(lost).cloned().collect();
    let difference = Difference {
        gone: gone.len(),
        ..difference(&before, &notebook)
    };
    state.history.carry(&before, &notebook);
    state.desk.replace_own(notebook);
    if !gone.is_empty() {
        let back = gone
            .into_iter()
            .map(|annotation| Edit::Put(Box::new(annotation)));
        state.history.did(Step {
            what: format!("{} on disk", deleted(difference.gone)),
            change: Change::Notes(Edit::All(back.collect())),
            place: state.cursor,
        });
    }
    strictness::settle(state);
    difference
}

fn difference(before: &Notebook, after: &Notebook) -> Difference {
    let is_new = |is: &&Annotation| before.get(&is.id).is_none();
    let is_changed = |is: &&Annotation| before.get(&is.id).is_some_and(|was| was != *is);
    let was_there = |was: &&Annotation| after.get(&was.id).is_none();
    Difference {
        new: after.annotations.iter().filter(is_new).count(),
        changed: after.annotations.iter().filter(is_changed).count(),
        gone: before.annotations.iter().filter(was_there).count(),
    }
}

/// What is said of it; nothing where there is nothing to say.
pub(super) fn told(difference: &Difference, conflicts: usize) -> String {
    let mut parts = Vec::new();
    if difference.new > 0 {
        parts.push(format!(
            "{} arrived from disk",
            counted(difference.new, "note")
        ));
    }
    if difference.changed > 0 {
        parts.push(format!(
            "{} changed on disk",
            counted(difference.changed, "note")
        ));
    }
    if difference.gone > 0 {
        parts.push(format!(
            "{} on disk: u brings back",
            deleted(difference.gone)
        ));
    }
    if conflicts > 0 {
        let places = counted(conflicts, "place");
        parts.push(format!(
            "{places} changed here and on disk: both are kept, look at them"
        ));
    }
    parts.join(", ")
}

/// Notebooks of others: what they said since.
fn take_in_others(state: &mut State, others: Vec<Notebook>) -> Vec<String> {
    let focus = state
        .focus
        .clone()
        .and_then(|source| named(&state.desk, source));
    let mut said = Vec::new();
    for other in &others {
        let known = state
            .desk
            .others()
            .find(|known| known.reader == other.reader);
        let nothing = Notebook::default();
        let told = told_of(&difference(known.unwrap_or(&nothing), other));
        if !told.is_empty() {
            said.push(format!(
                "{}: {told}",
                crate::text::visible_line(&other.reader)
            ));
        }
    }
    for known in state.desk.others() {
        if others.iter().all(|other| other.reader != known.reader) {
            said.push(format!(
                "{}’s notebook is gone",
                crate::text::visible_line(&known.reader)
            ));
        }
    }
    state.desk.replace_others(others);
    if let Some((reader, id)) = focus {
        let shelf = state.desk.others().position(|other| other.reader == reader);
        state.focus = shelf.map(|shelf| Source::Annotation(shelf + 1, id));
    }
    strictness::settle(state);
    said
}

/// [`told`] for somebody else's notebook: nothing of it can be undone here.
fn told_of(difference: &Difference) -> String {
    let parts = [
        (difference.new, "arrived from disk"),
        (difference.changed, "changed on disk"),
        (difference.gone, "deleted on disk"),
    ];
    let parts = parts.iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, what)| format!("{} {what}", counted(*count, "note")));
    parts.collect::<Vec<_>>().join(", ")
}

/// Whose annotation an item shows, when it is somebody else's: shelves have other places once somebody comes or goes.
fn named(desk: &Desk, source: Source) -> Option<(String, crate::notes::Id)> {
    let reader = desk.author(&source).to_owned();
    match source {
        Source::Annotation(shelf, id) if shelf > 0 => Some((reader, id)),
        _ => None,
    }
}

/// The project's own words.
fn heed(state: &mut State, lexicon: Lexicon) -> String {
    let before = state.desk.count(Kind::Candidate);
    let mut problems = Vec::new();
    replaced::keeping_focus(state, |state| problems = state.desk.heed(lexicon));
    strictness::settle(state);
    let now = state.desk.count(Kind::Candidate);
    let became = match now.cmp(&before) {
        _ if state.desk.is_part() => ": looking again".to_owned(),
        Ordering::Less => format!(": {} gone", counted(before - now, "finding")),
        Ordering::Greater => format!(": {} more", counted(now - before, "finding")),
        Ordering::Equal => String::new(),
    };
    let wrong = problems
        .first()
        .map(|wrong| format!(" · {}", wrong.message));
    format!(
        "the project’s words changed on disk{became}{}",
        wrong.unwrap_or_default()
    )
}

fn deleted(count: usize) -> String {
    format!("{} deleted", counted(count, "note"))
}

pub(super) fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("1 {noun}"),
        count => format!("{count} {noun}s"),
    }
}
