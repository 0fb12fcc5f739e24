//! The subject of a German verb: before it, or behind it when something else stands first.

use crate::detect::quotation::german::noun::{Reach, phrase};
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::words::{Words, first_in};
use std::ops::Range;

/// The subject behind a verb stands within so many tokens.
const REACH: usize = 24;

/// The first verb of a sentence stands within so many tokens.
const LONGEST: usize = 64;

/// The subject of the finite verb at `verb` in the clause that begins at or behind `low` and ends before `high`.
pub(super) fn subject(w: &Words, verb: usize, low: usize, high: usize) -> Option<Range<usize>> {
    if let Some(relative) = in_relative(w, verb, low, high) {
        return Some(relative);
    }
    let clause = clause_start(w, verb, low);
    let first = behind_joints(w, clause, verb);
    if verb > low && w.one_of(verb - 1, &["und", "aber", "oder"]) {
        return first_subject(w, low, verb - 1).or_else(|| behind(w, verb, high));
    }
    if first == verb {
        return behind(w, verb, high);
    }
    if w.is(first, Part::SUBORDINATOR) {
        let last = verb + 1 >= high
            || w.sign(verb + 1, ",.:;")
            || w.is(verb + 1, Part::FINITE.and(Part::HAVE));
        let inside = last && !(first..verb).any(|at| w.sign(at, ","));
        return if inside {
            behind(w, first, verb).or_else(|| behind(w, verb, high))
        } else {
            behind(w, verb, high)
        };
    }
    let elsewhere = Part::PREPOSITION
        .and(Part::ADVERB)
        .and(Part::OBJECT)
        .and(Part::TIME);
    let one_of_them = w.one_of(first, &["einer", "eines"])
        && w.one_of(first + 1, &["der", "von", "ihrer", "seiner"]);
    let oblique = w.is(first, Part::OBLIQUE) && !w.is(first, Part::DETERMINER) && !one_of_them;
    if is_adverb(w, first) || w.is(first, elsewhere) && !w.is(first, Part::DETERMINER) || oblique {
        return behind(w, verb, high);
    }
    let said =
        w.p.mark_from(first)
            .is_some_and(|quoted| w.sign(quoted.tokens.end, ","));
    let own = phrase(w, first, verb, Reach::Wide).filter(|_| !said);
    let own = own.filter(|own| before_verb(w, own.end, verb));
    let thing = own.as_ref().is_some_and(|own| is_thing(w, own));
    if own.is_none() || thing {
        return behind(w, verb, high).or(own);
    }
    own
}

/// The subject of a verb that ends a relative clause: what the pronoun points back to, or the noun behind it.
fn in_relative(w: &Words, verb: usize, low: usize, high: usize) -> Option<Range<usize>> {
    let ends = verb + 1 >= high || w.sign(verb + 1, ",.:;–—!?");
    let comma = (low..verb)
        .rev()
        .find(|&at| w.sign(at, ",:;"))
        .filter(|&comma| ends && w.sign(comma, ","))?;
    let pronoun = comma + 1;
    let opens = w.one_of(
        pronoun,
        &["der", "die", "das", "welche", "welcher", "welches"],
    );
    if !opens || pronoun == verb || w.noun(pronoun + 1) {
        return None;
    }
    let masculine = w.one_of(pronoun, &["der", "welcher"]);
    let own = w.is(pronoun + 1, Part::PRONOUN) || w.one_of(pronoun + 1, &["der", "ein", "sein"]);
    if own && !masculine {
        return phrase(w, pronoun + 1, verb, Reach::Near);
    }
    let begins = |start: &usize| {
        let free = *start == low
            || !w.noun(start - 1) && !w.adjective(start - 1) && !w.is(start - 1, Part::DETERMINER);
        free && phrase(w, *start, comma, Reach::Near).is_some_and(|of| of.end == comma)
    };
    (low.max(comma.saturating_sub(16))..comma)
        .find(begins)
        .and_then(|start| phrase(w, start, comma, Reach::Near))
}

/// The subject of the sentence or clause from `low` to `high`, whatever its verb.
pub(super) fn first_subject(w: &Words, low: usize, high: usize) -> Option<Range<usize>> {
    // The looking back of each verb would be quadratic in a sentence of verbs.
    let end = high.min(low + LONGEST);
    let verb = first_in(low..end, |at| is_verb(w, at) && !subordinate(w, at, low))?;
    subject(w, verb, low, high)
}

/// Whether the word at `at` is a finite verb, or has the ending and the place of one.
pub(super) fn is_verb(w: &Words, at: usize) -> bool {
    let known = Part::REPORT
        .and(Part::JUDGE)
        .and(Part::SPLIT)
        .and(Part::FINITE)
        .and(Part::HAVE)
        .and(Part::NAMING)
        .and(Part::SUBJUNCTIVE)
        .and(Part::UNREAL);
    if !w.lower(at) || w.attribute(at) {
        return false;
    }
    if w.is(at, known) {
        return true;
    }
    let word = w.p.word(at);
    let ending = word.len() > 4
        && ["te", "ten", "t"]
            .iter()
            .any(|ending| word.ends_with(ending));
    let placed = at > 0
        && (w.noun(at - 1)
            || w.sign(at - 1, ",)")
            || w.is(at - 1, Part::ADVERB.and(Part::PRONOUN)));
    ending && placed && w.part(at) == Part::default() && !w.noun(at + 1)
}

