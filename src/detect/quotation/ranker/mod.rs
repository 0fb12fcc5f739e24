//! Reports that rules alone cannot bound: which words a cue reports and who is credited, by log-linear models of all the spans
//! and phrases that it could be.
//!
//! **Method:** for every word that can be the head of a cue, and for both sides of it, the words there that it could report are
//! told apart by features of the head, of where they begin, of where they end, and of both ([`features`]); what the rules found is one
//! of them. One weight for each feature was fitted on annotated news so that the annotators' choices are likeliest ([`fit`]);
//! “none” is a choice like the others. A span counts as right when it shares four fifths with the annotators', and the likeliest to
//! be right is taken. The speaker is chosen the same way among the noun phrases around the cue.
//!
//! **Misses:** reports that go beyond their sentence outside quotation marks; cues of whole phrases without one telling word.

mod by_cue;
mod candidates;
mod choice;
mod features;
mod fit;
mod gated;
mod hash;
mod head;
mod outright;
mod row;
mod sight;
mod speaker;
mod tag;
mod weights;

pub(super) use choice::Chooser;
pub use fit::{Annotated, Reported, fit};
pub(super) use outright::outright;

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::{Credit, Form, reads_as_noun};
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::{Phrase, starting_at};
use crate::detect::quotation::ranker::by_cue::ByCue;
use crate::detect::quotation::ranker::gated::{Gated, gated_into};
use crate::detect::quotation::ranker::head::{Head, Side, head_of};
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::ranker::speaker::{Credited, behind_participle};
use crate::detect::quotation::ranker::weights::{Weights, weights};
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::according::is_measure;
use crate::detect::quotation::rules::behind;
use crate::detect::quotation::rules::limit::is_clause;
use crate::detect::quotation::rules::lone::is_title;
use crate::text::Span;
use std::mem::take;
use std::ops::Range;

/// From this share on words that no rule found count as reported.
const LEAST: f32 = 0.35;
/// The same for words that a rule found: rules know turns of phrase that the annotated news hardly have.
const LEAST_RULED: f32 = 0.2;

/// What the ranker sees of a paragraph; memory that it can use again for another.
#[derive(Debug, Default)]
pub(super) struct Memory {
    sight: sight::Memory,
    heads: Vec<Gated>,
}

/// Looks in `memory` at the words of a paragraph, and for those that can report something.
pub(super) fn look(drafts: &Drafts, memory: &mut Memory) {
    memory.heads.clear();
    let Some(weights) = weights() else {
        return;
    };
    let mut s = Sight::within(take(&mut memory.sight), drafts.passage, weights);
    let by_cue = ByCue::new(drafts.found());
    gated_into(&mut memory.heads, &mut s, &by_cue, drafts.found(), weights);
    memory.sight = s.into_memory();
}

/// Corrects and completes what the rules found beside the cues of a paragraph that `memory` has looked at.
pub(super) fn read(drafts: &mut Drafts, memory: &mut Memory, chooser: &mut Chooser) {
    let Some(weights) = weights() else {
        return;
    };
    let looked_at = || memory.heads.iter().filter(|gated| gated.is_looked_at);
    if drafts.found().is_empty() && looked_at().next().is_none() {
        return;
    }
    let s = Sight::again(take(&mut memory.sight), drafts.passage);
    let mut found: Vec<Option<Draft>> = drafts.found().iter().cloned().map(Some).collect();
    for Gated { head, .. } in looked_at() {
        settle(&s, head, weights, chooser, &mut found);
    }
    let mut settled: Vec<Draft> = found.into_iter().flatten().collect();
    for draft in &mut settled {
        credit(&s, drafts, weights, draft);
    }
    memory.sight = s.into_memory();
    drafts.set(settled);
}

/// Lets the ranker bound the words of one head: those that the rules found, or new ones.
fn settle(
    s: &Sight,
    head: &Head,
    weights: &Weights,
    chooser: &mut Chooser,
    found: &mut Vec<Option<Draft>>,
) {
    let chosen = chooser.choose(s, head, weights).filter(|(tokens, share)| {
        *share >= LEAST_RULED && head.rule.is_some()
            || *share >= LEAST && is_report(s, head, tokens)
    });
    let old = head
        .rule
        .as_ref()
        .and_then(|(number, _, _)| found.get_mut(*number));
    match (old, chosen) {
        // Words in marks stay, whatever is said before them: the clause that they end can only be added.
        (Some(Some(old)), chosen) if head.marked_rule => {
            if let Some((tokens, share)) = chosen.filter(|(tokens, _)| covers(tokens, &old.tokens))
            {
                old.tokens = tokens;
                old.share = Some(share);
            }
        }
        // Annotated news hardly have some turns of phrase that rules know: "set out an opinion that".
        (Some(Some(old)), None) if s.p.is(old.tokens.start, Class::OPENER) => {}
        (Some(old), None) => *old = None,
        (Some(Some(old)), Some((tokens, share))) => {
            old.tokens = tokens;
            old.share = Some(share);
        }
        (_, Some((tokens, share))) => found.push(Some(Draft {
            tokens,
            speaker: None,
            cue: Some(head.group..head.at + 1),
            rule: match head.side {
                Side::Front => Rule::ReportFront,
                Side::Behind => Rule::ReportBehind,
            },
            share: Some(share),
        })),
        (None, None) => {}
    }
}

/// Whether `wider` has all of `tokens`.
fn covers(wider: &Range<usize>, tokens: &Range<usize>) -> bool {
    wider.start <= tokens.start && tokens.end <= wider.end
}

