//! Searching the text.

use crate::app::action::{Direction, Unit};
use crate::app::effect::Effect;
use crate::app::hunt::Hunt;
use crate::app::mode::{Asked, Mode};
use crate::app::search::{Hit, Search};
use crate::app::selection::unit_at;
use crate::app::state::State;
use crate::app::update::{going, looking};
use crate::app::work::Work;
use crate::text::{Span, visible_line};

/// A hit that the reader wants to see, in text that was not searched yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Pursuit {
    /// The next one from byte `from` on, while the words are being typed; in that part at first.
    Shown { from: usize, part: usize },
    /// So many on in a direction from where the reader is.
    Gone {
        direction: Direction,
        times: usize,
        part: usize,
    },
}

/// Searches words and goes to the first hit.
pub(super) fn search(state: &mut State, words: &str, direction: Direction) {
    let article = &state.desk.article;
    let mut search = match &state.search {
        Some(known) if known.words == words => known.clone(),
        Some(other) => other.instead(article, words, direction),
        None => Search::new(article, words, direction),
    };
    search.direction = direction;
    search.search_at(article, state.cursor);
    if search.hits.is_empty() && search.is_whole() {
        return nowhere(state, words);
    }
    state.search = Some(search);
    next_hit(state, Direction::Next, 1);
}

fn nowhere(state: &mut State, words: &str) {
    let words = visible_line(words);
    state.tell(format!("“{words}” does not stand in this article"));
}

/// Searches the selected words, or the word under the cursor.
pub(super) fn search_word(state: &mut State) {
    let span = match state.mode {
        Mode::Selecting(selection) => Some(selection.span()),
        _ => unit_at(&state.desk.article, state.cursor, Unit::Word),
    };
    let Some(span) = span else {
        return state.tell("no word here");
    };
    state.mode = Mode::Reading;
    state.cursor = span.start;
    let words = span.of(&state.desk.article.text).to_lowercase();
    search(state, &words, Direction::Next);
}

/// To the next hit in the direction of the search, or the other way.
pub(super) fn next_hit(state: &mut State, direction: Direction, times: usize) {
    let Some(search) = &state.search else {
        return state.tell("nothing is searched: / searches");
    };
    let way = match (search.direction, direction) {
        (Direction::Next, way) => way,
        (Direction::Previous, Direction::Next) => Direction::Previous,
        (Direction::Previous, Direction::Previous) => Direction::Next,
    };
    for left in (1..=times).rev() {
        let Some(search) = &state.search else {
            return;
        };
        match search.next(state.cursor, way) {
            Hit::At(at, around) => to_hit(state, at, around),
            Hit::Nowhere => {
                let words = search.words.clone();
                return nowhere(state, &words);
            }
            Hit::Unknown(part) => {
                let (words, share) = (visible_line(&search.words), search.share());
                state.pursuit = Some(Pursuit::Gone {
                    direction,
                    times: left,
                    part,
                });
                return state.tell(format!("looking for “{words}”: {share} % searched"));
            }
        }
    }
}

fn to_hit(state: &mut State, at: usize, around: bool) {
    let Some((search, hit)) = state
        .search
        .as_ref()
        .and_then(|one| Some((one, *one.hits.get(at)?)))
    else {
        return;
    };
    let (words, count) = (visible_line(&search.words), search.hits.len());
    let place = if search.is_whole() {
        format!("“{words}” {} of {count}", at + 1)
    } else {
        let number = state.desk.article.paragraph_at(hit.start) + 1;
        format!("“{words}” in ¶{number}")
    };
    going::jump_to(state, hit.start, None);
    let row = state.page.row_at(&state.desk.article, hit.start);
    state.show(row, false);
    let around = if around && count > 1 {
        ": wrapped around"
    } else {
        ""
    };
    state.tell(format!("{place}{around}"));
}

/// Shows what the words would find while they are typed, from byte `from` on.
pub(super) fn preview(state: &mut State, words: &str, direction: Direction, from: usize) {
    let article = &state.desk.article;
    let mut search = match &state.search {
        Some(other) => other.instead(article, words, direction),
        None => Search::new(article, words, direction),
    };
    search.search_at(&state.desk.article, from);
    state.search = Some(search);
    show(state, from);
}

fn show(state: &mut State, from: usize) {
    let Some(search) = &state.search else {
        return;
    };
    let before = usize::from(search.direction == Direction::Next);
    let next = search.next(from.saturating_sub(before), search.direction);
    let place = match next {
        Hit::At(at, _) => search.hits.get(at).map_or(from, |hit| hit.start),
        Hit::Unknown(_) | Hit::Nowhere => from,
    };
    state.pursuit = match next {
        Hit::Unknown(part) if !search.words.is_empty() => Some(Pursuit::Shown { from, part }),
        _ => None,
    };
    let row = state.page.row_at(&state.desk.article, place);
    state.show(row, false);
}

/// What to search next beside the reader: what is seen, then what the reader wants to see; once the words are typed, the rest.
pub(super) fn hunt(state: &mut State) -> Option<Effect> {
    let sight = looking::sight(state);
    let article = &state.desk.article;
    let sight = article
        .paragraph(sight.start)
        .hull(article.paragraph(sight.end.saturating_sub(1)));
    let is_typed =
        !matches!(&state.mode, Mode::Asking(ask) if matches!(ask.purpose, Asked::Search(..)));
    let search = state.search.as_mut()?;
    if search.open.is_some() || search.is_whole() || search.words.is_empty() {
        return None;
    }
    let goal = state.pursuit.map(|pursuit| match pursuit {
        Pursuit::Shown { part, .. }
        | Pursuit::Gone {
            part,
            direction: Direction::Next,
            ..
        } => (part, search.direction),
        Pursuit::Gone { part, .. } => match search.direction {
            Direction::Next => (part, Direction::Previous),
            Direction::Previous => (part, Direction::Next),
        },
    });
    let hunt = search.hunt(article, sight, goal, is_typed)?;
    search.open = Some(hunt.parts.clone());
    Some(Effect::Begin(Work::Hunt(hunt)))
}

/// Takes in hits, and goes on with what waited for them.
pub(super) fn found(state: &mut State, hunt: &Hunt, hits: Vec<Span>) {
    let article = &state.desk.article;
    let Some(search) = state
        .search
        .as_mut()
        .filter(|one| one.expects(hunt, article))
    else {
        return;
    };
    search.take(hunt.parts.clone(), hits);
    if search.open.as_ref() == Some(&hunt.parts) {
        search.open = None;
    }
    match state.pursuit.take() {
        Some(Pursuit::Shown { from, .. }) => {
            if let Mode::Asking(_) = state.mode {
                show(state, from);
            }
        }
        Some(Pursuit::Gone {
            direction, times, ..
        }) if matches!(state.mode, Mode::Reading) => next_hit(state, direction, times),
        _ => {}
    }
}
