//! Words behind their cue: X said: “words”; X said that words; X told Y words; X called Z “words”.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::Credit;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::{Passage, Quoted};
use crate::detect::quotation::phrase::{starting_at, subject};
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::front::continue_from;
use crate::detect::quotation::rules::limit::{clause_end, has_own_cue, phrase_end, whole_marks};
use crate::detect::quotation::rules::lone::is_title;
use crate::detect::quotation::subject::sentence_subject;
use crate::detect::quotation::token::Kind;
use crate::text::Span;
use std::ops::Range;

/// A verb that "and" joins to the cue stands within so many tokens before it.
const VERB_REACH: usize = 12;

/// A colon behind a cue announces marks when it stands within so many tokens.
const COLON_REACH: usize = 12;

/// Reads words behind `credit`.
pub(super) fn read(drafts: &mut Drafts, credit: &Credit) {
    let p = drafts.passage;
    let high = credit.sentence.end;
    let (speaker, mut start) = if let Some(phrase) = as_reported_by(p, credit) {
        (p.span(&phrase), phrase.end)
    } else if let Some(phrase) = inverted(p, credit) {
        (p.span(&phrase), phrase.end)
    } else if let Some(speaker) = speaker(drafts, credit).filter(|_| credit.cue.end < high) {
        (speaker, behind_hearer(p, credit))
    } else {
        return;
    };
    start = behind_colon(p, start, high).unwrap_or(start);
    while start < high && p.token(start).is_sign(",:—–") && !p.quoted(start) {
        start += 1;
    }
    if start >= high {
        return next_sentence(drafts, credit, speaker);
    }
    let announced = p.mark_from(start).is_some() || p.is_word(start, "that");
    let other = announced && has_own_cue(p, &(credit.cue.end..start));
    let Some((tokens, rule)) = words(p, credit, start).filter(|_| !other) else {
        return;
    };
    let marks_only = rule == Rule::CueBefore
        && p.mark_from(start)
            .is_some_and(|quoted| quoted.tokens == tokens);
    if tokens.len() < 2 && !marks_only {
        return;
    }
    let next = if marks_only {
        p.sentence(tokens.end - 1).end
    } else {
        high
    };
    let cue = Some(credit.cue.clone());
    drafts.add(Draft {
        tokens,
        speaker: Some(speaker),
        cue,
        rule,
        share: None,
    });
    if rule != Rule::CueAbout {
        continue_from(drafts, credit, next, Some(speaker));
    }
}

/// The source in "As reported by Riverpost, words".
fn as_reported_by(p: &Passage, credit: &Credit) -> Option<Range<usize>> {
    let (low, end) = (credit.sentence.start, credit.cue.end);
    let opens = p.is_word(low, "as") && credit.cue.start == low + 1 && p.is_word(end, "by");
    let phrase = starting_at(p, end + 1, credit.sentence.end).filter(|_| opens)?;
    p.token(phrase.end).is_sign(",").then_some(phrase)
}

/// The speaker behind the cue when marks follow: "But, said X, “words”".
pub(in crate::detect::quotation) fn inverted(p: &Passage, credit: &Credit) -> Option<Range<usize>> {
    let (low, start) = (credit.sentence.start, credit.cue.start);
    if start > low && !p.before(start).is_sign(",") || credit.participle {
        return None;
    }
    let phrase = starting_at(p, credit.cue.end, credit.sentence.end)?;
    let marks = p.token(phrase.end).is_sign(",:") && p.mark_from(phrase.end + 1).is_some();
    (marks && p.token(phrase.start).is_upper()).then_some(phrase)
}

/// The subject of the cue, or the one it shares with the verb before: "X left, saying", "X called it off and said".
pub(in crate::detect::quotation) fn speaker(drafts: &Drafts, credit: &Credit) -> Option<Span> {
    let p = drafts.passage;
    let (low, start) = (credit.sentence.start, credit.cue.start);
    let free = credit.participle && start + 1 == credit.cue.end;
    let own = subject(p, start, low);
    if let Some(phrase) = own.filter(|phrase| !free || is_author(p, phrase, start)) {
        return (!lacks_ending(p, credit, &phrase)).then(|| p.span(&phrase));
    }
    let joined = p.is_word(start.wrapping_sub(1), "and") || p.is_word(start.wrapping_sub(1), "but");
    if start <= low {
        // “Adding, “words””: whoever the sentence before was of.
        let alone = credit.participle && p.token(credit.cue.end).is_sign(",:");
        let before = low.checked_sub(1).filter(|_| alone)?;
        return drafts.speaker_since(p.sentence(before).start);
    }
    if !(joined || credit.participle) {
        return None;
    }
    if let Some(phrase) = joined.then(|| verb_before(p, start - 1, low)).flatten() {
        return Some(p.span(&phrase));
    }
    drafts.speaker_since(low).or_else(|| {
        let phrase = sentence_subject(p, low, start)?;
        Some(p.span(&phrase))
    })
}

