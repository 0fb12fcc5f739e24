//! Where reported words end: at their marks, at a second report, at an adverbial.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::reads_as_noun;
use crate::detect::quotation::passage::Passage;
use std::ops::Range;

/// `end`, moved behind the marks it stands in: words in marks may hold several sentences.
pub(super) fn whole_marks(p: &Passage, end: usize) -> usize {
    let quoted = p.mark_of(end.wrapping_sub(1));
    quoted.map_or(end, |quoted| end.max(quoted.tokens.end))
}

/// Where the noun phrase ends that a cue of judging is about: before the first comma or second report.
pub(super) fn phrase_end(p: &Passage, start: usize, end: usize) -> usize {
    let marked = (start..end).any(|at| p.quoted(at));
    let shut = |at: usize| {
        let marks = p.mark_to(at);
        marks.is_some_and(|quoted| quoted.mark.inside.of(p.text).ends_with(','))
    };
    let ends = |at: usize| {
        let clause = [
            "after", "when", "while", "as", "because", "since", "during", "in", "at", "on",
        ];
        let adverbial = at > start + 1 && clause.iter().any(|word| p.is_word(at, word));
        p.token(at).is_sign(",.;—") || shut(at) || adverbial && !marked || second_report(p, at)
    };
    (start..end)
        .find(|&at| !p.quoted(at) && ends(at))
        .unwrap_or(end)
}

/// Where a reported clause ends: before a second report, ", adding" or "and said", and before ", according to".
pub(super) fn clause_end(p: &Passage, start: usize, end: usize) -> usize {
    let report = (start + 2..end).find(|&at| !p.quoted(at) && second_report(p, at));
    report
        .or_else(|| before_marked_report(p, start, end))
        .unwrap_or(end)
}

/// The comma before a second speaker whose cue announces marks: "that it rained, X said, “words”".
fn before_marked_report(p: &Passage, start: usize, end: usize) -> Option<usize> {
    let announces = |at: &usize| {
        p.is(*at, Class::CUE)
            && !p.quoted(*at)
            && p.token(at + 1).is_sign(",:")
            && p.mark_from(at + 2).is_some()
    };
    let cue = (start..end).find(announces)?;
    (start + 2..cue)
        .rev()
        .find(|&at| p.token(at).is_sign(",―—–") && !p.quoted(at))
}

/// Whether a report of its own begins with token `at`: ", adding", "and said", ", but he denied", ", according to".
pub(in crate::detect::quotation) fn second_report(p: &Passage, at: usize) -> bool {
    let comma = p.token(at).is_sign(",—");
    let joint = if comma { at + 1 } else { at };
    if comma && p.is(joint, Class::CUE) && p.word(joint).ends_with("ing")
        || p.is_word(joint, "according") && comma
    {
        return true;
    }
    let one_of = |words: &[&str]| words.iter().any(|word| p.is_word(joint, word));
    let joined = one_of(&["and", "but"]);
    let contrasted = comma && one_of(&["though", "although", "while"]);
    if !joined && !contrasted {
        return false;
    }
    let mut verb = joint + 1;
    while p.is(verb, Class::PRONOUN.and(Class::ADVERB)) && verb < joint + 4 {
        verb += 1;
    }
    let own = verb > joint + 1;
    p.is(verb, Class::CUE) && (comma || !own) && is_past(p, verb)
}

fn is_past(p: &Passage, at: usize) -> bool {
    let word = p.word(at);
    word.ends_with("ed") || ["said", "told", "wrote", "spoke", "swore", "says"].contains(&word)
}

/// Whether the tokens can be a main clause: not "In May" or "Asked about it".
pub(in crate::detect::quotation) fn is_clause(p: &Passage, clause: &Range<usize>) -> bool {
    let subordinate = [
        "after", "although", "as", "asked", "because", "before", "if", "once", "pressed", "since",
        "though", "unless", "when", "while",
    ];
    let pointing = p.is_word(clause.start, "this") && !p.is(clause.start + 1, Class::TIME);
    let adverbial = p.is(clause.start, Class::PREPOSITION.and(Class::TIME)) && !pointing
        || subordinate.iter().any(|word| p.is_word(clause.start, word));
    let comma = clause.clone().any(|at| p.token(at).is_sign(","));
    (!adverbial || comma) && !p.word(clause.start).ends_with("ing")
}

/// Whether marks behind `between` have a cue of their own there: “A,” said X, adding, “B.”
pub(super) fn has_own_cue(p: &Passage, between: &Range<usize>) -> bool {
    let says = Class::BARE.and(Class::THAT);
    let verb = |at: &usize| p.is(*at, Class::CUE) && !reads_as_noun(p, *at);
    let mut cues = between.clone().filter(verb);
    cues.any(|at| p.word(at).ends_with("ing") && p.is(at, says) || at + 2 >= between.end)
}
