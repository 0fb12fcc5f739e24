//! The summary: moving among its bars, and from a bar to its passages.

use crate::app::action::{Direction, Stride};
use crate::app::input::Mouse;
use crate::app::item::Kind;
use crate::app::mode::Mode;
use crate::app::state::State;
use crate::app::summary::{Row, Summary};
use crate::app::update::{going, pane, stepping};
use crate::text::{Span, visible_line};

/// Opens the summary, at the bar whose passages were gone through last.
pub(super) fn open(state: &mut State) {
    let mut summary = counted(state);
    (summary.at, summary.top) = (0, 0);
    if summary.bars.is_empty() {
        return state.tell("there is nothing to sum up yet");
    }
    if let Some(bar) = &state.bar {
        summary.select(bar);
    }
    state.mode = Mode::Reading;
    state.summary = Some(Box::new(summary));
    settle(state);
}

/// The summary of the desk as it is: the one counted last, unless something has changed since.
fn counted(state: &mut State) -> Summary {
    let open = state.summary.take();
    let last = open.or_else(|| state.counted.take());
    last.filter(|last| last.is_of(&state.desk))
        .map_or_else(|| Summary::new(&state.desk), |last| *last)
}

/// Closes the summary, if it is open.
pub(super) fn close(state: &mut State) -> bool {
    let open = state.summary.take();
    let was_open = open.is_some();
    state.counted = open.or(state.counted.take());
    was_open
}

/// Counts anew after something changed; the reader stays at the same bar.
pub(super) fn refresh(state: &mut State) {
    if let Some(old) = state.summary.take_if(|open| !open.is_of(&state.desk)) {
        let mut new = Summary::new(&state.desk);
        (new.at, new.top) = (old.at, old.top);
        if let Some(bar) = old.bar() {
            new.select(&bar.subject);
        }
        state.summary = Some(Box::new(new));
    }
    settle(state);
}

/// Keeps the bar in sight.
pub(super) fn settle(state: &mut State) {
    let height = usize::from(state.page.layout.body().height);
    if let Some(summary) = &mut state.summary {
        summary.settle(height);
    }
}

/// To another bar; no further than to the first or last one.
pub(super) fn bar(state: &mut State, direction: Direction, stride: Stride) {
    let height = usize::from(state.page.layout.body().height);
    let by = match stride {
        Stride::Rows(rows) => rows,
        Stride::Half => (height / 2).max(1),
        Stride::Page => height.saturating_sub(2).max(1),
    };
    to(state, |summary| match direction {
        Direction::Next => summary.at.saturating_add(by),
        Direction::Previous => summary.at.saturating_sub(by),
    });
}

/// To another chart, so many on.
pub(super) fn chart(state: &mut State, direction: Direction, times: usize) {
    for _ in 0..times {
        to(state, |summary| {
            summary.chart_from(direction == Direction::Next)
        });
    }
}

fn to(state: &mut State, place: impl FnOnce(&Summary) -> usize) {
    let Some(summary) = &mut state.summary else {
        return state.tell("the summary has the bars: gS opens it");
    };
    let last = summary.bars.len().saturating_sub(1);
    let next = place(summary).min(last);
    let stays = next == summary.at;
    summary.at = next;
    settle(state);
    if stays {
        state.tell(if next == last {
            "the last bar"
        } else {
            "the first bar"
        });
    }
}

/// The mouse: click chooses a bar, a click on the chosen one goes to its passages, the wheel goes from bar to bar.
pub(super) fn mouse(state: &mut State, mouse: Mouse, y: u16) {
    match mouse {
        Mouse::WheelDown => bar(state, Direction::Next, Stride::Rows(1)),
        Mouse::WheelUp => bar(state, Direction::Previous, Stride::Rows(1)),
        Mouse::Press => press(state, y),
        Mouse::Drag => {}
    }
}

fn press(state: &mut State, y: u16) {
    let body = state.page.layout.body();
    let row = y.checked_sub(body.y).filter(|row| *row < body.height);
    let (Some(summary), Some(row)) = (&mut state.summary, row) else {
        return;
    };
    if let Some(Row::Bar(at)) = summary.rows.get(summary.top + usize::from(row)) {
        if *at == summary.at {
            return enter(state);
        }
        summary.at = *at;
        settle(state);
    }
}

/// To the first passage of the bar.
pub(super) fn enter(state: &mut State) {
    let Some(summary) = &state.summary else {
        return state.tell("the summary has the bars: gS opens it");
    };
    let Some(bar) = summary.bar() else {
        return;
    };
    let (subject, first) = (bar.subject.clone(), bar.passages.first().copied());
    let Some(first) = first else {
        let name = visible_line(&subject.name);
        return state.tell(format!("{name}: no passage in this text"));
    };
    let number = bar.passages.len();
    state.bar = Some(subject);
    close(state);
    pane::to_text(state);
    go(state, first);
    tell(state, 1, number, false);
}

/// To the next or previous passage of the bar chosen last, around the ends of the article.
pub(super) fn step(state: &mut State, direction: Direction, times: usize) {
    let Some(subject) = state.bar.clone() else {
        return state.tell("no bar is chosen: gS opens the summary, Enter there chooses one");
    };
    let summary = counted(state);
    let passages = summary.bar_about(&subject).map(|bar| &bar.passages);
    if let Some(passages) = passages.filter(|passages| !passages.is_empty()) {
        step_in(state, passages, direction, times);
    } else {
        let name = visible_line(&subject.name);
        state.tell(format!("{name}: no passage any more; gS opens the summary"));
    }
    state.counted = Some(Box::new(summary));
}

fn step_in(state: &mut State, passages: &[Span], direction: Direction, times: usize) {
    for _ in 0..times {
        let here = here(state);
        let next = match direction {
            Direction::Next => passages.iter().position(|span| *span > here),
            Direction::Previous => passages.iter().rposition(|span| *span < here),
        };
        let around = match direction {
            Direction::Next => 0,
            Direction::Previous => passages.len() - 1,
        };
        let at = next.unwrap_or(around);
        if let Some(span) = passages.get(at) {
            go(state, *span);
        }
        tell(state, at + 1, passages.len(), next.is_none());
    }
}

/// Where the reader is: the passage, else the place. Of passages that begin together, the shorter comes first.
fn here(state: &State) -> Span {
    let item = state.focused_item().map(|item| item.span);
    item.filter(|span| span.start == state.cursor)
        .unwrap_or(Span::new(state.cursor, state.cursor))
}

fn go(state: &mut State, span: Span) {
    let items = &state.desk.items;
    let from =
        items.partition_point(|item| item.kind != Kind::Lost && item.span.start < span.start);
    let here = items.iter().skip(from);
    let mut here = here.take_while(|item| item.span.start == span.start);
    match here.position(|item| item.span == span) {
        Some(at) => stepping::to_item(state, from + at),
        None => going::jump_to(state, span.start, None),
    }
}

fn tell(state: &mut State, number: usize, of: usize, wrapped: bool) {
    let name = state.bar.as_ref().map_or("", |bar| &bar.name);
    let mut text = format!("{}: {number} of {of}", visible_line(name));
    if wrapped && of > 1 {
        text += ", wrapped around";
    } else if number == 1 && of > 1 {
        text += "; ]b goes on";
    }
    state.tell(text);
}
