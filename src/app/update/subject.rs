//! What an action is about: the selection, the thing here, or the paragraph.

use crate::app::input::Now;
use crate::app::item::Source;
use crate::app::mode::Mode;
use crate::app::state::State;
use crate::notes::{Annotation, At, Id, Selector};
use crate::text::Span;

/// What an action is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Subject {
    /// An annotation of the reader's, and its passage unless it is lost.
    Own(Id, Option<Span>),
    /// Words nobody has annotated yet: selected, or of a finding or somebody else's annotation.
    Words(Span),
    /// The whole paragraph, because nothing narrower was chosen.
    Paragraph(Span),
}

/// What an action is about at the moment. An annotation of the reader's on exactly the same words is meant rather
/// than a second one beside it.
pub(super) fn subject(state: &State) -> Subject {
    if let Mode::Selecting(selection) = state.mode {
        let span = selection.span().trim(&state.desk.article.text);
        return own_on(state, span).unwrap_or(Subject::Words(span));
    }
    if let Some(item) = state.focused_item() {
        if let Source::Annotation(0, id) = &item.source {
            let span = state
                .desk
                .anchor(&item.source)
                .and_then(crate::notes::Anchor::span);
            return Subject::Own(id.clone(), span);
        }
        return own_on(state, item.span).unwrap_or(Subject::Words(item.span));
    }
    let span = state.desk.article.paragraph(state.paragraph());
    own_on(state, span).unwrap_or(Subject::Paragraph(span))
}

fn own_on(state: &State, span: Span) -> Option<Subject> {
    let item = state
        .desk
        .items
        .iter()
        .find(|item| item.is_own() && item.span == span && !span.is_empty())?;
    match &item.source {
        Source::Annotation(_, id) => Some(Subject::Own(id.clone(), Some(span))),
        Source::Finding(_) => None,
    }
}

impl Subject {
    /// Its passage; none of a lost annotation.
    pub(super) fn span(&self) -> Option<Span> {
        match self {
            Self::Own(_, span) => *span,
            Self::Words(span) | Self::Paragraph(span) => Some(*span),
        }
    }

    /// The annotation it has, or a new one that says nothing yet.
    pub(super) fn annotation(&self, state: &State, now: &Now) -> Annotation {
        match self {
            Self::Own(id, _) => {
                let known = state.desk.own().and_then(|notebook| notebook.get(id));
                known.cloned().unwrap_or_default()
            }
            Self::Words(span) | Self::Paragraph(span) => fresh(state, *span, now),
        }
    }
}

/// A new annotation of a passage, with an id nobody has.
pub(super) fn fresh(state: &State, span: Span, now: &Now) -> Annotation {
    let taken = |id: &Id| {
        state
            .desk
            .own()
            .is_some_and(|notebook| notebook.get(id).is_some())
            || state.drafts.iter().any(|draft| draft.id() == id)
    };
    let mut seed = now.seed;
    let mut id = Id::from_seed(seed);
    while taken(&id) {
        seed = seed.wrapping_add(1);
        id = Id::from_seed(seed);
    }
    Annotation {
        id,
        at: Some(At::of(&state.desk.article, span.start)),
        selector: Selector::of(&state.desk.article, span),
        created: Some(now.time.clone()),
        ..Annotation::default()
    }
}
