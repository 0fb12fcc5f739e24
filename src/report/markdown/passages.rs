//! Every annotation with the words it is about.

use crate::notes::{Anchor, Annotation, Notebook};
use crate::report::Reading;
use crate::report::cited::{crosses, fate, paragraphs};
use crate::report::flags::voice_of;
use crate::report::markdown::escape::{inline, quotation};
use crate::report::markdown::remark::Remark;
use crate::report::quoted::voices;
use crate::text::Span;
use std::cmp::Reverse;

/// The annotations that found their words, in text order under the number of their paragraph.
pub(super) fn placed(reading: &Reading) -> Option<String> {
    let article = reading.article;
    let voices = voices(reading);
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
        let remark = Remark {
            notebook,
            annotation,
            voice: Some(voice_of(annotation, span, &reading.article.text, &voices)),
            place: crosses(article, span).then(|| paragraphs(article, span)),
        };
        parts.push(quotation(span.of(&article.text)));
        parts.push(remark.write());
    }
    (!parts.is_empty()).then(|| format!("## Annotations\n\n{}", parts.join("\n\n")))
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
