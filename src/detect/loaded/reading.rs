//! The words of a page, known by their numbers.

use crate::detect::loaded::page::Page;
use crate::detect::loaded::tables::Tables;
use crate::detect::loaded::word::Key;
use crate::text::Span;
use std::cell::Cell;

/// A page, read with the vocabulary of compiled lists; a word of it only when it is asked for.
#[derive(Debug)]
pub(super) struct Reading<'r> {
    /// What is read.
    pub(super) page: &'r Page<'r>,
    /// What knows the words.
    pub(super) tables: Tables<'r>,
    /// The hash of each word.
    pub(super) hashes: Vec<u64>,
    /// What is known of each word that was read.
    known: Vec<Cell<Option<Word>>>,
}

/// A word of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Its number.
    pub(super) whole: Option<u32>,
    /// The number of what `'s` is joined to.
    pub(super) owner: Option<u32>,
}

/// Some words of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Passage {
    /// The place of the first word.
    pub(super) first: usize,
    /// The place of the last word.
    pub(super) last: usize,
    /// Where they stand; perhaps without apostrophes or `'s` at either end.
    pub(super) span: Span,
}

impl<'r> Reading<'r> {
    /// Reads `page`.
    pub(super) fn new(page: &'r Page<'r>, tables: Tables<'r>) -> Self {
        let text = page.text.as_bytes();
        let hash = |run: Span| Key::within(text, run.start..run.end).hash;
        Self {
            page,
            tables,
            hashes: page.runs().map(hash).collect(),
            known: vec![Cell::new(None); page.runs().len()],
        }
    }

    /// Where the word at `at` stands, apostrophes at either end included.
    pub(super) fn span(&self, at: usize) -> Option<Span> {
        self.page.run(at)
    }

    /// The word at `at`.
    pub(super) fn word(&self, at: usize) -> Option<Word> {
        let known = self.known.get(at)?;
        let word = known.get().or_else(|| Some(self.read(self.span(at)?)))?;
        known.set(Some(word));
        Some(word)
    }

    fn read(&self, span: Span) -> Word {
        let text = self.page.text.as_bytes();
        let number = |end: usize| self.tables.word(Key::within(text, span.start..end));
        let owns = self.page.bytes(span).ends_with(b"'s");
        Word {
            whole: number(span.end),
            owner: owns.then(|| number(span.end - 2)).flatten(),
        }
    }

    /// The word at `at` by itself, by which entries are found; with the anchor's number.
    ///
    /// It is the word without apostrophes at either end, or else what `'s` is joined to.
    pub(super) fn anchor(&self, at: usize) -> Option<(Passage, u32)> {
        let span = self.span(at)?;
        let bare = self.page.bare(span)?;
        let word = if bare == span {
            self.word(at)?
        } else {
            self.read(bare)
        };
        let known = |word: Option<u32>| word.filter(|word| self.tables.is_anchor(*word));
        let (end, anchor) = match known(word.whole) {
            Some(anchor) => (bare.end, anchor),
            None => (bare.end - 2.min(bare.len()), known(word.owner)?),
        };
        let passage = Passage {
            first: at,
            last: at,
            span: Span::new(bare.start, end),
        };
        Some((passage, anchor))
    }

    /// The place of the word that stands at `start`, the beginning of the word at `at`, with exactly one space between.
    pub(super) fn before(&self, at: usize, start: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let end = self.span(before)?.end;
        self.is_space(end, start).then_some(before)
    }

    /// The place of the word that stands behind `end`, the end of the word at `at`, with exactly one space between.
    pub(super) fn after(&self, at: usize, end: usize) -> Option<usize> {
        let start = self.span(at + 1)?.start;
        self.is_space(end, start).then_some(at + 1)
    }

    fn is_space(&self, start: usize, end: usize) -> bool {
        end == start + 1 && self.page.text.as_bytes().get(start) == Some(&b' ')
    }
}
