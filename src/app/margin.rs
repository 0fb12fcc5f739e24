//! What stands in the notes pane: margin notes level with their paragraphs, or the list of everything.

use crate::app::entry::{Entry, Tone, compact, open};
use crate::app::item::Kind;
use crate::app::state::State;

/// One row of the notes pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// Row of the pane, from 0.
    pub y: u16,
    /// Index of the item it belongs to.
    pub item: Option<usize>,
    /// Whether that item has the focus.
    pub focused: bool,
    /// Whether it belongs to the current paragraph.
    pub current: bool,
    /// The words.
    pub entry: Entry,
}

/// What stands in the notes pane, in rows from the top.
pub fn notes(state: &State) -> Vec<Note> {
    let area = state.page.layout.notes;
    if area.is_empty() {
        return Vec::new();
    }
    if state.list.is_some() {
        return list(state);
    }
    let own = open_notes(state);
    if state.page.layout.stacked {
        return filled(state, window(own, 0, area.height));
    }
    beside(state, own)
}

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

/// The open notes of the current paragraph, then the others' where there is room.
fn beside(state: &State, own: Vec<Note>) -> Vec<Note> {
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

/// The current paragraph's notes, all open where there is room. Where there is not, the last ones fold to a row each,
/// but for the one the reader is at.
fn open_notes(state: &State) -> Vec<Note> {
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
            total -= rows.len() - 1;
            *rows = vec![compact(&state.desk, *item, width)];
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
fn filled(state: &State, mut notes: Vec<Note>) -> Vec<Note> {
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
fn window(mut notes: Vec<Note>, y: u16, height: u16) -> Vec<Note> {
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
