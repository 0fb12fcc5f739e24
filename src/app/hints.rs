//! The keys worth knowing at the moment, for the footer.

use crate::app::command::{Command, When, named};
use crate::app::mode::{Asked, Mode};
use crate::app::picker::Purpose;
use crate::app::state::State;

/// A key and what it does, in a word or two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The keys.
    pub keys: String,
    /// What they do.
    pub does: String,
}

const READING: &[&str] = &[
    "next-paragraph",
    "next-quotation",
    "next-flag",
    "next-candidate",
    "select-words",
    "note",
    "tag",
    "flag",
    "export",
];
const SELECTING: &[&str] = &[
    "extend-word",
    "shrink-word",
    "swap-ends",
    "extend-sentence",
    "note",
    "tag",
    "flag",
    "copy",
    "leave",
];

const SUMMARY: &[&str] = &[
    "open-bar",
    "close-summary",
    "next-bar",
    "next-chart",
    "export",
    "more-findings",
    "fewer-findings",
    "help",
];

/// The keys worth knowing at the moment, the most useful first. After a prefix: every way to go on.
pub fn hints(state: &State) -> Vec<Hint> {
    match &state.mode {
        Mode::Reading if state.summary.is_some() => commands(state, When::Summary),
        Mode::Reading | Mode::Explaining(_) => commands(state, When::Reading),
        Mode::Selecting(_) => commands(state, When::Selecting),
        Mode::Labelling(labels) if labels.first.is_some() => fixed(&[
            ("letters", "last word"),
            ("Enter", "one word"),
            ("Esc", "leave"),
        ]),
        Mode::Labelling(_) => fixed(&[("letters", "first word"), ("Esc", "leave")]),
        Mode::Writing(_) => fixed(&[
            ("Enter", "save"),
            ("^j", "new line"),
            ("^u", "undo"),
            ("^g", "in $EDITOR"),
            ("Esc", "keep as draft"),
        ]),
        Mode::Picking(picker) => picking(&picker.purpose),
        Mode::Asking(ask) => match ask.purpose {
            Asked::Overwrite(_) => fixed(&[("y", "overwrite"), ("n", "keep")]),
            Asked::Filter(_) => fixed(&[
                ("words tag: by: flag: voice: is:", "narrow"),
                ("Enter", "list"),
                ("Esc", "leave"),
            ]),
            _ => fixed(&[("Enter", "go"), ("Esc", "leave")]),
        },
        Mode::Helping(_) => fixed(&[("j k Space", "scroll"), ("Esc", "close")]),
    }
}

/// While something is being chosen.
fn picking(purpose: &Purpose) -> Vec<Hint> {
    match purpose {
        Purpose::Tag(..) => fixed(&[
            ("type", "filter or new"),
            ("↑↓", "move"),
            ("1–9", "recent"),
            ("Tab", "several"),
            ("Enter", "tag"),
            ("Esc", "leave"),
        ]),
        Purpose::Flag(..) => fixed(&[
            ("type", "filter"),
            ("↑↓", "move"),
            ("Enter", "flag"),
            ("Esc", "leave"),
        ]),
        Purpose::Speaker(..) => fixed(&[
            ("type", "filter or new name"),
            ("↑↓", "move"),
            ("Enter", "that is who speaks"),
            ("Esc", "leave"),
        ]),
        Purpose::Silence(..) => fixed(&[
            ("1–4", "choose"),
            ("↑↓", "move"),
            ("Enter", "silence, or hear again"),
            ("Esc", "leave"),
        ]),
        Purpose::Command => fixed(&[
            ("type", "filter, or a ¶ number"),
            ("↑↓", "move"),
            ("Enter", "do it"),
            ("Esc", "leave"),
        ]),
    }
}

fn fixed(hints: &[(&str, &str)]) -> Vec<Hint> {
    hints
        .iter()
        .map(|(keys, does)| Hint {
            keys: (*keys).to_owned(),
            does: (*does).to_owned(),
        })
        .collect()
}

fn commands(state: &State, when: When) -> Vec<Hint> {
    if !state.pending.is_empty() {
        return state
            .keymap
            .continuations(&state.pending, when)
            .into_iter()
            .map(|(keys, command)| hint(keys, command))
            .collect();
    }
    let names = match when {
        When::Selecting => SELECTING,
        When::Summary => SUMMARY,
        _ => READING,
    };
    let mut hints: Vec<Hint> = names
        .iter()
        .filter_map(|name| named(name))
        .filter_map(|command| {
            Some(hint(
                (*state.keymap.keys_of(command).first()?).to_owned(),
                command,
            ))
        })
        .collect();
    if when != When::Summary {
        hints.push(Hint {
            keys: "?".to_owned(),
            does: "help".to_owned(),
        });
    }
    hints
}

fn hint(keys: String, command: &Command) -> Hint {
    Hint {
        keys,
        does: command.short.to_owned(),
    }
}
