//! How likely the words beside a flagged word are marked with it: the part of the model for phrases.

use crate::detect::Ground;
use crate::detect::loaded::beside::{Beside, FARTHEST, QUESTIONS, Side};

/// The weights for words beside flagged ones, in log-odds.
#[derive(Debug, Default, Clone)]
pub(super) struct Tint {
    /// By side and question.
    pub(super) weights: [[f32; QUESTIONS.len()]; Side::ALL.len()],
    /// By side and distance.
    pub(super) distances: [[f32; FARTHEST]; Side::ALL.len()],
}

impl Tint {
    /// The place of the weight called `name`: `behind core`, `before 1`.
    pub(super) fn place(&mut self, name: &str) -> Option<&mut f32> {
        let (side, name) = name.split_once(' ')?;
        let side = Side::ALL.iter().position(|one| one.name() == side)?;
        if let Some(at) = QUESTIONS.iter().position(|question| question.name == name) {
            return self.weights.get_mut(side)?.get_mut(at);
        }
        let distance: usize = name.parse().ok()?;
        self.distances
            .get_mut(side)?
            .get_mut(distance.checked_sub(1)?)
    }

    /// What the score of a word is made of.
    pub(super) fn grounds(&self, beside: &Beside) -> impl Iterator<Item = Ground> {
        let distances = self.distances.get(beside.side as usize);
        let distance = distances.and_then(|weights| weights.get(beside.distance));
        let far = Ground {
            what: beside.side.about(beside.distance).into(),
            weight: distance.copied().unwrap_or_default(),
        };
        let answers = self.answers(beside);
        let answers = answers.filter(|(_, weight)| *weight != 0.0);
        std::iter::once(far).chain(answers.map(|(what, weight)| Ground {
            what: what.into(),
            weight,
        }))
    }

    /// How likely a word is marked with the flagged ones, in log-odds.
    pub(super) fn log_odds(&self, beside: &Beside) -> f32 {
        let distances = self.distances.get(beside.side as usize);
        let distance = distances.and_then(|weights| weights.get(beside.distance));
        let answers: f32 = self.answers(beside).map(|(_, weight)| weight).sum();
        distance.copied().unwrap_or_default() + answers
    }

    fn answers(&self, beside: &Beside) -> impl Iterator<Item = (&'static str, f32)> {
        let weights = self.weights.get(beside.side as usize);
        let weights = weights.copied().unwrap_or_default();
        let answers = QUESTIONS.iter().zip(weights);
        answers.map(|(question, weight)| (question.about, (question.value)(beside) * weight))
    }
}
