//! Changing the notebook.

use crate::app::action::Direction;
use crate::app::action::Target;
use crate::app::effect::Effect;
use crate::app::fit::titled;
use crate::app::history::{Change, Step};
use crate::app::input::Now;
use crate::app::item::{Kind, Source};
use crate::app::mode::Mode;
use crate::app::state::{Last, State};
use crate::app::update::subject::{Subject, subject};
use crate::app::update::{speaker, stepping};
use crate::notes::{Annotation, At, Edit, Reviewed, Selector, merge_one};
use crate::text::{Span, visible_line};

/// Puts an annotation that was `before` into the notebook, or takes it out when it says nothing any more. What has arrived
/// for it from outside since `before` stays. `what` names the change for undo: "tag #fear".
pub(super) fn commit(
    state: &mut State,
    before: &Annotation,
    annotation: Annotation,
    span: Option<Span>,
    what: &str,
) -> Vec<Effect> {
    let id = annotation.id.clone();
    let known = state
        .desk
        .own()
        .and_then(|notebook| notebook.get(&id))
        .cloned();
    let (annotation, contradict) = match &known {
        Some(known) if known != before => merge_one(before, &annotation, known),
        _ => (annotation, false),
    };
    if known.as_ref() == Some(&annotation) {
        state.mode = Mode::Reading;
        state.tell("nothing changed");
        return Vec::new();
    }
    let quote = titled(&annotation.selector.quote, 40);
    let place = annotation.at.map_or(0, |at: At| at.paragraph);
    let what = format!("{what} {quote} (¶{place})");
    let blank = annotation.is_blank();
    if let (Some(span), None) = (span, &known) {
        state.desk.pin(id.clone(), span);
    }
    let edit = if blank {
        Edit::Remove(id.clone())
    } else {
        Edit::Put(Box::new(annotation))
    };
    state.mode = Mode::Reading;
    let effects = change(
        state,
        edit,
        what.clone(),
        span.map_or(state.cursor, |span| span.start),
    );
    state.focus = (!blank).then_some(Source::Annotation(0, id));
    if let Some(span) = span {
        state.cursor = span.start;
        let row = state.page.row_at(&state.desk.article, span.start);
        state.show(row, false);
    }
    if contradict {
        state.fail(format!(
            "{what} · it was changed on disk, too: both are kept, look at it"
        ));
    } else {
        state.tell(what);
    }
    effects
}

/// Applies an edit that can be undone, and asks for it to be saved.
pub(super) fn change(state: &mut State, edit: Edit, what: String, place: usize) -> Vec<Effect> {
    let inverse = state.desk.apply(edit);
    state.history.did(Step {
        what,
        change: Change::Notes(inverse),
        place,
    });
    save(state)
}

/// Asks for the notebook to be saved.
pub(super) fn save(state: &State) -> Vec<Effect> {
    let own = state.desk.own().cloned().unwrap_or_default();
    vec![Effect::Save(Box::new(own))]
}

/// The last tag, flag or speaker again, here.
pub(super) fn repeat(state: &mut State, now: &Now) -> Vec<Effect> {
    let Some(last) = state.last.clone() else {
        state.tell("nothing to repeat: . repeats the last tag, flag or speaker");
        return Vec::new();
    };
    if let Last::Speaker(name) = last {
        return speaker::again(state, &name, now);
    }
    let here = subject(state);
    let before = here.annotation(state, now);
    let mut annotation = before.clone();
    let what = match last {
        Last::Speaker(_) => return Vec::new(),
        Last::Tag(tag) => {
            let what = format!("tag #{}", visible_line(&tag));
            if !annotation.tags.contains(&tag) {
                annotation.tags.push(tag);
            }
            what
        }
        Last::Flag(..) if matches!(here, Subject::Paragraph(_)) => {
            state.tell(CHOOSE);
            return Vec::new();
        }
        Last::Flag(category, reason) => {
            let what = format!("flag {category}");
            annotation.flag = Some(category);
            annotation.reason = reason.or(annotation.reason);
            what
        }
    };
    commit(state, &before, annotation, here.span(), &what)
}

/// Why a paragraph as a whole is not flagged.
pub(super) const CHOOSE: &str =
    "choose the words first: v selects words, s the sentence, S by letters, ]d goes to a candidate";

