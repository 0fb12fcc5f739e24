//! From thing to thing.

use crate::app::action::{Direction, Target};
use crate::app::item::{Item, Kind, Source};
use crate::app::state::State;
use crate::app::update::{going, looking};
use crate::detect::Strictness;
use crate::notes::{Anchor, Annotation, Notebook};

/// To the next or previous thing of a kind, around the ends of the article.
pub(super) fn step(state: &mut State, target: Target, direction: Direction, times: usize) {
    if target == Target::Unreviewed {
        return unreviewed(state, direction, times);
    }
    let kind = match target {
        Target::Quotation => Some(Kind::Quotation),
        Target::Candidate => Some(Kind::Candidate),
        _ => None,
    };
    if let Some(kind) = kind.filter(|_| state.desk.is_part()) {
        return looking::step(state, target, kind, direction, times);
    }
    let (places, what) = candidates(state, target);
    if places.is_empty() {
        return state.tell(none(state, target, &what));
    }
    for _ in 0..times {
        let here = here(state, &places, direction);
        let last = places.len() - 1;
        let (next, wrapped) = match (direction, here) {
            (Direction::Next, at) if at > last => (0, true),
            (Direction::Next, at) => (at, false),
            (Direction::Previous, 0) => (last, true),
            (Direction::Previous, at) => (at - 1, false),
        };
        let Some(&item) = places.get(next) else {
            return;
        };
        to_item(state, item);
        let place = format!("{what} {} of {}", next + 1, places.len());
        if state.to_attach.is_some() && state.to_attach == state.focus {
            return state.tell(format!(
                "{place}: select its words (v, s, S), then ga attaches it there"
            ));
        }
        state.tell(match (wrapped && places.len() > 1, direction) {
            (true, Direction::Next) => format!("{place}: wrapped around to the first"),
            (true, Direction::Previous) => format!("{place}: wrapped around to the last"),
            _ => place,
        });
    }
}

/// The next of the things that overlap where the reader is.
pub(super) fn cycle(state: &mut State) {
    let paragraph = state.paragraph();
    let cursor = state.cursor;
    let around = state.focused_item().map(|item| item.span);
    let here: Vec<usize> = (0..state.desk.items.len())
        .filter(|&at| {
            state.desk.items.get(at).is_some_and(|item| {
                item.kind != Kind::Lost
                    && (item.span.contains(cursor)
                        || around.is_some_and(|span| span.overlaps(item.span)))
            })
        })
        .collect();
    let here = if here.is_empty() {
        state.desk.items_of(paragraph).collect()
    } else {
        here
    };
    let at = here.iter().position(|item| Some(*item) == state.focused());
    let next = at.map_or(0, |at| (at + 1) % here.len());
    let Some(&item) = here.get(next) else {
        return state.tell(format!("nothing is marked in ¶{}", paragraph + 1));
    };
    if let Some(item) = state.desk.items.get(item) {
        state.focus = Some(item.source.clone());
    }
    state.tell(format!("{} of {} here", next + 1, here.len()));
}

/// Goes to an item.
pub(super) fn to_item(state: &mut State, item: usize) {
    let Some(item) = state.desk.items.get(item).cloned() else {
        return;
    };
    if item.kind == Kind::Lost {
        return to_lost(state, &item);
    }
    going::jump_to(state, item.span.start, Some(item.source));
    // A passage deep in a long paragraph: its own row counts, not its paragraph's.
    let row = state.page.row_at(&state.desk.article, item.span.start);
    state.show(row, false);
}

/// Goes to where a lost annotation most likely belongs; the list says what its words were.
fn to_lost(state: &mut State, item: &Item) {
    let candidate = state.desk.anchor(&item.source).and_then(Anchor::candidate);
    let place = candidate.map_or(item.span.start, |span| span.start);
    state.list.get_or_insert_default();
    state.to_attach = Some(item.source.clone());
    going::jump_to(state, place, Some(item.source.clone()));
}

