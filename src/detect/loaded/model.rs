//! From a hit and its surroundings to a score: a logistic model small enough to be read.
//!
//! `model.txt` holds all of it. What a hit's score is made of adds up in log-odds:
//!
//! - `rating`, `rule`, `also` (and `both`, of a rule and a sense together): how often findings so rated, of that rule, and of words with
//!   that other sense were right on the articles that scores are calibrated on. Nothing there knows a word: the ratings are ours, one
//!   for each entry of the lists.
//! - `shape` and `words`: how often words that end so, and so many of them, were right there ([`crate::detect::loaded::shape`]).
//! - `around`: what the surroundings say ([`crate::detect::loaded::around`]), fitted on the texts of `texts/`, which we wrote and marked.
//!
//! - `phrase`: for the words beside flagged ones ([`crate::detect::loaded::beside`]): what is asked of them, fitted on our texts, and how
//!   far away they stand, calibrated.
//!
//! `level` lines say from which score on a finding is shown, and `surest` lines from which score on the surest of its sentence is
//! shown at normal strictness and how much that sentence must have ([`crate::detect::loaded::surest`]).

use crate::detect::loaded::around::{Around, FEATURES};
use crate::detect::loaded::hit::Hit;
use crate::detect::loaded::sense::Sense;
use crate::detect::loaded::shape::{self, Shape};
use crate::detect::loaded::tint::Tint;
use crate::detect::loaded::word::WordHasher;
use crate::detect::{Ground, Strictness};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

/// The weights of a rule.
#[derive(Debug, Default)]
struct Rule {
    /// By itself.
    alone: f32,
    /// By sense: what the two say together beyond what each says.
    pairs: HashMap<Sense, f32, BuildHasherDefault<WordHasher>>,
}

/// The numbers of `model.txt`.
#[derive(Debug, Default)]
pub(super) struct Model {
    base: f32,
    ratings: [f32; 10],
    senses: HashMap<Sense, f32>,
    shapes: [f32; shape::COUNT],
    words: [f32; shape::MOST + 1],
    rules: HashMap<String, Rule, BuildHasherDefault<WordHasher>>,
    around: Vec<f32>,
    levels: [f32; 2],
    /// From which score on the surest of a sentence is shown.
    pub(super) surest: f32,
    /// How much that sentence must have.
    pub(super) sentence: f32,
    /// For the words beside flagged ones.
    pub(super) tint: Tint,
}

/// The model, read on first use.
pub(super) fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::parse(include_str!("model.txt")).0)
}

/// The name of a rule and a sense together.
pub(super) fn pair(rule: &str, sense: Sense) -> String {
    [rule, " ", sense.name()].concat()
}

/// The lines of `model.txt` that say from which score on a finding is shown: chosen, not fitted.
pub(super) fn levels() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("model.txt").lines();
    lines.filter(|line| line.starts_with("level ") || line.starts_with("surest "))
}

/// Ratings from here on count as this one: what is rated higher is too seldom met to be calibrated by itself.
pub(super) const HIGHEST: u8 = 7;

/// What a hit of that rating is told to have, for the reader.
fn rated(rating: u8) -> &'static str {
    const RATED: [&str; 9] = [
        "its words are rated 1 of 10 by the list",
        "its words are rated 2 of 10 by the list",
        "its words are rated 3 of 10 by the list",
        "its words are rated 4 of 10 by the list",
        "its words are rated 5 of 10 by the list",
        "its words are rated 6 of 10 by the list",
        "its words are rated 7 of 10 by the list",
        "its words are rated 8 of 10 by the list",
        "its words are rated 9 of 10 by the list",
    ];
    let at = usize::from(rating.clamp(1, 9)) - 1;
    RATED.get(at).copied().unwrap_or_default()
}

/// What moves a score by less is not told.
const SLIGHT: f32 = 0.05;

