//! Makes `model.txt` anew: weights of the surroundings from texts we marked, calibration from articles others annotated.
//!
//! Two steps, so that no weight of a word or of its surroundings is learned from other people's annotations:
//!
//! 1. `around`: logistic regression over the findings in our own marked texts, with the ratings and rules beside the questions.
//! 2. `base`, `rating`, `also`, `rule`, `both`, `shape`, `words`: with those weights as they are, how often findings so rated, of that rule, of
//!    words with that other sense and so built are right on the annotated articles; every file counts as much as any other, and what was seldom seen is drawn to the rest.

use crate::article::Article;
use crate::detect::loaded::around::{Around, FEATURES};
use crate::detect::loaded::fit_phrases;
use crate::detect::loaded::hit::Hit;
use crate::detect::loaded::lexicon::Lexicon;
use crate::detect::loaded::logistic::{Example, Regression};
use crate::detect::loaded::model::{self, HIGHEST, Model};
use crate::detect::loaded::page::Page;
use crate::detect::loaded::sense::Sense;
use crate::detect::loaded::shape::{self, Shape};
use crate::detect::loaded::{found_on, hits};
use crate::detect::{Finding, Strictness};
use crate::text::{Overlaps, Span};
use std::collections::BTreeMap;
use std::fmt::Write;

/// An article with the passages that somebody marked in it; bytes.
pub type Marked = (Article, Vec<Span>);

/// How strongly weights are drawn to nothing: as much as so many findings against them would.
const DRAWN: f64 = 4.0;

/// The same for calibration. Chosen on annotated articles among 2, 4, 8, 16 and 32, each fifth by what the other four say.
const FIRM: f64 = 8.0;

/// How much of what our texts say of surroundings is believed: they are denser and tidier than news. Chosen on annotated articles
/// among nothing, a half and all of it.
const TRUST: f64 = 0.5;

/// The text of a new `model.txt`, with the levels of the present one.
///
/// `texts` are those that we marked, `annotated` files of articles that others annotated. A finding is right when it touches
/// a marked passage.
pub fn fit(texts: &[Marked], annotated: &[Vec<Marked>]) -> String {
    let own: Vec<Seen> = texts.iter().flat_map(seen).collect();
    let mut columns = Columns::default();
    let examples = columns.examples(&own, 1.0, &[]);
    let fitted = Regression::fit(&examples, columns.len(), DRAWN);
    let around: Vec<f64> = (0..)
        .zip(FEATURES)
        .map(|(at, feature)| match feature.chosen {
            Some(weight) => weight.into(),
            None => TRUST * fitted.weight(columns.known(&Column::Around(at))),
        })
        .collect();
    let note = format!(
        "# Made by `closeread fit`; `model.rs` says what the numbers are. Log-odds.\n\
         # around: from {} findings in the texts of texts/, which are ours.\n",
        own.len()
    );
    let numbers = calibrated(&around, annotated);
    let model = Model::parse(&numbers).0;
    let tint = fit_phrases::asked(texts, &model);
    note + &numbers + &fit_phrases::calibrated(&tint, annotated, &model)
}

/// Scores calibrated on articles that others annotated, instead of the program's: to measure on other articles than those that
/// scores were calibrated on.
#[derive(Debug)]
pub struct Scoring(Model);

impl Scoring {
    /// Calibrated on `annotated`, with the program's weights of surroundings and its levels.
    pub fn on(annotated: &[Vec<Marked>]) -> Self {
        let around: Vec<f64> = model::model().around().map(f64::from).collect();
        let numbers = calibrated(&around, annotated);
        let scores = Model::parse(&numbers).0;
        let phrases = fit_phrases::calibrated(&model::model().tint, annotated, &scores);
        Self(Model::parse(&(numbers + &phrases)).0)
    }

    /// The loaded language of `article`, so scored.
    pub fn find(&self, article: &Article) -> Vec<Finding> {
        let lexicon = Lexicon::default();
        let mut found = Vec::new();
        for index in 0..article.len() {
            let page = Page::new(article.paragraph_text(index));
            let offset = article.paragraph(index).start;
            found.extend(found_on(&page, offset, &lexicon, &self.0, Strictness::All));
        }
        found
    }
}

/// The lines of `model.txt`, for these weights of surroundings.
fn calibrated(around: &[f64], annotated: &[Vec<Marked>]) -> String {
    let files: Vec<Vec<Seen>> = annotated
        .iter()
        .map(|file| file.iter().flat_map(seen).collect())
        .collect();
    let mut columns = Columns::default();
    let most = files.iter().map(Vec::len).max().unwrap_or_default() as f64;
    let mut all = Vec::new();
    for (file, seen) in files.iter().enumerate() {
        let share = most / seen.len().max(1) as f64;
        let mut examples = columns.examples(seen, share, around);
        // Each file has its own share of loaded language; the model's is the one between them.
        let base = columns.at(Column::File(file));
        for example in &mut examples {
            example.values.push((base, 1.0));
        }
        all.extend(examples);
    }
    let calibration = Regression::fit(&all, columns.len(), FIRM);
    written(&columns, &calibration, around, all.len())
}

