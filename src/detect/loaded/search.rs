//! Compiled lists looked for on a page.

use crate::detect::loaded::look::Look;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::tables::{Side, Tables};
use crate::detect::loaded::walk::Walk;
use crate::text::Span;

/// The search of a page.
#[derive(Debug)]
pub(super) struct Search<'s> {
    page: &'s Page<'s>,
    tables: &'s Tables<'s>,
    /// What is to be looked at where the present word stands.
    looks: Vec<Look>,
    /// What was found there.
    found: Vec<(u32, Span)>,
}

/// A word of the page.
#[derive(Debug, Clone, Copy)]
struct Word {
    span: Span,
    /// Its number.
    whole: Option<u32>,
    /// The number of what `'s` is joined to.
    owner: Option<u32>,
}

impl<'s> Search<'s> {
    /// For what `tables` have on `page`.
    pub(super) fn new(page: &'s Page<'s>, tables: &'s Tables<'s>) -> Self {
        Self {
            page,
            tables,
            looks: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Shows `visit` every passage that an entry has, with its term: by place of the word it is found by, then by term.
    pub(super) fn each(&mut self, visit: &mut dyn FnMut(Span, u32)) {
        let page = self.page;
        let mut before = None;
        let mut present = None;
        for next in page.words() {
            let next = Some(self.word(next));
            self.at(before, present, next, visit);
            (before, present) = (present, next);
        }
        self.at(before, present, None, visit);
    }

    fn at(
        &mut self,
        before: Option<Word>,
        present: Option<Word>,
        next: Option<Word>,
        visit: &mut dyn FnMut(Span, u32),
    ) {
        let Some((span, anchor)) = present.and_then(|word| self.anchor(word)) else {
            return;
        };
        self.looks.clear();
        self.tables.alone(anchor, &mut self.looks);
        // What touches: exactly one space stands between, as `Page::word_before` and `Page::word_after` have it.
        if let Some(word) = before.filter(|word| self.is_space(word.span.end, span.start)) {
            self.beside(anchor, Side::Left, word);
        }
        if let Some(word) = next.filter(|word| self.is_space(span.end, word.span.start)) {
            self.beside(anchor, Side::Right, word);
        }
        if !self.looks.is_empty() {
            self.look(span);
            for (term, span) in self.found.drain(..) {
                visit(span, term);
            }
        }
    }

    fn word(&self, span: Span) -> Word {
        let word = self.page.bytes(span);
        let owner = word.strip_suffix(b"'s");
        Word {
            span,
            whole: self.tables.word(word),
            owner: owner.and_then(|owner| self.tables.word(owner)),
        }
    }

    /// The number of `word` without apostrophes at either end, or else of what `'s` is joined to, if entries are found by it.
    fn anchor(&self, word: Word) -> Option<(Span, u32)> {
        let bare = self.page.bare(word.span)?;
        let word = if bare == word.span {
            word
        } else {
            self.word(bare)
        };
        if let Some(anchor) = self.known(word.whole) {
            return Some((bare, anchor));
        }
        let owner = Span::new(bare.start, bare.end - 2.min(bare.len()));
        Some((owner, self.known(word.owner)?))
    }

    fn known(&self, word: Option<u32>) -> Option<u32> {
        word.filter(|word| self.tables.is_anchor(*word))
    }

    fn is_space(&self, start: usize, end: usize) -> bool {
        end == start + 1 && self.page.text.as_bytes().get(start) == Some(&b' ')
    }

    fn beside(&mut self, anchor: u32, side: Side, word: Word) {
        for other in [word.whole, word.owner].into_iter().flatten() {
            self.tables.beside(anchor, side, other, &mut self.looks);
        }
    }

    fn look(&mut self, word: Span) {
        let walk = Walk {
            page: self.page,
            tables: self.tables,
            pieces: self.tables.pieces,
        };
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
