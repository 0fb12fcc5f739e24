//! A note in fewer rows than it takes.

use crate::app::desk::Desk;
use crate::app::entry::{Entry, Tone, compact, paragraph};
use crate::app::fit::cut;
use crate::app::item::{Item, Kind};
use crate::notes::Annotation;
use crate::text::{columns, visible, wrap};

/// An annotation in no more than so many rows: its head as in one row, then its words as far as they go. Its other tags, its author
/// and its voice are left out.
pub(super) fn shortened(desk: &Desk, index: usize, width: usize, rows: usize) -> Vec<Entry> {
    let head = compact(desk, index, width);
    if rows < 2 {
        return vec![head];
    }
    let found = desk.items.get(index);
    let found = found.and_then(|item| Some((item, desk.annotation(&item.source)?)));
    let mut entries = match found {
        Some((item, annotation)) => worded(item, annotation, head, width),
        None => vec![head],
    };
    entries.truncate(rows);
    entries
}

/// The head and the words under it; those of a note begin in its head.
fn worded(item: &Item, annotation: &Annotation, mut head: Entry, width: usize) -> Vec<Entry> {
    let inner = width.saturating_sub(2);
    let reason = annotation.reason.as_deref().unwrap_or_default();
    let note = annotation.note.as_deref().unwrap_or_default();
    let mut rows = paragraph(reason, Tone::Dim, inner);
    if item.kind == Kind::Note {
        let rest = begin(&mut head, note, inner);
        rows.extend(paragraph(rest, Tone::Words, inner));
    } else {
        rows.extend(paragraph(note, Tone::Words, inner));
    }
    rows.retain(|row| !row.is_blank());
    rows.insert(0, head);
    rows
}

/// Puts as many words of a note into its head as there is room for beside what stands at the right; what is left of it.
fn begin<'a>(head: &mut Entry, note: &'a str, width: usize) -> &'a str {
    let taken = head.right.as_ref();
    let taken = taken.map_or(0, |(text, _)| columns(text) + 2);
    let line = note.lines().next().unwrap_or_default();
    let first = wrap(line, width.saturating_sub(taken).max(1));
    let Some(first) = first.first().filter(|row| !row.is_empty()) else {
        return note;
    };
    if let Some((words, _)) = head.left.last_mut() {
        *words = visible(first.of(line)).into_owned();
    }
    note.get(first.end..).unwrap_or_default().trim_start()
}

/// Puts words at the right end of a row; what stands there gives way, and says that it goes on.
pub(super) fn end_with(row: &mut Entry, more: String, width: usize) {
    let taken: usize = row.left.iter().map(|(text, _)| columns(text)).sum();
    let room = width.saturating_sub(columns(&more) + 2);
    if let Some((words, _)) = row.left.last_mut().filter(|_| taken > room) {
        let before = taken - columns(words);
        *words = cut(&format!("{words} …"), room.saturating_sub(before));
    }
    row.right = Some((more, Tone::Dim));
}
