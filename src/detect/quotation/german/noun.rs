//! German noun phrases: the words that name a speaker.

use crate::detect::quotation::german::lone::is_name;
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::words::Words;
use std::ops::Range;

/// A noun phrase is at most this many tokens long.
const LONGEST: usize = 24;

/// A name in marks inside a noun phrase is at most this many tokens long, its marks included.
const LONGEST_NAME: usize = 8;

/// What can open a noun phrase.
const OPENS: Part = Part::DETERMINER.and(Part::OBLIQUE);

/// Genitives and conjunctions, which tie one noun to the next.
const TIES: &[&str] = &[
    "der", "des", "eines", "einer", "seiner", "ihrer", "dieser", "dieses", "und", "sowie",
];

/// Small words inside names.
const NAME_PARTS: &[&str] = &["von", "van", "de", "da", "bin", "al", "ten", "zu"];

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
    let growing = Growing {
        w,
        start,
        high,
        reach,
    };
    let mut at = start;
    let mut end = start;
    while at < high && at - start < LONGEST {
        match growing.step(at, end > start) {
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

/// A noun phrase while it grows.
struct Growing<'w, 'p, 'a> {
    w: &'w Words<'p, 'a>,
    start: usize,
    high: usize,
    reach: Reach,
}

impl Growing<'_, '_, '_> {
    /// What the token at `at` does to the phrase, which is `named` when it has a noun already.
    fn step(&self, at: usize, named: bool) -> Step {
        let w = self.w;
        if w.p.mark_from(at).is_some() {
            return self.mark(at, named);
        }
        // “23-jährige” is an adjective.
        if w.sign(at + 1, "-") && w.lower(at + 2) && w.noun(at) {
            return Step::Word(at + 3);
        }
        if at == self.start && w.is(at, OPENS) {
            return Step::Word(at + 1);
        }
        if w.noun(at) {
            let time = named && w.is(at, Part::TIME);
            return if time { Step::End } else { Step::Noun(at + 1) };
        }
        if w.sign(at, "(") && named {
            let mut near = at..self.high.min(at + 9);
            let close = near.find(|&at| w.sign(at, ")"));
            return close.map_or(Step::End, |close| Step::Noun(close + 1));
        }
        if w.sign(at, "'’&/-") {
            return Step::Word(at + 1);
        }
        let after_noun = !w.p.before(at).is_word() || w.noun(at.wrapping_sub(1));
        let goes_on = if named && after_noun {
            if w.one_of(at, &["dpa", "ap", "afp", "taz"]) {
                return Step::Noun(at + 1);
            }
            self.ties(at)
        } else {
            self.describes(at)
        };
        if w.lower(at) && goes_on {
            Step::Word(at + 1)
        } else {
            Step::End
        }
    }

    /// A short name in marks: die Nachrichtenagentur „Xinhua“.
    fn mark(&self, at: usize, named: bool) -> Step {
        let w = self.w;
        let before = at.wrapping_sub(1);
        let tied = at == self.start
            || !w.noun(before)
            || w.is(self.start, OPENS)
            || w.is(before, Part::NAMED.and(Part::SOURCE));
        match w.p.mark_from(at) {
            Some(quoted)
                if tied
                    && quoted.tokens.len() <= LONGEST_NAME
                    && quoted.mark.closed
                    && (is_name(w, &quoted.tokens) || self.reach == Reach::Wide && named) =>
            {
                Step::Noun(quoted.tokens.end)
            }
            _ => Step::End,
        }
    }

    /// Whether a word stands before a noun as its determiner or adjective.
    fn describes(&self, at: usize) -> bool {
        let w = self.w;
        let degree = self.reach == Reach::Wide && at > self.start && w.is(at, Part::ADVERB);
        let first = at == self.start + 1 && w.is(self.start, OPENS);
        let opened = w.is(at, OPENS) && (first || !w.noun(at.wrapping_sub(1)));
        degree || w.adjective(at) || opened
    }

    /// Whether a word ties the next noun to the one before it: der, von, und.
    fn ties(&self, at: usize) -> bool {
        let w = self.w;
        let of = w.one_of(at, &["von", "vom"]);
        let linked = (w.is(self.start, OPENS) || of) && w.is(at, Part::LINK);
        let any = self.reach == Reach::Wide && w.is(at, Part::PREPOSITION);
        let tie = linked || any || w.one_of(at, TIES);
        let part = w.one_of(at, NAME_PARTS) && w.noun(at + 1);
        tie && w.leads_to_noun(at + 1, self.high) || part
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
