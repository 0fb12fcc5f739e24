//! German words in marks beside a verb or source that credits them: „…“, sagte X; X sagte: „…“; „…“, so X.

use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::german::credit::Credit;
use crate::detect::quotation::german::lone::is_name;
use crate::detect::quotation::german::noun::{Reach, phrase};
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::source::Source;
use crate::detect::quotation::german::subject::{behind, first_subject, is_thing, subordinate};
use crate::detect::quotation::german::words::Words;
use crate::detect::quotation::passage::Quoted;
use crate::detect::quotation::rule::Rule;
use std::ops::Range;

/// Words in marks of more tokens than this are a clause, wherever a verb stands beside them.
const CLAUSE: usize = 5;

/// Reads the marks of one sentence that its `credits` and its `source` stand beside.
pub(super) fn read(
    drafts: &mut Drafts,
    w: &Words,
    sentence: &Range<usize>,
    credits: &[Credit],
    source: Option<&Source>,
) {
    let p = drafts.passage;
    for quoted in in_sentence(w, sentence) {
        if drafts.has_any(quoted.tokens.clone()) {
            continue;
        }
        let found = source
            .and_then(|source| beside_source(w, quoted, source))
            .or_else(|| in_front(w, quoted, sentence, credits))
            .or_else(|| after_colon(w, quoted, sentence, credits))
            .or_else(|| split(w, quoted, sentence, drafts));
        if let Some(Beside { speaker, cue, rule }) = found {
            drafts.add(Draft {
                tokens: quoted.tokens.clone(),
                speaker: speaker.map(|speaker| p.span(&speaker)),
                cue: Some(cue),
                rule,
            });
        }
    }
    announce(drafts, w, sentence, credits);
}

/// The passages in marks that end in the sentence or begin in it.
pub(super) fn in_sentence<'p>(w: &Words<'p, '_>, sentence: &Range<usize>) -> &'p [Quoted] {
    let marks = &w.p.marks;
    let from = marks.partition_point(|quoted| quoted.tokens.end <= sentence.start);
    let to = marks.partition_point(|quoted| quoted.tokens.start < sentence.end);
    marks.get(from..to).unwrap_or_default()
}

/// Who is credited with words in marks, by which cue and rule.
struct Beside {
    speaker: Option<Range<usize>>,
    cue: Range<usize>,
    rule: Rule,
}

/// „…“, so X.
fn beside_source(w: &Words, quoted: &Quoted, source: &Source) -> Option<Beside> {
    let end = quoted.tokens.end;
    let comma = usize::from(w.sign(end, ",–—"));
    let so = w.one_of(source.cue.start, &["so"]);
    let colon = quoted.tokens.start.wrapping_sub(1);
    let before = w.sign(colon, ":") && source.tokens.end <= colon && source.tokens.end + 2 >= colon;
    let next = so && (source.tokens.start == end + comma || before);
    let speaker = source.speaker.clone();
    next.then(|| Beside {
        speaker,
        cue: source.cue.clone(),
        rule: Rule::CueInverted,
    })
}

/// „…“, sagte X; „…“, begründet das Gericht.
fn in_front(
    w: &Words,
    quoted: &Quoted,
    sentence: &Range<usize>,
    credits: &[Credit],
) -> Option<Beside> {
    let end = quoted.tokens.end;
    let comma = usize::from(w.sign(end, ",–—"));
    let verb = end + comma;
    let asked = quoted
        .mark
        .inside
        .of(w.p.text)
        .trim_end()
        .ends_with(['?', '!', ',']);
    let clause = quoted.tokens.len() > CLAUSE;
    let before = quoted.tokens.start;
    let free = before == sentence.start || w.sign(before.wrapping_sub(1), ",:;–—");
    let named = is_name(w, &quoted.tokens) && !asked && !free && quoted.tokens.len() < 9;
    if named || verb >= sentence.end || !w.lower(verb) || comma == 0 && !asked && !clause {
        return None;
    }
    let known = credits.iter().find(|credit| credit.finite == verb);
    if comma == 0 && !asked && known.is_none() {
        return None;
    }
    let unlisted = comma == 1
        && (clause || asked)
        && !w.function(verb)
        && !w.is(
            verb,
            Part::DETERMINER
                .and(Part::OBLIQUE)
                .and(Part::PRONOUN)
                .and(Part::LINK),
        );
    let auxiliary = w.is(verb, Part::HAVE.and(Part::FINITE)) && comma == 1 && clause;
    if known.is_none() && !unlisted && !auxiliary {
        return None;
    }
    let speaker = speaker_behind(w, verb, sentence.end);
    let named = speaker.is_some() || known.is_some();
    named.then(|| Beside {
        speaker,
        cue: verb..verb + 1,
        rule: Rule::CueInverted,
    })
}

/// The subject behind a verb; behind “hieß es”, where that stood.
pub(super) fn speaker_behind(w: &Words, verb: usize, high: usize) -> Option<Range<usize>> {
    if w.one_of(verb + 1, &["es"]) {
        return impersonal(w, verb + 1, high);
    }
    behind(w, verb, high)
}