/// Whether the verb at `at` stands in a clause that a subordinator opens behind `low`.
pub(super) fn subordinate(w: &Words, at: usize, low: usize) -> bool {
    let start = (low..at)
        .rev()
        .find(|&at| w.sign(at, ",;:"))
        .map_or(low, |comma| comma + 1);
    w.is(start, Part::SUBORDINATOR) && !w.sign(at.wrapping_sub(1), ",")
}

/// Where the clause of the verb at `verb` begins: behind the last colon, semicolon, dash or long quotation.
fn clause_start(w: &Words, verb: usize, low: usize) -> usize {
    let comma = (low..verb).rev().find(|&at| w.sign(at, ","));
    let starts = |&at: &usize| {
        let before = at.wrapping_sub(1);
        let cut = w.sign(before, ":;")
            || w.sign(before, "–—") && w.p.token(before).span.end < w.p.token(at).span.start;
        let joined = w.sign(before, ",")
            && w.one_of(
                at,
                &["und", "aber", "doch", "sondern", "denn", "jedoch", "oder"],
            );
        let relative = comma == Some(before) && w.is(at, Part::SUBORDINATOR);
        let ended =
            w.p.mark_to(at)
                .is_some_and(|quoted| quoted.tokens.len() > 8)
                && at < verb;
        cut || joined || relative || ended
    };
    (low + 1..=verb).rev().find(starts).unwrap_or(low)
}

/// `start` behind conjunctions and “auch”.
fn behind_joints(w: &Words, start: usize, verb: usize) -> usize {
    let mut at = start;
    while at < verb && (w.is(at, Part::CONJUNCTION.and(Part::FOCUS)) || w.sign(at, ",–—\"")) {
        at += 1;
    }
    at
}

/// Whether nothing but adverbs, prepositional phrases and closed insertions stands between a subject and its verb.
fn before_verb(w: &Words, end: usize, verb: usize) -> bool {
    if end == verb {
        return true;
    }
    if w.sign(end, ",") {
        return w.sign(verb - 1, ",");
    }
    w.is(
        end,
        Part::ADVERB
            .and(Part::PREPOSITION)
            .and(Part::TIME)
            .and(Part::CONJUNCTION),
    ) && !(end..verb).any(|at| w.sign(at, ","))
}

/// Whether a noun phrase names what cannot speak, by its ending: “Die Anwendung stellte der Vorsitzende in Frage”.
pub(super) fn is_thing(w: &Words, phrase: &Range<usize>) -> bool {
    let Some(head) = first_in(phrase.clone(), |at| {
        w.noun(at) && !w.is(at, Part::DETERMINER)
    }) else {
        return false;
    };
    let word = w.p.word(head);
    let endings = ["heit", "keit", "ismus", "ung", "ungen", "mut"];
    let body = [
        "Regierung",
        "Zeitung",
        "Leitung",
        "Verwaltung",
        "Stiftung",
        "Vereinigung",
        "Abteilung",
        "Bewegung",
    ];
    let speaks = body
        .iter()
        .any(|body| word.to_lowercase().ends_with(&body.to_lowercase()));
    endings.iter().any(|ending| word.ends_with(ending)) && !speaks
}

/// The first noun phrase behind the verb at `verb` that can be its subject.
pub(super) fn behind(w: &Words, verb: usize, high: usize) -> Option<Range<usize>> {
    let mut at = verb + 1;
    let limit = high.min(at + REACH);
    while at < limit {
        let skipped = Part::ADVERB
            .and(Part::OBJECT)
            .and(Part::FOCUS)
            .and(Part::TIME)
            .and(Part::CONJUNCTION);
        let opens = w.is(at, Part::DETERMINER) || w.is(at, Part::PRONOUN);
        if w.is(at, skipped) && !opens {
            at += 1;
        } else if w.is(at, Part::PREPOSITION) {
            at = phrase(w, at + 1, high, Reach::Near).map_or(at + 1, |of| of.end);
        } else if w.is(at, Part::OBLIQUE) && !w.is(at, Part::DETERMINER) {
            at = phrase(w, at, high, Reach::Near).map_or(at + 1, |of| of.end);
        } else if opens
            || w.noun(at)
            || w.adjective(at) && w.leads_to_noun(at, high)
            || w.p.mark_from(at).is_some()
        {
            return phrase(w, at, high, Reach::Near);
        } else {
            return None;
        }
    }
    None
}

/// Whether the word that opens a sentence at `at` is an adverb by its ending: “Erwartungsgemäß”.
fn is_adverb(w: &Words, at: usize) -> bool {
    let endings = [
        "lich", "isch", "weise", "gemäß", "mäßig", "ell", "end", "los", "bar", "haft", "ig", "tens",
    ];
    let word = w.p.word(at);
    let opens = w.p.sentence(at).start == at && w.lower(at + 1) && w.part(at) == Part::default();
    opens
        && word.len() > 5
        && endings.iter().any(|ending| word.ends_with(ending))
        && is_verb(w, at + 1)
}
