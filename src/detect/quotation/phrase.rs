//! Noun phrases: the words that name a speaker, left or right of a cue.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::token::{Kind, Token};
use std::ops::Range;

/// Tokens of a noun phrase.
pub(super) type Phrase = Range<usize>;

/// Months that are also people's names.
const MONTH_NAMES: &[&str] = &["April", "June", "August", "May", "March"];

/// Past tenses of verbs that are on no list, and nothing else.
const IRREGULAR: &[&str] = &[
    "became", "brought", "came", "fell", "gave", "grew", "held", "kept", "made", "met", "ran",
    "sat", "sent", "stood", "took", "went",
];

/// A noun phrase is at most this many tokens long.
const LONGEST: usize = 16;

/// Words that may stand alone or in a row as an appositive between a name and its verb, in tokens.
const LONGEST_APPOSITIVE: usize = 40;

/// The subject of the verb group that begins at `verb`: the noun phrase before it, or before its relative pronoun or
/// its appositive ("Vladimir Avatkov, a turkologist, wrote"). Looks no further left than `low`.
pub(super) fn subject(p: &Passage, verb: usize, low: usize) -> Option<Phrase> {
    let verb = before_time(p, verb, low);
    let last = verb
        .checked_sub(1)
        .filter(|&last| last >= low && !p.quoted(last))?;
    if p.is(last, Class::RELATIVE) {
        let noun = if p.before(last).is_sign(",") {
            last - 1
        } else {
            last
        };
        return ending_at(p, noun, low);
    }
    if p.token(last).is_sign(",—–)") {
        let opener = appositive_start(p, last, low)?;
        let bracketed = p.before(opener).is_sign(")");
        let noun = if bracketed {
            appositive_start(p, opener - 1, low)?
        } else {
            opener
        };
        let phrase = ending_at(p, noun, low)?;
        let whole = done_by(p, &phrase, low).or_else(|| named_before(p, &phrase, low));
        return Some(whole.unwrap_or(phrase));
    }
    let phrase = ending_at(p, verb, low)?;
    let whole = speaking_to(p, &phrase, low).or_else(|| before_clause(p, &phrase, low));
    Some(whole.unwrap_or_else(|| with_others(p, phrase, low)))
}

/// The phrase with whom "others" are named beside: "Ida Lund and others".
fn with_others(p: &Passage, phrase: Phrase, low: usize) -> Phrase {
    let others = phrase.len() == 1 && p.is_word(phrase.start, "others");
    let and = phrase.start.saturating_sub(1);
    let named = others && and > low && p.is_word(and, "and");
    let first = named.then(|| ending_at(p, and, low)).flatten();
    first.map_or(phrase.start, |first| first.start)..phrase.end
}

/// Whom a clause is about that no comma ends: "Ida Lund, who also crossed the river in a boat said". `phrase` is what stands before the
/// verb, no subject: it begins with the clause's own verb, or a preposition stands before it.
fn before_clause(p: &Passage, phrase: &Phrase, low: usize) -> Option<Phrase> {
    let low = low.max(phrase.start.saturating_sub(LONGEST_APPOSITIVE));
    let part = |at: usize| p.token(at).is_word() && !p.quoted(at);
    let who = (low..phrase.start)
        .rev()
        .take_while(|&at| part(at))
        .find(|&at| p.is_word(at, "who"))?;
    let adverbs = (who + 1..phrase.start).all(|at| p.is(at, Class::ADVERB));
    let is_object =
        adverbs && is_past(p, phrase.start) || p.before(phrase.start).is(Class::PREPOSITION);
    let comma = who
        .checked_sub(1)
        .filter(|&comma| p.token(comma).is_sign(","))?;
    ending_at(p, comma, low).filter(|_| is_object)
}

/// The name that `phrase` is an appositive of: "Ida Lund, the mayor".
fn named_before(p: &Passage, phrase: &Phrase, low: usize) -> Option<Phrase> {
    let opens = Class::DETERMINER.and(Class::PREPOSITION);
    let mut start = phrase.start;
    if start > low && p.before(start).is(Class::PREPOSITION) {
        start -= 1;
    }
    let described = p.is(start, opens) && p.before(start).is_sign(",");
    let name = ending_at(p, start.checked_sub(1).filter(|_| described)?, low)?;
    let place = p.before(name.start).is(Class::PREPOSITION);
    (!place && p.token(name.start).is_upper()).then_some(name)
}

/// What the doers in `phrase` did: "a statement" in "a statement signed by the leaders of Russia".
fn done_by(p: &Passage, phrase: &Phrase, low: usize) -> Option<Phrase> {
    let verb = phrase.start.checked_sub(2).filter(|&verb| verb > low)?;
    let done =
        p.is_word(verb + 1, "by") && (p.word(verb).ends_with("ed") || p.is_word(verb, "written"));
    ending_at(p, verb, low).filter(|thing| done && p.is(thing.start, Class::DETERMINER))
}

