//! Answering findings.

use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::item::{Kind, Source};
use crate::app::mode::Mode;
use crate::app::state::State;
use crate::app::update::annotate::commit;
use crate::app::update::reasoning;
use crate::app::update::subject::fresh;
use crate::notes::{Annotation, Verdict};
use crate::report::QUOTATION;
use crate::text::Span;

/// Answers the finding here, with a reason if wanted.
pub(super) fn decide(
    state: &mut State,
    verdict: Verdict,
    with_reason: bool,
    now: &Now,
) -> Vec<Effect> {
    let Some((annotation, span)) = answer(state, verdict, now) else {
        return Vec::new();
    };
    let name = annotation.finding.clone().unwrap_or_default();
    let what = match verdict {
        Verdict::Accepted => format!("accept {name}"),
        Verdict::Rejected => format!("reject {name}"),
    };
    if with_reason {
        reasoning::open(state, annotation, Some(span), what);
        return Vec::new();
    }
    let before = known(state, &annotation);
    said(state, &before, annotation, Some(span), &what)
}

/// An annotation as the notebook has it; as it is given where the notebook has none of its id.
pub(super) fn known(state: &State, annotation: &Annotation) -> Annotation {
    let known = state.desk.own().and_then(|own| own.get(&annotation.id));
    known.unwrap_or(annotation).clone()
}

/// Puts an answer into the notebook; after a rejection the message says how to be spared more of the kind.
pub(super) fn said(
    state: &mut State,
    before: &Annotation,
    answer: Annotation,
    span: Option<Span>,
    what: &str,
) -> Vec<Effect> {
    let name = answer.finding.as_deref();
    let loaded = name.is_some_and(|name| name != QUOTATION);
    let rejected = answer.verdict == Some(Verdict::Rejected) && answer.flag.is_none();
    let effects = commit(state, before, answer, span, what);
    if let (true, true, Some(message)) = (rejected, loaded, &mut state.message) {
        message.text.push_str(" · x silences its rule");
    }
    effects
}

/// Opens the reasons of the finding here.
pub(super) fn explain(state: &mut State) {
    if focus_finding(state, |kind| {
        matches!(kind, Kind::Candidate | Kind::Quotation)
    }) {
        state.mode = Mode::Explaining(0);
    }
}

/// The annotation that answers the finding here, and the finding's passage.
fn answer(state: &mut State, verdict: Verdict, now: &Now) -> Option<(Annotation, Span)> {
    if !focus_finding(state, |kind| kind == Kind::Candidate) {
        return None;
    }
    let source = state.focus.clone()?;
    if let Source::Annotation(0, _) = &source {
        let mut annotation = state.desk.annotation(&source)?.clone();
        let span = state.desk.anchor(&source)?.span()?;
        annotation.verdict = Some(verdict);
        return Some((annotation, span));
    }
    let number = state.desk.finding_index(&source)?;
    let finding = state.desk.findings.get(number)?;
    let (name, span) = (finding.answers_to(), finding.span);
    if let Some(known) = state.desk.own_answer(number) {
        let mut annotation = known.clone();
        annotation.verdict = Some(verdict);
        return Some((annotation, span));
    }
    let mut annotation = fresh(state, span, now);
    annotation.finding = Some(name.to_owned());
    annotation.verdict = Some(verdict);
    Some((annotation, span))
}

/// Makes sure that the reader is at a finding, or at an annotation that answers one: the focused one, else the only
/// one of the wanted kind in the paragraph. Says why not.
pub(super) fn focus_finding(state: &mut State, wanted: impl Fn(Kind) -> bool) -> bool {
    if let Some(item) = state.focused_item() {
        if state.desk.finding(&item.source).is_some() {
            return true;
        }
        let marked = item.kind == Kind::Quotation;
        state.tell(if marked {
            "a reader marked this quotation; no rule found it"
        } else {
            "no finding here: ]d goes to the next one, c to what else is here"
        });
        return false;
    }
    let here: Vec<Source> = state
        .desk
        .items_of(state.paragraph())
        .filter_map(|item| state.desk.items.get(item))
        .filter(|item| wanted(item.kind))
        .map(|item| item.source.clone())
        .collect();
    match here.as_slice() {
        [one] => {
            state.focus = Some(one.clone());
            true
        }
        [] => {
            state.tell("no finding here: ]d goes to the next one");
            false
        }
        many => {
            state.tell(format!(
                "{} findings in this paragraph: ]d or c goes to the one you mean",
                many.len()
            ));
            false
        }
    }
}
