//! Heads with how likely they report anything.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::group_start;
use crate::detect::quotation::draft::Draft;
use crate::detect::quotation::ranker::by_cue::ByCue;
use crate::detect::quotation::ranker::head::{Head, Side};
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::ranker::weights::Weights;

/// Heads without a rule's words whose gate is lower report nothing.
pub(super) const GATE: f32 = -1.5;

/// So many heads of a sentence are looked at closely, each side by itself: nobody reports more in one, and each costs as much as the
/// sentence is long.
pub(super) const CROWD: usize = 8;

/// The gate of a head beside which the rules found words in marks.
const SURE: f32 = 10.0;

/// A head with its gate.
#[derive(Debug)]
pub(super) struct Gated {
    /// The head.
    pub(super) head: Head,
    /// How likely it reports anything, in log-odds.
    pub(super) gate: f32,
    /// Whether it is a verb of thinking beside which no rule found anything: what that is about is nobody's speech.
    pub(super) is_thought: bool,
    /// Whether its words are to be bounded; of a crowd in one sentence the first ones.
    pub(super) is_looked_at: bool,
}

/// The heads of a paragraph in which the rules found `drafts`, in text order; `s` then knows how strong each is.
pub(super) fn gated(
    s: &mut Sight,
    by_cue: &ByCue,
    drafts: &[Draft],
    weights: &Weights,
) -> Vec<Gated> {
    let mut found = Vec::new();
    each(s, by_cue, drafts, weights, |gated| found.push(gated));
    found
}

/// Puts them into `found` instead of what is there, and says which are to be looked at.
pub(super) fn gated_into(
    found: &mut Vec<Gated>,
    s: &mut Sight,
    by_cue: &ByCue,
    drafts: &[Draft],
    weights: &Weights,
) {
    found.clear();
    let (mut sentence, mut crowd) = (usize::MAX, 0);
    each(s, by_cue, drafts, weights, |mut gated| {
        let is_likely = gated.head.rule.is_some() || gated.gate > GATE;
        if is_likely && !gated.is_thought {
            if sentence != gated.head.sentence.start {
                sentence = gated.head.sentence.start;
                crowd = 0;
            }
            crowd += 1;
            gated.is_looked_at = crowd <= CROWD;
        }
        found.push(gated);
    });
}

/// Gives `take` each head of a paragraph, on each side.
fn each(
    s: &mut Sight,
    by_cue: &ByCue,
    drafts: &[Draft],
    weights: &Weights,
    mut take: impl FnMut(Gated),
) {
    let mut sum = weights.sum();
    let mut own = Vec::new();
    let mut next = 0;
    while let Some(at) = s.head_from(next) {
        next = at + 1;
        by_cue.put(&mut own, drafts, at);
        let group = group_start(s.p, at, s.p.sentence(at).start)..at;
        for side in Side::BOTH {
            let Some(head) = Head::new(s, &own, &group, side) else {
                s.set_strength(at, SURE);
                continue;
            };
            head.gate(s, &mut sum);
            let gate = sum.total();
            s.set_strength(at, gate);
            let is_thought = own.is_empty() && s.p.is(at, Class::INNER);
            take(Gated {
                head,
                gate,
                is_thought,
                is_looked_at: false,
            });
        }
    }
}
