//! German reported clauses: X sagte, dass …; X sagte, das sei …; laut X ….

use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::german::credit::Credit;
use crate::detect::quotation::german::direct::impersonal;
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::source::Source;
use crate::detect::quotation::german::subject::is_verb;
use crate::detect::quotation::german::words::{Words, first_in};
use crate::detect::quotation::rule::Rule;
use std::ops::Range;

/// Reads the clause that `credit` reports.
pub(super) fn read(drafts: &mut Drafts, w: &Words, sentence: &Range<usize>, credit: &Credit) {
    if !credit.reports() {
        return;
    }
    let p = drafts.passage;
    let speaker = speaker(w, credit, sentence.end);
    let found = behind(w, sentence, credit).map(|tokens| (tokens, Rule::CueThat));
    let found = found.or_else(|| {
        sentence_before(drafts, w, sentence, credit).map(|tokens| (tokens, Rule::ClauseInverted))
    });
    let found =
        found.or_else(|| before(w, sentence, credit).map(|tokens| (tokens, Rule::ClauseInverted)));
    let Some((tokens, rule)) = found else {
        return;
    };
    if drafts.has_any(tokens.clone()) {
        return;
    }
    drafts.add(Draft {
        tokens,
        speaker: speaker.map(|speaker| p.span(&speaker)),
        cue: Some(credit.verb..credit.verb + 1),
        rule,
        share: None,
    });
}

/// Who is credited; “es” is nobody, but it may be said where something stood.
pub(super) fn speaker(w: &Words, credit: &Credit, high: usize) -> Option<Range<usize>> {
    let speaker = credit.speaker.clone()?;
    if speaker.len() == 1 && w.one_of(speaker.start, &["es"]) {
        return impersonal(w, speaker.start, high);
    }
    Some(speaker)
}

/// The clause behind the cue: behind a comma or colon, up to the end of the sentence.
fn behind(w: &Words, sentence: &Range<usize>, credit: &Credit) -> Option<Range<usize>> {
    let high = sentence.end;
    let from = credit
        .speaker
        .as_ref()
        .map_or(0, |speaker| speaker.end)
        .max(credit.verb + 1);
    let sign = first_in(from..high, |at| w.sign(at, ",:"))?;
    let clause = sign + 1;
    if w.sign(sign, ":") {
        let said = w.p.mark_from(clause).is_none() && clause < high;
        return said.then(|| clause..w.p.trim_end(clause, high));
    }
    let adjoins = sign == credit.verb + 1
        || credit
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.end == sign);
    let asked = adjoins && w.one_of(clause, &["wer", "was", "wann", "wo", "wohin", "woher"]);
    let opens = (w.is(clause, Part::OPENER) || asked) && w.lower(clause);
    let inner = first_in(clause..high, |at| w.sign(at, ",")).unwrap_or(high);
    let inserted = w.is(clause, Part::SUBORDINATOR.and(Part::CONJUNCTION)) && !opens;
    let start = if inserted && inner < high {
        inner + 1
    } else {
        clause
    };
    let reported = is_reported(w, start, high) && !w.sign(inner.wrapping_sub(1), ",");
    let to = credit.reports() && infinitive(w, clause, high);
    if !(opens || reported || to) {
        return None;
    }
    Some(clause..w.p.trim_end(clause, clause_end(w, clause, high)))
}

/// Where a reported clause ends: before “und” with a finite verb in the indicative, else at the end of the sentence.
fn clause_end(w: &Words, start: usize, high: usize) -> usize {
    let joined = |at: usize| {
        w.one_of(at, &["und"])
            && w.lower(at + 1)
            && w.is(at + 1, Part::REPORT.and(Part::JUDGE).and(Part::FINITE))
            && !w.is(at + 1, Part::SUBJUNCTIVE.and(Part::INFINITIVE))
    };
    first_in(start..high, joined).unwrap_or(high)
}

