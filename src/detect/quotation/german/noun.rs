//! German noun phrases: the words that name a speaker.

use crate::detect::quotation::german::lone::is_name;
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::words::Words;
use std::ops::Range;

/// A noun phrase is at most this many tokens long.
const LONGEST: usize = 24;

/// A name in marks inside a noun phrase is at most this many tokens long, its marks included.
const LONGEST_NAME: usize = 8;

/// Which prepositions a noun phrase goes on behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Those that mostly belong to the noun: von, für.
    Near,
    /// Any: nothing else can stand before the verb.
    Wide,
}

/// The noun phrase that begins at token `start`, with its genitives, names in marks and apposition, up to `high`.
pub(super) fn phrase(w: &Words, start: usize, high: usize, reach: Reach) -> Option<Range<usize>> {
    let found = plain(w, start, high, reach)?;
    if w.is(found.start, Part::PRONOUN) && found.len() == 1 && !w.noun(found.start + 1) {
        return Some(found);
    }
    let end = apposition(w, found.end, high).unwrap_or(found.end);
    Some(found.start..end)
}

/// The same without apposition.
fn plain(w: &Words, start: usize, high: usize, reach: Reach) -> Option<Range<usize>> {
    if w.is(start, Part::PRONOUN)
        && !(w.is(start, Part::DETERMINER) && w.leads_to_noun(start + 1, high))
    {
        return Some(start..start + 1);
    }
    let mut at = start;
    let mut end = start;
    while at < high && at - start < LONGEST {
        match step(w, at, end > start, start, high, reach) {
            Step::Noun(next) => {
                at = next;
                end = next;
            }
            Step::Word(next) => at = next,
            Step::End => break,
        }
    }
    (end > start).then_some(start..end)
}

/// What a token does to the noun phrase before it.
enum Step {
    /// It goes on to here, and may end here.
    Noun(usize),
    /// It may go on to here.
    Word(usize),
    End,
}

fn step(w: &Words, at: usize, named: bool, start: usize, high: usize, reach: Reach) -> Step {
    if let Some(quoted) = w.p.mark_from(at) {
        let before = at.wrapping_sub(1);
        let tied = !w.noun(before)
            || w.is(start, Part::DETERMINER.and(Part::OBLIQUE))
            || w.is(before, Part::NAMED.and(Part::SOURCE));
        let name = (at == start || tied)
            && quoted.tokens.len() <= LONGEST_NAME
            && quoted.mark.closed
            && (is_name(w, &quoted.tokens) || reach == Reach::Wide && named);
        return if name {
            Step::Noun(quoted.tokens.end)
        } else {
            Step::End
        };
    }
    let opens = Part::DETERMINER.and(Part::OBLIQUE);
    // “23-jährige” is an adjective.
    if w.sign(at + 1, "-") && w.lower(at + 2) && w.noun(at) {
        return Step::Word(at + 3);
    }
    if at == start && w.is(at, opens) {
        return Step::Word(at + 1);
    }
    if w.noun(at) {
        let time = named && w.is(at, Part::TIME);
        return if time { Step::End } else { Step::Noun(at + 1) };
    }
    if w.sign(at, "(") && named {
        let close = w.find(at..high.min(at + 9), |at| w.sign(at, ")"));
        return close.map_or(Step::End, |close| Step::Noun(close + 1));
    }
    if w.sign(at, "'’&/-") {
        return Step::Word(at + 1);
    }
    if !w.lower(at) {
        return Step::End;
    }
    let before = w.p.before(at).is_word() && !w.noun(at.wrapping_sub(1));
    if !named || before {
        let degree = reach == Reach::Wide && at > start && w.is(at, Part::ADVERB);
        let first = at == start + 1 && w.is(start, opens);
        let opened = w.is(at, opens) && (first || !w.noun(at.wrapping_sub(1)));
        let goes_on = degree || w.adjective(at) || opened;
        return if goes_on {
            Step::Word(at + 1)
        } else {
            Step::End
        };
    }
    let genitive = w.one_of(
        at,
        &[
            "der", "des", "eines", "einer", "seiner", "ihrer", "dieser", "dieses",
        ],
    );
    let described = w.is(start, opens) || w.one_of(at, &["von", "vom"]);
    let linked =
        described && w.is(at, Part::LINK) || reach == Reach::Wide && w.is(at, Part::PREPOSITION);
    let joined = w.one_of(at, &["und", "sowie"]);
    let part =
        w.one_of(at, &["von", "van", "de", "da", "bin", "al", "ten", "zu"]) && w.noun(at + 1);
    if w.one_of(at, &["dpa", "ap", "afp", "taz"]) {
        return Step::Noun(at + 1);
    }
    let leads = (genitive || linked || joined) && w.leads_to_noun(at + 1, high);
    if leads || part {
        Step::Word(at + 1)
    } else {
        Step::End
    }
}

/// Where the apposition behind `end` ends: “, Ida Lund,” or “, der Bürgermeister von Elvik,”.
fn apposition(w: &Words, end: usize, high: usize) -> Option<usize> {
    let start = end + 1;
    if !w.sign(end, ",") || start >= high || w.is(start, Part::PRONOUN.and(Part::PREPOSITION)) {
        return None;
    }
    let determined = w.is(start, Part::DETERMINER) && w.lower(start);
    if !determined && !w.noun(start) {
        return None;
    }
    let found = plain(w, start, high, Reach::Wide)?;
    let closes =
        found.end >= high || w.sign(found.end, ",.:;)") || w.p.mark_from(found.end).is_some();
    closes.then_some(found.end)
}
