//! What stands on paper: every paragraph with all that is said of it.

use crate::app::desk::Desk;
use crate::app::entry::{Entry, open};
use crate::app::item::Kind;
use crate::app::layout::Layout;
use crate::app::line::Line;
use crate::app::note::Note;
use crate::app::state::State;

/// One row on paper: what stands in the column of the text, and what in the column of the notes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Printed {
    /// The article's words.
    pub line: Option<Line>,
    /// What is said of them.
    pub note: Option<Note>,
}

impl State {
    /// An article on paper of so many columns: nobody is at any place of it.
    pub fn on_paper(desk: Desk, width: u16) -> Self {
        let mut state = Self::default();
        state.page.layout = Layout::paper(width, desk.article.len());
        state.desk = desk;
        state
    }

    /// A paragraph with its notes open: side by side, or below each other where they stack.
    pub fn printed(&self, paragraph: usize) -> Vec<Printed> {
        let rows = self.page.rows(&self.desk.article, paragraph);
        let lines = rows.iter().enumerate().map(|(row, span)| Line {
            paragraph,
            row: Some(row),
            span: *span,
        });
        self.beside(lines.collect(), self.desk.items_of(paragraph))
    }

    /// The annotations that have no place any more.
    pub fn printed_lost(&self) -> Vec<Printed> {
        let items = self.desk.items.iter().enumerate();
        let lost = items.filter(|(_, item)| item.kind == Kind::Lost);
        self.beside(Vec::new(), lost.map(|(at, _)| at))
    }

    fn beside(&self, lines: Vec<Line>, items: impl Iterator<Item = usize>) -> Vec<Printed> {
        let layout = &self.page.layout;
        let width = usize::from(layout.notes.width);
        let notes = items.flat_map(|item| {
            let rows = open(&self.desk, item, width, false);
            rows.into_iter().map(move |entry| note(item, entry))
        });
        let blank = if layout.stacked { lines.len() } else { 0 };
        let mut printed: Vec<Printed> = lines
            .into_iter()
            .map(|line| Printed {
                line: Some(line),
                note: None,
            })
            .collect();
        for (row, note) in notes.enumerate() {
            let note = Some(note);
            match printed.get_mut(blank + row) {
                Some(printed) => printed.note = note,
                None => printed.push(Printed { line: None, note }),
            }
        }
        printed
    }
}

fn note(item: usize, entry: Entry) -> Note {
    Note {
        item: Some(item),
        entry,
        ..Note::default()
    }
}
