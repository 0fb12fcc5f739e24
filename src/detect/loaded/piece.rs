//! A form as compiled lists hold it: a number for each of its elements, one form behind the other.

/// One number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// Here a form of this term begins, and the one before ends.
    Head(u32),
    /// This word.
    Word(u32),
    /// A word of the set of this number of [`Tables::sets`](crate::detect::loaded::tables::Tables).
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
    /// In a context: these words near the entry, a text.
    NearText(u32),
}

/// How many kinds stand for nothing in particular.
const PLAIN: u32 = 6;

impl Piece {
    /// The piece as it is kept: the commoner its kind is, the smaller the number, so that few bytes hold most.
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Word(word) => 2 * word,
            Self::Head(term) => 4 * term + 1,
            Self::Gap => 3,
            Self::Any => 4 + 3,
            Self::Name => 4 * 2 + 3,
            Self::Superlative => 4 * 3 + 3,
            Self::Adverb => 4 * 4 + 3,
            Self::Itself => 4 * 5 + 3,
            Self::OneOf(set) => 4 * (PLAIN + 3 * set) + 3,
            Self::Near(word) => 4 * (PLAIN + 3 * word + 1) + 3,
            Self::NearText(words) => 4 * (PLAIN + 3 * words + 2) + 3,
        }
    }

    /// The piece that `number` keeps.
    pub(super) fn of(number: u32) -> Self {
        match number % 4 {
            0 | 2 => return Self::Word(number / 2),
            1 => return Self::Head(number / 4),
            _ => {}
        }
        let Some(rest) = (number / 4).checked_sub(PLAIN) else {
            return Self::plain(number / 4);
        };
        match rest % 3 {
            0 => Self::OneOf(rest / 3),
            1 => Self::Near(rest / 3),
            _ => Self::NearText(rest / 3),
        }
    }

    fn plain(number: u32) -> Self {
        match number {
            0 => Self::Gap,
            1 => Self::Any,
            2 => Self::Name,
            3 => Self::Superlative,
            4 => Self::Adverb,
            _ => Self::Itself,
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
        let most = (1 << 28) - 1;
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
