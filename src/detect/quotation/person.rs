//! Persons named in a running text.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::place::is_place;
use crate::detect::quotation::token::{Kind, Token};
use std::ops::Range;

/// A name is at most this many words.
const LONGEST: usize = 5;

/// Small words inside a name: Ludwig van Beethoven, Mohammed bin Salman.
const PARTICLES: &[&str] = &[
    "de", "da", "del", "della", "der", "van", "von", "bin", "ibn", "al", "el", "la", "le", "du",
    "dos", "ben",
];

/// A person or body named in a running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    /// The name, as tokens.
    pub(super) tokens: Range<usize>,
    /// Whether a title, or two words that are both names, make it a person's. Another is one word, somebody's surname or anything.
    pub(super) is_full: bool,
    /// Whether it stands at the beginning of its clause, as subjects do.
    pub(super) leads: bool,
}

/// The names in `tokens` that can be persons', in order.
pub(super) fn mentions(text: &str, tokens: &[Token]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = at;
        while in_name(text, tokens, at) {
            at += 1;
        }
        if at == start {
            at += 1;
            continue;
        }
        found.extend(mention(text, tokens, start..at));
    }
    found
}

fn mention(text: &str, tokens: &[Token], run: Range<usize>) -> Option<Mention> {
    let words = tokens.get(run.clone())?;
    let title = words.iter().rposition(|token| token.is(Class::TITLE));
    let function = Class::DETERMINER
        .and(Class::PREPOSITION)
        .and(Class::CONJUNCTION)
        .and(Class::PRONOUN)
        .and(Class::ADVERB);
    let opening = words.iter().take_while(|token| token.is(function)).count();
    let start = run.start + title.map_or(opening, |title| title + 1);
    let name = tokens.get(start..run.end)?;
    let titled = title.is_some()
        || start > 0
            && tokens
                .get(start - 1)
                .is_some_and(|token| token.is(Class::TITLE));
    let thing = Class::BODY
        .and(Class::TIME)
        .and(Class::PREPOSITION)
        .and(Class::DETERMINER);
    let clean =
        !name.is_empty() && name.len() <= LONGEST && !name.iter().any(|token| token.is(thing));
    let shouted = name.iter().all(|token| {
        let word = token.span.of(text);
        word.len() > 2 && !word.contains(char::is_lowercase)
    });
    let is_full = titled || (2..=4).contains(&name.len());
    let single = name.len() == 1 && !name.iter().any(|token| token.is(Class::CUE));
    let leads = run.start == 0
        || tokens
            .get(run.start - 1)
            .is_some_and(|token| !token.is(Class::PREPOSITION));
    let told = Class::TITLE.and(Class::ROLE);
    // "Harbour United manager Ida Lund": what she manages.
    let of_another = tokens
        .get(run.end)
        .is_some_and(|next| next.kind == Kind::Lower && next.is(told));
    let place = !titled && is_place(text, name);
    let fits = clean && !shouted && !of_another && !place;
    (fits && (is_full || single)).then_some(Mention {
        tokens: start..run.end,
        is_full,
        leads,
    })
}

/// Whether a token is part of a name.
pub(super) fn in_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let next_upper = tokens.get(at + 1).is_some_and(Token::is_upper);
    let word = token.span.of(text);
    let part = next_upper && (PARTICLES.contains(&word) || word == "of" || token.is_sign("&"));
    token.is_upper() || part
}
