//! A form as compiled lists hold it: a number for each of its elements, one form behind the other.

/// One number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Here a form of this term begins, and the one before ends.
    Head(u32),
    /// This word.
    Word(u32),
    /// A word of the set that begins at this place of [`Tables::sets`](crate::detect::loaded::tables::Tables).
    OneOf(u32),
    /// Any one or two words.
    Gap,
    /// Any word.
    Any,
    /// One or two words with a capital.
    Name,
    /// A superlative in -est.
    Superlative,
    /// An adverb in -ly.
    Adverb,
    /// In a context: the entry itself.
    Itself,
    /// In a context: this word of letters near the entry.
    Near(u32),
    /// In a context: these words near the entry.
    NearText(u32),
}

/// The bits of the word, set or term; the kind stands above them.
const BITS: u32 = 28;

impl Piece {
    /// The piece as it is kept.
    pub(super) fn number(self) -> u32 {
        let (kind, what) = match self {
            Self::Head(term) => (0, term),
            Self::Word(word) => (1, word),
            Self::OneOf(set) => (2, set),
            Self::Gap => (3, 0),
            Self::Any => (4, 0),
            Self::Name => (5, 0),
            Self::Superlative => (6, 0),
            Self::Adverb => (7, 0),
            Self::Itself => (8, 0),
            Self::Near(word) => (9, word),
            Self::NearText(words) => (10, words),
        };
        kind << BITS | what
    }

    /// The piece that `number` keeps.
    pub(super) fn of(number: u32) -> Self {
        let what = number & ((1 << BITS) - 1);
        match number >> BITS {
            1 => Self::Word(what),
            2 => Self::OneOf(what),
            3 => Self::Gap,
            4 => Self::Any,
            5 => Self::Name,
            6 => Self::Superlative,
            7 => Self::Adverb,
            8 => Self::Itself,
            9 => Self::Near(what),
            10 => Self::NearText(what),
            _ => Self::Head(what),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_pieces() {
        use Piece::{
            Adverb, Any, Gap, Head, Itself, Name, Near, NearText, OneOf, Superlative, Word,
        };
        let most = (1 << BITS) - 1;
        for piece in [
            Head(0),
            Head(most),
            Word(7),
            OneOf(most),
            Gap,
            Any,
            Name,
            Superlative,
            Adverb,
            Itself,
            Near(1),
            NearText(most),
        ] {
            assert_eq!(Piece::of(piece.number()), piece);
        }
    }
}
