//! Loaded language: wording that argues while it seems to describe.
//!
//! Words and phrases stand in `lists/`, one plain file per category (`list` says how a file is written, `notation` how a
//! form is), each with what it flags, why, an example and what it misses; what a list cannot see stands in `rules/`, one file
//! per rule. The build script compiles the lists into one automaton over words (`compile`). A paragraph is folded into a `page`;
//! `search` walks it once, the table of rules looks at it, and of overlapping hits of one category the longest is kept; of
//! findings on the same words the surer (`cover`).
//!
//! **Scores.** Every entry and rule has a rating from 1 to 9, our judgement, made several times and apart from the entry alone: of
//! ten such passages in a mix of news, comment and partisan pages, how many would a careful annotator mark? What else the words are
//! (`also: law`) is judged the same way. A small logistic `model` adds up the rating, the rule, the other sense, the `shape` of the words and what stands around the hit
//! (`around`: names, neighbours, "a" or "such" before it …). What the surroundings weigh was fitted on the texts of `texts/`, which we
//! wrote and marked; how often a rating, a rule, a sense and a shape are right was calibrated on two public corpora of annotated news (propaganda
//! spans and biased words, with half of the weight each). No word has a weight of its own: nothing there was learned of a word, a
//! person or a party. [`fit`] makes the numbers anew.
//!
//! Of a sentence that would show nothing at normal strictness but together has much, the `surest` finding is shown.
//!
//! **Phrases.** Annotators often mark what a loaded word is said of, too. Where everything is shown, the words `beside` a flagged one make a
//! `phrase` with it if at least one in ten such is marked; what is asked of them was fitted on our texts, how far they stand was
//! calibrated (`tint`). Nothing else depends on phrases.
//!
//! Those annotators marked few kinds of passages, so hedges, unnamed sources, cues and questions score low although a reader who looks for
//! them keeps more: such patterns are shown at normal strictness because their list says so (`show: normal`).
//!
//! **Misses:** irony, allusion, what only the choice of facts says, words loaded by their context alone, comparison of how two sides
//! are called; any language but English.

mod byte;
mod page;
mod sentence;
mod split;
mod word;

mod element;
mod inflection;
mod notation;

mod sense;
mod shape;

mod entry;
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "lists are read when the program is built")
)]
mod list;
#[cfg(test)]
mod lists;

mod anchor;
mod compile;
mod look;
mod numbers;
mod pairs;
mod piece;
mod sieve;
mod tables;
mod vocabulary;

mod candidates;
mod context;
mod lexicon;
mod reading;
mod search;
mod term;
mod walk;

mod around;
mod beside;
mod cover;
mod hit;
mod model;
mod placed;
mod surest;
mod tint;

mod phrase;

mod fit;
mod fit_phrases;
mod logistic;
mod rules;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod search_tests;

use crate::article::Article;
use crate::detect::{Detector, Finding, Own, Strictness};
use crate::text::Span;
pub use fit::{Marked, Scoring, fit};
pub(super) use word::WordHasher;

use around::Around;
use hit::Hit;
use lexicon::Lexicon;
use model::{Model, model};
use page::Page;
use placed::Placed;
use rules::RULES;
use std::borrow::Cow;
use std::ops::Range;
use term::Term;

/// The detector.
pub(super) const DETECTOR: Detector = Detector {
    name: "loaded",
    about: "wording that argues while it seems to describe",
    find,
};

fn find(article: &Article, range: Range<usize>, own: &Own, wanted: Strictness) -> Vec<Finding> {
    let compiled = lexicon::compiled(&own.words);
    let own = Lexicon::new(&compiled, &own.words);
    let mut found = Vec::new();
    let mut page = Page::default();
    for index in range.take_while(|&index| index < article.len()) {
        page.turn_to(article.paragraph_text(index));
        let offset = article.paragraph(index).start;
        found.extend(found_on(&page, offset, &own, model(), wanted));
    }
    found
}

