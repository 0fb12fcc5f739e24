//! What stands around a place, held against what stood around the quote.

use crate::article::Article;
use crate::notes::anchor::likeness::{first, last, likeness};
use crate::notes::anchor::{Edge, Wanted};
use crate::text::{Folded, Span};

/// So many letters of one side, all it has, tell a place from others.
const FEW: usize = 8;

/// As alike as this, changed surroundings are still the same ones.
const ALIKE: f32 = 0.85;

/// What stands around a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    before: Side,
    after: Side,
    /// The place, in the folded text.
    span: Span,
}

#[derive(Debug, Clone, Copy)]
struct Side {
    /// Letters and digits next to the place that are as wanted.
    kept: usize,
    /// Whether nothing of it changed, or nothing up to where a paragraph begins or ends now as it did.
    whole: bool,
}

impl Surroundings {
    /// What stands around `span` of the folded text, which is `original` in the article.
    pub(super) fn of(
        article: &Article,
        folded: &Folded,
        span: Span,
        original: Span,
        wanted: &Wanted,
    ) -> Self {
        let text = &folded.text;
        let (before, after) = beside(text, span);
        let [head, tail] = [wanted.before.trim(), wanted.after.trim()];
        let paragraph = folded.folded(article.paragraph(article.paragraph_at(original.start)));
        let [above, below] = [
            Span::new(paragraph.start.min(span.start), span.start),
            Span::new(span.end, paragraph.end.max(span.end)),
        ];
        let side = |kept, wanted: &str, edge: Edge, rest: Span| {
            let all = letters(wanted);
            // Letters up to the edge are counted only where they can be as few as those wanted.
            let at_edge = edge.is_some_and(|edge| {
                rest.len() <= wanted.len() + 2 && kept >= edge && letters(rest.of(text)) == edge
            });
            Side {
                kept,
                whole: at_edge || all > 0 && kept == all,
            }
        };
        Self {
            before: side(
                common(before.chars().rev(), head.chars().rev()),
                head,
                wanted.begins,
                above,
            ),
            after: side(
                common(after.chars(), tail.chars()),
                tail,
                wanted.ends,
                below,
            ),
            span,
        }
    }

    /// Letters and digits on either side that are as wanted.
    pub(super) fn kept(&self) -> usize {
        self.before.kept + self.after.kept
    }

    /// Whether these are the surroundings that were wanted in the folded `text`: one side is there, or both are much alike.
    ///
    /// Misses: a text made of set phrases, where one side stands at other places too.
    pub(super) fn are_those(&self, text: &str, wanted: &Wanted) -> bool {
        let sides = [self.before, self.after];
        sides.iter().all(|side| side.whole)
            || sides.iter().any(|side| side.whole && side.kept >= FEW)
            || self.likeness(text, wanted) >= ALIKE
    }

    /// How alike the side that changed more is to that wanted, from 0 to 1.
    fn likeness(&self, text: &str, wanted: &Wanted) -> f32 {
        let (before, after) = beside(text, self.span);
        let [head, tail] = [wanted.before.trim(), wanted.after.trim()];
        likeness(head, last(before, head.chars().count()))
            .min(likeness(tail, first(after, tail.chars().count())))
    }
}

/// What stands before and behind a place, without white space next to it.
fn beside(text: &str, span: Span) -> (&str, &str) {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    (before.trim_end(), after.trim_start())
}

/// Letters and digits of `text`.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    let same = a.zip(b).take_while(|(a, b)| a == b);
    same.filter(|(a, _)| a.is_alphanumeric()).count()
}
