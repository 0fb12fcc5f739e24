//! Whom "he", "the minister" and "the expert" can mean among the people named before.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::person::Mention;
use crate::detect::quotation::token::{Kind, Token};

/// Roles that any person can be called by.
pub(super) const ANYBODY: &[&str] = &[
    "expert",
    "analyst",
    "scientist",
    "scholar",
    "politician",
    "lawmaker",
    "author",
    "writer",
    "journalist",
    "specialist",
    "observer",
    "commentator",
    "researcher",
    "interviewee",
];

/// A sentence is looked through for its beginning this many tokens back.
const SENTENCE: usize = 64;

/// Offices that are called otherwise, too: by a word that only they have.
const SAME: &[(&str, &str)] = &[("premier", "prime")];

/// Whom a speaker that is no name can mean.
#[derive(Debug, Clone, Copy)]
pub(super) enum Who<'a> {
    /// He or she.
    Pronoun(&'a str),
    /// Whom the text calls that: the minister.
    Role(&'a str),
    /// The person named last.
    Anybody,
}

impl<'a> Who<'a> {
    /// The words themselves.
    pub(super) fn words(self) -> &'a str {
        match self {
            Self::Pronoun(word) | Self::Role(word) => word,
            Self::Anybody => "",
        }
    }

    /// The one of `people` that is meant behind all of them; `is_person` says of a name whether it is a person's.
    pub(super) fn among<'p>(
        self,
        text: &str,
        tokens: &[Token],
        people: &'p [Mention],
        is_person: impl Fn(&Mention) -> bool,
    ) -> Option<&'p Mention> {
        if let Self::Role(role) = self {
            return people
                .iter()
                .rev()
                .find(|person| person.is_full && is_called(text, tokens, person, role));
        }
        let fits = |person: &&Mention| {
            let title = person
                .tokens
                .start
                .checked_sub(1)
                .and_then(|at| tokens.get(at));
            title.is_none_or(|title| self.allows(title.span.of(text))) && is_person(person)
        };
        let last = people.iter().rev().find(fits)?;
        // The subject of the last sentence that names somebody.
        let stop = tokens
            .get(..last.tokens.start)?
            .iter()
            .rev()
            .take(SENTENCE)
            .position(|token| token.is_sign(".!?"));
        let low = stop.map_or(0, |stop| last.tokens.start - stop);
        let mut sentence = people.iter().filter(|person| person.tokens.start >= low);
        sentence
            .find(|person| person.leads && fits(person))
            .or(Some(last))
    }

    /// Whether a person with this title can be meant.
    fn allows(self, title: &str) -> bool {
        let Self::Pronoun(pronoun) = self else {
            return true;
        };
        let woman = [
            "Mrs.", "Ms.", "Miss", "Mrs", "Ms", "Lady", "Queen", "Princess", "Dame",
        ];
        let man = ["Mr.", "Mr", "Sir", "King", "Prince", "Lord"];
        let other: &[&str] = if pronoun.eq_ignore_ascii_case("she") {
            &man
        } else {
            &woman
        };
        !other.contains(&title)
    }
}

/// Whether the words around a name call the person a `role`: "Minister X", "X, a minister".
fn is_called(text: &str, tokens: &[Token], person: &Mention, role: &str) -> bool {
    let same = SAME
        .iter()
        .find(|(word, _)| role.eq_ignore_ascii_case(word));
    let called = |range: &[Token]| {
        range.iter().any(|token| {
            let word = token.span.of(text);
            word.eq_ignore_ascii_case(role)
                || same.is_some_and(|(_, other)| word.eq_ignore_ascii_case(other))
        })
    };
    // "The minister has met Ida Lund": somebody else is the minister.
    let verb = |token: &Token| {
        token.is(Class::AUXILIARY.and(Class::CUE))
            || token.kind == Kind::Lower && token.span.of(text).ends_with("ed")
    };
    let near = tokens.get(person.tokens.start.saturating_sub(3)..person.tokens.start);
    let near = near.unwrap_or_default();
    let title = near.iter().rposition(verb).map_or(0, |verb| verb + 1);
    let behind = tokens.get(person.tokens.end..).unwrap_or_default();
    let apposed = behind.first().is_some_and(|token| token.is_sign(","));
    let behind = behind.get(..behind.len().min(8)).unwrap_or_default();
    near.get(title..).is_some_and(called) || apposed && called(behind)
}
