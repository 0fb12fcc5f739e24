//! German words in marks beside a verb or source that credits them: „…“, sagte X; X sagte: „…“; „…“, so X.

use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::german::colon;
use crate::detect::quotation::german::credit::Credit;
use crate::detect::quotation::german::lone::is_name;
use crate::detect::quotation::german::noun::{Reach, phrase};
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::source::Source;
use crate::detect::quotation::german::subject::behind;
use crate::detect::quotation::german::words::Words;
use crate::detect::quotation::passage::Quoted;
use crate::detect::quotation::rule::Rule;
use std::ops::Range;

/// Words in marks of more tokens than this are a clause, wherever a verb stands beside them.
pub(super) const CLAUSE: usize = 5;

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
            .or_else(|| colon::before(w, quoted, sentence, credits))
            .or_else(|| split(w, quoted, sentence, drafts));
        if let Some(Beside { speaker, cue, rule }) = found {
            drafts.add(Draft {
                tokens: quoted.tokens.clone(),
                speaker: speaker.map(|speaker| p.span(&speaker)),
                cue: Some(cue),
                rule,
                share: None,
            });
        }
    }
    colon::announce(drafts, w, sentence, credits);
}

/// The passages in marks that end in the sentence or begin in it.
pub(super) fn in_sentence<'p>(w: &Words<'p, '_>, sentence: &Range<usize>) -> &'p [Quoted] {
    let marks = &w.p.marks;
    let from = marks.partition_point(|quoted| quoted.tokens.end <= sentence.start);
    let to = marks.partition_point(|quoted| quoted.tokens.start < sentence.end);
    marks.get(from..to).unwrap_or_default()
}

/// Who is credited with words in marks, by which cue and rule.
pub(super) struct Beside {
    pub(super) speaker: Option<Range<usize>>,
    pub(super) cue: Range<usize>,
    pub(super) rule: Rule,
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

/// “In dem Schreiben heißt es”.
fn place(w: &Words, low: usize, verb: usize) -> Option<Range<usize>> {
    w.is(low, Part::PREPOSITION)
        .then(|| phrase(w, low + 1, verb, Reach::Near))
        .flatten()
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
