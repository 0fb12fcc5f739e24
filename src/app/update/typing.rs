//! Keys and pasted text, to whoever is open for them.

use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::key::{Code, Key};
use crate::app::mode::Mode;
use crate::app::state::State;
use crate::app::update::{ask, pick, selecting, writing};

/// A key for what is open.
pub(super) fn key(state: &mut State, key: Key, now: &Now) -> Vec<Effect> {
    match &mut state.mode {
        Mode::Asking(_) => ask::key(state, key, now),
        Mode::Picking(_) => pick::key(state, key, now),
        Mode::Writing(_) => writing::key(state, key, now),
        Mode::Labelling(_) => {
            selecting::label_key(state, key);
            Vec::new()
        }
        Mode::Helping(_) => {
            help_key(state, key);
            Vec::new()
        }
        Mode::Reading | Mode::Selecting(_) | Mode::Explaining(_) => Vec::new(),
    }
}

/// Pasted text for what is open. Pasted while reading it is refused: its letters would be taken for commands.
pub(super) fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    match &mut state.mode {
        Mode::Asking(ask) => {
            ask.editor.paste(text);
            return ask::typed(state);
        }
        Mode::Picking(picker) => {
            picker.input.paste(text);
            picker.refresh();
        }
        Mode::Writing(writing) => {
            writing.editor.paste(text);
            return vec![Effect::KeepDrafts(state.all_drafts())];
        }
        _ => state.tell("pasted text goes into a note: a opens one"),
    }
    Vec::new()
}

fn help_key(state: &mut State, key: Key) {
    let Mode::Helping(scroll) = &mut state.mode else {
        return;
    };
    *scroll = match (key.code, key.ctrl) {
        (Code::Down | Code::Char('j'), false) => *scroll + 1,
        (Code::Up | Code::Char('k'), false) => scroll.saturating_sub(1),
        (Code::PageDown | Code::Char(' '), _) | (Code::Char('d' | 'f'), true) => *scroll + 10,
        (Code::PageUp, _) | (Code::Char('u' | 'b'), true) => scroll.saturating_sub(10),
        (Code::Char('g') | Code::Home, false) => 0,
        _ => return state.mode = Mode::Reading,
    };
}
