//! Inputs to actions: sequences of keys, counts, and who gets a key at the moment.

use crate::app::action::Action;
use crate::app::command::{Given, When};
use crate::app::input::Input;
use crate::app::key::{Code, Key};
use crate::app::keymap::Lookup;
use crate::app::mode::Mode;
use crate::app::state::State;

/// Largest number that can be typed before a command: long articles have hundreds of thousands of paragraphs.
const MOST: usize = 99_999_999;

/// What the reader means by an input; nothing while a sequence of keys is unfinished.
pub fn press(state: &mut State, input: Input) -> Option<Action> {
    match input {
        Input::Key(key) => key_press(state, key),
        Input::Paste(text) => Some(Action::Paste(text)),
        Input::Mouse(mouse, x, y) => Some(Action::Mouse(mouse, x, y)),
        Input::Resize(width, height) => Some(Action::Resize(width, height)),
    }
}

fn key_press(state: &mut State, key: Key) -> Option<Action> {
    state.message = None;
    let when = match state.mode {
        Mode::Reading if state.summary.is_some() => When::Summary,
        Mode::Reading => When::Reading,
        Mode::Selecting(_) => When::Selecting,
        Mode::Explaining(scroll) => {
            if let Some(scroll) = scrolled(key, scroll) {
                state.mode = Mode::Explaining(scroll);
                return None;
            }
            state.mode = Mode::Reading;
            if matches!(key.code, Code::Esc | Code::Char('K' | 'q')) {
                return None;
            }
            When::Reading
        }
        _ => return Some(Action::Type(key)),
    };
    if key.code == Code::Esc && (!state.pending.is_empty() || state.count.is_some()) {
        forget(state);
        return None;
    }
    if let Some(digit) = digit(state, key) {
        state.count = Some((state.count.unwrap_or(0) * 10 + digit).min(MOST));
        return None;
    }
    state.pending.push(key);
    match state.keymap.look_up(&state.pending, when) {
        Lookup::Full(command, letter) => {
            let count = state.count;
            forget(state);
            Some((command.act)(Given { count, letter }))
        }
        Lookup::Partial => None,
        Lookup::Unknown => {
            refuse(state, when);
            forget(state);
            None
        }
    }
}

/// The scroll of an open panel after a key; none when the key is not for it.
fn scrolled(key: Key, scroll: usize) -> Option<usize> {
    match key.code {
        Code::Down => Some(scroll + 1),
        Code::Up => Some(scroll.saturating_sub(1)),
        Code::PageDown => Some(scroll + 5),
        Code::PageUp => Some(scroll.saturating_sub(5)),
        _ => None,
    }
}

fn forget(state: &mut State) {
    state.pending.clear();
    state.count = None;
}

fn digit(state: &State, key: Key) -> Option<usize> {
    let digit = key.typed()?.to_digit(10)? as usize;
    (state.pending.is_empty() && (digit > 0 || state.count.is_some())).then_some(digit)
}

fn refuse(state: &mut State, when: When) {
    let pressed: String = state.pending.iter().map(Key::to_string).collect();
    let before = state
        .pending
        .split_last()
        .map_or(&[][..], |(_, before)| before);
    let on: Vec<String> = state
        .keymap
        .continuations(before, when)
        .into_iter()
        .map(|(keys, _)| keys)
        .collect();
    let text = if before.is_empty() {
        let instead = match when {
            When::Selecting => "here: Esc leaves the selection",
            When::Summary => "here: q goes back to the article",
            _ => "here: ? shows every key",
        };
        format!("{pressed} means nothing {instead}")
    } else {
        let prefix: String = before.iter().map(Key::to_string).collect();
        format!(
            "{pressed} means nothing: {prefix} goes on with {}",
            on.join(" ")
        )
    };
    state.tell(text);
}
