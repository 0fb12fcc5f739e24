//! The choice among the spans that a cue could report: a log-linear model over all of them and none.

use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::candidates::Candidates;
use crate::detect::quotation::ranker::head::{Head, Side};
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::ranker::weights::{Sum, Weights};
use crate::text::Span;
use std::ops::Range;

/// At most so many beginnings and ends, the likeliest, are looked at together.
const STARTS: usize = 2;
const ENDS: usize = 3;
/// At most so many spans, the likeliest, are weighed against each other.
const SPANS: usize = 8;
/// Spans that share so much of their letters, in fifths, are the same passage for a reader.
const SAME: usize = 4;
/// Of spans that are right about as often, the likeliest itself is taken.
const TIE: f32 = 0.05;

/// A head reports nothing whose own features come to less, in log-odds. Of 11 thousand heads of 924 annotated articles that
/// report something, none had less than −2.3.
const HOPELESS: f32 = -3.0;

/// The same for a head with its likeliest beginning: none had less than −2.44 before its cue, −1.25 behind it.
fn hopeless(side: Side) -> f32 {
    match side {
        Side::Front => -2.75,
        Side::Behind => -2.0,
    }
}

/// Chooses; keeps its memory from cue to cue.
#[derive(Debug, Default)]
pub(in crate::detect::quotation) struct Chooser {
    candidates: Candidates,
    starts: Vec<(f32, usize)>,
    ends: Vec<(f32, usize)>,
    spans: Vec<(f32, Range<usize>)>,
    /// Where each of the spans stands in the text.
    places: Vec<Span>,
    /// How likely each of the spans, or one that is the same for a reader, is right.
    totals: Vec<f32>,
}

impl Chooser {
    /// The span that `head` reports likeliest, and how likely it, or one that shares four fifths with it, is right.
    pub(super) fn choose(
        &mut self,
        s: &Sight,
        head: &Head,
        weights: &Weights,
    ) -> Option<(Range<usize>, f32)> {
        let mut sum = weights.sum();
        head.alone(s, &mut sum);
        let alone = sum.total();
        if alone < HOPELESS {
            return None;
        }
        self.candidates.find(s.p, head);
        best_places(&mut self.starts, &self.candidates.starts, STARTS, |at| {
            head.start(s, at, &mut sum);
            sum.total()
        });
        let begun = self.starts.first().map_or(f32::MIN, |(score, _)| *score);
        if alone + begun < hopeless(head.side) {
            return None;
        }
        best_places(&mut self.ends, &self.candidates.ends, ENDS, |at| {
            head.end(s, at, &mut sum);
            sum.total()
        });
        self.weigh(s, head, &mut sum, alone);
        self.best(s.p)
    }

    /// Gives each span its share; what is left is the share of "none".
    fn weigh(&mut self, s: &Sight, head: &Head, sum: &mut Sum, alone: f32) {
        self.spans.clear();
        for &(first, start) in &self.starts {
            for &(last, end) in &self.ends {
                let tokens = start..end;
                if start < end && is_whole(s.p, &tokens) {
                    head.both(s, &tokens, sum);
                    self.spans
                        .push((alone + first + last + sum.total(), tokens));
                }
            }
        }
        let most = self
            .spans
            .iter()
            .fold(0.0f32, |most, (score, _)| most.max(*score));
        let mut all = (-most).exp();
        for (score, _) in &mut self.spans {
            *score = (*score - most).exp();
            all += *score;
        }
        for (score, _) in &mut self.spans {
            *score /= all;
        }
    }

    fn best(&mut self, p: &Passage) -> Option<(Range<usize>, f32)> {
        self.spans.sort_by(|a, b| b.0.total_cmp(&a.0));
        self.spans.truncate(SPANS);
        self.places.clear();
        let places = self.spans.iter().map(|(_, tokens)| p.span(tokens));
        self.places.extend(places);
        let total = |span: &Span| {
            let all = self.spans.iter().zip(&self.places);
            let near = all.filter(|(_, other)| is_same(*span, **other));
            near.map(|((share, _), _)| share).sum::<f32>()
        };
        self.totals.clear();
        self.totals.extend(self.places.iter().map(total));
        let most = self.totals.iter().copied().fold(0.0, f32::max);
        let mut ranked = self.spans.iter().zip(&self.totals);
        let ((_, tokens), total) = ranked.find(|(_, total)| **total >= most - TIE)?;
        Some((tokens.clone(), *total))
    }
}

/// The `most` likeliest of `places`.
fn best_places(
    found: &mut Vec<(f32, usize)>,
    places: &[usize],
    most: usize,
    mut score: impl FnMut(usize) -> f32,
) {
    found.clear();
    found.extend(places.iter().map(|&at| (score(at), at)));
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.truncate(most);
}

/// Whether two spans share four fifths of what they cover together.
fn is_same(one: Span, other: Span) -> bool {
    let both = one.intersection(other).map_or(0, Span::len);
    both * (SAME + 1) >= (one.len() + other.len() - both) * SAME
}

/// Whether no end of the tokens cuts marks apart.
pub(super) fn is_whole(p: &Passage, tokens: &Range<usize>) -> bool {
    let cut = |at: usize| {
        let quoted = p.mark_of(at);
        quoted.is_some_and(|quoted| quoted.tokens.start < at && at < quoted.tokens.end)
    };
    !cut(tokens.start) && !cut(tokens.end)
}
