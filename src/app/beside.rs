//! Notes level with the paragraphs they are about.

use crate::app::block::{filled, window};
use crate::app::entry::{Entry, Tone, compact};
use crate::app::note::Note;
use crate::app::state::State;

/// The open notes of the current paragraph, then the others' where there is room.
pub(super) fn beside(state: &State, own: Vec<Note>) -> Vec<Note> {
    let height = state.page.layout.notes.height;
    let current = state.paragraph();
    let heads = heads(state);
    let at = heads.iter().find(|(paragraph, _, _)| *paragraph == current);
    let mut notes = match at {
        Some((_, y, _)) => filled(state, window(own, *y, height)),
        None => Vec::new(),
    };
    let taken = notes.first().map_or(0..0, |first| {
        first.y..notes.last().map_or(0, |last| last.y + 1)
    });
    for (paragraph, y, rows) in heads {
        if paragraph == current {
            continue;
        }
        let lines = compact_notes(state, paragraph, usize::from(rows));
        for (line, mut note) in lines.into_iter().enumerate() {
            note.y = y + line as u16;
            if !taken.contains(&note.y) && note.y < height {
                notes.push(note);
            }
        }
    }
    notes.sort_by_key(|note| note.y);
    notes
}

/// Paragraphs in sight: index, row of the pane on which they begin, rows until the next one begins.
fn heads(state: &State) -> Vec<(usize, u16, u16)> {
    let mut heads: Vec<(usize, u16, u16)> = Vec::new();
    for (y, line) in state.page.lines(&state.desk.article).iter().enumerate() {
        match heads.last_mut() {
            Some(last) if last.0 == line.paragraph => last.2 += 1,
            _ => heads.push((line.paragraph, y as u16, 1)),
        }
    }
    heads
}

fn compact_notes(state: &State, paragraph: usize, room: usize) -> Vec<Note> {
    let width = usize::from(state.page.layout.notes.width);
    let items: Vec<usize> = state.desk.items_of(paragraph).collect();
    let kept = if items.len() > room {
        room.saturating_sub(1)
    } else {
        items.len()
    };
    let mut notes: Vec<Note> = items
        .iter()
        .take(kept)
        .map(|&item| Note {
            item: Some(item),
            entry: compact(&state.desk, item, width),
            ..Note::default()
        })
        .collect();
    if kept < items.len() && room > 0 {
        let more = format!("  … {} more", items.len() - kept);
        notes.push(Note {
            item: items.get(kept).copied(),
            entry: Entry::of(vec![(more, Tone::Dim)]),
            ..Note::default()
        });
    }
    notes
}