/// Whether words that no rule found can be a report, whatever the weights say: not a title in marks, not an adverbial in front of a
/// cue ("When it rained, X said"), not what a colon announces that the head does not stand at, not what somebody means to speak about ("met to discuss the plan"), not what a noun is about
/// ("claims about the bridge"), not what is so by a measure ("according to schedule").
fn is_report(s: &Sight, head: &Head, words: &Range<usize>) -> bool {
    let p = s.p;
    let marks = p.mark_from(words.start).is_some();
    let said = marks || p.is(words.start, Class::OPENER);
    let clause = said
        || words
            .clone()
            .any(|at| p.is(at, Class::AUXILIARY) || p.quoted(at));
    let goes_on = ["went", "goes", "going"].contains(&p.word(head.group));
    let infinitive = [head.group, head.at]
        .iter()
        .any(|at| p.is_word(at.wrapping_sub(1), "to"))
        && !goes_on;
    let title = p
        .mark_from(words.start)
        .is_some_and(|quoted| is_title(p, &quoted.tokens));
    let before = words.start.wrapping_sub(1);
    let colon = p.token(before).is_sign(":") && before > head.at + 1 && !p.is(head.at, Class::CUE);
    let adverbial = head.side == Side::Front && !is_clause(p, words);
    let measure = p.is_word(head.at, "according")
        && starting_at(p, head.at + 2, head.sentence.end)
            .is_some_and(|source| is_measure(p, &source));
    let noun = reads_as_noun(p, head.at) && !p.is_word(words.start, "to");
    !title && !colon && !adverbial && !measure && (clause || !infinitive) && (said || !noun)
}

/// Finds the speaker of a draft anew, unless it is one whose speaker the rules know at least as well.
fn credit(s: &Sight, drafts: &Drafts, weights: &Weights, draft: &mut Draft) {
    let sure = matches!(
        draft.rule,
        Rule::CueAfter
            | Rule::CueBefore
            | Rule::CueInverted
            | Rule::Split
            | Rule::ClauseAfter
            | Rule::ClauseInverted
    );
    if sure && draft.speaker.is_some() {
        return;
    }
    if let Some(phrase) = behind_participle(s.p, draft) {
        draft.speaker = Some(s.p.span(&phrase));
        return;
    }
    let Some(credited) = credited(s, drafts, draft) else {
        return;
    };
    let chosen = credited.choose(s, weights).map(|(phrase, _)| phrase);
    // Of one name the rules know better where it ends: before what was done by others ("a report signed by").
    let same = |rule: &Phrase| {
        chosen
            .as_ref()
            .is_some_and(|chosen| chosen.start == rule.start)
    };
    let speaker = credited
        .rule
        .clone()
        .filter(same)
        .or_else(|| chosen.clone());
    draft.speaker = speaker.map(|phrase| s.p.span(&phrase));
}

/// The cue of a draft whose speaker is to be found anew; not for words that go on from other words, or whose speaker stands in
/// another paragraph.
fn credited(s: &Sight, drafts: &Drafts, draft: &Draft) -> Option<Credited> {
    let p = s.p;
    let cue = draft
        .cue
        .clone()
        .filter(|_| draft.rule != Rule::Continued)?;
    let head = head_of(s, draft)?;
    let rule = match draft.speaker {
        Some(speaker) => Some(tokens_of(p, speaker)?),
        None => by_rules(drafts, &cue, head, &draft.tokens),
    };
    Some(Credited {
        head,
        group: cue.start,
        words: draft.tokens.clone(),
        rule,
    })
}

/// The tokens at a span of the paragraph.
fn tokens_of(p: &Passage, span: Span) -> Option<Range<usize>> {
    let start = p
        .tokens
        .binary_search_by_key(&span.start, |token| token.span.start)
        .ok()?;
    let end = p.tokens.partition_point(|token| token.span.end <= span.end);
    (start < end).then_some(start..end)
}

/// Whom the rules take for the speaker of words that they did not find.
fn by_rules(
    drafts: &Drafts,
    cue: &Range<usize>,
    head: usize,
    words: &Range<usize>,
) -> Option<Phrase> {
    let p = drafts.passage;
    let sentence = p.sentence(head);
    let adjoins = words.end <= cue.start && !(words.end..cue.start).any(|at| p.token(at).is_word());
    if let Some(phrase) = adjoins
        .then(|| starting_at(p, cue.end, sentence.end))
        .flatten()
    {
        return Some(phrase);
    }
    let credit = Credit {
        cue: cue.clone(),
        class: p.token(head).class,
        participle: p.word(head).ends_with("ing"),
        form: Form::Verb,
        sentence,
    };
    tokens_of(p, behind::speaker(drafts, &credit)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::quotation::language::Language;
    use crate::detect::quotation::ranker::gated::{CROWD, GATE, gated};

    #[test]
    fn of_a_crowd_of_heads_a_few_are_looked_at() {
        for (piece, all, crowds) in [("said ", 200, true), ("The mayor said so. ", 20, false)] {
            let text = piece.repeat(all);
            let p = Passage::new(&text, Span::new(0, text.len()), Language::Other);
            let weights = weights().unwrap();
            let mut s = Sight::new(&p, weights);
            let by_cue = ByCue::new(&[]);
            let heads = gated(&mut s, &by_cue, &[], weights);
            let likely = heads.iter().filter(|gated| gated.gate > GATE);
            let mut looked = Vec::new();
            gated_into(&mut looked, &mut s, &by_cue, &[], weights);
            looked.retain(|gated| gated.is_looked_at);
            assert!(looked.iter().all(|gated| gated.gate > GATE));
            assert!(!looked.is_empty() && looked.len() <= CROWD * p.sentences.len());
            let is_crowd = likely.count() > looked.len();
            assert_eq!(is_crowd, crowds, "{piece}");
        }
    }
}
