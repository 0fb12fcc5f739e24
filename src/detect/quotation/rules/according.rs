//! "According to X, words" and "words, according to X".

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::Credit;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::starting_at;
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::limit::whole_marks;
use crate::detect::quotation::token::Kind;
use std::ops::Range;

/// What can be a measure but does not speak: "according to plan", "according to Turkey's standards".
const MEASURES: &[&str] = &[
    "plan",
    "plans",
    "standard",
    "standards",
    "rule",
    "rules",
    "need",
    "needs",
    "schedule",
    "size",
    "age",
    "law",
    "taste",
    "ability",
    "custom",
    "tradition",
    "principle",
    "principles",
    "criteria",
    "requirements",
    "norms",
];

/// Reads one "according to".
pub(super) fn read(drafts: &mut Drafts, credit: &Credit) {
    let p = drafts.passage;
    let Range {
        start: low,
        end: high,
    } = credit.sentence;
    let Some(source) = starting_at(p, credit.cue.end, high) else {
        return;
    };
    if is_measure(p, &source) {
        return;
    }
    let source = whole(p, source, high);
    let speaker = Some(p.span(&source));
    let opens =
        credit.cue.start <= low + 1 && (credit.cue.start == low || p.is(low, Class::CONJUNCTION));
    let tokens = if opens {
        words_behind(p, source.end, high)
    } else {
        words_before(p, credit)
    };
    let rest = (!opens).then(|| rest(p, credit, source.end)).flatten();
    for tokens in tokens.into_iter().chain(rest) {
        let cue = Some(credit.cue.clone());
        drafts.add(Draft {
            tokens,
            speaker,
            cue,
            rule: Rule::AccordingTo,
            share: None,
        });
    }
}

/// A source with what stands behind its article in marks or as a time, and with whom it is by: "the “Clean Water” plan", "a January
/// study by the Port Office".
fn whole(p: &Passage, source: Range<usize>, high: usize) -> Range<usize> {
    let mut end = source.end;
    if source.len() == 1 && p.is(source.start, Class::DETERMINER) {
        let marks = p.mark_from(end).map_or(end, |quoted| quoted.tokens.end);
        let dated = |at: &usize| p.is(*at, Class::TIME) || p.token(*at).kind == Kind::Number;
        let noun = (marks..high).find(|at| !dated(at)).unwrap_or(marks);
        end = starting_at(p, noun, high).map_or(end, |noun| noun.end);
    }
    let by = end + usize::from(p.is(end, Class::TIME));
    let author = p.is_word(by, "by").then(|| starting_at(p, by + 1, high));
    source.start..author.flatten().map_or(end, |author| author.end)
}

/// What goes on behind a source between commas: "The plan, according to Ida Lund, is dead".
fn rest(p: &Passage, credit: &Credit, from: usize) -> Option<Range<usize>> {
    let rest = from + 1..p.trim_end(from, credit.sentence.end);
    let other = Class::CONJUNCTION.and(Class::RELATIVE);
    let opens = !p.is(rest.start, other) && !p.word(rest.start).ends_with("ing");
    let comma = |at: usize| p.token(at).is_sign(",") && !p.quoted(at);
    let inserted = comma(credit.cue.start.wrapping_sub(1)) && comma(from);
    (inserted && opens && rest.len() >= 3).then_some(rest)
}

/// Whether what `source` is about, the last word of its first noun phrase, is a measure: "Turkey's standards", but not "a law
/// enforcement official".
pub(in crate::detect::quotation) fn is_measure(p: &Passage, source: &Range<usize>) -> bool {
    let ties = |at: &usize| *at > source.start && p.is(*at, Class::PREPOSITION);
    let end = source.clone().find(ties).unwrap_or(source.end);
    MEASURES.contains(&p.word(end - 1)) || source.clone().any(|at| p.is_word(at, "according"))
}

/// The clause behind the comma, and behind an appositive ("a think tank,") of the source.
fn words_behind(p: &Passage, from: usize, high: usize) -> Option<Range<usize>> {
    let comma = (from..high).find(|&at| p.token(at).is_sign(",") && !p.quoted(at))?;
    let mut start = comma + 1;
    let article = p.is(start, Class::DETERMINER)
        && ["a", "an", "the"].iter().any(|word| p.is_word(start, word));
    if article && !(start..start + 3).any(|at| p.is(at, Class::AUXILIARY)) {
        let next = (start..high.min(start + 12)).find(|&at| p.token(at).is_sign(","));
        start = next.map_or(start, |next| next + 1);
    }
    let end = whole_marks(p, p.trim_end(start, high));
    (start < high).then_some(start..end)
}

/// The clause before.
fn words_before(p: &Passage, credit: &Credit) -> Option<Range<usize>> {
    let low = credit.sentence.start;
    let mut end = credit.cue.start;
    while end > low && p.before(end).is_sign(",—–") && !p.quoted(end - 1) {
        end -= 1;
    }
    (end > low).then_some(low..end)
}
