//! The German verbs that credit words to somebody, each with its subject.

use crate::detect::quotation::german::clause::is_reported;
use crate::detect::quotation::german::noun::{Reach, phrase};
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::subject::{behind, first_subject, subject};
use crate::detect::quotation::german::words::{Words, first_in};
use std::ops::Range;

/// A particle stands within so many tokens behind its verb.
const PARTICLE_REACH: usize = 50;

/// A verb that credits words.
#[derive(Debug, Clone)]
pub(super) struct Credit {
    /// The verb that was found, one token.
    pub(super) verb: usize,
    /// The finite verb, if the one found is a participle.
    pub(super) finite: usize,
    /// Its classes.
    pub(super) part: Part,
    /// Whether it has its particle: teilte … mit.
    pub(super) split: bool,
    /// Whether it tells what is done to its subject: wurde genannt.
    pub(super) passive: bool,
    /// Who is credited, as tokens.
    pub(super) speaker: Option<Range<usize>>,
}

impl Credit {
    /// Whether it reports a clause.
    pub(super) fn reports(&self) -> bool {
        let verb = Part::REPORT.and(Part::DONE).and(Part::RUNS);
        self.split || self.part.any(verb)
    }
}

/// The credits of the sentence at `sentence`, in order.
pub(super) fn credits(w: &Words, sentence: &Range<usize>) -> Vec<Credit> {
    sentence
        .clone()
        .filter_map(|at| credit(w, sentence, at))
        .collect()
}

fn credit(w: &Words, sentence: &Range<usize>, at: usize) -> Option<Credit> {
    let cue = Part::REPORT
        .and(Part::NAMING)
        .and(Part::JUDGE)
        .and(Part::DONE)
        .and(Part::SPLIT)
        .and(Part::VIEW)
        .and(Part::RUNS);
    let part = w.part(at);
    let first = at == sentence.start;
    if part.any(Part::SAYING) && w.noun(at) {
        return noun(w, sentence, at);
    }
    if !part.any(cue) || !w.lower(at) && !first || w.attribute(at) {
        return None;
    }
    let (low, high) = (sentence.start, sentence.end);
    let fresh = w.sign(at.wrapping_sub(1), ",");
    if part.any(Part::DONE)
        && !fresh
        && let Some(found) = done(w, sentence, at)
    {
        return Some(found);
    }
    let finite = Part::REPORT
        .and(Part::NAMING)
        .and(Part::JUDGE)
        .and(Part::VIEW)
        .and(Part::RUNS);
    if part.any(Part::RUNS) && !runs(w, at, high) {
        return None;
    }
    let many = part.any(Part::INFINITIVE) && is_infinitive(w, low, at, high);
    let participle = part.any(Part::DONE) && !fresh && with_auxiliary(w, low, at, high);
    let split = part.any(Part::SPLIT) && !w.one_of(at + 1, &["es"]) && particle(w, at, high);
    if !split && (!part.any(finite) || many || participle) || first && !w.lower(at) {
        return None;
    }
    let speaker = subject(w, at, low, high);
    Some(Credit {
        verb: at,
        finite: at,
        part,
        split,
        passive: false,
        speaker,
    })
}

/// Whether a comma and “dass” stand at `at`.
fn clause_follows(w: &Words, at: usize) -> bool {
    w.sign(at, ",") && w.is(at + 1, Part::OPENER)
}

/// Whether a verb that words are the subject of has them: “es heißt”, “lautete: „…“”.
fn runs(w: &Words, at: usize, high: usize) -> bool {
    let it = w.one_of(at + 1, &["es"]) || w.one_of(at.wrapping_sub(1), &["es"]);
    it || clause_follows(w, at + 1)
        || first_in(at..high.min(at + 12), |at| w.sign(at, ":")).is_some()
}

/// Whether a particle ends the clause of the verb at `at`.
fn particle(w: &Words, at: usize, high: usize) -> bool {
    let end = high.min(at + PARTICLE_REACH);
    let ends = |particle: usize| {
        let next = particle + 1;
        w.is(particle, Part::PARTICLE)
            && w.lower(particle)
            && (next >= high
                || w.sign(next, ",.:;!?–—(")
                || w.p.mark_from(next).is_some()
                || w.is(next, Part::CONJUNCTION.and(Part::SUBORDINATOR)))
    };
    first_in(at + 1..end, ends).is_some()
}

