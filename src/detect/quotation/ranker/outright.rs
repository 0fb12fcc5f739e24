//! Words in marks that neither the rules nor the ranker credit, and that are too many to be a title or a scare quote: “no sign that
//! the bridge was ever looked at” is somebody's, so the likeliest cue before them in their sentence is taken.

use crate::detect::quotation::credit::group_start;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::gated::Gated;
use crate::detect::quotation::ranker::head::Side;
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::ranker::speaker::Credited;
use crate::detect::quotation::ranker::weights::weights;
use crate::detect::quotation::ranker::{Memory, by_rules};
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::token::Kind;
use std::mem::take;
use std::ops::Range;

/// Their cue stands within so many tokens before them.
const REACH: usize = 20;
/// A head whose gate is lower is not their cue.
const LEAST: f32 = -5.0;
/// So much, in log-odds, each token between a head and the words counts against it.
const FAR: f32 = 0.1;
/// The share of them whose words and speaker are right, measured on annotated news.
const SHARE: f32 = 0.41;

/// The words in marks as somebody's, when a head stands before them in their sentence. `memory` is that of the paragraph, which the
/// ranker has just read.
pub(in crate::detect::quotation) fn outright(
    memory: &mut Memory,
    drafts: &Drafts,
    words: &Range<usize>,
) -> Option<Draft> {
    let (weights, p) = (weights()?, drafts.passage);
    let low = words.start.saturating_sub(REACH);
    let low = p.sentence(words.start).start.max(low);
    let head = likeliest(memory, p, low..words.start).or_else(|| verb(p, low..words.start))?;
    let group = group_start(p, head, low);
    let cue = group..head + 1;
    let credited = Credited {
        head,
        group,
        words: words.clone(),
        rule: by_rules(drafts, &cue, head, words),
    };
    let s = Sight::again(take(&mut memory.sight), p);
    let chosen = credited.choose(&s, weights);
    memory.sight = s.into_memory();
    Some(Draft {
        tokens: words.clone(),
        speaker: chosen.map(|(phrase, _)| p.span(&phrase)),
        cue: Some(cue),
        rule: Rule::ReportBehind,
        share: Some(SHARE),
    })
}

/// The likeliest head among tokens.
fn likeliest(memory: &Memory, p: &Passage, tokens: Range<usize>) -> Option<usize> {
    let heads = &memory.heads;
    let from = heads.partition_point(|gated| gated.head.at < tokens.start);
    let before = |gated: &&Gated| gated.head.at < tokens.end;
    let near = heads.get(from..)?.iter().take_while(before);
    let near = near.filter(
        |Gated {
             head,
             gate,
             is_thought,
             ..
         }| {
            let behind = head.side == Side::Behind && *gate >= LEAST;
            behind && !is_thought && !p.token(head.at).is_upper()
        },
    );
    let worth = |Gated { head, gate, .. }: &Gated| gate - FAR * (tokens.end - head.at) as f32;
    let best = near.max_by(|a, b| worth(a).total_cmp(&worth(b)))?;
    Some(best.head.at)
}

/// The last verb among tokens, as far as its ending tells: a word that the annotated news do not have in a cue.
fn verb(p: &Passage, tokens: Range<usize>) -> Option<usize> {
    let (first, last) = (tokens.start, tokens.end.wrapping_sub(1));
    tokens.rev().find(|&at| {
        let (token, word) = (p.token(at), p.word(at));
        let adjoins = at == last && at > first && word.ends_with('s') && word.len() > 3;
        let ending = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) || adjoins;
        token.kind == Kind::Lower && token.mark.is_none() && ending
    })
}