/// Whether the clause from `start` on has its verb in the subjunctive.
pub(super) fn is_reported(w: &Words, start: usize, high: usize) -> bool {
    let mood = Part::SUBJUNCTIVE.and(Part::UNREAL);
    let relative = w.is(start, Part::DETERMINER.and(Part::OBLIQUE))
        && w.sign(start.wrapping_sub(1), ",")
        && !w.leads_to_noun(start + 1, high);
    !relative
        && first_in(start..high, |at| {
            w.lower(at) && w.is(at, mood) && !w.attribute(at)
        })
        .is_some()
}

/// Whether an infinitive with “zu” ends the clause.
fn infinitive(w: &Words, start: usize, high: usize) -> bool {
    let to =
        |at: usize| w.one_of(at, &["zu"]) && w.lower(at + 1) && w.p.word(at + 1).ends_with('n');
    let first = w.is(start, Part::DETERMINER.and(Part::PRONOUN))
        && w.lower(start)
        && !w.leads_to_noun(start + 1, high);
    let end = first_in(start..high, |at| w.sign(at, ":;")).unwrap_or(high);
    !first && first_in(start..end, to).is_some()
}

/// The clause before the cue: “Die Brücke sei zu, sagte X”.
fn before(w: &Words, sentence: &Range<usize>, credit: &Credit) -> Option<Range<usize>> {
    let that = usize::from(w.one_of(credit.finite.wrapping_sub(1), &["das", "dies"]));
    let comma = credit
        .finite
        .checked_sub(1 + that)
        .filter(|&comma| w.sign(comma, ","))?;
    let tokens = sentence.start..comma;
    let opens = w.is(sentence.start, Part::SUBORDINATOR) && !w.is(sentence.start, Part::OPENER);
    let words = tokens.len() > 2 && !opens;
    let own = credit
        .speaker
        .as_ref()
        .is_some_and(|speaker| speaker.start > credit.finite);
    let open = w.is(sentence.start, Part::OPENER);
    (words && own && (open || is_main(w, &tokens))).then_some(tokens)
}

/// The sentence before one that credits it: “Die Brücke ist zu. Das teilte X mit.”
fn sentence_before(
    drafts: &Drafts,
    w: &Words,
    sentence: &Range<usize>,
    credit: &Credit,
) -> Option<Range<usize>> {
    let points = w.one_of(sentence.start, &["das", "dies"]) && credit.finite == sentence.start + 1;
    let before =
        w.p.sentence(sentence.start.checked_sub(1).filter(|_| points)?);
    let own = credit
        .speaker
        .as_ref()
        .is_some_and(|speaker| speaker.start > credit.finite);
    let tokens = before.start..w.p.trim_end(before.start, before.end);
    (own && !drafts.has_any(tokens.clone())).then_some(tokens)
}

/// Whether a clause stands for itself: its first part has a verb.
fn is_main(w: &Words, tokens: &Range<usize>) -> bool {
    let comma = first_in(tokens.clone(), |at| w.sign(at, ",")).unwrap_or(tokens.end);
    let verb = |at: usize| {
        is_verb(w, at)
            || w.lower(at) && w.p.word(at).ends_with('t') && at + 1 < comma && !w.function(at)
    };
    first_in(tokens.start + 1..comma, verb).is_some()
}

/// Reads the words around an inserted source.
pub(super) fn read_around(
    drafts: &mut Drafts,
    w: &Words,
    sentence: &Range<usize>,
    source: &Source,
) {
    let p = drafts.passage;
    let Range { start, end } = source.tokens;
    let low = (sentence.start..start)
        .rev()
        .find(|&at| w.sign(at, ":;"))
        .map_or(sentence.start, |cut| cut + 1);
    let before = low..p.trim_end(low, start);
    let after = p.trim_start(end, sentence.end)..p.trim_end(end, sentence.end);
    let speaker = source.speaker.as_ref().map(|speaker| p.span(speaker));
    for tokens in [before, after] {
        let words = tokens.clone().filter(|&at| p.token(at).is_word()).count();
        if words < 2 || drafts.has_any(tokens.clone()) {
            continue;
        }
        drafts.add(Draft {
            tokens,
            speaker,
            cue: Some(source.cue.clone()),
            rule: Rule::AccordingTo,
            share: None,
        });
    }
}
