//! Fitting the ranker's weights on annotated news.

mod descent;
mod examples;
mod heads;

use crate::article::Article;
use crate::detect::quotation::language::Language;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::fit::descent::descend;
use crate::detect::quotation::ranker::fit::examples::{Examples, Known};
use crate::detect::quotation::ranker::fit::heads::Heads;
use crate::detect::quotation::ranker::weights::{Feature, Weights};
use crate::text::Span;
use std::collections::HashMap;

/// What an annotator found: reported words with their cue and speaker.
#[derive(Debug, Clone, Copy)]
pub struct Reported {
    /// The reported words.
    pub words: Span,
    /// The crediting words.
    pub cue: Option<Span>,
    /// Who is credited.
    pub speaker: Option<Span>,
    /// Whether somebody spoke or wrote them: thoughts and wishes are not fitted on.
    pub is_speech: bool,
}

/// An article with what an annotator found in it.
pub type Annotated = (Article, Vec<Reported>);

/// The bytes of the weights that make the annotators' choices likeliest. The same articles give the same bytes.
pub fn fit(texts: &[Annotated]) -> Vec<u8> {
    let heads = &Heads::count(texts);
    let mut examples = Examples::default();
    let filter = Weights::new(&HashMap::new(), heads.words());
    let know = |weights| Known { heads, weights };
    each(texts, |p, reported| {
        examples.collect_gates(p, reported, know(&filter));
    });
    let gates: HashMap<Feature, f32> = descend(&examples.gates);
    let gated = Weights::new(&gates, heads.words());
    each(texts, |p, reported| {
        examples.collect(p, reported, know(&gated));
    });
    let mut weights = descend(&examples.reports);
    weights.extend(descend(&examples.speakers));
    weights.extend(gates);
    Weights::new(&weights, heads.words()).bytes()
}

/// Shows every paragraph with what was found in its article.
fn each(texts: &[Annotated], mut show: impl FnMut(&Passage, &[Reported])) {
    for (article, reported) in texts {
        for index in 0..article.paragraphs.len() {
            let span = article.paragraph(index);
            show(
                &Passage::new(&article.text, span, Language::Other),
                reported,
            );
        }
    }
}