/// A finding as it is learned from.
struct Seen {
    rule: String,
    rating: u8,
    sense: Sense,
    shape: Shape,
    around: Vec<f32>,
    is_right: bool,
}

fn seen((article, marked): &Marked) -> Vec<Seen> {
    let marked = Overlaps::new(marked.iter().map(|span| (*span, ())));
    let lexicon = Lexicon::default();
    let mut all = Vec::new();
    for index in 0..article.len() {
        let page = Page::new(article.paragraph_text(index));
        let offset = article.paragraph(index).start;
        let hits = hits(&page, &lexicon);
        for (hit, around) in hits.iter().zip(Around::each(&page, &hits)) {
            let span = page.published(hit.span).shift(offset);
            all.push(Seen::new(hit, &around, marked.with(span).next().is_some()));
        }
    }
    all
}

impl Seen {
    fn new(hit: &Hit, around: &Around, is_right: bool) -> Self {
        Self {
            rule: hit.full_rule(),
            rating: hit.rating,
            sense: hit.sense,
            shape: around.shape(),
            around: FEATURES
                .iter()
                .map(|feature| (feature.value)(around))
                .collect(),
            is_right,
        }
    }
}

/// What a weight belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Base,
    Rating(u8),
    Also(Sense),
    Rule(String),
    Both(String),
    Shape(usize),
    Words(usize),
    Around(usize),
    File(usize),
}

/// The columns of a regression in the order in which they were met.
#[derive(Debug, Default)]
struct Columns(BTreeMap<Column, usize>);

impl Columns {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn at(&mut self, column: Column) -> usize {
        let next = self.0.len();
        *self.0.entry(column).or_insert(next)
    }

    fn known(&self, column: &Column) -> usize {
        self.0.get(column).copied().unwrap_or(usize::MAX)
    }

    /// Examples that weigh `weight` each; with `around` weights given, the surroundings are no column but an offset.
    fn examples(&mut self, seen: &[Seen], weight: f64, around: &[f64]) -> Vec<Example> {
        seen.iter()
            .map(|seen| {
                let mut values = vec![
                    (self.at(Column::Base), 1.0),
                    (self.at(Column::Rating(seen.rating.min(HIGHEST))), 1.0),
                    (self.at(Column::Rule(seen.rule.clone())), 1.0),
                    (self.at(Column::Shape(seen.shape.ending)), 1.0),
                    (self.at(Column::Words(seen.shape.words)), 1.0),
                ];
                if seen.sense != Sense::Nothing {
                    values.push((self.at(Column::Also(seen.sense)), 1.0));
                }
                let both = model::pair(&seen.rule, seen.sense);
                values.push((self.at(Column::Both(both)), 1.0));
                let answers = seen.around.iter().map(|value| f64::from(*value));
                let offset = if around.is_empty() {
                    let places = answers.enumerate().filter(|(_, value)| *value != 0.0);
                    values.extend(places.map(|(at, value)| (self.at(Column::Around(at)), value)));
                    0.0
                } else {
                    answers
                        .zip(around)
                        .map(|(value, weight)| value * weight)
                        .sum()
                };
                Example {
                    values,
                    offset,
                    is_right: seen.is_right,
                    weight,
                }
            })
            .collect()
    }
}

fn written(columns: &Columns, calibration: &Regression, around: &[f64], seen: usize) -> String {
    let mut text = format!(
        "# base, rating, also, rule, both, shape, words: calibrated on {seen} findings in annotated articles.\n"
    );
    let files: Vec<f64> = columns
        .0
        .iter()
        .filter(|(column, _)| matches!(column, Column::File(_)))
        .map(|(_, at)| calibration.weight(*at))
        .collect();
    let between = files.iter().sum::<f64>() / files.len().max(1) as f64;
    for (column, at) in &columns.0 {
        let weight = calibration.weight(*at);
        let _ = match column {
            Column::Base => writeln!(text, "base {:.2}", weight + between),
            Column::Rating(rating) => writeln!(text, "rating {rating} {weight:.2}"),
            Column::Also(sense) => writeln!(text, "also {} {weight:.2}", sense.name()),
            Column::Both(both) => writeln!(text, "both {both} {weight:.2}"),
            Column::Rule(rule) => writeln!(text, "rule {rule} {weight:.2}"),
            Column::Shape(ending) => writeln!(text, "shape {} {weight:.2}", shape::name(*ending)),
            Column::Words(words) => writeln!(text, "words {words} {weight:.2}"),
            Column::Around(_) | Column::File(_) => Ok(()),
        };
    }
    for (feature, weight) in FEATURES.iter().zip(around) {
        let _ = writeln!(text, "around {} {weight:.2}", feature.name);
    }
    for line in model::levels() {
        let _ = writeln!(text, "{line}");
    }
    text
}