/// Whether a name stands before a cue without the ending that one person's verb has: "help Mr. Berg maintain".
fn lacks_ending(p: &Passage, credit: &Credit, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    let alone =
        credit.class.any(Class::BASE) && credit.cue.len() == 1 && phrase.end == credit.cue.start;
    let many = p.word(last).ends_with('s') || phrase.clone().any(|at| p.is_word(at, "and"));
    let past = ["read", "put", "forecast"].contains(&p.word(credit.cue.start));
    let several = ["people", "police", "men", "women", "media"].contains(&p.word(last));
    alone && !many && !past && !several && !p.is(last, Class::PRONOUN)
}

/// Whether the phrase right before a participle is who speaks: "Ida Lund saying", but not "a statement saying".
fn is_author(p: &Passage, phrase: &Range<usize>, start: usize) -> bool {
    phrase.end == start && p.token(phrase.end - 1).is_upper()
}

/// The subject of the verb that "and" joins to the cue: "I laughed and said".
fn verb_before(p: &Passage, and: usize, low: usize) -> Option<Range<usize>> {
    let low = low.max(and.saturating_sub(VERB_REACH));
    let verb = |at: &usize| {
        let token = p.token(*at);
        !p.quoted(*at)
            && token.kind == Kind::Lower
            && (token.is(Class::CUE) || p.word(*at).ends_with("ed"))
    };
    let verb = (low..and).rev().find(verb)?;
    subject(p, verb, low)
}

/// The token behind the cue's hearer ("told reporters in Kyiv"), place and time ("said on Monday").
pub(super) fn behind_hearer(p: &Passage, credit: &Credit) -> usize {
    let (at, high) = (credit.cue.end, credit.sentence.end);
    let token = p.token(at);
    if credit.class.any(Class::HEARD)
        && token.mark.is_none()
        && !token.is(Class::OPENER)
        && !token.is_sign(",:")
    {
        let her = p.is_word(at, "her");
        let phrase_next = Class::OPENER.and(Class::PRONOUN).and(Class::DETERMINER);
        let hearer = token.is(Class::HEARER)
            && (!her || p.is(at + 1, phrase_next) || p.is_word(at + 1, "to"));
        let end = if hearer {
            Some(at + 1)
        } else {
            starting_at(p, at, high).map(|phrase| phrase.end)
        };
        return end.map_or(at, |end| reach(p, end, high, 8).unwrap_or(end));
    }
    if !token.is(Class::PREPOSITION.and(Class::TIME)) || token.mark.is_some() {
        return at;
    }
    if let Some(end) = reach(p, at, high, 14) {
        return end;
    }
    let time = |at: &usize| !p.is(*at, Class::TIME.and(Class::DETERMINER));
    if token.is(Class::TIME) {
        (at..high).find(time).unwrap_or(at)
    } else {
        at
    }
}

/// The marks behind a colon that a time or place behind the cue ends with: "said back in the summer of 2015: “words”".
fn behind_colon(p: &Passage, from: usize, high: usize) -> Option<usize> {
    let stops = |at: usize| {
        let token = p.token(at);
        token.mark.is_some() || token.is(Class::OPENER.and(Class::AUXILIARY)) || token.is_sign(",:")
    };
    let time = p.is(from, Class::PREPOSITION.and(Class::TIME)) || p.is_word(from, "back");
    let from = Some(from).filter(|_| time)?;
    let colon = (from..high.min(from + COLON_REACH)).find(|&at| stops(at))?;
    let announces = p.token(colon).is_sign(":") && p.mark_from(colon + 1).is_some();
    announces.then_some(colon + 1)
}

/// The next comma, colon, mark or clause opener within `limit` tokens.
fn reach(p: &Passage, from: usize, high: usize, limit: usize) -> Option<usize> {
    let at = (from..high.min(from + limit)).find(|&at| {
        let token = p.token(at);
        token.mark.is_some() || token.is(Class::OPENER) || token.is_sign(",:")
    })?;
    let owner = p.word(at - 1).ends_with("'s") || p.word(at - 1).ends_with("’s");
    let part = p.quoted(at) && (owner || p.is(at - 1, Class::PREPOSITION.and(Class::DETERMINER)));
    (!part).then_some(at)
}

