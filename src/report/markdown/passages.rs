//! Every annotation with the words it is about.

use crate::article::Article;
use crate::notes::{Anchor, Annotation, Notebook, Verdict};
use crate::report::Reading;
use crate::report::flags::{Voices, flag_category};
use crate::report::markdown::escape::{block, inline, quotation};
use crate::report::markdown::tables::voice_words;
use crate::report::prose::{counted, day, list};
use crate::text::Span;
use std::cmp::Reverse;

/// The annotations that found their words, in text order under the number of their paragraph.
pub(super) fn placed(reading: &Reading) -> Option<String> {
    let article = reading.article;
    let voices = Voices::new(article, reading.findings);
    let mut items: Vec<(Span, &Notebook, &Annotation)> = reading
        .annotations()
        .filter_map(|(notebook, annotation, anchor)| match anchor {
            Anchor::Found(span) => Some((*span, notebook, annotation)),
            _ => None,
        })
        .collect();
    items.sort_by_key(|(span, ..)| (span.start, Reverse(span.end)));
    let mut parts = Vec::new();
    let mut last = None;
    for (span, notebook, annotation) in items {
        let paragraph = article.paragraph_at(span.start);
        if last.replace(paragraph) != Some(paragraph) {
            parts.push(format!("### ¶{}", paragraph + 1));
        }
        let voice = voices.at(span);
        let place = crosses(article, span).then(|| paragraphs(article, span));
        parts.push(quotation(span.of(&article.text)));
        parts.push(said(
            notebook,
            annotation,
            place,
            &voice_words(Some(&voice)),
        ));
    }
    (!parts.is_empty()).then(|| format!("## Annotations\n\n{}", parts.join("\n\n")))
}

/// The annotations whose words are not, or not surely, where they were: never dropped.
pub(super) fn misplaced(reading: &Reading) -> Option<String> {
    let voices = Voices::new(reading.article, reading.findings);
    let items: Vec<String> = reading
        .annotations()
        .filter(|(_, _, anchor)| !matches!(anchor, Anchor::Found(_)))
        .map(|(notebook, annotation, anchor)| {
            let voice = anchor.span().map(|span| voices.at(span));
            [
                quotation(&annotation.selector.quote),
                said(notebook, annotation, None, &voice_words(voice.as_ref())),
                format!("*{}*", fate(reading.article, annotation, anchor)),
            ]
            .join("\n\n")
        })
        .collect();
    let lead = match items.len() {
        1 => {
            "This annotation no longer points at one certain place. It is kept here with the words it was made on."
        }
        _ => {
            "These annotations no longer point at one certain place. They are kept here with the words they were made on."
        }
    };
    (!items.is_empty()).then(|| {
        format!(
            "## Annotations to check\n\n{lead}\n\n{}",
            items.join("\n\n")
        )
    })
}

/// What an annotation says: a line of facts with author and day, then reason and note.
fn said(
    notebook: &Notebook,
    annotation: &Annotation,
    place: Option<String>,
    voice: &str,
) -> String {
    let mut facts = Vec::new();
    let answered = annotation
        .finding
        .as_deref()
        .map_or_else(|| "finding".to_owned(), inline);
    if let Some(flag) = &annotation.flag {
        facts.push(format!("**Flag: {}**", inline(flag)));
    }
    if let Some(verdict) = annotation.verdict {
        facts.push(format!("**{}: {answered}**", verdict_word(verdict)));
    }
    if facts.is_empty() {
        facts.push("**Note**".to_owned());
    }
    if flag_category(annotation).is_some() || annotation.verdict.is_some() {
        facts.push(voice.to_owned());
    }
    facts.extend(place);
    if !annotation.tags.is_empty() {
        let tags = annotation
            .tags
            .iter()
            .map(|tag| format!("#{}", inline(tag)));
        facts.push(tags.collect::<Vec<_>>().join(" "));
    }
    let mut parts = vec![format!(
        "{} — *{}*",
        facts.join(" · "),
        signature(notebook, annotation)
    )];
    parts.extend(
        annotation
            .reason
            .as_deref()
            .map(|reason| format!("*Reason:* {}", inline(reason))),
    );
    parts.extend(
        annotation
            .note
            .as_deref()
            .map(block)
            .filter(|note| !note.is_empty()),
    );
    parts.join("\n\n")
}

fn verdict_word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "Accepted",
        Verdict::Rejected => "Rejected",
    }
}

fn signature(notebook: &Notebook, annotation: &Annotation) -> String {
    let reader = Some(inline(&notebook.reader)).filter(|reader| !reader.is_empty());
    let created = annotation
        .created
        .as_deref()
        .map(|created| inline(&day(created)));
    let parts: Vec<String> = [reader.or_else(|| Some("unsigned".to_owned())), created]
        .into_iter()
        .flatten()
        .collect();
    parts.join(", ")
}

/// What became of an annotation that has no certain place.
fn fate(article: &Article, annotation: &Annotation, anchor: &Anchor) -> String {
    let was = annotation
        .at
        .map_or_else(String::new, |at| format!(", once in ¶{}", at.paragraph));
    match anchor {
        Anchor::Found(span) => format!("Found in {}.", paragraphs(article, *span)),
        Anchor::Moved(candidate) => format!(
            "Moved{was}: now probably in {}, “{}”.",
            paragraphs(article, candidate.span),
            inline(candidate.span.of(&article.text)),
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

fn crosses(article: &Article, span: Span) -> bool {
    article.paragraph_at(span.start) != last_paragraph(article, span)
}

/// `¶4`, or `¶4–5` when the passage goes on into the next.
fn paragraphs(article: &Article, span: Span) -> String {
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