/// Where the reader is among `places`: the index of the next one, or one past the previous one.
pub(super) fn here(state: &State, places: &[usize], direction: Direction) -> usize {
    if let Some(focused) = state.focused() {
        return match direction {
            Direction::Next => places.partition_point(|&item| item <= focused),
            Direction::Previous => places.partition_point(|&item| item < focused),
        };
    }
    let start = |item: &usize| {
        state.desk.items.get(*item).map_or(usize::MAX, |item| {
            if item.kind == Kind::Lost {
                usize::MAX
            } else {
                item.span.start
            }
        })
    };
    places.partition_point(|item| start(item) < state.cursor)
}

fn candidates(state: &State, target: Target) -> (Vec<usize>, String) {
    let all = 0..state.desk.items.len();
    let of = |keep: &dyn Fn(&Item) -> bool| -> Vec<usize> {
        all.clone()
            .filter(|&at| state.desk.items.get(at).is_some_and(keep))
            .collect()
    };
    match target {
        Target::Quotation => (
            of(&|item| item.kind == Kind::Quotation),
            "quotation".to_owned(),
        ),
        Target::Flag => (of(&|item| item.kind == Kind::Flag), "flag".to_owned()),
        Target::Candidate => (
            of(&|item| item.kind == Kind::Candidate),
            "candidate".to_owned(),
        ),
        Target::Note => (
            of(&|item| item.noted && item.kind != Kind::Lost),
            "note".to_owned(),
        ),
        Target::Lost => (
            of(&|item| item.kind == Kind::Lost || item.moved),
            "lost or moved".to_owned(),
        ),
        Target::SameTag => {
            let tag = tag_here(state).unwrap_or_default();
            let has = |item: &Item| {
                state
                    .desk
                    .annotation(&item.source)
                    .is_some_and(|annotation| annotation.tags.contains(&tag))
            };
            (of(&has), format!("#{tag}"))
        }
        Target::Any | Target::Unreviewed => (state.listed(), "entry".to_owned()),
    }
}

/// The tag of the thing here, else the tag used last.
fn tag_here(state: &State) -> Option<String> {
    let tags = |source: &Source| {
        state
            .desk
            .annotation(source)
            .map(|annotation: &Annotation| annotation.tags.clone())
    };
    let focused = state
        .focus
        .as_ref()
        .and_then(tags)
        .and_then(|tags| tags.first().cloned());
    focused
        .or_else(|| state.recent_tags.first().cloned())
        .or_else(|| {
            let paragraph = state.paragraph();
            state
                .desk
                .items_of(paragraph)
                .find_map(|item| tags(&state.desk.items.get(item)?.source)?.first().cloned())
        })
}

pub(super) fn none(state: &State, target: Target, what: &str) -> String {
    let desk = &state.desk;
    let hidden = desk
        .open_at(Strictness::All)
        .saturating_sub(desk.open_at(desk.strictness()));
    match target {
        Target::Candidate if hidden > 0 => {
            format!("no finding is open: > shows more, {hidden} at most")
        }
        Target::Candidate => "no finding is open: all are decided".to_owned(),
        Target::Lost => "no annotation is lost or moved".to_owned(),
        Target::SameTag if what == "#" => "no tag here: go to a tagged passage first".to_owned(),
        _ => format!("no {what} on this article"),
    }
}

fn unreviewed(state: &mut State, direction: Direction, times: usize) {
    let count = state.desk.article.len();
    for _ in 0..times {
        let here = state.paragraph();
        let open = |index: &usize| {
            !state.desk.own().is_some_and(|notebook: &Notebook| {
                notebook.is_reviewed(&state.desk.article, *index)
            })
        };
        let order: Vec<usize> = match direction {
            Direction::Next => (here + 1..count)
                .chain(0..=here.min(count.saturating_sub(1)))
                .collect(),
            Direction::Previous => (0..here).rev().chain((here..count).rev()).collect(),
        };
        let Some(next) = order.into_iter().find(open) else {
            return state.tell("every paragraph is reviewed");
        };
        let wrapped = if direction == Direction::Next {
            next <= here
        } else {
            next >= here
        };
        going::jump_to(state, state.desk.article.paragraph(next).start, None);
        if wrapped {
            state.tell(format!("¶{}: wrapped around", next + 1));
        }
    }
}
