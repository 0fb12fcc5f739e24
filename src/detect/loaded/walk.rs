//! From words on a page along a form, to both sides.

use crate::detect::loaded::numbers::Numbers;
use crate::detect::loaded::piece::Piece;
use crate::detect::loaded::reading::{Passage, Reading};
use crate::text::Span;

/// Reads forms against a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walk<'w> {
    reading: &'w Reading<'w>,
    pieces: Numbers<'w>,
}

/// The place of a word, and where it begins or ends.
type Edge = (usize, usize);

impl<'w> Walk<'w> {
    /// Along the forms of entries.
    pub(super) fn forms(reading: &'w Reading<'w>) -> Self {
        Self {
            reading,
            pieces: reading.tables.pieces,
        }
    }

    /// Along contexts.
    pub(super) fn contexts(reading: &'w Reading<'w>) -> Self {
        Self {
            reading,
            pieces: reading.tables.contexts,
        }
    }

    /// The term of the form whose piece at `place` `passage` stands for, and the passage of the form.
    pub(super) fn around(&self, passage: Passage, place: usize) -> Option<(u32, Passage)> {
        let (last, end) = self.end((passage.last, passage.span.end), place + 1)?;
        let ((first, start), term) = self.start((passage.first, passage.span.start), place)?;
        let passage = Passage {
            first,
            last,
            span: Span::new(start, end),
        };
        Some((term, passage))
    }

    /// Where the pieces from `place` on, read forwards from `edge`, end.
    fn end(&self, edge: Edge, place: usize) -> Option<Edge> {
        let piece = self.piece(place);
        if let Piece::Head(_) = piece {
            return Some(edge);
        }
        let next = |(at, end): Edge| {
            let after = self.reading.after(at, end)?;
            Some((after, self.reading.span(after)?.end))
        };
        let rest = |edge: Edge| self.end(edge, place + 1);
        match piece {
            Piece::Gap => {
                let word = next(edge)?;
                rest(word).or_else(|| rest(next(word)?))
            }
            // Most forms end here: whether the word is the one comes before where it stands.
            _ if !self.is_one(edge.0 + 1, piece) => None,
            Piece::Name => {
                let word = next(edge)?;
                next(word)
                    .filter(|second| self.is_one(second.0, piece))
                    .and_then(rest)
                    .or_else(|| rest(word))
            }
            _ => rest(next(edge)?),
        }
    }

    /// Where the pieces before `place`, read backwards from `edge`, begin, and whose they are.
    fn start(&self, edge: Edge, place: usize) -> Option<(Edge, u32)> {
        let place = place.checked_sub(1)?;
        let piece = self.piece(place);
        if let Piece::Head(term) = piece {
            return Some((edge, term));
        }
        let next = |(at, start): Edge| {
            let before = self.reading.before(at, start)?;
            Some((before, self.reading.span(before)?.start))
        };
        let rest = |edge: Edge| self.start(edge, place);
        match piece {
            Piece::Gap => {
                let word = next(edge)?;
                rest(word).or_else(|| rest(next(word)?))
            }
            _ if !self.is_one(edge.0.checked_sub(1)?, piece) => None,
            Piece::Name => {
                let word = next(edge)?;
                next(word)
                    .filter(|second| self.is_one(second.0, piece))
                    .and_then(rest)
                    .or_else(|| rest(word))
            }
            _ => rest(next(edge)?),
        }
    }

    fn piece(&self, place: usize) -> Piece {
        self.pieces.get(place).map_or(Piece::Head(0), Piece::of)
    }

    fn is_one(&self, at: usize, piece: Piece) -> bool {
        let span = || self.reading.span(at).unwrap_or_default();
        let letters = || self.reading.page.bytes(span());
        match piece {
            Piece::Word(wanted) => {
                self.reading.number(at) == Some(wanted) || self.reading.owner(at) == Some(wanted)
            }
            Piece::OneOf(set) => {
                let word = self.reading.number(at);
                word.is_some_and(|word| self.reading.tables.has(set, word))
            }
            Piece::Gap | Piece::Any => true,
            Piece::Name => self.reading.page.is_capital(span().start),
            Piece::Adverb => letters().len() > 4 && letters().ends_with(b"ly"),
            Piece::Superlative => {
                letters().len() > 4
                    && letters().ends_with(b"est")
                    && !NOT_SUPERLATIVE.contains(&letters())
            }
            Piece::Head(_) | Piece::Itself | Piece::Near(_) | Piece::NearText(_) => false,
        }
    }
}

/// Words in -est that are no superlatives.
pub(super) const NOT_SUPERLATIVE: &[&[u8]] = &[
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
