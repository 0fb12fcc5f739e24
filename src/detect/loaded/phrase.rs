//! Phrases: flagged words together with those beside them.
//!
//! Readers who mark words that push mark what these are said of, too: of "a brutal regime" often both words. Which words, and how
//! often, is told by where they stand and by how sure the flagged word is. A phrase is shown where everything is; its score is that of
//! the word in it that is marked least often.

use crate::detect::finding::OWN_WORDS;
use crate::detect::loaded::beside::{Beside, Side, besides};
use crate::detect::loaded::cover::uncovered;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::placed::Placed;
use crate::detect::loaded::tint::Tint;
use crate::detect::{Category, Finding, Loaded, PHRASE, Strictness, Voice, What};
use crate::text::Span;
use std::cmp::Reverse;
use std::ops::Range;

/// What is less likely belongs to no phrase. Chosen among 0.06, 0.08, 0.1 and 0.12, the last of which costs average precision that can
/// be seen.
const LEAST: f32 = 0.1;

/// So many findings before and behind are asked whether they have the words of a phrase already.
const NEAR: usize = 6;

/// The phrases around the findings of a page, whose paragraph begins at byte `offset` of the article; in text order. `placed` are in
/// text order, too; in time linear in the page.
pub(super) fn phrases(page: &Page, placed: &[Placed], tint: &Tint, offset: usize) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut first = 0;
    for (at, one) in placed.iter().enumerate() {
        let Some(runs) = runs(page, one.around.span, &mut first) else {
            continue;
        };
        let others = placed.get(at.saturating_sub(NEAR)..).unwrap_or_default();
        let others = others.get(..2 * NEAR + 1).unwrap_or(others);
        if let Some(loaded) = core(one)
            && let Some(phrase) = phrase(page, one, runs, others, tint)
        {
            found.push(phrase.finding(page, one, loaded, tint, offset));
        }
    }
    found.sort_by_key(|finding| (finding.span.start, Reverse(finding.span.end)));
    uncovered(found)
}

/// What is said of a finding as loaded language if it colours the words beside it: it came from a list, judges, and is sure enough.
pub(super) fn core<'a>(one: &'a Placed) -> Option<&'a Loaded> {
    let What::Loaded(loaded) = &one.finding.what else {
        return None;
    };
    let is_core = loaded.entry.is_some()
        && one.finding.score >= LEAST
        && colours(loaded.category)
        && !one.finding.rule.ends_with(OWN_WORDS);
    is_core.then_some(loaded)
}

fn colours(category: Category) -> bool {
    use Category::{Distancing, Insinuation, JudgingCue};
    !category.is_quiet() && !matches!(category, Distancing | Insinuation | JudgingCue)
}

/// The runs of `page` that `span` stands on; `first` is one that is not behind them, and moves on.
pub(super) fn runs(page: &Page, span: Span, first: &mut usize) -> Option<Range<usize>> {
    while page.run(*first)?.end <= span.start {
        *first += 1;
    }
    let behind = (*first..).take_while(|at| page.run(*at).is_some_and(|run| run.start < span.end));
    Some(*first..*first + behind.count())
}

/// Words beside flagged ones that make a phrase with them.
struct Phrase {
    /// All of it; offsets of the page.
    span: Span,
    /// The word that is marked least often.
    least: Beside,
    odds: f32,
}

fn phrase(
    page: &Page,
    one: &Placed,
    runs: Range<usize>,
    others: &[Placed],
    tint: &Tint,
) -> Option<Phrase> {
    let odds = log_odds(one.finding.score);
    let edges = [
        (Side::Before, runs.start),
        (Side::Behind, runs.end.checked_sub(1)?),
    ];
    let mut phrase: Option<Phrase> = None;
    for (side, edge) in edges {
        let mut least: Option<(Beside, f32)> = None;
        for beside in besides(page, edge, side, odds) {
            let odds = tint.log_odds(&beside);
            if least.is_none_or(|(_, lowest)| odds < lowest) {
                least = Some((beside, odds));
            }
            let is_new = !others
                .iter()
                .any(|other| other.around.span.covers(beside.word));
            let Some((word, lowest)) = least.filter(|_| is_new && likely(odds) >= LEAST) else {
                continue;
            };
            let so_far = phrase.get_or_insert(Phrase {
                span: one.around.span,
                least: word,
                odds: lowest,
            });
            so_far.span = so_far.span.hull(beside.word);
            if lowest < so_far.odds {
                (so_far.least, so_far.odds) = (word, lowest);
            }
        }
    }
    let is_found = |phrase: &Phrase| others.iter().any(|other| other.around.span == phrase.span);
    phrase.filter(|phrase| !is_found(phrase))
}

