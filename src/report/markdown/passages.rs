//! Every annotation with the words it is about.

use crate::detect::Voices;
use crate::notes::{Anchor, Annotation, Notebook};
use crate::report::Reading;
use crate::report::cited::{crosses, fate, paragraphs};
use crate::report::flags::voice_of;
use crate::report::markdown::context::{Noted, context};
use crate::report::markdown::escape::{inline, quotation};
use crate::report::markdown::remark::Remark;
use crate::report::quoted::voices;
use crate::text::Span;
use std::cmp::Reverse;

/// An annotation that found its words.
type Placed<'a> = (Span, &'a Notebook, &'a Annotation);

/// The annotations that found their words: under the number of their paragraph the sentences they stand in, with a footnote each.
pub(super) fn placed(reading: &Reading) -> Option<String> {
    let article = reading.article;
    let voices = voices(reading);
    let placed = reading
        .annotations()
        .filter_map(|(notebook, annotation, anchor)| match anchor {
            Anchor::Found(span) => Some((*span, notebook, annotation)),
            _ => None,
        });
    let mut placed: Vec<Placed> = placed.collect();
    placed.sort_by_key(|(span, ..)| (span.start, Reverse(span.end)));
    let mut parts = Vec::new();
    let mut number = 0;
    let same =
        |a: &Placed, b: &Placed| article.paragraph_at(a.0.start) == article.paragraph_at(b.0.start);
    for group in placed.chunk_by(same) {
        let index = group
            .first()
            .map_or(0, |(span, ..)| article.paragraph_at(span.start));
        let numbered = group.iter().zip(number + 1..);
        let noted: Vec<Noted> = numbered.clone().map(|((span, ..), n)| (*span, n)).collect();
        parts.push(format!("### ¶{}", index + 1));
        parts.push(context(article, index, &noted));
        parts.extend(numbered.map(|(one, n)| footnote(reading, &voices, one, n)));
        number += group.len();
    }
    (!parts.is_empty()).then(|| format!("## Annotations\n\n{}", parts.join("\n\n")))
}

/// What is said of one passage, as the footnote of that number.
fn footnote(reading: &Reading, voices: &Voices, placed: &Placed, number: usize) -> String {
    let article = reading.article;
    let (span, notebook, annotation) = *placed;
    let remark = Remark {
        notebook,
        annotation,
        voice: Some(voice_of(annotation, span, &article.text, voices)),
        place: crosses(article, span).then(|| paragraphs(article, span)),
    };
    let words = inline(span.of(&article.text));
    // Words that bring marks of their own need no others.
    let (open, close) = match words.chars().next() {
        Some('“' | '"' | '„' | '«' | '‘' | '\'') => ("", ""),
        _ => ("“", "”"),
    };
    let said = format!("{open}{words}{close}\n\n{}", remark.write());
    let lines = said.lines().map(|line| match line {
        "" => String::new(),
        line => format!("    {line}"),
    });
    let body = lines.collect::<Vec<_>>().join("\n");
    format!("[^{number}]: {}", body.trim_start())
}

/// The annotations whose words are not, or not surely, where they were: never dropped.
pub(super) fn misplaced(reading: &Reading) -> Option<String> {
    let voices = voices(reading);
    let items: Vec<String> = reading
        .annotations()
        .filter(|(_, _, anchor)| !matches!(anchor, Anchor::Found(_)))
        .map(|(notebook, annotation, anchor)| {
            let remark = Remark {
                notebook,
                annotation,
                voice: anchor
                    .span()
                    .map(|span| voice_of(annotation, span, &reading.article.text, &voices)),
                place: None,
            };
            [
                quotation(&annotation.selector.quote),
                remark.write(),
                format!("*{}*", inline(&fate(reading.article, annotation, anchor))),
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
