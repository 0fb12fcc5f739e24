//! Credits: the verb groups and prepositions that credit words to somebody.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::token::{Kind, Token};
use std::ops::Range;

/// A cue in its place.
#[derive(Debug, Clone)]
pub(super) struct Credit {
    /// The cue with its auxiliaries and adverbs, as tokens.
    pub(super) cue: Range<usize>,
    /// The classes of the verb.
    pub(super) class: Class,
    /// Whether the verb ends in -ing.
    pub(super) participle: bool,
    /// What it is.
    pub(super) form: Form,
    /// The sentence around it.
    pub(super) sentence: Range<usize>,
}

/// A noun of saying stands within so many tokens of its verb.
const NOUN_REACH: usize = 7;

/// The subject of an unlisted verb has fewer tokens than this.
const NAME_REACH: usize = 6;

/// What a credit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A verb.
    Verb,
    /// "according to".
    AccordingTo,
}

/// The credits of a paragraph outside its quotation marks, in order.
pub(super) fn credits<'p>(p: &'p Passage) -> impl Iterator<Item = Credit> + 'p {
    let tokens = p.tokens.iter().enumerate();
    let can = tokens.filter(|(_, token)| can_credit(p, token));
    can.filter_map(|(at, token)| credit(p, at, token))
}

/// What no credit is without: a cue, a word that makes one with others, or a past tense.
fn can_credit(p: &Passage, token: &Token) -> bool {
    let listed = Class::CUE.and(Class::GIVING).and(Class::CREDITING);
    token.mark.is_none() && (token.is(listed) || token.kind == Kind::Lower && p.ends_in_ed(token))
}

fn credit(p: &Passage, at: usize, token: &Token) -> Option<Credit> {
    if p.is_word(at, "according") && p.is_word(at + 1, "to") {
        return Some(Credit {
            cue: at..at + 2,
            class: Class::CUE.and(Class::BARE),
            participle: false,
            form: Form::AccordingTo,
            sentence: p.sentence(at),
        });
    }
    if let Some(credit) = saying(p, at) {
        return Some(credit);
    }
    let put_it = ["put", "puts", "putting"].contains(&p.word(at)) && p.is_word(at + 1, "it");
    let cue = token.is(Class::CUE) || put_it || is_unlisted(p, at) || is_german_so(p, at);
    if !cue || reads_as_noun(p, at) || reads_as_name(p, at) {
        return None;
    }
    let sentence = p.sentence(at);
    let start = group_start(p, at, sentence.start);
    if is_passive(p, start..at) {
        return None;
    }
    let particle = put_it || p.is_word(at + 1, "out") && !p.quoted(at + 1);
    Some(Credit {
        cue: start..at + 1 + usize::from(particle),
        class: token.class,
        participle: p.word(at).ends_with("ing"),
        form: Form::Verb,
        sentence,
    })
}

/// Whether "so" stands behind German marks: „Ja“, so Ida Lund.
fn is_german_so(p: &Passage, at: usize) -> bool {
    let end = if p.before(at).is_sign(",") {
        at.wrapping_sub(1)
    } else {
        at
    };
    p.is_word(at, "so")
        && p.mark_to(end).is_some_and(|quoted| {
            let words = quoted.mark.span.of(p.text);
            words.starts_with(['„', '»'])
        })
}

/// Whether a past tense that is on no list credits the words in marks right before it or before its subject, a name, a pronoun or "the
/// mayor", by their comma: “Go home,” Ida Lund quacked. Behind other stops only a name behind the verb tells: “Why?” quacked Ida Lund.
fn is_unlisted(p: &Passage, at: usize) -> bool {
    let token = p.token(at);
    if token.kind != Kind::Lower || !p.word(at).ends_with("ed") {
        return false;
    }
    let low = at.saturating_sub(NAME_REACH);
    let Some(last) = (low..at).rev().find(|&at| p.quoted(at)) else {
        return false;
    };
    let between = last + 1..at;
    let name = |at: usize| p.token(at).is_upper();
    let described = p.is(between.start, Class::DETERMINER)
        && between
            .clone()
            .all(|at| p.token(at).is_word() && !p.is(at, Class::AUXILIARY));
    let pronoun = between.len() == 1 && p.is(between.start, Class::PERSON);
    let subject = between.clone().all(name) || pronoun || described;
    let behind = (at + 1..at + NAME_REACH).find(|&at| !name(at));
    let inverted =
        between.is_empty() && behind.is_some_and(|end| end > at + 1 && !p.token(end).is_word());
    p.mark_to(between.start).is_some_and(|quoted| {
        let inside = quoted.mark.inside.of(p.text);
        let asked = inside.ends_with(['?', '!']) && inverted;
        subject && quoted.tokens.len() > 4 && (inside.ends_with(',') || asked)
    })
}

