//! Giving reasons.

use crate::app::editor::Editor;
use crate::app::effect::Effect;
use crate::app::mode::{Ask, Asked, Mode};
use crate::app::state::{Last, State};
use crate::app::update::{ask, judge};
use crate::notes::{Annotation, Draft, Part};
use crate::text::Span;

/// Opens the line for the reason of an annotation about to be made; a half-typed one about the same words comes back.
pub(super) fn open(state: &mut State, annotation: Annotation, span: Option<Span>, what: String) {
    let same = |draft: &Draft| draft.is_of(&annotation, &Part::Reason(String::new()));
    let draft = state
        .drafts
        .iter()
        .position(same)
        .map(|at| state.drafts.remove(at));
    let old = annotation.reason.clone().unwrap_or_default();
    let text = draft.map_or(old, |draft| draft.text);
    ask::open(
        state,
        Asked::Reason(Box::new(annotation), span, what),
        &text,
    );
}

/// The same for a reason of an earlier session.
pub(super) fn reopen(state: &mut State, draft: Draft, span: Option<Span>) {
    let Part::Reason(what) = draft.part else {
        return;
    };
    state.mode = Mode::Asking(Box::new(Ask {
        purpose: Asked::Reason(Box::new(draft.annotation), span, what),
        editor: Editor::new(&draft.text, true),
        scroll: 0,
    }));
}

/// Puts the annotation with its reason into the notebook. What was changed outside while the reason was typed stays.
pub(super) fn submit(
    state: &mut State,
    asked: Annotation,
    span: Option<Span>,
    what: &str,
    text: &str,
) -> Vec<Effect> {
    let known = judge::known(state, &asked);
    let before = Annotation {
        reason: asked.reason,
        ..known.clone()
    };
    let reason = text.trim();
    let after = Annotation {
        flag: asked.flag,
        finding: asked.finding,
        verdict: asked.verdict,
        reason: (!reason.is_empty()).then(|| reason.to_owned()),
        ..known
    };
    if let Some(category) = &after.flag {
        state.last = Some(Last::Flag(category.clone(), after.reason.clone()));
    }
    state
        .drafts
        .retain(|draft| !draft.is(&after.id, &Part::Reason(String::new())));
    let mut effects = judge::said(state, &before, after, span, what);
    effects.push(Effect::KeepDrafts(state.all_drafts()));
    effects
}

/// Leaves the line. What was typed is kept.
pub(super) fn leave(state: &mut State, ask: &Ask) {
    match ask.draft() {
        Some(draft) => {
            state.drafts.push(draft);
            state.tell("left as it was; the reason you typed comes back when you give one here");
        }
        None => state.tell("left as it was"),
    }
}
