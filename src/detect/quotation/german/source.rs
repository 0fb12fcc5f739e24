//! German sources without a verb: laut X, nach Angaben von X, X zufolge, so X; and “wie X berichtet”.

use crate::detect::quotation::german::credit::Credit;
use crate::detect::quotation::german::noun::{Reach, phrase};
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::words::{Words, first_in};
use std::ops::Range;

/// A source that is inserted into the words it is credited with.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// The whole insertion, as tokens: “laut X”.
    pub(super) tokens: Range<usize>,
    /// The crediting words.
    pub(super) cue: Range<usize>,
    /// Who is credited.
    pub(super) speaker: Option<Range<usize>>,
}

/// The first source in the sentence at `sentence`; its `credits` are known.
pub(super) fn source(w: &Words, sentence: &Range<usize>, credits: &[Credit]) -> Option<Source> {
    let high = sentence.end;
    sentence.clone().find_map(|at| {
        if w.p.quoted(at) {
            return None;
        }
        before_noun(w, at, high)
            .or_else(|| behind_noun(w, at, sentence))
            .or_else(|| so(w, at, high))
            .or_else(|| like(w, at, sentence, credits))
    })
}

/// “laut X”, “nach Angaben von X”, “aus Sicht von X”.
fn before_noun(w: &Words, at: usize, high: usize) -> Option<Source> {
    let start = at + 1;
    if !w.one_of(at, &["laut", "lt", "gemäß", "nach", "aus", "seit"]) {
        return None;
    }
    let of = phrase(w, start, high, Reach::Near)?;
    let noun = first_in(of.clone(), |at| {
        !w.p.quoted(at) && w.noun(at) && w.is(at, Part::SOURCE)
    });
    let laut = w.one_of(at, &["laut", "lt", "gemäß"]) && !w.is(start, Part::ADVERB);
    let after = !laut;
    let near = noun.is_some_and(|noun| noun - start < 5);
    let sight =
        after && w.one_of(at, &["aus"]) && !noun.is_some_and(|noun| w.one_of(noun, &["Sicht"]));
    if !(laut || after && near && !sight) {
        return None;
    }
    // Of “Angaben der Polizei” the police speak.
    let owner = noun.filter(|&noun| noun + 1 < of.end && !w.sign(noun + 1, ","));
    let speaker = owner.map_or(of.clone(), |noun| {
        let tied = w.one_of(noun + 1, &["von", "vom", "aus"]);
        let named = w.p.mark_from(noun + 1).is_some();
        if named {
            of.clone()
        } else {
            noun + 1 + usize::from(tied)..of.end
        }
    });
    let speaker = if speaker.is_empty() {
        of.clone()
    } else {
        speaker
    };
    let mut end = of.end;
    if w.one_of(end, &["gegenüber"]) {
        end = phrase(w, end + 1, high, Reach::Near).map_or(end, |hearer| hearer.end);
    }
    Some(Source {
        tokens: at..end,
        cue: at..at + 1,
        speaker: Some(speaker),
    })
}

/// “X zufolge”, “seiner Meinung nach”.
fn behind_noun(w: &Words, at: usize, sentence: &Range<usize>) -> Option<Source> {
    let to = w.one_of(at, &["zufolge"]);
    let folge = w.one_of(at, &["zu"]) && w.one_of(at + 1, &["folge"]);
    let opinion = w.one_of(at, &["nach"]) && w.is(at.wrapping_sub(1), Part::SOURCE);
    if !(to || folge || opinion) || at <= sentence.start {
        return None;
    }
    if w.one_of(at.wrapping_sub(2), &["meiner", "unserer"]) {
        return None;
    }
    let begins = |start: &usize| {
        let free = *start == sentence.start
            || w.sign(start - 1, ",–—(:")
            || w.lower(start - 1) && !w.adjective(start - 1);
        free && phrase(w, *start, at, Reach::Near).is_some_and(|of| of.end == at)
    };
    let low = sentence.start.max(at.saturating_sub(16));
    let start = (low..at).find(begins)?;
    let end = at + 1 + usize::from(folge);
    Some(Source {
        tokens: start..end,
        cue: at..end,
        speaker: Some(start..at),
    })
}