/// The words behind the cue that begin at token `start`, and the rule that says so.
fn words(p: &Passage, credit: &Credit, start: usize) -> Option<(Range<usize>, Rule)> {
    let high = credit.sentence.end;
    if let Some(quoted) = p.mark_from(start) {
        let Range { end, .. } = quoted.tokens;
        let rest = end..p.sentence(end - 1).end;
        let shut = quoted.mark.inside.of(p.text).ends_with(['?', '!', ',']);
        let announced = p.before(start).is_sign(",:");
        if !announced && quoted.tokens.len() > 3 && is_title(p, &quoted.tokens) {
            return None;
        }
        let ends = announced && !goes_on(p, quoted);
        let plain = shut || ends || !rest.clone().any(|at| p.token(at).is_word());
        // “Zero” voters would follow: what comes behind the clause's own verb is part of it.
        let verb = rest
            .clone()
            .find(|&at| p.is(at, Class::AUXILIARY) && !p.quoted(at));
        let mut before = rest.start..verb.unwrap_or(rest.end);
        let other = before.any(|at| p.is(at, Class::CUE) && !p.quoted(at));
        let end = if plain || other {
            end
        } else {
            p.trim_end(start, rest.end)
        };
        return Some((start..end, Rule::CueBefore));
    }
    let end = whole_marks(p, p.trim_end(start, high));
    let frames = Class::THAT.and(Class::BARE).and(Class::TO);
    let there = p.is(start, Class::PRONOUN) || p.is_word(start, "there");
    let relative = p.is_word(start, "which") || p.is_word(start, "who");
    let as_told = p.is_word(credit.sentence.start, "as") && p.before(start).is_sign(",");
    if as_told && p.token(start).is_word() && !p.is(start, Class::CONJUNCTION) {
        return Some((start..end, Rule::CueBare));
    }
    if start > credit.cue.end && (relative || p.is_word(start - 1, "as")) {
        return None;
    }
    if p.is_word(start, "that") || p.is(start, Class::OPENER) && credit.class.any(frames) {
        return Some((start..clause_end(p, start, end), Rule::CueThat));
    }
    let clause = !p.is(start, Class::PREPOSITION) && !p.before(start).is_sign("—–");
    if clause && (credit.class.any(Class::BARE) || credit.class.any(Class::THAT) && there) {
        return Some((start..clause_end(p, start, end), Rule::CueBare));
    }
    if credit.class.any(Class::TO.and(Class::HEARD)) && p.is_word(start, "to") {
        return Some((start..end, Rule::CueTo));
    }
    if p.before(start).is_sign(":") {
        return Some((start..end, Rule::CueBefore));
    }
    let about = Class::ABOUT.and(Class::NAMING);
    let adjoins = !p.token(credit.cue.end).is_sign(",.");
    (credit.class.any(about) && adjoins).then(|| (start..phrase_end(p, start, end), Rule::CueAbout))
}

/// Whether the clause in marks goes on behind them: “We have three weeks to go” until the vote.
pub(super) fn goes_on(p: &Passage, quoted: &Quoted) -> bool {
    let end = quoted.tokens.end;
    let inside = quoted.mark.inside.of(p.text).trim_end();
    let open = inside.ends_with(|last: char| last.is_alphanumeric());
    let next = p.token(end);
    let same = next.sentence == p.token(end - 1).sentence && next.mark.is_none();
    let other = Class::CONJUNCTION.and(Class::RELATIVE).and(Class::TIME);
    let place = ["on", "at", "during", "after", "before", "as", "by"].contains(&p.word(end));
    let own = (end..p.sentence(end - 1).end)
        .any(|at| p.is(at, Class::CUE) || p.token(at).is_sign(",") || p.quoted(at));
    open && same
        && next.kind == Kind::Lower
        && !next.is(other)
        && !place
        && !own
        && quoted.tokens.len() > 3
}

/// X said: and the words in marks stand in the next sentence.
fn next_sentence(drafts: &mut Drafts, credit: &Credit, speaker: Span) {
    let p = drafts.passage;
    let high = credit.sentence.end;
    if !p.before(high).is_sign(":") {
        return;
    }
    if high >= p.tokens.len() {
        drafts.announced = Some(speaker);
    } else if let Some(quoted) = p.mark_from(high) {
        let (tokens, cue) = (quoted.tokens.clone(), Some(credit.cue.clone()));
        drafts.add(Draft {
            tokens,
            speaker: Some(speaker),
            cue,
            rule: Rule::CueBefore,
            share: None,
        });
    }
}
