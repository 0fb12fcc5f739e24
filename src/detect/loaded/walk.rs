//! From a word on a page along a form, to both sides.

use crate::detect::loaded::numbers::Numbers;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::piece::Piece;
use crate::detect::loaded::tables::Tables;
use crate::text::Span;

/// Reads forms against a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk<'w> {
    /// What is read.
    pub(super) page: &'w Page<'w>,
    /// Where the words of forms are known.
    pub(super) tables: &'w Tables<'w>,
    /// The forms: [`Tables::pieces`] or [`Tables::contexts`].
    pub(super) pieces: Numbers<'w>,
}

impl Walk<'_> {
    /// The term of the form whose piece at `place` `span` stands for, and its passage.
    pub(super) fn around(&self, span: Span, place: usize) -> Option<(u32, Span)> {
        let end = self.end(span.end, place + 1)?;
        let (start, term) = self.start(span.start, place)?;
        Some((term, Span::new(start, end)))
    }

    /// Where the pieces from `place` on, read forwards from `at`, end.
    fn end(&self, at: usize, place: usize) -> Option<usize> {
        let piece = self.piece(place);
        if let Piece::Head(_) = piece {
            return Some(at);
        }
        let word = self.page.word_after(at)?;
        let second = || self.page.word_after(word.end);
        let rest = |word: Span| self.end(word.end, place + 1);
        match piece {
            Piece::Gap => rest(word).or_else(|| rest(second()?)),
            Piece::Name if self.is_one(word, piece) => second()
                .filter(|second| self.is_one(*second, piece))
                .and_then(rest)
                .or_else(|| rest(word)),
            _ if self.is_one(word, piece) => rest(word),
            _ => None,
        }
    }

    /// Where the pieces before `place`, read backwards from `at`, begin, and whose they are.
    fn start(&self, at: usize, place: usize) -> Option<(usize, u32)> {
        let place = place.checked_sub(1)?;
        let piece = self.piece(place);
        if let Piece::Head(term) = piece {
            return Some((at, term));
        }
        let word = self.page.word_before(at)?;
        let second = || self.page.word_before(word.start);
        let rest = |word: Span| self.start(word.start, place);
        match piece {
            Piece::Gap => rest(word).or_else(|| rest(second()?)),
            Piece::Name if self.is_one(word, piece) => second()
                .filter(|second| self.is_one(*second, piece))
                .and_then(rest)
                .or_else(|| rest(word)),
            _ if self.is_one(word, piece) => rest(word),
            _ => None,
        }
    }

    fn piece(&self, place: usize) -> Piece {
        self.pieces.get(place).map_or(Piece::Head(0), Piece::of)
    }

    fn is_one(&self, span: Span, piece: Piece) -> bool {
        let word = self.page.bytes(span);
        match piece {
            Piece::Word(wanted) => word
                .strip_prefix(self.tables.letters(wanted))
                .is_some_and(|end| matches!(end, b"" | b"'s")),
            Piece::OneOf(set) => self
                .tables
                .word(word)
                .is_some_and(|word| self.tables.has(set, word)),
            Piece::Gap | Piece::Any => true,
            Piece::Name => self.page.is_capital(span.start),
            Piece::Adverb => word.len() > 4 && word.ends_with(b"ly"),
            Piece::Superlative => {
                word.len() > 4 && word.ends_with(b"est") && !NOT_SUPERLATIVE.contains(&word)
            }
            Piece::Head(_) | Piece::Itself | Piece::Near(_) => false,
        }
    }
}

/// Words in -est that are no superlatives.
const NOT_SUPERLATIVE: &[&[u8]] = &[
    b"arrest",
    b"conquest",
    b"contest",
    b"crest",
    b"digest",
    b"earnest",
    b"forest",
    b"guest",
    b"harvest",
    b"honest",
    b"inquest",
    b"interest",
    b"invest",
    b"manifest",
    b"midwest",
    b"modest",
    b"nearest",
    b"nest",
    b"northwest",
    b"protest",
    b"quest",
    b"request",
    b"rest",
    b"southwest",
    b"suggest",
    b"test",
    b"unrest",
    b"vest",
    b"west",
    b"latest",
    b"dishonest",
    b"budapest",
    b"everest",
    b"pest",
    b"jest",
    b"best",
];
