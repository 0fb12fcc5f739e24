//! The notes of one paragraph in no more rows than there are.

use crate::app::command::named;
use crate::app::desk::Desk;
use crate::app::entry::{Entry, Tone, compact, open};
use crate::app::laid::Wanted;
use crate::app::note::Note;
use crate::app::shortened::{end_with, shortened};
use crate::app::state::State;
use std::rc::Rc;

/// The notes of a paragraph: a row for each in the `own` rows beside it, and all that is said in them as far as there is room, from
/// the first on; the last one may go on below the paragraph, up to `room` rows in all. The last row stays blank where it is not for
/// a note of its own. Where there are more notes than rows of the paragraph, as many as there are rows for.
pub(super) fn fitted(state: &State, paragraph: usize, own: usize, room: usize) -> Vec<Note> {
    let items: Vec<usize> = state.desk.items_of(paragraph).take(own + 1).collect();
    let Some(unused) = own.checked_sub(items.len()) else {
        return compact_notes(state, paragraph, own);
    };
    let (mut spare, below) = match (room - own).checked_sub(1) {
        Some(below) => (unused, below),
        None => (unused.saturating_sub(1), 0),
    };
    let mut blocks = Vec::with_capacity(items.len());
    let last = items.last().copied();
    for item in items {
        let room = 1 + spare + if Some(item) == last { below } else { 0 };
        let rows = kept(state, paragraph, item, room);
        spare = spare.saturating_sub(rows.len() - 1);
        blocks.push(rows.iter().map(|entry| (item, entry.clone())).collect());
    }
    let current = paragraph == state.paragraph();
    let note = |(item, entry)| Note {
        item: Some(item),
        current,
        entry,
        ..Note::default()
    };
    aired(blocks, spare).into_iter().map(note).collect()
}

/// What is said of an annotation or finding of a paragraph, in no more than `room` rows; the last one says how many are missing.
pub(super) fn kept(state: &State, paragraph: usize, item: usize, room: usize) -> Rc<[Entry]> {
    let width = usize::from(state.page.layout.notes.width);
    let key = key(state, paragraph);
    let wanted = Wanted {
        item,
        room,
        key: key.is_some(),
    };
    let lay = || within(&state.desk, item, width, room, key);
    state.laid.rows(state.desk.revision, width, wanted, lay)
}

/// What is said of an item in no more than `room` rows of `width` columns. `key` is the one that shows the rest.
fn within(desk: &Desk, item: usize, width: usize, room: usize, key: Option<&str>) -> Vec<Entry> {
    let rows = open(desk, item, width, false);
    if rows.len() <= room {
        return rows;
    }
    let mut short = shortened(desk, item, width, room);
    let missing = rows.len() - short.len();
    // What stands at the right of a head says more than how much is missing.
    if let Some(tail) = short.iter_mut().skip(1).last() {
        end_with(tail, more_rows(key, missing), width);
    }
    short
}

/// The blocks under each other: with a blank row behind each that is more than a row, if there are as many rows to spare.
fn aired(mut blocks: Vec<Vec<(usize, Entry)>>, spare: usize) -> Vec<(usize, Entry)> {
    let others = blocks.len().saturating_sub(1);
    let long = |block: &&mut Vec<_>| block.len() > 1;
    let count = blocks.iter_mut().take(others).filter(long).count();
    for block in blocks.iter_mut().take(others).filter(long) {
        let item = block.first().map_or(0, |(item, _)| *item);
        block.extend((count <= spare).then(|| (item, Entry::default())));
    }
    blocks.concat()
}

/// What is said of rows there is no room for; with the key that shows them.
fn more_rows(key: Option<&str>, missing: usize) -> String {
    let rows = if missing == 1 { "row" } else { "rows" };
    let what = format!("{missing} more {rows}");
    key.map_or(what.clone(), |key| format!("{key}: {what}"))
}

/// The key that opens the notes of a paragraph, where it is the current one and they are not open.
fn key(state: &State, paragraph: usize) -> Option<&str> {
    let opens = paragraph == state.paragraph() && !state.in_notes;
    let command = named("other-pane").filter(|_| opens)?;
    state.keymap.keys_of(command).first().copied()
}

/// A row for each note as far as there are rows, and how many are missing.
pub(super) fn compact_notes(state: &State, paragraph: usize, room: usize) -> Vec<Note> {
    let width = usize::from(state.page.layout.notes.width);
    let current = paragraph == state.paragraph();
    let items: Vec<usize> = state.desk.items_of(paragraph).collect();
    let kept = if items.len() > room {
        room.saturating_sub(1)
    } else {
        items.len()
    };
    let note = |item: Option<&usize>, entry| Note {
        item: item.copied(),
        current,
        entry,
        ..Note::default()
    };
    let shown = items.iter().take(kept);
    let mut notes: Vec<Note> = shown
        .map(|item| note(Some(item), compact(&state.desk, *item, width)))
        .collect();
    if kept < items.len() && room > 0 {
        let more = format!("  … {} more", items.len() - kept);
        let entry = Entry {
            left: vec![(more, Tone::Dim)],
            right: key(state, paragraph).map(|key| (key.to_owned(), Tone::Dim)),
        };
        notes.push(note(items.get(kept), entry));
    }
    notes
}
