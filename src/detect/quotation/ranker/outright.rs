//! Words in marks that neither the rules nor the ranker credit, and that are too many to be a title or a scare quote: “no sign that
//! the bridge was ever looked at” is somebody's, so the likeliest cue before them in their sentence is taken.

use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::ranker::gated::Gated;
use crate::detect::quotation::ranker::head::Side;
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::ranker::speaker::Credited;
use crate::detect::quotation::ranker::weights::weights;
use crate::detect::quotation::ranker::{Memory, by_rules};
use crate::detect::quotation::rule::Rule;
use std::mem::take;
use std::ops::Range;

/// Their cue stands within so many tokens before them.
const REACH: usize = 20;
/// A head whose gate is lower is not their cue.
const LEAST: f32 = -5.0;
/// So much, in log-odds, each token between a head and the words counts against it.
const FAR: f32 = 0.1;
/// The share of them whose words and speaker are right, measured on annotated news.
const SHARE: f32 = 0.6;

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
    let from = memory.heads.partition_point(|gated| gated.head.at < low);
    let before = |gated: &&Gated| gated.head.at < words.start;
    let near = memory.heads.get(from..)?.iter().take_while(before);
    let near = near.filter(
        |Gated {
             head, is_thought, ..
         }| { head.side == Side::Behind && !is_thought && !p.token(head.at).is_upper() },
    );
    let worth = |Gated { head, gate, .. }: &Gated| gate - FAR * (words.start - head.at) as f32;
    let best = near.max_by(|a, b| worth(a).total_cmp(&worth(b)))?;
    let Gated { head, gate, .. } = best;
    if *gate < LEAST {
        return None;
    }
    let cue = head.group..head.at + 1;
    let credited = Credited {
        head: head.at,
        group: head.group,
        words: words.clone(),
        rule: by_rules(drafts, &cue, head.at, words),
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