/// “…, so X”, “– so X –”.
fn so(w: &Words, at: usize, high: usize) -> Option<Source> {
    let before = at.wrapping_sub(1);
    let free = w.sign(before, ",–—(") || w.p.mark_to(at).is_some();
    if !w.one_of(at, &["so"]) || !free {
        return None;
    }
    let of = phrase(w, at + 1, high, Reach::Near)?;
    let ends = of.end >= high
        || w.sign(of.end, ",.:;–—)!?")
        || w.p.mark_from(of.end).is_some()
        || w.is(
            of.end,
            Part::PREPOSITION
                .and(Part::ADVERB)
                .and(Part::CONJUNCTION)
                .and(Part::TIME),
        );
    let verb = Part::FINITE.and(Part::REPORT).and(Part::HAVE);
    let somebody = w.noun(at + 1)
        || w.is(at + 1, Part::DETERMINER.and(Part::PRONOUN))
        || w.p.mark_from(at + 1).is_some();
    let sign = |at: usize| {
        w.sign(at, ",.:;–—)!?")
            || w.p.mark_from(at).is_some()
                && !w.is(
                    at.wrapping_sub(1),
                    Part::PREPOSITION
                        .and(Part::NAMED)
                        .and(Part::DETERMINER)
                        .and(Part::OBLIQUE),
                )
    };
    let place = w.is(of.end, Part::PREPOSITION.and(Part::ADVERB).and(Part::TIME));
    let end = if place {
        first_in(of.end..high, sign).unwrap_or(of.end)
    } else {
        of.end
    };
    (ends && somebody && !w.is(of.start, verb)).then(|| Source {
        tokens: at..end,
        cue: at..at + 1,
        speaker: Some(of),
    })
}

/// “wie X berichtet”, at the beginning of its sentence or behind a comma.
fn like(w: &Words, at: usize, sentence: &Range<usize>, credits: &[Credit]) -> Option<Source> {
    let opens = at == sentence.start || w.sign(at - 1, ",–—(");
    if !opens || !w.one_of(at, &["wie"]) {
        return None;
    }
    let closes = |at: usize| w.sign(at, ",.;:–—)!?");
    let end = first_in(at..sentence.end, |at| {
        closes(at) && !inside_apposition(w, at, sentence.end)
    })
    .unwrap_or(sentence.end);
    let credit = credits
        .iter()
        .find(|credit| credit.verb > at && credit.verb < end && credit.reports());
    let named = credit.is_some_and(|credit| credit.part.any(Part::NAMING));
    if named || w.one_of(at + 1, &["man", "ich", "wir"]) {
        return None;
    }
    let follows = w.one_of(
        end.wrapping_sub(1),
        &[
            "hervorgeht",
            "hervorging",
            "ergibt",
            "mitteilt",
            "mitteilte",
            "mitteilten",
            "bekanntgab",
            "angab",
            "ausführte",
            "hinzufügte",
            "ausdrückte",
            "ankündigte",
        ],
    );
    if credit.is_none() && !follows {
        return None;
    }
    let speaker = speaker_of_like(w, at, end);
    let cue = credit.map_or(end - 1..end, |credit| credit.verb..credit.verb + 1);
    Some(Source {
        tokens: at..end,
        cue,
        speaker,
    })
}

/// Whether the comma at `at` only parts a name from its description, or a clause from its verb.
fn inside_apposition(w: &Words, at: usize, high: usize) -> bool {
    let next = first_in(at + 1..high, |at| w.sign(at, ",.;:"));
    let verb = |at: usize| w.lower(at) && w.is(at, Part::REPORT.and(Part::DONE));
    w.sign(at, ",")
        && next.is_some_and(|next| w.noun(at + 1) && verb(next + 1) && !(at..next).any(verb))
}

fn speaker_of_like(w: &Words, at: usize, end: usize) -> Option<Range<usize>> {
    let impersonal = w.one_of(at + 1, &["es", "man"]);
    let mut start = at + 1 + usize::from(impersonal);
    while start < end && w.is(start, Part::OBJECT.and(Part::ADVERB).and(Part::FOCUS)) {
        start += 1;
    }
    if w.is(start, Part::PREPOSITION) {
        let of = phrase(w, start + 1, end, Reach::Near)?;
        let from = impersonal || w.one_of(start, &["aus"]);
        return if from {
            Some(of)
        } else {
            phrase(w, of.end, end, Reach::Near)
        };
    }
    phrase(w, start, end, Reach::Wide)
}