/// A verb with a noun of saying and its clause: "set out an opinion that".
fn saying(p: &Passage, at: usize) -> Option<Credit> {
    if !p.is(at, Class::GIVING) {
        return None;
    }
    let sentence = p.sentence(at);
    let limit = sentence.end.min(at + NOUN_REACH);
    let noun = (at + 1..limit).find(|&noun| p.is(noun, Class::SAYING) && announces(p, noun + 1))?;
    let plain = (at..=noun).all(|at| p.token(at).is_word() && !p.quoted(at));
    let own = |at: usize| {
        ["its", "his", "her", "their"]
            .iter()
            .any(|word| p.is_word(at, word))
    };
    let object = (at + 1..noun).any(|at| p.is(at, Class::PREPOSITION) && !own(at + 1));
    let start = group_start(p, at, sentence.start);
    (plain && !object && !is_passive(p, start..at)).then(|| Credit {
        cue: start..noun + 1,
        class: Class::CUE.and(Class::THAT),
        participle: p.word(at).ends_with("ing"),
        form: Form::Verb,
        sentence,
    })
}

fn announces(p: &Passage, at: usize) -> bool {
    p.is_word(at, "that") || p.token(at).is_sign(":")
}

/// Whether the word before makes a noun or a name of the cue: "the claim", "Ankara's report".
pub(super) fn reads_as_noun(p: &Passage, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let word = p.word(before);
    let short = matches!(word.len(), 4..=7) && p.is(before, Class::PERSON);
    let possessive = (word.ends_with("'s") || word.ends_with("’s")) && !short;
    let linked = ["of", "as", "by", "from", "about", "with"]
        .iter()
        .any(|word| p.is_word(at + 1, word));
    let doing = word.eq_ignore_ascii_case("by") && p.word(at).ends_with("ing");
    p.is(before, Class::NOMINAL) && !doing || possessive || p.is(at, Class::PLURAL) && linked
}

/// Whether the cue is part of a name or of what somebody is: "Hope Berg said", "the United States", "state senator".
fn reads_as_name(p: &Passage, at: usize) -> bool {
    let next = p.token(at + 1);
    if !p.token(at).is_upper() {
        let office = next.is_upper() || next.is(Class::ROLE.and(Class::BODY));
        return p.is_word(at, "state") && office && next.mark.is_none();
    }
    let named = |at: usize| p.token(at).is_upper() && !p.quoted(at);
    let end = (at..at + NAME_REACH).find(|&at| !named(at));
    let verb = |end: usize| p.is(end, Class::CUE) && !p.quoted(end);
    p.is_word(at, "states") && p.is_word(at.wrapping_sub(1), "united") || end.is_some_and(verb)
}

/// Whether the verb behind the group tells what is done to its subject: "was labelled", "has been told".
pub(super) fn is_passive(p: &Passage, mut group: Range<usize>) -> bool {
    let verb = group.end;
    !p.word(verb).ends_with("ing") && group.any(|at| p.is(at, Class::BE))
}

/// Where the verb group of the verb at `at` begins, not before `low`.
pub(super) fn group_start(p: &Passage, at: usize, low: usize) -> usize {
    let mut start = at;
    while start > low && !p.quoted(start - 1) && in_group(p, start - 1, low) {
        start -= 1;
    }
    start
}

fn in_group(p: &Passage, at: usize, low: usize) -> bool {
    let token = p.token(at);
    let manner = token.span.len() > 3 && p.word(at).ends_with("ly") && !token.is_upper();
    let goes = |at: usize| ["went", "going", "goes"].contains(&p.word(at));
    let on = p.is_word(at, "on") && p.is_word(at + 1, "to") && at > low && goes(at - 1);
    let to = p.is_word(at, "to")
        && at > low
        && (goes(at - 1)
            || ["seemed", "appeared"].contains(&p.word(at - 1))
            || p.is_word(at - 1, "on") && at > low + 1 && goes(at - 2));
    let verb = goes(at) && (p.is_word(at + 1, "to") || p.is_word(at + 1, "on"));
    let helps = token.is(Class::AUXILIARY.and(Class::ADVERB)) && !token.is_upper();
    helps || manner || on || to || verb
}
