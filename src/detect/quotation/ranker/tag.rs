//! Word classes, one for each token.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::token::{Kind, Token};

/// What a token is taken for, by lists of closed classes, its case and its ending.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub(super) enum Tag {
    /// Beyond either end.
    #[default]
    Edge,
    /// A comma.
    Comma,
    /// A sign that ends a clause.
    Stop,
    /// A colon.
    Colon,
    /// A dash or an ellipsis.
    Dash,
    /// A quotation mark.
    Mark,
    /// Another sign.
    Sign,
    /// A number.
    Number,
    /// A title before a name.
    Title,
    /// A word in upper case.
    Name,
    /// An abbreviation.
    Short,
    /// A form of "to be".
    Be,
    /// Another auxiliary.
    Auxiliary,
    /// A cue.
    Cue,
    /// A pronoun.
    Pronoun,
    /// A word that opens a noun phrase.
    Determiner,
    /// A word that opens a reported clause.
    Opener,
    /// A conjunction.
    Conjunction,
    /// A preposition.
    Preposition,
    /// The word "to".
    To,
    /// A word of time.
    Time,
    /// An adverb.
    Adverb,
    /// What a person is.
    Role,
    /// A word for an office or group.
    Body,
    /// A noun of saying.
    Saying,
    /// A verb that goes with such a noun.
    Giving,
    /// A word in -ed.
    EndsEd,
    /// A word in -ing.
    EndsIng,
    /// A word in -ly.
    EndsLy,
    /// A word in -s.
    EndsS,
    /// Another word.
    Word,
    /// A word in quotation marks.
    Marked,
}

impl Tag {
    /// Its number.
    pub(super) fn number(self) -> u8 {
        self as u8
    }

    /// Whether it is a verb form, as far as one can tell.
    pub(super) fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Be | Self::Auxiliary | Self::Cue | Self::EndsEd | Self::Giving
        )
    }
}

/// The tag of a token of `text`.
pub(super) fn tag(text: &[u8], token: &Token) -> Tag {
    match token.kind {
        Kind::Edge => Tag::Edge,
        Kind::Number => Tag::Number,
        Kind::Short => Tag::Short,
        Kind::Sign(sign) => match sign {
            ',' => Tag::Comma,
            '.' | '!' | '?' | ';' => Tag::Stop,
            ':' => Tag::Colon,
            '-' | '–' | '—' | '…' => Tag::Dash,
            '"' | '“' | '”' | '‘' | '’' | '\'' | '«' | '»' | '„' => Tag::Mark,
            _ => Tag::Sign,
        },
        _ if token.mark.is_some() => Tag::Marked,
        Kind::Upper => upper(token),
        Kind::Lower => lower(text, token),
    }
}

fn upper(token: &Token) -> Tag {
    if token.is(Class::TITLE) {
        Tag::Title
    } else if token.is(Class::PRONOUN) && !token.is(Class::DETERMINER) {
        Tag::Pronoun
    } else if token.is(Class::DETERMINER) {
        Tag::Determiner
    } else if token.is(Class::CONJUNCTION) {
        Tag::Conjunction
    } else if token.is(Class::PREPOSITION) {
        Tag::Preposition
    } else if token.is(Class::TIME) {
        Tag::Time
    } else {
        Tag::Name
    }
}

fn lower(text: &[u8], token: &Token) -> Tag {
    let word = text
        .get(token.span.start..token.span.end)
        .unwrap_or_default();
    if word == b"to" {
        return Tag::To;
    }
    let bytes = token.class.bits().to_le_bytes();
    let ranks = RANKS.iter().zip(bytes);
    let ranks = ranks.map(|(ranks, byte)| ranks.get(usize::from(byte)).copied());
    let first = ranks.fold(u8::MAX, |first, rank| first.min(rank.unwrap_or(u8::MAX)));
    if let Some((_, tag)) = CLASSES.get(usize::from(first)) {
        return *tag;
    }
    match word {
        [.., b'e', b'd'] => Tag::EndsEd,
        [.., b'i', b'n', b'g'] => Tag::EndsIng,
        [.., b'l', b'y'] => Tag::EndsLy,
        [.., b's'] => Tag::EndsS,
        _ => Tag::Word,
    }
}

/// The closed classes, first what decides.
const CLASSES: &[(Class, Tag)] = &[
    (Class::BE, Tag::Be),
    (Class::AUXILIARY, Tag::Auxiliary),
    (Class::OPENER, Tag::Opener),
    (Class::DETERMINER, Tag::Determiner),
    (Class::PRONOUN, Tag::Pronoun),
    (Class::CONJUNCTION, Tag::Conjunction),
    (Class::PREPOSITION, Tag::Preposition),
    (Class::CUE, Tag::Cue),
    (Class::TIME, Tag::Time),
    (Class::ADVERB, Tag::Adverb),
    (Class::ROLE, Tag::Role),
    (Class::BODY, Tag::Body),
    (Class::SAYING, Tag::Saying),
    (Class::GIVING, Tag::Giving),
];

/// The place in [`CLASSES`] of the first of the classes whose bits a byte has, for each of the four bytes of a set: four lookups
/// instead of branches that the processor cannot foresee.
const RANKS: [[u8; 256]; 4] = {
    let mut ranks = [[u8::MAX; 256]; 4];
    let mut at = CLASSES.len();
    while at > 0 {
        at -= 1;
        let place = CLASSES[at].0.bits().trailing_zeros() as usize;
        let mut byte = 0;
        while byte < 256 {
            if byte >> (place % 8) & 1 == 1 {
                ranks[place / 8][byte] = at as u8;
            }
            byte += 1;
        }
    }
    ranks
};
