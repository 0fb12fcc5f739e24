//! A few words in marks that no other rule claimed, in a sentence whose cue stands before them: X warned of a “wave” of
//! thefts; and marks joined to others: “a” and “b”.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::{Credit, Form};
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::{Passage, Quoted};
use crate::detect::quotation::phrase::starting_at;
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::behind::{behind_hearer, speaker};
use crate::detect::quotation::rules::limit::{clause_end, phrase_end, whole_marks};
use std::ops::Range;

/// Marks farther behind a cue than this many tokens are not its own.
const REACH: usize = 25;

/// The quotation that the marks belong to by a cue before them in their sentence.
pub(super) fn credited(drafts: &Drafts, quoted: &Quoted, credits: &[Credit]) -> Option<Draft> {
    let p = drafts.passage;
    let sentence = p.sentence(quoted.tokens.start);
    let from = credits.partition_point(|credit| credit.cue.start < sentence.start);
    let own = |credit: &&Credit| credit.cue.end <= quoted.tokens.start;
    let to = from + credits.get(from..)?.iter().take_while(own).count();
    let credit = credits.get(from..to)?.last()?;
    let near = quoted.tokens.start - credit.cue.end <= REACH;
    if !near || credit.form != Form::Verb || credit.class.any(Class::INNER) {
        return None;
    }
    let speaker = speaker(drafts, credit)?;
    let mut start = behind_hearer(p, credit).min(quoted.tokens.start);
    if p.is(start, Class::LINK) || p.is_word(start, "about") || p.is_word(start, "against") {
        start += 1;
    }
    let comma = (start..quoted.tokens.start)
        .rev()
        .find(|&at| p.token(at).is_sign(",:—–"));
    let start = comma.map_or(start, |comma| comma + 1);
    let end = whole_marks(p, p.trim_end(start, sentence.end));
    let end = phrase_end(p, quoted.tokens.end, end);
    let tokens = start..clause_end(p, start, end).max(quoted.tokens.end);
    let tokens = if drafts.has_any(tokens.clone()) {
        quoted.tokens.clone()
    } else {
        tokens
    };
    Some(Draft {
        tokens,
        speaker: Some(speaker),
        cue: Some(credit.cue.clone()),
        rule: Rule::CueAbout,
        share: None,
    })
}

/// The quotation that the marks go on: “a” and “b”.
pub(super) fn joined(drafts: &Drafts, quoted: &Quoted) -> Option<Draft> {
    let p = drafts.passage;
    let start = quoted.tokens.start;
    let joint = start.checked_sub(1)?;
    let joins = p.token(joint).is_sign(",") || p.is_word(joint, "and") || p.is_word(joint, "or");
    let end = if p.before(joint).is_sign(",") {
        joint - 1
    } else {
        joint
    };
    let before = p.mark_to(end).filter(|_| joins)?;
    let last = drafts.at(before.tokens.start)?;
    Some(Draft {
        tokens: quoted.tokens.clone(),
        ..last.clone()
    })
    .filter(|draft| draft.speaker.is_some())
}

/// Who is credited behind marks that end their sentence, by a sentence of nothing else: “It is old.” Ida Lund said.
pub(super) fn behind_stop(p: &Passage, end: usize) -> Option<(Range<usize>, Range<usize>)> {
    let high = p.sentence(end).end;
    let first = p.is(end, Class::CUE) && !p.token(end).is_upper();
    let (speaker, cue) = if first {
        let speaker = starting_at(p, end + 1, high)?;
        (speaker, end..end + 1)
    } else {
        let speaker = starting_at(p, end, high)?;
        let cut = speaker
            .clone()
            .find(|&at| at > end && p.is(at, Class::CUE) && !p.token(at).is_upper());
        let verb = cut.unwrap_or(speaker.end);
        (speaker.start..verb, verb..verb + 1)
    };
    let last = cue.end.max(speaker.end);
    let closes = last >= high || p.token(last).is_sign(".");
    (p.is(cue.start, Class::CUE) && closes && !speaker.is_empty()).then_some((speaker, cue))
}
