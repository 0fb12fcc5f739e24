//! Writing notes.

use crate::app::editor::Editor;
use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::item::Source;
use crate::app::key::{Code, Key};
use crate::app::mode::{Mode, Writing};
use crate::app::state::State;
use crate::app::update::annotate::commit;
use crate::app::update::reasoning;
use crate::app::update::subject::subject;
use crate::notes::{Anchor, Draft, Part};

/// Opens the editor for a note on what is here; a half-typed text about it comes back.
pub(super) fn note(state: &mut State, now: &Now) {
    if state.desk.article.is_empty() {
        return state.tell("there is nothing to write a note on");
    }
    let here = subject(state);
    let span = here.span();
    let annotation = here.annotation(state, now);
    let same = |draft: &Draft| draft.is_of(&annotation, &Part::Note);
    if let Some(at) = state.drafts.iter().position(same) {
        let draft = state.drafts.remove(at);
        open(state, draft, span);
        return state.tell("your draft, as you left it");
    }
    let text = annotation.note.clone().unwrap_or_default();
    let draft = Draft {
        annotation,
        part: Part::Note,
        text,
    };
    open(state, draft, span);
}

/// The note in `$EDITOR`.
pub(super) fn in_editor(state: &mut State, now: &Now) -> Vec<Effect> {
    note(state, now);
    match &state.mode {
        Mode::Writing(writing) => vec![Effect::OpenEditor(writing.editor.text())],
        _ => Vec::new(),
    }
}

/// What came back from `$EDITOR`: saved. After a failure the text is in the editor here.
pub(super) fn editor_closed(
    state: &mut State,
    text: Result<Option<String>, String>,
    _now: &Now,
) -> Vec<Effect> {
    let Mode::Writing(writing) = &mut state.mode else {
        return Vec::new();
    };
    match text {
        Ok(Some(text)) => {
            writing.editor = Editor::new(text.trim_end_matches('\n'), false);
            submit(state)
        }
        Ok(None) => leave(state),
        Err(why) => {
            state.fail(why);
            Vec::new()
        }
    }
}

/// A key while a note is being written.
pub(super) fn key(state: &mut State, key: Key, _now: &Now) -> Vec<Effect> {
    let Mode::Writing(writing) = &mut state.mode else {
        return Vec::new();
    };
    match (key.code, key.ctrl, key.alt || key.shift) {
        (Code::Enter, false, false) | (Code::Char('s'), true, _) => return submit(state),
        (Code::Esc, ..) | (Code::Char('c'), true, _) => return leave(state),
        (Code::Char('g'), true, _) => return vec![Effect::OpenEditor(writing.editor.text())],
        (Code::Char('z'), true, _) => return vec![Effect::Suspend],
        (Code::Char('l'), true, _) => return vec![Effect::Redraw],
        _ => writing.editor.press(key),
    }
    vec![Effect::KeepDrafts(state.all_drafts())]
}

/// Half-typed text of an earlier session: the last one is opened again, the others wait for their `a`.
pub(super) fn recovered(state: &mut State, mut drafts: Vec<Draft>) {
    let Some(last) = drafts.pop() else {
        return;
    };
    let more = drafts.len();
    state.drafts = drafts;
    let source = Source::Annotation(0, last.annotation.id.clone());
    let known = state.desk.anchor(&source).cloned();
    let anchor = known.unwrap_or_else(|| {
        crate::notes::Anchorer::new(&state.desk.article).anchor(&last.annotation, false)
    });
    let span = anchor.span().or_else(|| Anchor::candidate(&anchor));
    if let Some(span) = span {
        crate::app::update::going::go(state, span.start, None);
    }
    let reason = last.part != Part::Note;
    if reason {
        reasoning::reopen(state, last, anchor.span());
    } else {
        open(state, last, anchor.span());
    }
    let what = if reason { "reason" } else { "note" };
    let others = if more > 0 {
        format!(", and {more} more wait at their places")
    } else {
        String::new()
    };
    let told = format!("this {what} was being written when the last session ended{others}");
    state.announce(told, false);
}

fn open(state: &mut State, draft: Draft, span: Option<crate::text::Span>) {
    if let Some(span) = span {
        state.cursor = span.start;
        let row = state.page.row_at(&state.desk.article, span.start);
        state.show(row, false);
    }
    state.mode = Mode::Writing(Box::new(Writing {
        editor: Editor::new(&draft.text, false),
        annotation: draft.annotation,
        span,
    }));
}

/// Saves the note. An empty one takes the note away.
fn submit(state: &mut State) -> Vec<Effect> {
    let Mode::Writing(writing) = std::mem::take(&mut state.mode) else {
        return Vec::new();
    };
    let text = writing.editor.text();
    let known = state
        .desk
        .own()
        .and_then(|notebook| notebook.get(&writing.annotation.id))
        .is_some();
    let before = writing.annotation;
    let mut annotation = before.clone();
    let words = text.trim_end().trim_start_matches('\n');
    annotation.note = (!words.trim().is_empty()).then(|| words.to_owned());
    state
        .drafts
        .retain(|draft| !draft.is(&annotation.id, &Part::Note));
    let mut effects = if annotation.is_blank() && !known {
        state.tell("an empty note is no note");
        Vec::new()
    } else {
        let what = if annotation.note.is_some() {
            "note on"
        } else {
            "no note on"
        };
        commit(state, &before, annotation, writing.span, what)
    };
    effects.push(Effect::KeepDrafts(state.all_drafts()));
    effects
}

/// Leaves the editor. What was typed is kept as a draft.
fn leave(state: &mut State) -> Vec<Effect> {
    let Mode::Writing(writing) = std::mem::take(&mut state.mode) else {
        return Vec::new();
    };
    state
        .drafts
        .retain(|draft| !draft.is(&writing.annotation.id, &Part::Note));
    if writing.is_changed() && !writing.editor.text().trim().is_empty() {
        state.drafts.push(writing.draft());
        state.tell("kept as a draft: a comes back to it");
    }
    vec![Effect::KeepDrafts(state.all_drafts())]
}
