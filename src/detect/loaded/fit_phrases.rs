//! Makes the `phrase` lines of `model.txt`, in two steps as `fit` does: what is asked of words beside flagged ones from the texts that
//! we marked, how far such words may stand from articles that others annotated.

use crate::detect::loaded::beside::{Beside, FARTHEST, QUESTIONS, Side, besides};
use crate::detect::loaded::fit::Marked;
use crate::detect::loaded::lexicon::Lexicon;
use crate::detect::loaded::logistic::{Example, Regression};
use crate::detect::loaded::model::Model;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::phrase::{core, log_odds, runs};
use crate::detect::loaded::tint::Tint;
use crate::detect::loaded::uncovered_on;
use crate::text::Overlaps;
use std::fmt::Write;

/// How strongly weights are drawn to nothing: as much as so many words against them would.
const DRAWN: f64 = 8.0;

/// How much of what our texts say is believed: in them whole phrases are marked more often than elsewhere. Calibration of all weights
/// by one factor said so much.
const TRUST: f32 = 0.7;

const SIDES: usize = Side::ALL.len();

/// A word beside flagged ones, and whether it was marked with them.
type Seen = (Beside, bool);

/// The weights of questions that `own` texts say, with flags scored by `model`.
pub(super) fn asked(own: &[Marked], model: &Model) -> Tint {
    let seen: Vec<Seen> = own.iter().flat_map(|one| seen(one, model)).collect();
    let question = |side: usize, at: usize| 1 + side * QUESTIONS.len() + at;
    let distances = question(SIDES, 0);
    let example = |(beside, is_right): &Seen| {
        let side = beside.side as usize;
        let answers = QUESTIONS
            .iter()
            .map(|question| (question.value)(beside).into());
        let answers = (0..)
            .zip(answers)
            .map(|(at, value)| (question(side, at), value));
        let far = (distances + side * FARTHEST + beside.distance, 1.0);
        Example {
            values: answers
                .filter(|(_, value)| *value != 0.0)
                .chain([(0, 1.0), far])
                .collect(),
            offset: 0.0,
            is_right: *is_right,
            weight: 1.0,
        }
    };
    let examples: Vec<Example> = seen.iter().map(example).collect();
    let fitted = Regression::fit(&examples, distances + SIDES * FARTHEST, DRAWN);
    let mut tint = Tint::default();
    for (side, weights) in tint.weights.iter_mut().enumerate() {
        for (at, weight) in weights.iter_mut().enumerate() {
            *weight = TRUST * fitted.weight(question(side, at)) as f32;
        }
    }
    tint
}

/// The `phrase` lines of `model.txt`, for these weights of questions: with how far words may stand calibrated on `annotated`, where every
/// file counts as much as any other.
pub(super) fn calibrated(asked: &Tint, annotated: &[Vec<Marked>], model: &Model) -> String {
    let asked = Tint {
        distances: Tint::default().distances,
        ..asked.clone()
    };
    let files = annotated.iter();
    let files = files.map(|file| file.iter().flat_map(|one| seen(one, model)).collect());
    let files: Vec<Vec<Seen>> = files.collect();
    let most = files.iter().map(Vec::len).max().unwrap_or_default() as f64;
    let far = |beside: &Beside| 1 + beside.side as usize * FARTHEST + beside.distance;
    let columns = 1 + SIDES * FARTHEST;
    let mut examples = Vec::new();
    for (file, seen) in files.iter().enumerate() {
        examples.extend(seen.iter().map(|(beside, is_right)| Example {
            values: vec![(0, 1.0), (far(beside), 1.0), (columns + file, 1.0)],
            offset: asked.log_odds(beside).into(),
            is_right: *is_right,
            weight: most / seen.len().max(1) as f64,
        }));
    }
    let fitted = Regression::fit(&examples, columns + files.len(), DRAWN);
    let each = (0..files.len()).map(|file| fitted.weight(columns + file));
    let base = fitted.weight(0) + each.sum::<f64>() / files.len().max(1) as f64;
    let mut tint = asked;
    for (side, weights) in tint.distances.iter_mut().enumerate() {
        for (distance, weight) in weights.iter_mut().enumerate() {
            *weight = (base + fitted.weight(1 + side * FARTHEST + distance)) as f32;
        }
    }
    let count: usize = files.iter().map(Vec::len).sum();
    format!(
        "# phrase: from our texts; by distance calibrated on {count} words in annotated articles.\n{}",
        lines(&tint)
    )
}

fn lines(tint: &Tint) -> String {
    let mut text = String::new();
    for (side, (weights, distances)) in Side::ALL
        .iter()
        .zip(tint.weights.iter().zip(&tint.distances))
    {
        let side = side.name();
        for (question, weight) in QUESTIONS.iter().zip(weights) {
            let _ = writeln!(text, "phrase {side} {} {weight:.2}", question.name);
        }
        for (distance, weight) in (1..).zip(distances) {
            let _ = writeln!(text, "phrase {side} {distance} {weight:.2}");
        }
    }
    text
}

/// The words beside flagged ones in a text.
fn seen((article, marked): &Marked, model: &Model) -> Vec<Seen> {
    let marked = Overlaps::new(marked.iter().map(|span| (*span, ())));
    let lexicon = Lexicon::default();
    let mut seen = Vec::new();
    for index in 0..article.len() {
        let page = Page::new(article.paragraph_text(index));
        let offset = article.paragraph(index).start;
        let mut first = 0;
        for one in uncovered_on(&page, offset, &lexicon, model) {
            let Some(runs) = runs(&page, one.around.span, &mut first) else {
                continue;
            };
            if core(&one).is_none() || runs.is_empty() {
                continue;
            }
            let odds = log_odds(one.finding.score);
            let sides = [(Side::Before, runs.start), (Side::Behind, runs.end - 1)];
            for (side, edge) in sides {
                seen.extend(besides(&page, edge, side, odds).map(|beside| {
                    let word = page.published(beside.word).shift(offset);
                    (beside, marked.with(word).next().is_some())
                }));
            }
        }
    }
    seen
}
