//! The words of a page, known by their numbers.

use crate::detect::loaded::page::Page;
use crate::detect::loaded::tables::Tables;
use crate::detect::loaded::word::Key;
use crate::text::Span;
use memchr::memchr;
use std::cell::Cell;

/// A page, read with the vocabulary of compiled lists; a word of it only when it is asked for.
#[derive(Debug)]
pub(super) struct Reading<'r> {
    /// What is read.
    pub(super) page: &'r Page<'r>,
    /// What knows the words.
    pub(super) tables: &'r Tables<'r>,
    /// Whether any word has an apostrophe.
    is_joined: bool,
    /// What is known of each word.
    known: Vec<Cell<Known>>,
}

/// What is known of a word of a page.
#[derive(Debug, Clone, Copy, Default)]
enum Known {
    /// It was not read.
    #[default]
    Nothing,
    /// No list has it.
    Unlisted,
    /// Its number.
    Number(u32),
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
    pub(super) fn new(page: &'r Page<'r>, tables: &'r Tables<'r>) -> Self {
        Self {
            page,
            tables,
            is_joined: memchr(b'\'', page.text.as_bytes()).is_some(),
            known: vec![Cell::default(); page.runs().len()],
        }
    }

    /// Where the word at `at` stands, apostrophes at either end included.
    pub(super) fn span(&self, at: usize) -> Option<Span> {
        self.page.run(at)
    }

    /// The number of the word at `at`.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        let known = self.known.get(at)?;
        match known.get() {
            Known::Nothing => {
                let number = self.read(self.span(at)?);
                known.set(number.map_or(Known::Unlisted, Known::Number));
                number
            }
            Known::Unlisted => None,
            Known::Number(number) => Some(number),
        }
    }

    /// The number of what the word at `at` joins `'s` to.
    pub(super) fn owner(&self, at: usize) -> Option<u32> {
        if !self.is_joined {
            return None;
        }
        let span = self.owning(self.span(at)?)?;
        self.read(span)
    }

    /// What `'s` is joined to in `span`.
    fn owning(&self, span: Span) -> Option<Span> {
        let end = span.end.checked_sub(2)?;
        let owns = self.page.bytes(span).ends_with(b"'s");
        owns.then(|| Span::new(span.start, end))
    }

    fn read(&self, span: Span) -> Option<u32> {
        let text = self.page.text.as_bytes();
        self.tables.word(Key::within(text, span.start..span.end))
    }

    /// The word at `at` by itself, by which entries are found; with the anchor's number.
    ///
    /// It is the word without apostrophes at either end, or else what `'s` is joined to.
    pub(super) fn anchor(&self, at: usize) -> Option<(Passage, u32)> {
        let span = self.span(at)?;
        let bare = self.page.bare(span)?;
        let word = if bare == span {
            self.number(at)
        } else {
            self.read(bare)
        };
        let known = |word: Option<u32>| word.filter(|word| self.tables.is_anchor(*word));
        let (span, anchor) = if let Some(anchor) = known(word) {
            (bare, anchor)
        } else {
            let owning = self.owning(bare)?;
            (owning, known(self.read(owning))?)
        };
        let passage = Passage {
            first: at,
            last: at,
            span,
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