/// Who speaks to those in `phrase`: "a keeper" in "a keeper speaking to the Riverport News".
fn speaking_to(p: &Passage, phrase: &Phrase, low: usize) -> Option<Phrase> {
    let verb = phrase.start.checked_sub(2).filter(|&verb| verb > low)?;
    let to = p.is_word(verb + 1, "to") || p.is_word(verb + 1, "with");
    let speaks = p.is_word(verb, "speaking") || p.is_word(verb, "talking");
    ending_at(p, verb, low).filter(|_| to && speaks)
}

/// Where a time right before the verb begins: "Ida Lund on Tuesday said".
fn before_time(p: &Passage, verb: usize, low: usize) -> usize {
    let time = |at: usize| p.is(at, Class::TIME) && !MONTH_NAMES.contains(&p.word(at));
    let mut start = verb;
    while start > low + 1 && time(start - 1) {
        start -= 1;
    }
    let leads = ["on", "late", "early"].contains(&p.word(start.wrapping_sub(1)));
    if start < verb && leads && start > low + 1 {
        start -= 1;
    }
    start
}

/// Where the appositive that ends with the sign `last` begins: its opening sign.
fn appositive_start(p: &Passage, last: usize, low: usize) -> Option<usize> {
    let opener = match p.token(last).kind {
        Kind::Sign(')') => '(',
        Kind::Sign(sign) => sign,
        _ => return None,
    };
    let low = low.max(last.saturating_sub(LONGEST_APPOSITIVE));
    let stops = if opener == '(' { "" } else { ".;!?" };
    let at = (low..last)
        .rev()
        .find(|&at| p.token(at).is_sign(stops) || p.token(at).kind == Kind::Sign(opener))?;
    (p.token(at).kind == Kind::Sign(opener) && !p.quoted(at)).then_some(at)
}

/// The noun phrase that ends before token `end` and can be somebody who speaks, no further left than `low`.
pub(super) fn ending_at(p: &Passage, end: usize, low: usize) -> Option<Phrase> {
    let owner = |at: usize| p.word(at).ends_with("'s") || p.word(at).ends_with("’s");
    any_ending_at(p, end, low).filter(|phrase| {
        phrase.len() == 1 && is_pronoun(p, phrase.start)
            || !owner(phrase.end - 1) && names_somebody(p, phrase, low)
    })
}

/// The noun phrase that ends before token `end`, no further left than `low`.
pub(super) fn any_ending_at(p: &Passage, end: usize, low: usize) -> Option<Phrase> {
    let last = end
        .checked_sub(1)
        .filter(|&last| last >= low && !p.quoted(last))?;
    if is_pronoun(p, last) {
        return Some(last..end);
    }
    let mut start = end;
    while start > low && end - start < LONGEST && goes_left(p, start - 1, low, end) {
        start -= 1;
    }
    while start < end && p.is(start, Class::LINKER) {
        start += 1;
    }
    let bare = p.token(last).is(Class::PREPOSITION.and(Class::CONJUNCTION))
        || (end - start == 1 && p.is(last, Class::DETERMINER));
    (start < end && !bare).then_some(start..end)
}

fn is_pronoun(p: &Passage, at: usize) -> bool {
    let word = p.word(at);
    let shouted = word.len() > 1 && !word.contains(char::is_lowercase);
    p.is(at, Class::PRONOUN) && !shouted
}

/// Whether the noun phrase that ends before `end` reaches on to token `at`.
fn goes_left(p: &Passage, at: usize, low: usize, end: usize) -> bool {
    let token = p.token(at);
    if token.mark.is_some() || token.kind == Kind::Edge {
        return false;
    }
    if let Kind::Sign(sign) = token.kind {
        return "'’&/-".contains(sign);
    }
    let upper = token.is_upper() && at != low;
    if p.is_word(at, "and") {
        return at > low && at + 1 < end && p.before(at).is_upper() && p.token(at + 1).is_upper();
    }
    if token.is(Class::CONJUNCTION) || token.is(Class::OPENER) && !token.is(Class::DETERMINER) {
        return false;
    }
    if token.is(Class::PRONOUN) && !token.is(Class::DETERMINER)
        || token.is(Class::AUXILIARY) && !upper
    {
        return false;
    }
    if token.is(Class::PREPOSITION) {
        let by = p.is_word(at, "by") && p.before(at).is(Class::BODY);
        return by || token.is(Class::LINK) && (p.is_word(at, "of") || ties(p, at, low));
    }
    if token.is(Class::CUE) && !upper {
        return at > low && p.before(at).is(Class::NOMINAL);
    }
    if is_past_verb(p, at) && at > low && at + 1 < end {
        return false;
    }
    let season = matches!(
        p.word(at),
        "last" | "this" | "may" | "march" | "May" | "March"
    );
    !token.is(Class::TIME) || season || at + 1 == end
}

