//! Names: of persons and bodies, without titles.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::token::{Kind, Token};
use crate::text::Span;
use std::ops::Range;

/// A name is at most this many words.
const LONGEST: usize = 5;

/// Small words inside a name: Ludwig van Beethoven, Mohammed bin Salman.
const PARTICLES: &[&str] = &[
    "de", "da", "del", "della", "der", "van", "von", "bin", "ibn", "al", "el", "la", "le", "du",
    "dos", "ben",
];

/// The name in the words that credit somebody, as tokens: "Hulusi Akar" in "Minister Hulusi Akar", nothing in
/// "the expert", "a spokesman for Ida Lund" or "Ida Lund’s campaign".
pub(super) fn name(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let end = head_end(text, tokens);
    let mut last = end.checked_sub(1)?;
    if matches!(tokens.get(last)?.kind, Kind::Number) && last > 0 {
        last -= 1;
    }
    let mut start = last + 1;
    while start > 0 && in_name(text, tokens, start - 1) {
        start -= 1;
    }
    let run = tokens.get(start..last + 1)?;
    let body = run.last()?.is(Class::BODY);
    if !body {
        let title = run.iter().rposition(|token| token.is(Class::TITLE));
        start += title.map_or(0, |title| title + 1);
    }
    while tokens
        .get(start)
        .is_some_and(|token| token.is(Class::DETERMINER.and(Class::LINKER).and(Class::PREPOSITION)))
    {
        start += 1;
    }
    let first = tokens.get(start)?;
    let owner = owns(tokens.get(last)?.span.of(text));
    (start <= last && first.is_upper() && !owner && !first.is(Class::PRONOUN))
        .then_some(start..last + 1)
}

/// Where the head of the phrase ends: before a comma, bracket, relative, or the preposition behind a common noun.
fn head_end(text: &str, tokens: &[Token]) -> usize {
    let ends = |at: usize, token: &Token| {
        let previous = at.checked_sub(1).and_then(|at| tokens.get(at));
        let common = previous.is_some_and(|token| token.kind == Kind::Lower);
        let next = tokens.get(at + 1..).unwrap_or_default();
        let tied = token.span.of(text) == "of" && next.iter().take(2).any(Token::is_upper);
        token.is_sign(",(—–;:")
            || token.is(Class::RELATIVE) && at > 0
            || token.is(Class::PREPOSITION) && at > 0 && (common || !tied)
            || token.span.of(text) == "and" && at > 0
    };
    tokens
        .iter()
        .enumerate()
        .position(|(at, token)| ends(at, token))
        .unwrap_or(tokens.len())
}

fn in_name(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let next_upper = tokens.get(at + 1).is_some_and(Token::is_upper);
    let word = token.span.of(text);
    let part = next_upper && (PARTICLES.contains(&word) || word == "of" || token.is_sign("&"));
    token.is_upper() || part
}

fn owns(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

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
    (clean && !shouted && (is_full || single)).then_some(Mention {
        tokens: start..run.end,
        is_full,
        leads,
    })
}

/// The words of a name without a possessive ending.
pub(super) fn words<'a>(text: &'a str, tokens: &[Token]) -> &'a str {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return "";
    };
    let words = Span::new(first.span.start, last.span.end).of(text);
    words
        .strip_suffix("'s")
        .or_else(|| words.strip_suffix("’s"))
        .unwrap_or(words)
}
