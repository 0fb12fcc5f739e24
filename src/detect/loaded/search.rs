//! Compiled lists looked for on a page.

use crate::detect::loaded::candidates::{ALONE, LEFT, Places, RIGHT, candidates};
use crate::detect::loaded::look::Look;
use crate::detect::loaded::reading::{Passage, Reading};
use crate::detect::loaded::tables::Side;
use crate::detect::loaded::walk::Walk;

/// The search of a page.
#[derive(Debug)]
pub(super) struct Search<'s> {
    reading: &'s Reading<'s>,
    /// What is to be looked at where the present word stands.
    looks: Vec<Look>,
    /// What was found there: terms and their passages.
    found: Vec<(u32, Passage)>,
}

impl<'s> Search<'s> {
    /// For what the lists of `reading` have on its page.
    pub(super) fn new(reading: &'s Reading<'s>) -> Self {
        Self {
            reading,
            looks: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Shows `visit` every passage that an entry has, with its term: by place of the word it is found by, then by term.
    pub(super) fn each(&mut self, visit: &mut dyn FnMut(u32, Passage)) {
        let candidates = candidates(self.reading.page, self.reading.tables.sieve);
        let candidates = candidates.iter().enumerate();
        for (at, places) in candidates.filter(|(_, places)| **places != 0) {
            if let Some((word, anchor)) = self.reading.anchor(at) {
                self.gather(*places, word, anchor);
                if !self.looks.is_empty() {
                    self.look(word);
                }
                for (term, passage) in self.found.drain(..) {
                    visit(term, passage);
                }
            }
        }
    }

    /// What to look at, as far as the words beside `word` do not speak against it.
    fn gather(&mut self, places: Places, word: Passage, anchor: u32) {
        let reading = self.reading;
        self.looks.clear();
        if places & ALONE != 0 {
            reading.tables.alone(anchor, &mut self.looks);
        }
        let before = || reading.before(word.first, word.span.start);
        if let Some(before) = (places & LEFT != 0).then(before).flatten() {
            self.beside(anchor, Side::Left, before);
        }
        let after = || reading.after(word.last, word.span.end);
        if let Some(after) = (places & RIGHT != 0).then(after).flatten() {
            self.beside(anchor, Side::Right, after);
        }
    }

    fn beside(&mut self, anchor: u32, side: Side, at: usize) {
        let reading = self.reading;
        for other in [reading.number(at), reading.owner(at)]
            .into_iter()
            .flatten()
        {
            let tables = &reading.tables;
            tables.beside(anchor, side, other, &mut self.looks);
        }
    }

    fn look(&mut self, word: Passage) {
        let walk = Walk::forms(self.reading);
        let found = self.looks.iter().filter_map(|look| match *look {
            Look::Term(term) => Some((term, word)),
            Look::Place(place) => walk.around(word, place as usize),
        });
        self.found.extend(found);
        if self.found.len() > 1 {
            self.found.sort_by_key(|(term, _)| *term);
        }
    }
}
