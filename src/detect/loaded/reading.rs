//! The words of a page, known by their numbers.

use crate::detect::loaded::page::Page;
use crate::detect::loaded::tables::Tables;
use crate::detect::loaded::word::Key;
use crate::text::Span;

/// A page, read word by word with the vocabulary of compiled lists.
#[derive(Debug)]
pub(super) struct Reading<'r> {
    /// What is read.
    pub(super) page: &'r Page<'r>,
    /// What knows the words.
    pub(super) tables: Tables<'r>,
    /// Its words.
    pub(super) words: Vec<Word>,
}

/// A word of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Where it stands, apostrophes at either end included.
    pub(super) span: Span,
    /// Its number.
    pub(super) whole: Option<u32>,
    /// The number of what `'s` is joined to.
    pub(super) owner: Option<u32>,
    /// Whether it has no apostrophe at either end.
    is_bare: bool,
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
        let runs = page.runs().iter();
        let words = runs.map(|run| word(page, &tables, *run)).collect();
        Self {
            page,
            tables,
            words,
        }
    }

    /// The word at `at` by itself, by which entries are found; with the anchor's number.
    ///
    /// It is the word without apostrophes at either end, or else what `'s` is joined to.
    pub(super) fn anchor(&self, at: usize) -> Option<(Passage, u32)> {
        let mut found = *self.words.get(at)?;
        if !found.is_bare {
            found = word(self.page, &self.tables, self.page.bare(found.span)?);
        }
        let bare = found.span;
        let known = |word: Option<u32>| word.filter(|word| self.tables.is_anchor(*word));
        let (end, anchor) = match known(found.whole) {
            Some(anchor) => (bare.end, anchor),
            None => (bare.end - 2.min(bare.len()), known(found.owner)?),
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
        let end = self.words.get(before)?.span.end;
        self.is_space(end, start).then_some(before)
    }

    /// The place of the word that stands behind `end`, the end of the word at `at`, with exactly one space between.
    pub(super) fn after(&self, at: usize, end: usize) -> Option<usize> {
        let start = self.words.get(at + 1)?.span.start;
        self.is_space(end, start).then_some(at + 1)
    }

    fn is_space(&self, start: usize, end: usize) -> bool {
        end == start + 1 && self.page.text.as_bytes().get(start) == Some(&b' ')
    }
}

fn word(page: &Page, tables: &Tables, span: Span) -> Word {
    let text = page.text.as_bytes();
    let number = |end: usize| tables.word(Key::within(text, span.start..end));
    let word = page.bytes(span);
    let owns = word.ends_with(b"'s");
    Word {
        span,
        whole: number(span.end),
        owner: owns.then(|| number(span.end - 2)).flatten(),
        is_bare: word.first() != Some(&b'\'') && word.last() != Some(&b'\''),
    }
}