/// Where something is said that nobody says: “hieß es in dem Schreiben”.
pub(super) fn impersonal(w: &Words, es: usize, high: usize) -> Option<Range<usize>> {
    let mut at = es + 1;
    while at < high && w.is(at, Part::ADVERB) && !w.is(at, Part::PREPOSITION) {
        at += 1;
    }
    let from = w.one_of(
        at,
        &[
            "in", "im", "aus", "von", "vom", "bei", "beim", "seitens", "auf",
        ],
    );
    phrase(w, at + 1, high, Reach::Near)
        .filter(|_| from)
        .or_else(|| place(w, w.p.sentence(es).start, es))
}

/// X sagte: „…“; and X sagte, „…“.
fn after_colon(
    w: &Words,
    quoted: &Quoted,
    sentence: &Range<usize>,
    credits: &[Credit],
) -> Option<Beside> {
    let sign = quoted
        .tokens
        .start
        .checked_sub(1)
        .filter(|&sign| sign > sentence.start)?;
    let colon = w.sign(sign, ":");
    let low = (sentence.start..sign)
        .rev()
        .find(|&at| {
            w.p.mark_to(at)
                .is_some_and(|quoted| quoted.tokens.len() > CLAUSE + 3)
        })
        .unwrap_or(sentence.start);
    let near =
        |credit: &&Credit| credit.verb < sign && credit.verb >= low && (credit.reports() || colon);
    let main = |credit: &&Credit| near(credit) && !subordinate(w, credit.finite, low);
    let credit = credits
        .iter()
        .rev()
        .find(main)
        .or_else(|| credits.iter().rev().find(near));
    if !colon {
        let credit = credit?;
        let adjoins = credit.verb + 1 == sign && w.sign(sign, ",") || credit.verb == sign;
        let behind = credit
            .speaker
            .as_ref()
            .is_some_and(|speaker| speaker.end == sign && w.sign(sign, ","));
        let clause = quoted.tokens.len() > CLAUSE && credit.reports();
        return (clause && (adjoins || behind)).then(|| Beside {
            speaker: credit.speaker.clone(),
            cue: credit.verb..credit.verb + 1,
            rule: Rule::CueBefore,
        });
    }
    let said = credit.filter(|credit| credit.part.any(Part::REPORT) && !credit.split);
    if is_name_behind_colon(w, quoted, said) {
        return None;
    }
    if let Some(credit) = credit {
        let es = credit
            .speaker
            .as_ref()
            .filter(|speaker| w.one_of(speaker.start, &["es"]) && speaker.len() == 1);
        let speaker = match es {
            Some(es) => impersonal(w, es.start, sign),
            None => credit.speaker.clone(),
        };
        return Some(Beside {
            speaker,
            cue: credit.verb..credit.verb + 1,
            rule: Rule::CueBefore,
        });
    }
    if low + 1 == sign && w.is(low, Part::CONJUNCTION) {
        return None;
    }
    let speaker = first_subject(w, low, sign)
        .filter(|subject| !is_thing(w, subject))
        .or_else(|| name(w, low, sign));
    Some(Beside {
        speaker,
        cue: sign..sign + 1,
        rule: Rule::Colon,
    })
}

/// “In dem Schreiben heißt es”.
fn place(w: &Words, low: usize, verb: usize) -> Option<Range<usize>> {
    w.is(low, Part::PREPOSITION)
        .then(|| phrase(w, low + 1, verb, Reach::Near))
        .flatten()
}

/// A name alone before a colon.
fn name(w: &Words, low: usize, sign: usize) -> Option<Range<usize>> {
    phrase(w, low, sign, Reach::Wide).filter(|name| name.end == sign)
}

/// Whether the marks behind a colon hold a title: “Das neue Album heißt: „Nordlicht“”.
fn is_name_behind_colon(w: &Words, quoted: &Quoted, credit: Option<&Credit>) -> bool {
    let stopped = quoted
        .mark
        .inside
        .of(w.p.text)
        .trim_end()
        .ends_with(['.', '!', '?', '…']);
    let sentence = stopped || quoted.tokens.len() > 9;
    !sentence && credit.is_none() && is_name(w, &quoted.tokens)
}

/// „…“, sagte X, „…“.
fn split(w: &Words, quoted: &Quoted, sentence: &Range<usize>, drafts: &Drafts) -> Option<Beside> {
    let start = quoted.tokens.start;
    let joint = start
        .checked_sub(1)
        .filter(|&joint| joint > sentence.start)?;
    let last = drafts.last()?;
    let inverted = last.rule == Rule::CueInverted
        && last.tokens.end < start
        && last.tokens.end > sentence.start;
    let cue = last.cue.clone()?;
    let near = start < cue.end + 24;
    let glued = w.sign(joint, ",:–—") || w.one_of(joint, &["und", "sowie", "aber"]);
    let speaker = last.speaker?;
    let tokens = w.p.tokens_at(speaker);
    (inverted && near && glued && quoted.tokens.len() > 3).then_some(Beside {
        speaker: Some(tokens),
        cue,
        rule: Rule::Split,
    })
}

/// Notes whom a colon at the end of the paragraph announces.
fn announce(drafts: &mut Drafts, w: &Words, sentence: &Range<usize>, credits: &[Credit]) {
    let last = sentence.end == w.p.tokens.len() && w.sign(sentence.end.wrapping_sub(1), ":");
    if !last {
        return;
    }
    let credit = credits
        .iter()
        .rev()
        .find_map(|credit| credit.speaker.clone());
    drafts.announced = credit.map(|speaker| w.p.span(&speaker));
}
