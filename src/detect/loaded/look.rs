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

/// Marks a term.
const TERM: u32 = 1 << 30;
/// Marks the last of several; by itself a look is not marked, and what is marked is none.
const MARK: u32 = 1 << 31;

impl Look {
    /// One of several as it is kept.
    pub(super) fn number(self, is_last: bool) -> u32 {
        let mark = if is_last { MARK } else { 0 };
        match self {
            Self::Place(place) => mark | place,
            Self::Term(term) => mark | TERM | term,
        }
    }

    /// The one that `number` keeps, and whether it is the last of several.
    pub(super) fn of(number: u32) -> (Self, bool) {
        let what = number & !(MARK | TERM);
        let look = if number & TERM == 0 {
            Self::Place(what)
        } else {
            Self::Term(what)
        };
        (look, number & MARK != 0)
    }
}

impl Looks {
    /// They as they are kept.
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Nothing => MARK | TERM,
            Self::One(look) => look.number(false),
            Self::Several(at) => MARK | at,
        }
    }

    /// What `number` keeps.
    pub(super) fn of(number: u32) -> Self {
        match Look::of(number) {
            (look, false) => Self::One(look),
            (Look::Place(at), true) => Self::Several(at),
            (Look::Term(_), true) => Self::Nothing,
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
            Look::Place(TERM - 1),
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
