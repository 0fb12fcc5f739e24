//! How passages are cited: by the numbers of their paragraphs.

use crate::article::Article;
use crate::notes::{Anchor, Annotation};
use crate::report::prose::{counted, list};
use crate::text::{Span, visible_line};

/// What became of an annotation that has no certain place.
pub(super) fn fate(article: &Article, annotation: &Annotation, anchor: &Anchor) -> String {
    let was = annotation
        .at
        .map_or_else(String::new, |at| format!(", once in ¶{}", at.paragraph));
    match anchor {
        Anchor::Found(span) => format!("Found in {}.", paragraphs(article, *span)),
        Anchor::Moved(candidate) => format!(
            "Moved{was}: now probably in {}, “{}”.",
            paragraphs(article, candidate.span),
            visible_line(candidate.span.of(&article.text)),
        ),
        Anchor::Ambiguous(places) => format!(
            "Ambiguous{was}: the same words stand at {} in {}.",
            counted(places.len(), "place"),
            places_list(article, places),
        ),
        Anchor::Lost(_) => format!("Lost{was}: the words are gone."),
    }
}

fn places_list(article: &Article, places: &[Span]) -> String {
    let mut numbers: Vec<String> = places
        .iter()
        .map(|span| paragraphs(article, *span))
        .collect();
    numbers.dedup();
    list(&numbers)
}

/// Whether it goes on into another paragraph.
pub(super) fn crosses(article: &Article, span: Span) -> bool {
    article.paragraph_at(span.start) != last_paragraph(article, span)
}

/// `¶4`, or `¶4–5` when the passage goes on into the next.
pub(super) fn paragraphs(article: &Article, span: Span) -> String {
    let first = article.paragraph_at(span.start) + 1;
    let last = last_paragraph(article, span) + 1;
    if first == last {
        format!("¶{first}")
    } else {
        format!("¶{first}–{last}")
    }
}

fn last_paragraph(article: &Article, span: Span) -> usize {
    article.paragraph_at(span.end.saturating_sub(1).max(span.start))
}
