//! Findings of a long article: looked for while the reader goes on.

use crate::app::action::{Action, Direction, Target};
use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::item::Kind;
use crate::app::look::{Aim, Look};
use crate::app::mode::Mode;
use crate::app::state::State;
use crate::app::survey::Next;
use crate::app::update::{act, going, replaced, stepping};
use crate::app::work::Work;
use crate::detect::Finding;
use crate::text::Span;
use std::ops::Range;

/// Where the reader wants to go, once it is known where that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) struct Seek {
    target: Target,
    direction: Direction,
    times: usize,
    /// The paragraph that was not looked at yet.
    paragraph: usize,
}

/// Where the next thing of a kind is.
enum Place {
    /// An item, and whether that is around the end of the article.
    Item(usize, bool),
    /// A finding that is not here yet.
    Far(Span, bool),
    /// Perhaps in this paragraph, which was not looked at.
    Unknown(usize),
    Nothing,
}

/// What to look at next, if anything is left: what the reader sees, then what the reader wants to go to, then the rest.
pub fn look(state: &mut State) -> Option<Effect> {
    // The text or the words may have changed since: looking has begun anew, or everything is there.
    match &mut state.desk.outlook {
        Some(outlook) => outlook.keeps_all |= state.waiting.is_some(),
        None => state.waiting = None,
    }
    let (aim, paragraphs) = wanted(state)?;
    let outlook = state.desk.outlook.as_mut()?;
    outlook.open.push((aim, paragraphs.clone()));
    let look = state.desk.look_at(aim, paragraphs);
    Some(Effect::Begin(Work::Look(look)))
}

fn wanted(state: &State) -> Option<(Aim, Range<usize>)> {
    let outlook = state.desk.outlook.as_ref()?;
    let is_open = |aim| outlook.open.iter().any(|(open, _)| *open == aim);
    let sight = sight(state);
    let is_near = outlook.near.start <= sight.start && sight.end <= outlook.near.end;
    if !is_near {
        let around = outlook.survey.around(&sight);
        return (!is_open(Aim::Sight)).then_some((Aim::Sight, around));
    }
    if let Some(seek) = &state.seek {
        let next = outlook.survey.unknown(seek.paragraph)?;
        return (!is_open(Aim::Next)).then_some((Aim::Next, next));
    }
    if state.desk.keeps_all() {
        let all = 0..state.desk.article.len();
        return (!is_open(Aim::Whole)).then_some((Aim::Whole, all));
    }
    let rest = outlook.survey.unknown(state.paragraph())?;
    outlook.open.is_empty().then_some((Aim::Rest, rest))
}

/// The paragraphs on the screen, or where it would begin.
pub(super) fn sight(state: &State) -> Range<usize> {
    let top = state.page.top.paragraph;
    let lines = state.page.lines(&state.desk.article);
    let last = lines.last().map_or(top, |line| line.paragraph);
    top..(last + 1).min(state.desk.article.len())
}

/// Takes in what a look has found, and goes on with what waited for it.
pub(super) fn found(
    state: &mut State,
    look: &Look,
    findings: Vec<Finding>,
    now: &Now,
) -> Vec<Effect> {
    if !state.desk.expects(look) {
        return Vec::new();
    }
    if let Some(outlook) = &mut state.desk.outlook {
        outlook
            .open
            .retain(|open| *open != (look.aim, look.paragraphs.clone()));
    }
    match look.aim {
        Aim::Whole if !state.desk.keeps_all() => state.desk.survey(&look.paragraphs, &findings),
        Aim::Whole => replaced::keeping_focus(state, |state| state.desk.find(findings)),
        Aim::Next | Aim::Rest => state.desk.survey(&look.paragraphs, &findings),
        Aim::Sight => {
            state.desk.survey(&look.paragraphs, &findings);
            if let Some(outlook) = &mut state.desk.outlook {
                outlook.near = look.paragraphs.clone();
            }
            replaced::keeping_focus(state, |state| state.desk.lay(findings));
        }
    }
    go_on(state, now)
}

/// Goes on with what waited.
fn go_on(state: &mut State, now: &Now) -> Vec<Effect> {
    if let Some((span, kind)) = state.arriving
        && state.desk.has_near(state.paragraph())
    {
        state.arriving = None;
        let items = state.desk.items.iter();
        let mut same = items.filter(|item| item.span == span && item.kind == kind);
        state.focus = same.next().map(|item| item.source.clone());
    }
    if !matches!(state.mode, Mode::Reading) {
        if !state.desk.is_part() && state.waiting.is_some() {
            let told = "all of the article is looked at now: ask for it again";
            state.announce(told.to_owned(), false);
        }
        return Vec::new();
    }
    if let Some(seek) = state.seek.take() {
        stepping::step(state, seek.target, seek.direction, seek.times);
    }
    if !state.desk.is_part()
        && let Some(action) = state.waiting.take()
    {
        state.message = None;
        return act(state, *action, now);
    }
    Vec::new()
}