/// Deletes the annotation here.
pub(super) fn delete(state: &mut State) -> Vec<Effect> {
    let Some(source) = to_delete(state) else {
        return Vec::new();
    };
    let Some(annotation) = state.desk.annotation(&source).cloned() else {
        return Vec::new();
    };
    let quote = titled(&annotation.selector.quote, 40);
    let what = format!("delete {quote}");
    let place = state
        .desk
        .anchor(&source)
        .and_then(crate::notes::Anchor::span)
        .map_or(state.cursor, |span| span.start);
    let effects = change(state, Edit::Remove(annotation.id), what, place);
    state.focus = None;
    state.tell(format!("deleted {quote}: u brings it back"));
    effects
}

/// The annotation that `dd` means: the one with the focus, else the paragraph's only one. Says why there is none.
fn to_delete(state: &mut State) -> Option<Source> {
    if let Some(item) = state.focused_item() {
        match &item.source {
            Source::Annotation(0, _) => return Some(item.source.clone()),
            Source::Annotation(..) => {
                let author = visible_line(state.desk.author(&item.source));
                state.tell(format!("that is {author}’s: only its author can delete it"));
            }
            Source::Finding(_) => {
                state.tell("that is a finding, not yours to delete: - rejects it");
            }
        }
        return None;
    }
    let own: Vec<Source> = state
        .desk
        .items_of(state.paragraph())
        .filter_map(|item| state.desk.items.get(item))
        .filter(|item| item.is_own())
        .map(|item| item.source.clone())
        .collect();
    match own.as_slice() {
        [one] => return Some(one.clone()),
        [] => state.tell(format!(
            "you have annotated nothing in ¶{}",
            state.paragraph() + 1
        )),
        many => state.tell(format!(
            "{} of yours in ¶{}: c steps to the one you mean",
            many.len(),
            state.paragraph() + 1
        )),
    }
    None
}

/// This paragraph is reviewed; on to the next that is not.
pub(super) fn review(state: &mut State) -> Vec<Effect> {
    if state.desk.article.is_empty() {
        return Vec::new();
    }
    let index = state.paragraph();
    let mark = Reviewed::of(&state.desk.article, index);
    let known = state
        .desk
        .own()
        .is_some_and(|notebook| notebook.is_reviewed(&state.desk.article, index));
    let effects = if known {
        Vec::new()
    } else {
        change(
            state,
            Edit::Review(mark),
            format!("reviewed ¶{}", index + 1),
            state.cursor,
        )
    };
    stepping::step(state, Target::Unreviewed, Direction::Next, 1);
    if state.message.is_none() {
        state.tell(format!("reviewed ¶{}", index + 1));
    }
    effects
}

/// This paragraph is not reviewed after all.
pub(super) fn unreview(state: &mut State) -> Vec<Effect> {
    let index = state.paragraph();
    if !state
        .desk
        .own()
        .is_some_and(|notebook| notebook.is_reviewed(&state.desk.article, index))
    {
        state.tell(format!("¶{} is not marked as reviewed", index + 1));
        return Vec::new();
    }
    let what = format!("not reviewed ¶{}", index + 1);
    state.tell(what.clone());
    let mark = Reviewed::of(&state.desk.article, index);
    change(state, Edit::Unreview(mark), what, state.cursor)
}

/// Confirms a moved annotation's place, or attaches a lost one to the selection.
pub(super) fn reattach(state: &mut State) -> Vec<Effect> {
    let chosen = match state.mode {
        Mode::Selecting(selection) => Some(selection.span().trim(&state.desk.article.text)),
        _ => None,
    };
    let Some(source) = to_attach(state) else {
        state.tell("go to one of your lost or moved annotations first: ]o");
        return Vec::new();
    };
    let here = state
        .desk
        .anchor(&source)
        .and_then(crate::notes::Anchor::span);
    let (Some(span), Some(before)) = (chosen.or(here), state.desk.annotation(&source).cloned())
    else {
        state.tell("select its words (v, s, S), then ga attaches it to them");
        return Vec::new();
    };
    let mut annotation = before.clone();
    annotation.selector = Selector::of(&state.desk.article, span);
    annotation.at = Some(At::of(&state.desk.article, span.start));
    state.to_attach = None;
    let id = annotation.id.clone();
    let effects = commit(state, &before, annotation, Some(span), "attach");
    state.desk.pin(id, span);
    effects
}

/// The lost or moved annotation that is meant: the one the reader is at, else the lost one visited last.
fn to_attach(state: &State) -> Option<Source> {
    let astray = |source: &Source| {
        let item = state.desk.items.get(state.desk.item_from(source)?)?;
        (item.is_own() && (item.moved || item.kind == Kind::Lost)).then(|| source.clone())
    };
    state
        .focus
        .as_ref()
        .and_then(astray)
        .or_else(|| state.to_attach.as_ref().and_then(astray))
}
