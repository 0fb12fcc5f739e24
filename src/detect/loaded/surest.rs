//! The surest finding of a sentence that as a whole is likely to push, of which nothing would be shown.
//!
//! Of several words, none of which would be shown by itself, one often is right: a short sentence crowded with them pushes its reader
//! more often than not. At normal strictness such a sentence shows its surest finding, so that the reader looks there at all.

use crate::detect::finding::OWN_WORDS;
use crate::detect::loaded::model::Model;
use crate::detect::loaded::placed::Placed;
use crate::detect::{Ground, Strictness, What};

/// A sentence of so many words counts as it is; what a longer one has counts less.
const USUAL: f32 = 30.0;

/// Shows the surest finding of a sentence earlier where the findings of the sentence together say so. `placed` are those of a page in
/// text order; in time linear in them.
pub(super) fn show(placed: &mut [Placed], model: &Model) {
    for sentence in placed.chunk_by_mut(|a, b| a.around.sentence == b.around.sentence) {
        if sentence
            .iter()
            .any(|one| one.finding.is_shown_at(Strictness::Normal))
        {
            continue;
        }
        let words = sentence.first().map_or(0, |one| one.around.sentence_words);
        let theirs = sentence.iter().filter(|one| !is_own(one));
        let sum: f32 = theirs.map(|one| one.finding.score).sum();
        if sum * 2.0 * USUAL / (words as f32 + USUAL) < model.sentence {
            continue;
        }
        let theirs = sentence.iter_mut().filter(|one| !is_own(one));
        let surest = theirs.max_by(|a, b| a.finding.score.total_cmp(&b.finding.score));
        if let Some(surest) = surest.filter(|one| one.finding.score >= model.surest) {
            show_earlier(surest);
        }
    }
}

/// Whether it is flagged by the project itself: what a project adds does not bear on anything else.
fn is_own(one: &Placed) -> bool {
    one.finding.rule.ends_with(OWN_WORDS)
}

fn show_earlier(placed: &mut Placed) {
    if let What::Loaded(loaded) = &mut placed.finding.what {
        loaded.level = Strictness::Normal;
        loaded.grounds.push(Ground {
            what: "the surest of a sentence whose flags together are likely: shown although none is by itself"
                .into(),
            weight: 0.0,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::detect::{Finding, Own, Strictness, find};

    fn shown(text: &str) -> Vec<String> {
        let article = Article::new("a", text);
        let found = find(&article, 0..article.len(), &Own::default());
        let shown = |one: &Finding| one.category().is_some() && one.is_shown_at(Strictness::Normal);
        let found = found.iter().filter(|one| shown(one));
        found
            .map(|one| one.span.of(&article.text).to_owned())
            .collect()
    }

    #[test]
    fn a_crowded_sentence_shows_its_surest() {
        let long = "were all that was heard on the second floor of the town hall in the early evening of \
                    that day, when the ferry had come back and the council met for the last time";
        for (text, found) in [
            ("Hostile neighbours and a bitter row.", vec!["bitter row"]),
            ("Hostile neighbours and a bitter row LONG.", vec![]),
            ("A bitter row.", vec![]),
            (
                "Vile! Hostile neighbours and a bitter row.",
                vec!["Vile", "bitter row"],
            ),
        ] {
            let text = text.replace("LONG", long);
            assert_eq!(shown(&text), found, "{text}");
        }
    }
}
