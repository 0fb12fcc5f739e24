//! The notes of one paragraph, open: all that is to be said of it, row under row.

use crate::app::entry::{Entry, Tone, compact, open};
use crate::app::fitted::kept;
use crate::app::note::Note;
use crate::app::state::State;

/// Rows that the notes of a paragraph take when they are open, where they stand beside it; counted as far as the screen goes.
pub(super) fn notes_room(state: &State, paragraph: usize) -> usize {
    let layout = &state.page.layout;
    if layout.stacked || state.list.is_some() {
        return 0;
    }
    let width = usize::from(layout.notes.width);
    let focus = state.focused();
    let mut rows = 0;
    for item in state.desk.items_of(paragraph) {
        if rows > usize::from(layout.notes.height) {
            break;
        }
        rows += open(&state.desk, item, width, focus == Some(item)).len();
    }
    rows
}

/// The current paragraph's notes, all open where there is room. Where there is not, the last ones are shortened, to a row each if need
/// be, but for the one the reader is at.
pub(super) fn open_notes(state: &State) -> Vec<Note> {
    let area = state.page.layout.notes;
    let (width, room) = (usize::from(area.width), usize::from(area.height));
    let focus = state.focused();
    let items: Vec<usize> = state.desk.items_of(state.paragraph()).collect();
    if items.len() > room {
        return crowded(state, &items, focus);
    }
    let mut blocks: Vec<(usize, Vec<Entry>)> = items
        .into_iter()
        .map(|item| (item, open(&state.desk, item, width, focus == Some(item))))
        .collect();
    let mut total: usize = blocks.iter().map(|(_, rows)| rows.len()).sum();
    for (item, rows) in blocks.iter_mut().rev() {
        if total > room && focus != Some(*item) && rows.len() > 1 {
            let all = rows.len();
            let left = all.saturating_sub(total - room).max(1);
            *rows = kept(state, state.paragraph(), *item, left).to_vec();
            total -= all - rows.len();
        }
    }
    let airy = total + blocks.iter().filter(|(_, rows)| rows.len() > 1).count() <= room;
    let mut notes = Vec::new();
    for (item, rows) in blocks {
        let air = airy && rows.len() > 1;
        let row = |entry| Note {
            item: Some(item),
            focused: focus == Some(item),
            current: true,
            entry,
            y: 0,
        };
        notes.extend(rows.into_iter().map(row));
        if air {
            notes.push(Note {
                focused: false,
                ..row(Entry::default())
            });
        }
    }
    notes
}

/// [`open_notes`] where there are more items than rows: a row each, but for the one the reader is at. What is on a row is left to
/// [`filled`]: most of them are out of sight.
fn crowded(state: &State, items: &[usize], focus: Option<usize>) -> Vec<Note> {
    let width = usize::from(state.page.layout.notes.width);
    let mut notes = Vec::with_capacity(items.len());
    for &item in items {
        let focused = focus == Some(item);
        let note = Note {
            item: Some(item),
            focused,
            current: true,
            ..Note::default()
        };
        if focused {
            let rows = open(&state.desk, item, width, true).into_iter();
            notes.extend(rows.map(|entry| Note {
                entry,
                ..note.clone()
            }));
        } else {
            notes.push(note);
        }
    }
    notes
}

/// Puts the words on rows that have none; a row of air has no words and gets none.
pub(super) fn filled(state: &State, mut notes: Vec<Note>) -> Vec<Note> {
    let width = usize::from(state.page.layout.notes.width);
    let room = usize::from(state.page.layout.notes.height);
    let is_crowded = state.desk.items_of(state.paragraph()).nth(room).is_some();
    for note in notes.iter_mut().filter(|_| is_crowded) {
        if let (Some(item), true) = (note.item, note.entry.left.is_empty()) {
            note.entry = compact(&state.desk, item, width);
        }
    }
    notes
}

/// Puts `notes` on rows from `y` on; higher when there is no room below, and the part around the focused
/// item when there is no room at all.
pub(super) fn window(mut notes: Vec<Note>, y: u16, height: u16) -> Vec<Note> {
    let room = usize::from(height);
    let total = notes.len();
    if total > room {
        let last = notes.iter().rposition(|note| note.focused).unwrap_or(0);
        let first = notes.iter().position(|note| note.focused).unwrap_or(0);
        let skip = (last + 2).saturating_sub(room).min(first).min(total - room);
        let rest = total - skip - room;
        notes = notes.split_off(skip);
        notes.truncate(room);
        if let (true, Some(last)) = (rest > 0, notes.last_mut()) {
            last.entry = Entry::of(vec![(format!("  … {} more rows", rest + 1), Tone::Dim)]);
        }
    }
    let start = usize::from(y).min(room - notes.len());
    for (line, note) in notes.iter_mut().enumerate() {
        note.y = (start + line) as u16;
    }
    notes
}
