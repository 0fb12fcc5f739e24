//! A few German words in marks inside a sentence that credits somebody: X nannte das „…“; X lobte den „…“.

use crate::detect::quotation::draft::{Credited, Draft, Drafts};
use crate::detect::quotation::german::clause::speaker;
use crate::detect::quotation::german::credit::Credit;
use crate::detect::quotation::german::direct::in_sentence;
use crate::detect::quotation::german::lone::is_name;
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::subject::first_subject;
use crate::detect::quotation::german::words::Words;
use crate::detect::quotation::passage::Quoted;
use crate::detect::quotation::rule::Rule;
use std::cmp::Reverse;
use std::ops::Range;

/// Reads the marks of one sentence that are parts of it.
pub(super) fn read(drafts: &mut Drafts, w: &Words, sentence: &Range<usize>, credits: &[Credit]) {
    let p = drafts.passage;
    for quoted in in_sentence(w, sentence) {
        if drafts.has_any(quoted.tokens.clone()) || quoted.tokens.start < sentence.start {
            continue;
        }
        let tokens = quoted.tokens.clone();
        if let Some((speaker, cue)) = joined(drafts, w, quoted) {
            drafts.add(Draft {
                tokens,
                speaker,
                cue,
                rule: Rule::CueAbout,
                share: None,
            });
            continue;
        }
        let credited = nearest(w, quoted, credits)
            .filter(|credit| belongs(w, quoted, credit))
            .map(|credit| (speaker(w, credit, sentence.end), credit.verb));
        let Some((speaker, cue)) = credited.or_else(|| spoken(w, quoted, sentence)) else {
            continue;
        };
        drafts.add(Draft {
            tokens,
            speaker: speaker.map(|speaker| p.span(&speaker)),
            cue: Some(cue..cue + 1),
            rule: Rule::CueAbout,
            share: None,
        });
    }
}

/// Who is credited with the marks that these are joined to: „…“ und „…“.
fn joined(drafts: &Drafts, w: &Words, quoted: &Quoted) -> Option<Credited> {
    let joint = quoted.tokens.start.checked_sub(1)?;
    let last = drafts.last()?;
    let joins = w.sign(joint, ",/") || w.one_of(joint, &["und", "oder", "sowie"]);
    let marks = w.p.mark_to(last.tokens.end).is_some() && last.tokens.end == joint;
    (joins && marks && last.rule == Rule::CueAbout).then(|| (last.speaker, last.cue.clone()))
}

/// Whose words stand behind a noun for spoken words: “mit der Aufschrift „…“”, “Parolen wie „…“”.
fn spoken(
    w: &Words,
    quoted: &Quoted,
    sentence: &Range<usize>,
) -> Option<(Option<Range<usize>>, usize)> {
    let before = quoted.tokens.start.checked_sub(1)?;
    let noun = if w.one_of(before, &["wie", "etwa", "Beispiel"]) {
        let mut nouns = (before.saturating_sub(3)..before).rev();
        nouns.find(|&at| w.is(at, Part::SPOKEN))
    } else {
        Some(before)
    };
    let noun =
        noun.filter(|&noun| w.noun(noun) && w.is(noun, Part::SPOKEN) && noun > sentence.start)?;
    let clause = quoted.tokens.len() > 3;
    clause.then(|| (first_subject(w, sentence.start, noun), noun))
}

/// The credit that the marks belong to: the last one before them, else the first.
fn nearest<'c>(w: &Words, quoted: &Quoted, credits: &'c [Credit]) -> Option<&'c Credit> {
    let start = quoted.tokens.start;
    let before = credits
        .iter()
        .filter(|credit| credit.finite < start)
        .filter(|credit| credit.verb == credit.finite || credit.verb > start)
        .max_by_key(|credit| (credit.finite, Reverse(credit.verb.max(start))));
    let outside = |credit: &&Credit| {
        let speaker = credit.speaker.clone().unwrap_or_default();
        !speaker.contains(&start) && !w.p.quoted(credit.verb)
    };
    before
        .filter(outside)
        .or_else(|| credits.iter().find(outside))
}

/// Whether marks in the sentence of `credit` hold words of whom it credits.
fn belongs(w: &Words, quoted: &Quoted, credit: &Credit) -> bool {
    let start = quoted.tokens.start;
    let before = start.wrapping_sub(1);
    if w.is(before, Part::SO_CALLED.and(Part::NAMED)) {
        return false;
    }
    if w.is(before, Part::SPOKEN) || credit.split && w.one_of(quoted.tokens.end, &["vor"]) {
        return true;
    }
    let name = is_name(w, &quoted.tokens);
    let subject = credit.speaker.clone().unwrap_or_default();
    let nobody = credit.passive && subject.is_empty();
    if w.one_of(subject.start, &["man"]) || w.one_of(credit.finite + 1, &["man"]) {
        return false;
    }
    let near = |words: &[&str]| {
        let low = start.saturating_sub(5);
        let low = if credit.finite < start {
            low.max(credit.finite)
        } else {
            low
        };
        let found = (low..start).rev().find(|&at| w.one_of(at, words));
        found.is_some_and(|found| !(found..start).any(|at| w.sign(at, ",")))
    };
    if nobody {
        return credit.part.any(Part::NAMING) && !name && near(&["als"]);
    }
    let described = is_described(w, before);
    if credit.part.any(Part::NAMING) {
        let own = (credit.finite..start).any(|at| w.one_of(at, &["sich"]));
        let speaks = w.p.word(credit.verb).contains("spr");
        let spoken_of = speaks && near(&["von", "vom"]) && (described || few(w, quoted));
        return !own
            && (!name
                || near(&["als"])
                || spoken_of
                || (described || w.adjective(before)) && few(w, quoted));
    }
    let view = Part::VIEW;
    if credit.part.any(view)
        && !credit
            .part
            .any(Part::REPORT.and(Part::JUDGE).and(Part::DONE))
        && !credit.split
    {
        let frame = near(&["als", "für", "einen", "eine", "ein"]);
        let shown = w.p.word(credit.finite).starts_with("zeig") && w.one_of(before, &["sich"]);
        return frame && (!name || few(w, quoted)) || shown;
    }
    !name || described && few(w, quoted) && !w.is(before, Part::NAMED)
}

/// Whether marks behind token `before` hold a description rather than a name: “einen „…“”, “vor „…“”, “zu „…“”.
fn is_described(w: &Words, before: usize) -> bool {
    let some = |at: usize| {
        w.one_of(
            at,
            &[
                "ein", "eine", "einen", "einem", "einer", "keine", "keinen", "vor", "zu",
            ],
        )
    };
    some(before)
        || w.adjective(before)
            && !w.is(before, Part::DETERMINER.and(Part::OBLIQUE))
            && some(before.wrapping_sub(1))
}

/// Whether the marks hold so few words that they can be a description rather than a title.
fn few(w: &Words, quoted: &Quoted) -> bool {
    quoted
        .tokens
        .clone()
        .filter(|&at| w.p.token(at).is_word())
        .count()
        < 6
}