/// Whether a form in -en is an infinitive or a participle's company: another verb of its clause is finite.
fn is_infinitive(w: &Words, low: usize, at: usize, high: usize) -> bool {
    let finite = Part::FINITE
        .and(Part::HAVE)
        .and(Part::PASSIVE)
        .and(Part::UNREAL)
        .and(Part::SUBJUNCTIVE);
    let start = (low..at).rev().find(|&at| w.sign(at, ",:;")).unwrap_or(low);
    let end = first_in(at..high, |at| w.sign(at, ",:;")).unwrap_or(high);
    w.one_of(at.wrapping_sub(1), &["zu"])
        || (start..end).any(|other| other != at && w.is(other, finite))
}

/// Whether an auxiliary stands in the clause of a form that can be a participle.
fn with_auxiliary(w: &Words, low: usize, at: usize, high: usize) -> bool {
    auxiliary(w, low, at, high).is_some()
}

/// The auxiliary of the participle at `at`.
fn auxiliary(w: &Words, low: usize, at: usize, high: usize) -> Option<usize> {
    let form = Part::HAVE.and(Part::PASSIVE);
    if at + 1 < high && w.is(at + 1, form) && w.lower(at + 1) {
        return Some(at + 1);
    }
    let start = (low..at)
        .rev()
        .find(|&at| w.sign(at, ":;"))
        .map_or(low, |cut| cut + 1);
    let other = Part::REPORT
        .and(Part::FINITE)
        .and(Part::UNREAL)
        .and(Part::SUBJUNCTIVE);
    let participle = |at: usize| w.is(at, Part::DONE) && !w.is(at, form);
    let verb = (start..at)
        .rev()
        .find(|&at| w.is(at, other) && w.lower(at) && !w.attribute(at) && !participle(at))?;
    w.is(verb, form).then_some(verb)
}

/// The credit of a participle: hat gesagt, wurde von X genannt.
fn done(w: &Words, sentence: &Range<usize>, at: usize) -> Option<Credit> {
    let (low, high) = (sentence.start, sentence.end);
    let finite = auxiliary(w, low, at, high)?;
    let next = at + 1;
    let ends = next >= high
        || w.sign(next, ",.:;!?–—(")
        || w.p.mark_from(next).is_some()
        || w.is(
            next,
            Part::HAVE
                .and(Part::PASSIVE)
                .and(Part::CONJUNCTION)
                .and(Part::SUBORDINATOR)
                .and(Part::PREPOSITION),
        );
    if !ends {
        return None;
    }
    let passive = !w.is(finite, Part::HAVE);
    let speaker = if passive {
        doer(w, low.max(finite.min(at)), at)
    } else if finite > at {
        subordinate_subject(w, low, at)
    } else {
        subject(w, finite, low, at)
    };
    Some(Credit {
        verb: at,
        finite,
        part: w.part(at),
        split: false,
        passive,
        speaker,
    })
}

/// The subject of a subordinate clause that the verb at `verb` ends: “wie X gesagt hatte”.
fn subordinate_subject(w: &Words, low: usize, verb: usize) -> Option<Range<usize>> {
    let opens = |at: &usize| w.is(*at, Part::SUBORDINATOR) && (*at == low || w.sign(at - 1, ","));
    let start = (low..verb).rev().find(opens)?;
    behind(w, start, verb)
}

/// By whom something is done in a passive clause: “von X”.
fn doer(w: &Words, low: usize, verb: usize) -> Option<Range<usize>> {
    let by = (low..verb)
        .rev()
        .find(|&at| w.one_of(at, &["von", "vom"]))?;
    phrase(w, by + 1, verb, Reach::Near)
}

/// The credit of a noun whose clause follows: “die Behauptung des X, dass …”; “X ist der Meinung, …”.
fn noun(w: &Words, sentence: &Range<usize>, at: usize) -> Option<Credit> {
    let (low, high) = (sentence.start, sentence.end);
    let of = phrase(w, at, high, Reach::Near)?;
    let owner = (at + 1 < of.end && !w.sign(at + 1, ",")).then(|| at + 1..of.end);
    let end = owner.as_ref().map_or(at + 1, |owner| owner.end);
    let clause = w.sign(end, ",") && (w.is(end + 1, Part::OPENER) || is_reported(w, end + 1, high));
    if !clause || w.p.mark_from(end + 1).is_some() {
        return None;
    }
    let speaker =
        owner.or_else(|| first_subject(w, low, at).filter(|subject| !subject.contains(&at)));
    Some(Credit {
        verb: at,
        finite: at,
        part: Part::REPORT,
        split: false,
        passive: false,
        speaker,
    })
}
