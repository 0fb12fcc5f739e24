//! Where a foreign annotation stands in our article.

use crate::article::Article;
use crate::import::{Foreign, Hint};
use crate::notes::{Anchor, Anchorer, Annotation, At, Id, Selector};
use crate::text::{ScalarIndex, Span, Utf16Index, digest, fold};

/// The annotation as it stands in `article`, and its anchor. What is found gets words, surroundings and position of our text;
/// anything else keeps the words it came with. Its id is [`id`].
///
/// The words and their surroundings decide. Where those fit several places, the position it came with chooses one of
/// them, if it is the very beginning of that; it never overrules words.
pub fn place(foreign: &Foreign, article: &Article, anchorer: &Anchorer) -> (Annotation, Anchor) {
    let mut annotation = foreign.annotation.clone();
    annotation.id = id(foreign);
    let mut anchor = anchorer.anchor(&annotation, false);
    if let Anchor::Ambiguous(places) = &anchor {
        let hint = foreign.hint.map(|hint| byte(hint, article));
        let meant = places.iter().find(|place| Some(place.start) == hint);
        anchor = meant.copied().map_or(anchor, Anchor::Found);
    }
    if let Anchor::Found(span) = anchor {
        annotation.selector = Selector::of(article, span);
    }
    annotation.at = anchor.span().map(|span| At::of(article, span.start));
    (annotation, anchor)
}

fn byte(hint: Hint, article: &Article) -> usize {
    match hint {
        Hint::Scalars(offset) => ScalarIndex::new(&article.text).byte(offset),
        Hint::Utf16(offset) => Utf16Index::new(&article.text).byte(offset),
    }
}

/// An id made from all that is said and of what, so that importing it again gives the same: twelve letters and digits.
pub fn id(foreign: &Foreign) -> Id {
    let Annotation {
        selector,
        flag,
        tags,
        note,
        finding,
        verdict,
        reason,
        speaker,
        created,
        ..
    } = &foreign.annotation;
    let verdict = verdict.map(|verdict| verdict.word().to_owned());
    let author = &foreign.author;
    let words = [&selector.quote, &selector.before, &selector.after].map(|text| Some(text.clone()));
    let fields = [
        flag, note, finding, &verdict, reason, speaker, created, author,
    ];
    let fields = words.into_iter().chain(fields.into_iter().cloned());
    let all: Vec<Option<String>> = fields.chain(tags.iter().cloned().map(Some)).collect();
    // The form of debugging keeps what it holds apart, whatever that is.
    let digest = digest(&format!("{all:?} {:?}", foreign.hint));
    let seed = |range| {
        let digits = digest.get(range).unwrap_or_default();
        u64::from_str_radix(digits, 16).unwrap_or_default()
    };
    Id(format!(
        "{}{}",
        Id::from_seed(seed(0..16)),
        Id::from_seed(seed(16..32))
    ))
}

/// Whether `known`, at the place `at`, says the same of the same words as `new` at `place`.
pub fn says_the_same(
    (known, at): (&Annotation, Option<Span>),
    (new, place): (&Annotation, Option<Span>),
) -> bool {
    let words = |annotation: &Annotation| fold(&annotation.selector.quote).text;
    let said = |annotation: &Annotation| Annotation {
        id: Id::default(),
        at: None,
        selector: Selector::default(),
        ..annotation.clone()
    };
    at == place && said(known) == said(new) && words(known) == words(new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn placed(quote: &str, before: &str, hint: Option<Hint>) -> (Option<At>, &'static str) {
        let article = Article::new("a", "🦀 one two.\n\nAnd one two.\n\nOr three “four” five.");
        let selector = Selector {
            quote: quote.into(),
            before: before.into(),
            ..Selector::default()
        };
        let annotation = Annotation {
            selector,
            ..Annotation::default()
        };
        let foreign = Foreign {
            annotation,
            hint,
            ..Foreign::default()
        };
        let (annotation, anchor) = place(&foreign, &article, &Anchorer::new(&article));
        (annotation.at, anchor.word())
    }

    #[test]
    fn words_decide_and_positions_choose_between_the_same_words() {
        let at = |paragraph, column| Some(At { paragraph, column });
        for (quote, before, hint, expected) in [
            ("one two", "", None, (None, "ambiguous")),
            ("one two", "", Some(Hint::Scalars(2)), (at(1, 3), "found")),
            ("one two", "", Some(Hint::Utf16(3)), (at(1, 3), "found")),
            ("one two", "", Some(Hint::Scalars(3)), (None, "ambiguous")),
            (
                "one two",
                "And ",
                Some(Hint::Scalars(2)),
                (at(2, 5), "found"),
            ),
            ("\"four\"", "", Some(Hint::Scalars(2)), (at(3, 10), "found")),
            (
                "nothing like it",
                "",
                Some(Hint::Scalars(2)),
                (None, "lost"),
            ),
        ] {
            assert_eq!(
                placed(quote, before, hint),
                expected,
                "{quote} {before} {hint:?}"
            );
        }
    }
}
