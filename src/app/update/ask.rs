//! Lines to be typed.

use crate::app::action::{Action, Direction};
use crate::app::editor::Editor;
use crate::app::effect::Effect;
use crate::app::input::Now;
use crate::app::key::{Code, Key};
use crate::app::mode::{Ask, Asked, Mode};
use crate::app::reading::written_up;
use crate::app::state::State;
use crate::app::update::{going, looking, reasoning, searching};
use crate::report::{SUMMARY, endings, exporter_of};

/// Opens a line for `purpose`, with a text to begin with.
pub(super) fn open(state: &mut State, purpose: Asked, text: &str) {
    state.mode = Mode::Asking(Box::new(Ask {
        purpose,
        editor: Editor::new(text, true),
        scroll: 0,
    }));
}

/// Asks what to search: in the text, or while the list has the keys, in the notes.
pub(super) fn search(state: &mut State, direction: Direction) {
    if state.in_notes && state.list.is_some() {
        return filter(state);
    }
    open(state, Asked::Search(direction, state.cursor), "");
}

/// Asks what notes to list.
pub(super) fn filter(state: &mut State) {
    let before = state.list.clone().unwrap_or_default();
    state.list = Some(before.clone());
    open(state, Asked::Filter(before.clone()), &before);
}

/// Asks where to export the reading.
pub(super) fn export(state: &mut State) {
    let path = state.export_path.clone();
    open(state, Asked::Export, &path);
}

/// Asks whether a file may be overwritten.
pub(super) fn overwrite(state: &mut State, path: String) {
    open(state, Asked::Overwrite(path), "");
}

/// A key while a line is being typed.
pub(super) fn key(state: &mut State, key: Key, now: &Now) -> Vec<Effect> {
    let Mode::Asking(ask) = &mut state.mode else {
        return Vec::new();
    };
    if let Asked::Overwrite(path) = ask.purpose.clone() {
        return answer(state, path, key, now);
    }
    let leave = key.code == Code::Esc || (key.ctrl && key.code == Code::Char('c'));
    // An empty line is left by deleting once more, as in less and vim.
    let erased = key.code == Code::Backspace && ask.editor.is_empty();
    if leave || erased {
        let reasoned = matches!(ask.purpose, Asked::Reason(..));
        leave_line(state);
        return if reasoned {
            vec![Effect::KeepDrafts(state.all_drafts())]
        } else {
            Vec::new()
        };
    } else if key.code == Code::Enter {
        return submit(state, now);
    } else if ask.editor.is_empty() && ask.purpose_is_help() && scrolled(ask, key) {
    } else {
        ask.editor.press(key);
        return typed(state);
    }
    Vec::new()
}

/// Something was typed: shows what the line would find, and keeps a reason safe.
pub(super) fn typed(state: &mut State) -> Vec<Effect> {
    preview(state);
    match &state.mode {
        Mode::Asking(ask) if matches!(ask.purpose, Asked::Reason(..)) => {
            vec![Effect::KeepDrafts(state.all_drafts())]
        }
        _ => Vec::new(),
    }
}

/// Shows what the line would find while it is typed.
fn preview(state: &mut State) {
    let Mode::Asking(ask) = &state.mode else {
        return;
    };
    let text = ask.editor.text();
    match ask.purpose {
        Asked::Search(direction, from) => searching::preview(state, &text, direction, from),
        Asked::Filter(_) => state.list = Some(text),
        _ => {}
    }
}

impl Ask {
    /// Whether the key table stands beside the empty line: `?` is help and search backwards.
    pub fn purpose_is_help(&self) -> bool {
        matches!(self.purpose, Asked::Search(Direction::Previous, _))
    }
}

fn scrolled(ask: &mut Ask, key: Key) -> bool {
    let page = 10;
    ask.scroll = match (key.code, key.ctrl) {
        (Code::Down, _) => ask.scroll + 1,
        (Code::Up, _) => ask.scroll.saturating_sub(1),
        (Code::PageDown, _) | (Code::Char('d' | 'f'), true) => ask.scroll + page,
        (Code::PageUp, _) | (Code::Char('u' | 'b'), true) => ask.scroll.saturating_sub(page),
        _ => return false,
    };
    true
}

fn leave_line(state: &mut State) {
    let Mode::Asking(ask) = std::mem::take(&mut state.mode) else {
        return;
    };
    match ask.purpose {
        Asked::Reason(..) => reasoning::leave(state, &ask),
        Asked::Search(_, from) => {
            state.search = None;
            going::go(state, from, state.focus.clone());
        }
        Asked::Filter(before) => state.list = Some(before),
        Asked::Export | Asked::Overwrite(_) => state.tell("nothing was written"),
    }
}

fn submit(state: &mut State, now: &Now) -> Vec<Effect> {
    let Mode::Asking(ask) = std::mem::take(&mut state.mode) else {
        return Vec::new();
    };
    let text = ask.editor.text();
    match ask.purpose {
        Asked::Search(direction, from) => {
            state.cursor = from;
            let words = if text.is_empty() {
                state.search.as_ref().map(|search| search.words.clone())
            } else {
                Some(text)
            };
            match words.filter(|words| !words.is_empty()) {
                Some(words) => searching::search(state, &words, direction),
                None => state.tell("nothing to search"),
            }
        }
        Asked::Filter(_) => {
            state.list = Some(text);
            state.in_notes = true;
        }
        Asked::Reason(annotation, span, what) => {
            return reasoning::submit(state, *annotation, span, &what, &text);
        }
        Asked::Export | Asked::Overwrite(_) => {
            let path = text.trim().to_owned();
            if path.is_empty() {
                state.tell("nothing was written: the export needs a file name");
                return Vec::new();
            }
            state.export_path.clone_from(&path);
            return write(state, path, false, now);
        }
    }
    Vec::new()
}

fn answer(state: &mut State, path: String, key: Key, now: &Now) -> Vec<Effect> {
    state.mode = Mode::Reading;
    if key.typed() == Some('y') {
        return write(state, path, true, now);
    }
    state.tell(format!("{path} is left as it was"));
    Vec::new()
}

fn write(state: &mut State, path: String, overwrite: bool, now: &Now) -> Vec<Effect> {
    // The article changed while the name was typed.
    if state.desk.is_part() {
        looking::wait(state, Action::AskExport);
        return Vec::new();
    }
    let Some(exporter) = exporter_of(&path) else {
        let endings = endings();
        state.fail(format!(
            "nothing was written: let the name end in one of {endings}"
        ));
        return Vec::new();
    };
    vec![Effect::Write {
        path,
        written: written_up(&state.desk, &now.time, exporter.write),
        overwrite,
    }]
}

/// Says that the reading was exported, and what the format cannot hold of it.
pub(super) fn exported(state: &mut State, path: &str, left_out: &[String]) {
    let mut told = match exporter_of(path).map(|exporter| exporter.name) {
        Some(name) if name != SUMMARY.name => format!("{path} is written ({name})"),
        _ => format!("the summary is in {path}"),
    };
    // A small screen cuts the sentences off: their number stands before them.
    match left_out {
        [] => {}
        [one] => told = format!("{told} · {one}"),
        several => told = format!("{told} · {} remarks: {}", several.len(), several.join("; ")),
    }
    state.tell(told);
}