impl Model {
    /// Reads `text`; what cannot be read is left out and given back with its line, from 1.
    pub(super) fn parse(text: &str) -> (Self, Vec<(usize, String)>) {
        let mut model = Self {
            around: vec![0.0; FEATURES.len()],
            ..Self::default()
        };
        let lines = (1..).zip(text.lines());
        let wrong = lines
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .filter(|(_, line)| model.read(line).is_none())
            .map(|(number, line)| (number, line.to_owned()))
            .collect();
        (model, wrong)
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let (what, number) = line.rsplit_once(' ')?;
        let number: f32 = number.parse().ok()?;
        let (kind, name) = what.split_once(' ').unwrap_or((what, ""));
        let place = match kind {
            "base" => &mut self.base,
            "rating" => self.ratings.get_mut(name.parse::<usize>().ok()?)?,
            "shape" => self.shapes.get_mut(shape::parse(name)?)?,
            "words" => self.words.get_mut(name.parse::<usize>().ok()?)?,
            "also" => self.senses.entry(Sense::parse(name)?).or_default(),
            "rule" => &mut self.rules.entry(name.to_owned()).or_default().alone,
            "both" => {
                let (rule, sense) = name.rsplit_once(' ')?;
                let nothing = (sense == Sense::Nothing.name()).then_some(Sense::Nothing);
                let rule = self.rules.entry(rule.to_owned()).or_default();
                rule.pairs
                    .entry(nothing.or(Sense::parse(sense))?)
                    .or_default()
            }
            "around" => {
                let at = FEATURES.iter().position(|feature| feature.name == name)?;
                self.around.get_mut(at)?
            }
            "surest" if name == "score" => &mut self.surest,
            "surest" if name == "sentence" => &mut self.sentence,
            "phrase" => self.tint.place(name)?,
            "level" => {
                let level = Strictness::parse(name)?;
                let at = Strictness::ALL.iter().position(|other| *other == level)?;
                self.levels.get_mut(at)?
            }
            _ => return None,
        };
        *place = number;
        Some(())
    }

    /// The weights of [`FEATURES`], in their order.
    pub(super) fn around(&self) -> impl Iterator<Item = f32> + '_ {
        self.around.iter().copied()
    }

    /// What the score of `hit`, which is of that rule, is made of.
    pub(super) fn grounds(&self, hit: &Hit, full_rule: &str, around: &Around) -> Vec<Ground> {
        let rule = self.rules.get(full_rule);
        let both = rule.and_then(|rule| rule.pairs.get(&hit.sense)).copied();
        let both = both.unwrap_or_default();
        let rule = rule.map(|rule| rule.alone).unwrap_or_default();
        let rating = self.ratings.get(usize::from(hit.rating.min(HIGHEST)));
        let rating = rating.copied().unwrap_or_default();
        let mut grounds = Vec::with_capacity(8);
        grounds.push(Ground {
            what: rated(hit.rating).into(),
            weight: self.base + rating,
        });
        grounds.push(Ground {
            what: "findings of this rule in general".into(),
            weight: rule + both,
        });
        if let Some(&weight) = self.senses.get(&hit.sense) {
            grounds.push(Ground {
                what: hit.sense.about().into(),
                weight,
            });
        }
        let answers = FEATURES.iter().zip(&self.around);
        let answers = answers
            .map(|(feature, weight)| (feature.about, (feature.value)(around) * weight))
            .chain(self.built(around.shape()));
        for (what, weight) in answers.filter(|(_, weight)| weight.abs() >= SLIGHT) {
            grounds.push(Ground {
                what: what.into(),
                weight,
            });
        }
        grounds
    }

    /// What the build of the words says.
    fn built(&self, shape: Shape) -> [(&'static str, f32); 2] {
        let at = |weights: &[f32], place| weights.get(place).copied().unwrap_or_default();
        [
            (shape::about(shape.ending), at(&self.shapes, shape.ending)),
            (shape::counted(shape.words), at(&self.words, shape.words)),
        ]
    }

    /// The share of findings with these grounds that are right.
    pub(super) fn score(grounds: &[Ground]) -> f32 {
        let sum: f32 = grounds.iter().map(|ground| ground.weight).sum();
        1.0 / (1.0 + (-sum).exp())
    }

    /// The strictest level at which a score is shown.
    pub(super) fn level(&self, score: f32) -> Strictness {
        Strictness::ALL
            .into_iter()
            .zip(self.levels)
            .find(|(_, least)| score >= *least)
            .map_or(Strictness::All, |(level, _)| level)
    }
}

/// What is told of a hit that its list, not its score, has shown.
pub(super) fn asked_for() -> Ground {
    Ground {
        what: "a pattern that close readers look for: its list shows it whatever its score".into(),
        weight: 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads_without_complaint() {
        let (model, wrong) = Model::parse(include_str!("model.txt"));
        assert_eq!(wrong, []);
        assert!(model.levels[0] > model.levels[1]);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let (model, wrong) =
            Model::parse("# made by hand\nbase -1\nrating 12 1\naround colour 1\nlevel all 1\n");
        assert!((model.base + 1.0).abs() < f32::EPSILON);
        let lines: Vec<usize> = wrong.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [3, 4, 5]);
    }
}
