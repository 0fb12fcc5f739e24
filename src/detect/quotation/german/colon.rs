//! German words in marks behind a colon or the comma of their cue: X sagte: „…“; X sagte, „…“.

use crate::detect::quotation::draft::Drafts;
use crate::detect::quotation::german::clause;
use crate::detect::quotation::german::credit::Credit;
use crate::detect::quotation::german::direct::{Beside, CLAUSE};
use crate::detect::quotation::german::lone::is_name;
use crate::detect::quotation::german::noun::{Reach, phrase};
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::subject::{first_subject, is_thing, subordinate};
use crate::detect::quotation::german::words::Words;
use crate::detect::quotation::passage::Quoted;
use crate::detect::quotation::rule::Rule;
use std::ops::Range;

/// Who is credited before the marks.
pub(super) fn before(
    w: &Words,
    quoted: &Quoted,
    sentence: &Range<usize>,
    credits: &[Credit],
) -> Option<Beside> {
    let sign = quoted.tokens.start.checked_sub(1)?;
    if sign <= sentence.start {
        return None;
    }
    let low = behind_marks(w, sentence.start, sign);
    let colon = w.sign(sign, ":");
    let credit = credit_before(w, credits, low..sign, colon);
    if !colon {
        return credit.and_then(|credit| adjoining(w, quoted, sign, credit));
    }
    let said = credit.filter(|credit| credit.part.any(Part::REPORT) && !credit.split);
    if is_name_behind(w, quoted, said) || low + 1 == sign && w.is(low, Part::CONJUNCTION) {
        return None;
    }
    if let Some(credit) = credit {
        return Some(Beside {
            speaker: clause::speaker(w, credit, sign),
            cue: credit.verb..credit.verb + 1,
            rule: Rule::CueBefore,
        });
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

/// Where the clause before a colon at `sign` begins: behind the last long quotation.
fn behind_marks(w: &Words, low: usize, sign: usize) -> usize {
    let ends = |at: &usize| {
        let marks = w.p.mark_to(*at);
        marks.is_some_and(|quoted| quoted.tokens.len() > CLAUSE + 3)
    };
    (low..sign).rev().find(ends).unwrap_or(low)
}

/// The last credit in `range`, one of a main clause if there is any; behind a colon one that reports no clause will do.
fn credit_before<'c>(
    w: &Words,
    credits: &'c [Credit],
    range: Range<usize>,
    colon: bool,
) -> Option<&'c Credit> {
    let near = |credit: &&Credit| range.contains(&credit.verb) && (credit.reports() || colon);
    let main = |credit: &&Credit| near(credit) && !subordinate(w, credit.finite, range.start);
    let mut latest = credits.iter().rev();
    latest.clone().find(main).or_else(|| latest.find(near))
}

/// X sagte, „…“; sagte X, „…“.
fn adjoining(w: &Words, quoted: &Quoted, sign: usize, credit: &Credit) -> Option<Beside> {
    let comma = w.sign(sign, ",");
    let adjoins = credit.verb + 1 == sign && comma || credit.verb == sign;
    let speaker = credit.speaker.as_ref();
    let behind = comma && speaker.is_some_and(|speaker| speaker.end == sign);
    let clause = quoted.tokens.len() > CLAUSE && credit.reports();
    (clause && (adjoins || behind)).then(|| Beside {
        speaker: credit.speaker.clone(),
        cue: credit.verb..credit.verb + 1,
        rule: Rule::CueBefore,
    })
}

/// A name alone before a colon.
fn name(w: &Words, low: usize, sign: usize) -> Option<Range<usize>> {
    phrase(w, low, sign, Reach::Wide).filter(|name| name.end == sign)
}

/// Whether the marks behind a colon hold a title: “Das neue Album heißt: „Nordlicht“”.
fn is_name_behind(w: &Words, quoted: &Quoted, credit: Option<&Credit>) -> bool {
    let inside = quoted.mark.inside.of(w.p.text).trim_end();
    let sentence = inside.ends_with(['.', '!', '?', '…']) || quoted.tokens.len() > 9;
    !sentence && credit.is_none() && is_name(w, &quoted.tokens)
}

/// Notes whom a colon at the end of the paragraph announces.
pub(super) fn announce(
    drafts: &mut Drafts,
    w: &Words,
    sentence: &Range<usize>,
    credits: &[Credit],
) {
    let last = sentence.end == w.p.tokens.len() && w.sign(sentence.end.wrapping_sub(1), ":");
    if last {
        let speaker = credits
            .iter()
            .rev()
            .find_map(|credit| credit.speaker.clone());
        drafts.announced = speaker.map(|speaker| w.p.span(&speaker));
    }
}
