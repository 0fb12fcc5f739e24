//! The notes pane.

use crate::app::{Entry, Note, State, Tone, notes};
use crate::text::columns;
use crate::view::put::{put, put_in};
use crate::view::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};

pub(super) fn draw(state: &State, theme: &Theme, buffer: &mut Buffer) {
    let area = state.page.layout.notes;
    for note in notes(state) {
        let y = area.y + note.y;
        if note.focused && area.x > 0 {
            let style = if state.in_notes {
                theme.marker.add_modifier(Modifier::REVERSED)
            } else {
                theme.marker
            };
            put(buffer, area.x - 1, y, theme.glyphs.marker, style);
        }
        row(theme, &note, area.x, y, area.width, buffer);
    }
}

/// One row of notes.
pub(super) fn row(theme: &Theme, note: &Note, x: u16, y: u16, width: u16, buffer: &mut Buffer) {
    let Entry { left, right } = &note.entry;
    let mut at = x;
    for (text, tone) in left {
        let text = if let Tone::Glyph(kind) = tone {
            theme.glyph(*kind)
        } else {
            text
        };
        let style = theme.tone(*tone).patch(weight(note, *tone));
        at = put_in(buffer, at, y, text, style, (x + width).saturating_sub(at));
    }
    if let Some((text, tone)) = right {
        let start = (x + width).saturating_sub(columns(text) as u16).max(at);
        put_in(
            buffer,
            start,
            y,
            text,
            theme.tone(*tone),
            (x + width).saturating_sub(start),
        );
    }
}

/// The words of the item the reader is at stand out.
fn weight(note: &Note, tone: Tone) -> Style {
    if note.focused && tone == Tone::Quote {
        Style::new().add_modifier(Modifier::BOLD)
    } else {
        Style::new()
    }
}
