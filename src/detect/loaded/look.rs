//! What to look at where a word is met by which entries are found.

/// A reason to look closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Look {
    /// The word stands at this place of the pieces, in a form of several.
    Place(u32),
    /// The word by itself is a form of this term.
    Term(u32),
}

/// All there is to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Looks {
    /// Nothing.
    Nothing,
    /// This.
    One(Look),
    /// Several things, the first of them at this place of those that are kept apart.
    Several(u32),
}

/// The lowest bits of a number say what it is of.
const PLACE: u32 = 0;
const TERM: u32 = 1;
const SEVERAL: u32 = 2;
const NOTHING: u32 = 3;

impl Look {
    /// One of several as it is kept.
    pub(super) fn number(self, is_last: bool) -> u32 {
        Looks::One(self).number() << 1 | u32::from(is_last)
    }

    /// The one that `number` keeps, and whether it is the last of several.
    pub(super) fn of(number: u32) -> (Self, bool) {
        let what = number >> 3;
        let look = if number >> 1 & 3 == TERM {
            Self::Term(what)
        } else {
            Self::Place(what)
        };
        (look, number & 1 != 0)
    }
}

impl Looks {
    /// They as they are kept: a small number for a small place, term or the like.
    pub(super) fn number(self) -> u32 {
        let (what, kind) = match self {
            Self::Nothing => (0, NOTHING),
            Self::One(Look::Place(place)) => (place, PLACE),
            Self::One(Look::Term(term)) => (term, TERM),
            Self::Several(at) => (at, SEVERAL),
        };
        what << 2 | kind
    }

    /// What `number` keeps.
    pub(super) fn of(number: u32) -> Self {
        let what = number >> 2;
        match number & 3 {
            PLACE => Self::One(Look::Place(what)),
            TERM => Self::One(Look::Term(what)),
            SEVERAL => Self::Several(what),
            _ => Self::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_looks() {
        for look in [
            Look::Place(0),
            Look::Place((1 << 29) - 1),
            Look::Term(0),
            Look::Term(7),
        ] {
            for is_last in [false, true] {
                assert_eq!(Look::of(look.number(is_last)), (look, is_last));
            }
            assert_eq!(Looks::of(Looks::One(look).number()), Looks::One(look));
        }
        for looks in [Looks::Nothing, Looks::Several(0), Looks::Several(9)] {
            assert_eq!(Looks::of(looks.number()), looks);
        }
    }
}
