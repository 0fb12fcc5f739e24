//! What a word can be: closed word classes and the frames of cue verbs, as bit sets.

/// A set of word classes and frames.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Class(u32);

impl Class {
    /// The empty set.
    pub(super) const NONE: Self = Self(0);
    /// Stands for a person or thing named before: he, it, many.
    pub(super) const PRONOUN: Self = Self(1);
    /// A pronoun for one person: he, she.
    pub(super) const PERSON: Self = Self(1 << 1);
    /// An auxiliary, or a negated one.
    pub(super) const AUXILIARY: Self = Self(1 << 2);
    /// An adverb that may stand inside a verb group.
    pub(super) const ADVERB: Self = Self(1 << 3);
    /// A preposition.
    pub(super) const PREPOSITION: Self = Self(1 << 4);
    /// A preposition that ties two nouns together: spokesman for, head of.
    pub(super) const LINK: Self = Self(1 << 5);
    /// A word that opens a noun phrase.
    pub(super) const DETERMINER: Self = Self(1 << 6);
    /// A conjunction.
    pub(super) const CONJUNCTION: Self = Self(1 << 7);
    /// Opens a clause that can be reported: that, whether, why.
    pub(super) const OPENER: Self = Self(1 << 8);
    /// Points back to the noun before it: who, which.
    pub(super) const RELATIVE: Self = Self(1 << 9);
    /// A word of time.
    pub(super) const TIME: Self = Self(1 << 10);
    /// A word after which a verb form is read as a noun: the claim, a new report.
    pub(super) const NOMINAL: Self = Self(1 << 11);
    /// A title before a name; no part of it.
    pub(super) const TITLE: Self = Self(1 << 12);
    /// What a person is by trade or office: expert, minister.
    pub(super) const ROLE: Self = Self(1 << 13);
    /// Who can be told: me, reporters.
    pub(super) const HEARER: Self = Self(1 << 14);
    /// A word that ties a sentence to the one before it; never part of a name.
    pub(super) const LINKER: Self = Self(1 << 15);
    /// A cue: a word that credits words to somebody.
    pub(super) const CUE: Self = Self(1 << 16);
    /// A cue that takes a bare clause: said it would rain.
    pub(super) const BARE: Self = Self(1 << 17);
    /// A cue that takes a clause with an opener: wrote that it rained.
    pub(super) const THAT: Self = Self(1 << 18);
    /// A cue that takes a hearer: told reporters.
    pub(super) const HEARD: Self = Self(1 << 19);
    /// A cue that takes an infinitive: vowed to return.
    pub(super) const TO: Self = Self(1 << 20);
    /// A cue that gives a name or description: called it.
    pub(super) const NAMING: Self = Self(1 << 21);
    /// A cue of thinking and feeling: credits words in marks only.
    pub(super) const INNER: Self = Self(1 << 22);
    /// A word that opens a credit without being a cue: according to, so.
    pub(super) const CREDITING: Self = Self(1 << 23);
    /// A word for a company, office or group.
    pub(super) const BODY: Self = Self(1 << 24);
    /// A cue whose noun phrase tells what was said, where there are marks in it: attacked the “system”.
    pub(super) const ABOUT: Self = Self(1 << 25);

    /// A form of "to be".
    pub(super) const BE: Self = Self(1 << 26);
    /// A cue form that is a noun more often than a verb: claims, reports.
    pub(super) const PLURAL: Self = Self(1 << 27);

    /// A verb that makes a cue with a noun of saying: express, issue.
    pub(super) const GIVING: Self = Self(1 << 28);
    /// A noun of saying: statement, opinion.
    pub(super) const SAYING: Self = Self(1 << 29);

    /// The form of a cue in dictionaries: a plural's, or part of a longer verb group.
    pub(super) const BASE: Self = Self(1 << 30);

    /// A cue of judging whose object alone tells what was said: criticised the plan.
    pub(super) const VERDICT: Self = Self(1 << 31);

    /// Both sets together.
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a class.
    pub(super) const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Which of the classes `of` it has, as a number.
    pub(super) const fn bits(self, of: Self) -> u32 {
        self.0 & of.0
    }
}
