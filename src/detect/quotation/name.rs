//! The name in the words that credit somebody, without titles.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::person::in_name;
use crate::detect::quotation::place::ends_place;
use crate::detect::quotation::token::{Kind, Token};
use crate::text::Span;
use std::ops::Range;

/// The name in the words that credit somebody, as tokens: "Hulusi Akar" in "Minister Hulusi Akar", nothing in
/// "the expert", "a spokesman for Ida Lund" or "Ida Lund’s campaign".
pub(super) fn name(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let skipped = adverb(text, tokens);
    let tokens = tokens.get(skipped..)?;
    // A name in marks is that of a work.
    if tokens.iter().any(|token| token.is_sign("\"“”")) {
        return None;
    }
    let name = behind_trades(text, tokens)
        .or_else(|| behind_office(text, tokens))
        .or_else(|| in_head(text, tokens))?;
    Some(name.start + skipped..name.end + skipped)
}

/// How many tokens an adverb of the sentence takes before the phrase: "Conversely, party whip Ida Lund".
pub(super) fn adverb(text: &str, tokens: &[Token]) -> usize {
    let (Some(first), Some(second)) = (tokens.first(), tokens.get(1)) else {
        return 0;
    };
    let word = first.span.of(text);
    let is_adverb = word.len() > 5 && word.ends_with("ly") && second.is_sign(",");
    if is_adverb { 2 } else { 0 }
}

/// The name behind what somebody does in two words: "Timber and transport merchant Olaf Berg". Not where two are named.
fn behind_trades(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let and = tokens
        .iter()
        .position(|token| token.span.of(text) == "and")?;
    let second = tokens.get(and + 1)?;
    let start = run_start(text, tokens);
    let noun = tokens.get(start.checked_sub(1)?)?;
    let other = Class::TITLE.and(Class::ROLE).and(Class::DETERMINER);
    let function = Class::PREPOSITION
        .and(Class::DETERMINER)
        .and(Class::BODY)
        .and(Class::AUXILIARY);
    let plain = tokens
        .iter()
        .all(|token| token.is_word() && !token.is(Class::PREPOSITION.and(Class::RELATIVE)));
    let fits = and <= 2
        && start > and + 1
        && noun.kind == Kind::Lower
        && second.kind == Kind::Lower
        && !second.is(other)
        && !noun.is(function);
    (plain && fits && is_person_long(start..tokens.len())).then_some(start..tokens.len())
}

/// The name behind an office in many words: "Leader of the House Ida Lund", "The leader of the house, Ida Lund".
fn behind_office(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let head = head_end(text, tokens);
    let opens = tokens
        .iter()
        .find(|token| !token.is(Class::DETERMINER))
        .is_some_and(|token| token.is(Class::TITLE.and(Class::ROLE)));
    let office = ends_in_office(tokens, head);
    let ends = |token: &Token| token.is(Class::BODY) || ends_place(token.span.of(text));
    let body = tokens.iter().rposition(ends).map(|at| at + 1);
    let comma = tokens
        .iter()
        .rposition(|token| token.is_sign(","))
        .map(|at| at + 1);
    let start = comma.filter(|_| office).or(body.filter(|_| opens))?;
    let before = tokens.get(..start)?;
    let is_long = before.iter().any(|token| token.is(Class::PREPOSITION));
    let behind = tokens.get(start..)?;
    let title = behind.iter().rposition(|token| token.is(Class::TITLE));
    let start = start + title.map_or(0, |title| title + 1);
    let name = tokens.get(start..)?;
    let is_name = name.iter().all(Token::is_upper) && !owns(name.last()?.span.of(text));
    (is_long && is_name && is_person_long(start..tokens.len())).then_some(start..tokens.len())
}

/// Whether the words before token `end` end in what somebody is: "The majority leader".
pub(super) fn ends_in_office(tokens: &[Token], end: usize) -> bool {
    let last = end.checked_sub(1).and_then(|last| tokens.get(last));
    last.is_some_and(|token| token.is(Class::TITLE.and(Class::ROLE)))
}

/// Whether a name has as many words as a given name and a surname.
fn is_person_long(name: Range<usize>) -> bool {
    (2..=4).contains(&name.len())
}

/// Where the capitalised words at the end of a phrase begin.
fn run_start(text: &str, tokens: &[Token]) -> usize {
    let mut start = tokens.len();
    while start > 0 && in_name(text, tokens, start - 1) {
        start -= 1;
    }
    start
}

/// The name in the head of a phrase.
fn in_head(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let end = head_end(text, tokens);
    let mut last = end.checked_sub(1)?;
    if matches!(tokens.get(last)?.kind, Kind::Number) && last > 0 {
        last -= 1;
    }
    let mut start = run_start(text, tokens.get(..=last)?);
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
pub(super) fn head_end(text: &str, tokens: &[Token]) -> usize {
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

fn owns(word: &str) -> bool {
    word.ends_with("'s") || word.ends_with("’s")
}

/// Whether a word opens a phrase for one of several.
pub(super) fn is_one(word: &str) -> bool {
    ["a", "an", "one", "another"]
        .iter()
        .any(|one| one.eq_ignore_ascii_case(word))
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