/// What is found in the paragraph at `offset`, which is `page`; phrases only where everything is `wanted`.
fn found_on(
    page: &Page,
    offset: usize,
    own: &Lexicon,
    model: &Model,
    wanted: Strictness,
) -> Vec<Finding> {
    let mut placed = uncovered_on(page, offset, own, model);
    surest::show(&mut placed, model);
    let phrases = if wanted == Strictness::All {
        phrase::phrases(page, &placed, &model.tint, offset)
    } else {
        Vec::new()
    };
    let each = placed.into_iter().map(|one| one.finding);
    each.chain(phrases).collect()
}

/// Each passage's finding.
fn uncovered_on<'p>(
    page: &'p Page,
    offset: usize,
    own: &Lexicon,
    model: &Model,
) -> Vec<Placed<'p>> {
    cover::uncovered(on_page(page, offset, own, model))
}

/// Also what lies within other findings.
fn on_page<'p>(page: &'p Page, offset: usize, own: &Lexicon, model: &Model) -> Vec<Placed<'p>> {
    let hits = hits(page, own);
    if hits.is_empty() {
        return Vec::new();
    }
    let arounds = Around::each(page, &hits);
    let each = hits.into_iter().zip(arounds);
    each.map(|(hit, around)| Placed {
        finding: hit.finding(page, &around, model, offset),
        around,
    })
    .collect()
}

fn hits(page: &Page, own: &Lexicon) -> Vec<Hit> {
    let mut hits = Vec::new();
    lexicon::lexicon().each(page, &mut |span, term| {
        hits.push(listed(span, &term, Cow::Borrowed));
    });
    own.each(page, &mut |span, term| {
        hits.push(listed(span, &term, |text| Cow::Owned(text.to_owned())));
    });
    for rule in RULES {
        hits.extend((rule.find)(page).into_iter().map(|span| Hit {
            span,
            category: rule.category,
            rule: Cow::Borrowed(rule.name),
            entry: None,
            reason: Cow::Borrowed(rule.reason),
            rating: rule.rating,
            shown: rule.shown,
            sense: rule.sense,
            alternative: None,
        }));
    }
    if hits.is_empty() {
        return hits;
    }
    rules::intensify(page, &mut hits);
    let mut hits = hit::longest(hits);
    hit::trim(page, &mut hits);
    hits
}

/// What a list says of the words at `span`; what our own lists say is borrowed from the program.
fn listed<'t>(span: Span, term: &Term<'t>, kept: impl Fn(&'t str) -> Cow<'static, str>) -> Hit {
    let entry = &term.entry;
    Hit {
        span,
        category: entry.category,
        rule: kept(entry.rule),
        entry: Some(kept(term.name())),
        reason: kept(entry.reason()),
        rating: entry.rating,
        shown: entry.shown(),
        sense: entry.sense(),
        alternative: entry.alternative().map(kept),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn spans_are_passages_of_the_range(
            text in "([a-zA-Z’'\"“” .?!\n-]|regime|so-called|İ|é|\\PC|may soon be|isn't|\u{200b}){0,60}",
            from in 0usize..3,
            to in 0usize..6,
        ) {
            let article = Article::new("a", text);
            for finding in find(&article, from..to, &Own::default(), Strictness::All) {
                prop_assert!(!finding.span.of(&article.text).is_empty());
                let inside = |index| article.paragraph(index).covers(finding.span);
                prop_assert!((from..to.min(article.len())).any(inside));
                prop_assert!((0.0..=1.0).contains(&finding.score));
                prop_assert!(!finding.reason.is_empty());
            }
        }
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        // Quadratic work on this much of any of these would not come back today.
        for piece in [
            "\"", "\" a ", "?", "the ", "may ", "why ", "'", "- ", "a-", "\u{301}", "regime ",
        ] {
            let article = Article::new("a", piece.repeat(200_000 / piece.len()));
            let found = find(&article, 0..article.len(), &Own::default(), Strictness::All);
            assert!(
                found
                    .iter()
                    .all(|finding| finding.span.end <= article.text.len())
            );
        }
    }
}