/// Whether a word that is on no list reads as a verb of its own: "the crowd cheered Ida Lund".
fn is_past_verb(p: &Passage, at: usize) -> bool {
    let token = p.token(at);
    let adjective = p.quoted(at.wrapping_sub(1))
        || p.word(at.wrapping_sub(1)).ends_with("ly")
        || !p.before(at).is_word()
        || p.before(at)
            .is(Class::NOMINAL.and(Class::ADVERB).and(Class::DETERMINER));
    token.kind == Kind::Lower && is_past(p, at) && !p.word(at).contains('-') && !adjective
}

/// Whether a word has the form of a past tense.
pub(super) fn is_past(p: &Passage, at: usize) -> bool {
    p.ends_in_ed(p.token(at)) || IRREGULAR.contains(&p.word(at))
}

/// Whether the preposition at `at` ties its phrase to a common noun before it: "spokesman for".
fn ties(p: &Passage, at: usize, low: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| noun >= low) else {
        return false;
    };
    let other = Class::AUXILIARY
        .and(Class::PREPOSITION)
        .and(Class::CONJUNCTION)
        .and(Class::CUE)
        .and(Class::ADVERB);
    let word = p.word(noun);
    (p.token(noun).kind == Kind::Lower || noun == low)
        && !p.is(noun, other)
        && !word.ends_with("ed")
}

/// Whether a phrase can be somebody or something that speaks.
fn names_somebody(p: &Passage, phrase: &Phrase, low: usize) -> bool {
    let named = phrase.clone().any(|at| {
        let token = p.token(at);
        token.is_upper()
            && (at != low
                || phrase.len() == 1
                || p.token(at + 1).is_upper()
                || token.kind == Kind::Short)
    });
    let opens = Class::DETERMINER.and(Class::PRONOUN).and(Class::ROLE);
    let ends = p.token(phrase.end - 1).is(Class::ROLE.and(Class::BODY))
        || p.word(phrase.end - 1).ends_with('s');
    named || p.is(phrase.start, opens) || ends
}

/// The noun phrase that begins at token `start` or behind an adverb there, no further right than `high`.
pub(super) fn starting_at(p: &Passage, mut start: usize, high: usize) -> Option<Phrase> {
    while start < high && p.is(start, Class::ADVERB) && !p.is(start, Class::DETERMINER) {
        start += 1;
    }
    if start >= high || p.quoted(start) || !p.token(start).is_word() {
        return None;
    }
    if is_pronoun(p, start) && !p.token(start + 1).is_upper() && !p.is(start, Class::DETERMINER) {
        return Some(start..start + 1);
    }
    let no_noun = Class::PREPOSITION.and(Class::CONJUNCTION).and(Class::TIME);
    let opener = p.is(start, Class::OPENER) && !p.is(start, Class::DETERMINER);
    if p.is(start, no_noun) && !is_month_name(p, start) || opener {
        return None;
    }
    let mut end = start;
    while end < high && end - start < LONGEST && goes_right(p, end, start) {
        end += 1;
    }
    (end > start).then_some(start..end)
}

/// Whether a word of time is a person's name: "May said", "April Ryan said".
fn is_month_name(p: &Passage, at: usize) -> bool {
    let next = p.token(at + 1);
    let name = MONTH_NAMES.contains(&p.word(at));
    name && next.kind != Kind::Number && !next.is(Class::TIME)
}

/// Whether the noun phrase that begins at `start` reaches on to token `at`.
fn goes_right(p: &Passage, at: usize, start: usize) -> bool {
    let token: &Token = p.token(at);
    if token.mark.is_some() || token.kind == Kind::Edge {
        return false;
    }
    if let Kind::Sign(sign) = token.kind {
        return "'’&/-#$%@".contains(sign);
    }
    if p.is_word(at, "and") {
        return p.token(at + 1).is_upper() && p.before(at).is_upper();
    }
    if at > start && token.is(Class::PREPOSITION) {
        return ["of", "for", "at", "from", "with"]
            .iter()
            .any(|word| p.is_word(at, word));
    }
    let ends = token.is(Class::CONJUNCTION) || token.is(Class::AUXILIARY) && !token.is_upper();
    let opener = token.is(Class::OPENER) && at > start;
    let time = token.is(Class::TIME) && at > start && !matches!(p.word(at), "May" | "March");
    let hidden =
        token.is(Class::ADVERB) && !token.is_upper() && at > start && !token.is(Class::DETERMINER);
    !(ends || opener || time || hidden)
}