/// Whether an action counts all findings, and so has to wait until all are there.
pub(super) fn needs_all(state: &State, action: &Action) -> bool {
    state.desk.is_part()
        && matches!(
            action,
            Action::Summary | Action::StepBar(..) | Action::AskExport
        )
}

/// Does an action once everything was looked at.
pub(super) fn wait(state: &mut State, action: Action) {
    if let Some(outlook) = &mut state.desk.outlook {
        outlook.keeps_all = true;
    }
    state.waiting = Some(Box::new(action));
    state.tell("looking at all of the article first: this goes on by itself, Esc does without");
}

/// Stops waiting for everything, if something waits for it: what is found meanwhile is counted and not kept.
pub(super) fn give_up(state: &mut State) -> bool {
    let waited = state.waiting.take().is_some();
    if waited && let Some(outlook) = &mut state.desk.outlook {
        outlook.keeps_all = false;
        state.tell("not waited for: the rest is looked at while you read");
    }
    waited
}

/// To the next or previous thing of a kind of which most lie too far away to be here.
pub(super) fn step(
    state: &mut State,
    target: Target,
    kind: Kind,
    direction: Direction,
    times: usize,
) {
    let what = if kind == Kind::Candidate {
        "candidate"
    } else {
        "quotation"
    };
    for left in (1..=times).rev() {
        match next(state, kind, direction) {
            Place::Item(item, around) => {
                stepping::to_item(state, item);
                tell(state, what, around);
            }
            Place::Far(span, around) => {
                going::jump_to(state, span.start, None);
                let row = state.page.row_at(&state.desk.article, span.start);
                state.show(row, false);
                state.arriving = Some((span, kind));
                tell(state, what, around);
            }
            Place::Unknown(paragraph) => {
                state.seek = Some(Seek {
                    target,
                    direction,
                    times: left,
                    paragraph,
                });
                let share = state.desk.looking().unwrap_or_default();
                return state.tell(format!("looking for a {what}: {share} % looked at"));
            }
            Place::Nothing => return state.tell(stepping::none(state, target, what)),
        }
    }
}

fn tell(state: &mut State, what: &str, around: bool) {
    let around = if around { ": wrapped around" } else { "" };
    state.tell(format!("{what} in ¶{}{around}", state.paragraph() + 1));
}

fn next(state: &State, kind: Kind, direction: Direction) -> Place {
    let desk = &state.desk;
    let here = state.paragraph();
    let Some(outlook) = desk.outlook.as_ref().filter(|_| desk.has_near(here)) else {
        return Place::Unknown(here);
    };
    let items: Vec<usize> = (0..desk.items.len())
        .filter(|&at| desk.items.get(at).is_some_and(|item| item.kind == kind))
        .collect();
    let at = stepping::here(state, &items, direction);
    let known = match direction {
        Direction::Next => items.get(at),
        Direction::Previous => at.checked_sub(1).and_then(|at| items.get(at)),
    };
    let is_near = |item: &usize| {
        let item = desk.items.get(*item);
        item.is_some_and(|item| desk.has_near(item.paragraph))
    };
    if let Some(item) = known.copied().filter(is_near) {
        return Place::Item(item, false);
    }
    let is_open = desk.is_open(kind);
    let (edge, other) = match direction {
        Direction::Next => (desk.article.paragraph(outlook.near.end).start, 0),
        Direction::Previous => (
            desk.article.paragraph(outlook.near.start).start,
            desk.article.text.len(),
        ),
    };
    let far = outlook.survey.next(edge, direction, &is_open);
    if far != Next::Nothing || known.is_some() {
        return nearer(state, far, known.copied(), direction, false);
    }
    let far = outlook.survey.next(other, direction, &is_open);
    let known = match direction {
        Direction::Next => items.first(),
        Direction::Previous => items.last(),
    };
    nearer(state, far, known.copied(), direction, true)
}

/// Which comes first: what was found far away, or an item that is known.
fn nearer(
    state: &State,
    far: Next,
    item: Option<usize>,
    direction: Direction,
    around: bool,
) -> Place {
    let known = item.and_then(|at| Some((at, state.desk.items.get(at)?)));
    let is_first = |start: usize, known: usize| match direction {
        Direction::Next => known <= start,
        Direction::Previous => known >= start,
    };
    match (far, known) {
        (Next::Nothing, None) => Place::Nothing,
        (Next::Nothing, Some((at, _))) => Place::Item(at, around),
        (Next::At(span), Some((at, item))) if is_first(span.start, item.span.start) => {
            Place::Item(at, around)
        }
        (Next::At(span), _) => Place::Far(span, around),
        (Next::Unknown(paragraph), known) => {
            let start = state.desk.article.paragraph(paragraph).start;
            match known.filter(|(_, item)| is_first(start, item.span.start)) {
                Some((at, _)) => Place::Item(at, around),
                None => Place::Unknown(paragraph),
            }
        }
    }
}
