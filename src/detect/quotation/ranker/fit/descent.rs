//! Weights that make choices likeliest.

use crate::detect::quotation::ranker::weights::{BITS, Feature};
use std::collections::HashMap;

/// A choice among options and none, each with the rows of features that speak for it; rows may be shared.
#[derive(Debug, Default)]
pub(super) struct Example {
    /// Rows of features.
    pub(super) rows: Vec<Vec<Feature>>,
    /// The rows of each option.
    pub(super) options: Vec<Vec<usize>>,
    /// Which option was chosen; none when it is none of them.
    pub(super) chosen: Option<usize>,
}

/// Rounds over all examples, and the first whose weights are averaged.
const ROUNDS: usize = 4;
const AVERAGED: usize = 1;
/// How often it begins anew with the examples in another order: what the order alone has taught averages out.
const RUNS: usize = 12;
/// The length of a step.
const RATE: f32 = 0.05;
/// How strongly weights are drawn to zero.
const RIDGE: f32 = 5e-3;
/// A feature that fewer examples have is left out: it would be learnt by heart.
const RARE: u16 = 8;
/// Smaller weights are left out.
const SLIGHT: f32 = 0.05;

/// Stochastic gradient descent on the log-likelihood of what was chosen, with a step for each weight by what it has moved already
/// (Duchi, Hazan and Singer 2011), averaged over the last rounds.
pub(super) fn descend(examples: &[Example]) -> HashMap<Feature, f32> {
    let mut state = State::new(examples);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = 1;
    for _ in 0..RUNS {
        state.restart();
        for round in 0..ROUNDS {
            shuffle(&mut order, &mut random);
            for example in order.iter().filter_map(|&number| examples.get(number)) {
                state.learn(example);
            }
            if round >= AVERAGED {
                state.remember();
            }
        }
    }
    state.finish((RUNS * (ROUNDS - AVERAGED)) as f32)
}

/// A shuffle that is the same every time.
fn shuffle(order: &mut [usize], random: &mut u64) {
    for at in (1..order.len()).rev() {
        *random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        order.swap(at, (*random >> 33) as usize % (at + 1));
    }
}

struct State {
    weights: Vec<f32>,
    /// The sums of the squares of all steps.
    squares: Vec<f32>,
    sums: Vec<f32>,
    /// How many examples have a feature.
    counts: Vec<u16>,
}

impl State {
    fn new(examples: &[Example]) -> Self {
        let size = 1 << BITS;
        let mut counts = vec![0u16; size];
        for example in examples {
            let mut all: Vec<Feature> = example.rows.iter().flatten().copied().collect();
            all.sort_unstable();
            all.dedup();
            for feature in all {
                if let Some(count) = counts.get_mut(feature as usize) {
                    *count = count.saturating_add(1);
                }
            }
        }
        Self {
            weights: vec![0.0; size],
            squares: vec![1e-6; size],
            sums: vec![0.0; size],
            counts,
        }
    }

    fn restart(&mut self) {
        self.weights.fill(0.0);
        self.squares.fill(1e-6);
    }

    fn learn(&mut self, example: &Example) {
        let sum = |row: &Vec<Feature>| {
            row.iter()
                .filter_map(|&f| self.weights.get(f as usize))
                .sum::<f32>()
        };
        let rows: Vec<f32> = example.rows.iter().map(sum).collect();
        let score =
            |option: &Vec<usize>| option.iter().filter_map(|&row| rows.get(row)).sum::<f32>();
        let scores: Vec<f32> = example.options.iter().map(score).collect();
        let most = scores.iter().fold(0.0f32, |most, score| most.max(*score));
        let each: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let all = each.iter().sum::<f32>() + (-most).exp();
        let mut gradients = vec![0.0; example.rows.len()];
        for (number, (option, each)) in example.options.iter().zip(each).enumerate() {
            let gradient = each / all
                - if example.chosen == Some(number) {
                    1.0
                } else {
                    0.0
                };
            for &row in option {
                if let Some(sum) = gradients.get_mut(row) {
                    *sum += gradient;
                }
            }
        }
        for (row, gradient) in example.rows.iter().zip(gradients) {
            self.step(row, gradient);
        }
    }

    fn step(&mut self, row: &[Feature], gradient: f32) {
        if gradient.abs() < 1e-4 {
            return;
        }
        for &feature in row {
            let at = feature as usize;
            let (Some(weight), Some(square), Some(&count)) = (
                self.weights.get_mut(at),
                self.squares.get_mut(at),
                self.counts.get(at),
            ) else {
                continue;
            };
            if count >= RARE {
                let gradient = gradient + RIDGE * *weight;
                *square += gradient * gradient;
                *weight -= RATE * gradient / square.sqrt();
            }
        }
    }

    fn remember(&mut self) {
        for (sum, weight) in self.sums.iter_mut().zip(&self.weights) {
            *sum += weight;
        }
    }

    fn finish(self, rounds: f32) -> HashMap<Feature, f32> {
        let weights = (0..)
            .zip(self.sums)
            .map(|(feature, sum)| (feature, sum / rounds));
        weights
            .filter(|(_, weight)| weight.abs() >= SLIGHT)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_becomes_likely_and_rare_features_are_left_out() {
        let example = |chosen: bool, rare| Example {
            rows: vec![vec![1 + u32::from(!chosen), rare]],
            options: vec![vec![0]],
            chosen: chosen.then_some(0),
        };
        let examples: Vec<Example> = (0..60)
            .map(|number| example(number % 2 == 0, 100 + number))
            .collect();
        let weights = descend(&examples);
        assert!(weights[&1] > 0.3 && weights[&2] < -0.3, "{weights:?}");
        assert_eq!(weights.len(), 2);
    }
}
