//! What stands in the notes pane: margin notes level with their paragraphs, or the list of everything.

use crate::app::beside::beside;
use crate::app::block::{filled, open_notes, window};
use crate::app::entry::{Entry, Tone, compact};
use crate::app::item::Kind;
use crate::app::note::Note;
use crate::app::state::State;

/// What stands in the notes pane, in rows from the top.
pub fn notes(state: &State) -> Vec<Note> {
    let area = state.page.layout.notes;
    if area.is_empty() {
        return Vec::new();
    }
    if state.list.is_some() {
        return list(state);
    }
    if state.page.layout.stacked {
        return filled(state, window(open_notes(state), 0, area.height));
    }
    beside(state)
}

fn list(state: &State) -> Vec<Note> {
    let area = state.page.layout.notes;
    let shown = state.listed();
    let focus = state.focused();
    let at = shown.iter().position(|item| Some(*item) == focus);
    let room = usize::from(area.height).saturating_sub(2);
    let skip = at
        .map_or(0, |at| at.saturating_sub(room / 2))
        .min(shown.len().saturating_sub(room));
    let mut notes = vec![Note {
        entry: Entry::of(vec![(heading(state, shown.len()), Tone::Dim)]),
        ..Note::default()
    }];
    for (line, &item) in shown.iter().skip(skip).take(room).enumerate() {
        let kind = state
            .desk
            .items
            .get(item)
            .map_or(Kind::Note, |item| item.kind);
        let mut entry = compact(&state.desk, item, usize::from(area.width).saturating_sub(5));
        let number = state
            .desk
            .items
            .get(item)
            .map_or(0, |item| item.paragraph + 1);
        let number = if kind == Kind::Lost {
            "  –  ".to_owned()
        } else {
            format!("{:>4} ", format!("¶{number}"))
        };
        entry.left.insert(0, (number, Tone::Dim));
        notes.push(Note {
            y: line as u16 + 2,
            item: Some(item),
            focused: Some(item) == focus,
            current: false,
            entry,
        });
    }
    notes
}

fn heading(state: &State, shown: usize) -> String {
    let all = state.desk.items.len();
    let place = if state.desk.is_part() {
        "here: findings near by, all notes"
    } else {
        "on this article"
    };
    match state.list.as_deref() {
        Some("") | None => format!("{all} {place}   / filter   o back"),
        Some(filter) => format!("{shown} of {all}: {filter}"),
    }
}
