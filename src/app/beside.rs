//! Notes level with the paragraphs they are about.

use crate::app::block::{filled, open_notes, window};
use crate::app::fitted::{compact_notes, fitted};
use crate::app::note::Note;
use crate::app::state::State;

/// What stands beside the paragraphs in sight. Where the reader is at a note or in the notes pane, the notes of the current
/// paragraph are open, whatever they cover. All others keep to the rows beside them: so they stand as they stood while one reads on.
pub(super) fn beside(state: &State) -> Vec<Note> {
    let height = state.page.layout.notes.height;
    let slots = slots(state);
    let mut pane = vec![None; usize::from(height)];
    let opened = opened(state);
    if let Some(slot) = slots.iter().find(|slot| Some(slot.paragraph) == opened) {
        let own = window(open_notes(state), slot.y, height);
        put(filled(state, own), &mut pane);
    }
    for slot in slots {
        if Some(slot.paragraph) != opened {
            put(kept_to(state, &slot, &pane), &mut pane);
        }
    }
    pane.into_iter().flatten().collect()
}

/// The rows that the notes of a paragraph have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slot {
    paragraph: usize,
    /// Row of the pane on which the paragraph begins, as far as it is in sight.
    y: u16,
    /// Rows of the paragraph that are in sight, with the blank one behind it.
    own: usize,
    /// Rows until the next paragraph that has notes.
    rows: usize,
}

/// The paragraph whose notes are open, all that is said in them.
fn opened(state: &State) -> Option<usize> {
    (state.focus.is_some() || state.in_notes).then(|| state.paragraph())
}

/// The slots of the paragraphs in sight that have notes.
fn slots(state: &State) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut before = None;
    for (y, line) in state.page.lines(&state.desk.article).iter().enumerate() {
        let begins = before.replace(line.paragraph) != Some(line.paragraph);
        if begins && state.desk.items_of(line.paragraph).next().is_some() {
            slots.push(Slot {
                paragraph: line.paragraph,
                y: y as u16,
                own: 0,
                rows: 0,
            });
        }
        if let Some(slot) = slots.last_mut() {
            slot.own += usize::from(slot.paragraph == line.paragraph);
            slot.rows += 1;
        }
    }
    if let Some(last) = slots.last_mut() {
        last.rows = usize::from(state.page.layout.notes.height.saturating_sub(last.y));
    }
    slots
}

/// The notes of a paragraph in those rows of its slot that are free; where its first row is not, a row each.
fn kept_to(state: &State, slot: &Slot, pane: &[Option<Note>]) -> Vec<Note> {
    let rows = pane.iter().skip(usize::from(slot.y)).take(slot.rows);
    let free = rows.take_while(|row| row.is_none()).count();
    let mut notes = if free > 0 {
        fitted(state, slot.paragraph, slot.own.min(free), free)
    } else {
        compact_notes(state, slot.paragraph, slot.own)
    };
    for (line, note) in notes.iter_mut().enumerate() {
        note.y = slot.y + line as u16;
    }
    notes
}

/// Puts notes on those of their rows that are free.
fn put(notes: Vec<Note>, pane: &mut [Option<Note>]) {
    for note in notes {
        let row = pane.get_mut(usize::from(note.y));
        if let Some(row) = row.filter(|row| row.is_none()) {
            *row = Some(note);
        }
    }
}