impl Phrase {
    fn finding(
        &self,
        page: &Page,
        one: &Placed,
        loaded: &Loaded,
        tint: &Tint,
        offset: usize,
    ) -> Finding {
        let core = &one.finding;
        let words = one.around.span.of(&page.text);
        Finding {
            span: page.published(self.span).shift(offset),
            detector: core.detector,
            rule: [&core.rule, PHRASE].concat().into(),
            reason: format!(
                "one phrase with \"{words}\", which is flagged by itself; some readers mark all of it"
            )
            .into(),
            score: likely(self.odds).min(core.score),
            voice: Voice::Own,
            what: What::Loaded(Loaded {
                category: loaded.category,
                entry: loaded.entry.clone(),
                level: Strictness::All,
                grounds: tint.grounds(&self.least).collect(),
                alternative: None,
                core: Some(core.span),
            }),
        }
    }
}

/// The log-odds of a share.
pub(super) fn log_odds(share: f32) -> f32 {
    (share / (1.0 - share)).ln()
}

/// The share with these log-odds.
fn likely(odds: f32) -> f32 {
    1.0 / (1.0 + (-odds).exp())
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::detect::{Finding, Own, Strictness, find, find_for};

    fn phrases(text: &str) -> (Article, Vec<Finding>, Vec<Finding>) {
        let article = Article::new("a", text);
        let found = find(&article, 0..article.len(), &Own::default());
        let (phrases, others) = found.into_iter().partition(|one| one.core().is_some());
        (article, phrases, others)
    }

    #[test]
    fn a_flagged_word_with_those_beside_it() {
        for (text, found) in [
            (
                "A shameful ferry timetable, he said.",
                "shameful ferry timetable",
            ),
            ("“Shameful”, he said.", ""),
            ("It was shameful.", ""),
            ("They saw that the act was shameful and left.", ""),
            (
                "A shameful vote of the council.",
                "shameful vote of the council",
            ),
        ] {
            let (article, phrases, _) = phrases(text);
            let words: Vec<&str> = phrases
                .iter()
                .map(|one| one.span.of(&article.text))
                .collect();
            assert_eq!(words.join(", "), found, "{text}");
        }
    }

    #[test]
    fn a_phrase_is_less_sure_than_its_core_and_only_for_who_sees_everything() {
        let (article, phrases, others) = phrases(
            "The brutal regime waged a shameless campaign of lies against brave people.\n\nIts vile \
             thugs rammed through a disastrous law; the craven, corrupt party hacks cheered.",
        );
        assert!(phrases.len() >= 3, "{phrases:?}");
        for phrase in &phrases {
            let core = phrase.core().unwrap();
            let mut cores = others.iter().filter(|one| one.span == core);
            assert!(cores.any(|one| phrase.score <= one.score), "{phrase:?}");
            assert!(phrase.span.covers(core) && phrase.span != core);
            assert!(!phrase.is_shown_at(Strictness::Normal) && phrase.rule.ends_with(" phrase"));
            assert!(others.iter().all(|one| one.span != phrase.span));
        }
        let again = Article::new("b", &*article.text);
        let second = find(&again, 1..2, &Own::default());
        let whole: Vec<Finding> = find(&again, 0..2, &Own::default());
        let whole = whole
            .into_iter()
            .filter(|one| again.paragraph(1).covers(one.span));
        assert_eq!(
            whole.collect::<Vec<_>>(),
            second,
            "the range does not matter"
        );
    }

    #[test]
    fn who_shows_less_gets_the_same_without_phrases() {
        let text =
            "The brutal regime waged a shameless war.\nA gloomy, feeble ferry came; may it be?";
        let article = Article::new("a", text);
        let own = Own::default();
        let all = find(&article, 0..2, &own);
        let less = find_for(&article, 0..2, &own, Strictness::Normal);
        let without = all.iter().filter(|one| one.core().is_none());
        assert!(without.eq(&less), "{all:?}");
        assert!(less.len() < all.len());
    }
}
