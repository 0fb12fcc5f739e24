//! How much there is on an article.

use crate::app::desk::Desk;
use crate::app::item::{Item, Kind};
use crate::detect::Strictness;

/// How many items there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    quotes: usize,
    flags: usize,
    open: usize,
    notes: usize,
    /// Those whose words are gone.
    pub lost: usize,
}

impl Totals {
    /// On the desk; of a long article as far as it was looked at.
    pub fn on(desk: &Desk) -> Self {
        Self {
            quotes: desk.count(Kind::Quotation),
            flags: desk.count(Kind::Flag),
            open: desk.count(Kind::Candidate),
            notes: desk.noted(),
            lost: desk.count(Kind::Lost),
        }
    }

    /// One more.
    pub fn add(&mut self, item: &Item) {
        match item.kind {
            Kind::Quotation => self.quotes += 1,
            Kind::Flag => self.flags += 1,
            Kind::Candidate => self.open += 1,
            Kind::Lost => self.lost += 1,
            Kind::Note | Kind::Rejected => {}
        }
        self.notes += usize::from(item.noted);
    }

    /// In words, but for the lost ones: quotes, flags, findings to be decided with the level at which they are shown where it is
    /// not the usual one, notes.
    pub fn words(&self, level: Strictness) -> [String; 4] {
        let many = |count: usize, one: &str, more: &str| {
            format!("{count} {}", if count == 1 { one } else { more })
        };
        let open = format!("{} open", self.open);
        [
            many(self.quotes, "quote", "quotes"),
            many(self.flags, "flag", "flags"),
            if level == Strictness::default() {
                open
            } else {
                format!("{}: {open}", level.name())
            },
            many(self.notes, "note", "notes"),
        ]
    }
}
