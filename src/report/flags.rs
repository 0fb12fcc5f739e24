//! Flags: what readers mark as loaded language, by category and by voice.

use crate::detect::{Category, Voice, Voices};
use crate::notes::Annotation;
use crate::report::Reading;
use crate::report::quoted::{QUOTATION, voices};
use crate::text::Span;
use std::cmp::Reverse;

/// A passage that a reader flags.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag<'a> {
    /// What the reader wrote about it.
    pub annotation: &'a Annotation,
    /// The category as it stands in the notebook; readers may use words outside the table.
    pub category: &'a str,
    /// The passage; nothing when it has no place in this text.
    pub span: Option<Span>,
    /// Whose words it stands in; nothing when the passage has no place in this text.
    pub voice: Option<Voice>,
}

/// The category of loaded language that `annotation` flags, by itself or by accepting a finding.
pub fn flag_category(annotation: &Annotation) -> Option<&str> {
    annotation
        .category()
        .filter(|category| *category != QUOTATION)
}

/// Every flag of every reader, reader by reader.
pub fn flags<'a>(reading: &Reading<'a>) -> Vec<Flag<'a>> {
    let voices = voices(reading);
    let text = &reading.article.text;
    reading
        .annotations()
        .filter_map(|(_, annotation, anchor)| {
            Some(Flag {
                annotation,
                category: flag_category(annotation)?,
                span: anchor.span(),
                voice: anchor
                    .span()
                    .map(|span| voice_of(annotation, span, text, &voices)),
            })
        })
        .collect()
}

/// Number of flags by category: most first, then in the order of [`Category::ALL`], then by name.
pub fn by_category<'a>(flags: &[Flag<'a>]) -> Vec<(&'a str, usize)> {
    let place = |name: &str| {
        let known = Category::ALL.iter().position(|c| c.name() == name);
        known.unwrap_or(Category::ALL.len())
    };
    let mut counts = count(flags.iter().map(|flag| flag.category));
    counts.sort_by_key(|(name, n)| (Reverse(*n), place(name)));
    counts
}

/// Number of flags by voice: most first, then the reporter's own, then by name; those without a place last.
pub fn by_voice<'f>(flags: &'f [Flag]) -> Vec<(Option<&'f Voice>, usize)> {
    let mut counts = count(flags.iter().map(|flag| flag.voice.as_ref()));
    counts.sort_by_key(|(voice, n)| (voice.is_none(), Reverse(*n)));
    counts
}

/// Whose words `annotation` at `span` is about. The answer to a finding is about what the finding is about, which
/// may be a quotation as a whole.
pub(super) fn voice_of(annotation: &Annotation, span: Span, text: &str, voices: &Voices) -> Voice {
    if annotation.finding.is_some() {
        voices.around(text, span)
    } else {
        voices.at(text, span)
    }
}

/// How often each item occurs, in ascending order of items.
fn count<T: Ord>(items: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut counts = std::collections::BTreeMap::new();
    for item in items {
        *counts.entry(item).or_insert(0) += 1;
    }
    counts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Speech;

    fn flag(category: &'static str, voice: Option<Voice>) -> Flag<'static> {
        const BLANK: &Annotation = &Annotation {
            id: crate::notes::Id(String::new()),
            at: None,
            selector: crate::notes::Selector {
                quote: String::new(),
                before: String::new(),
                after: String::new(),
            },
            flag: None,
            tags: Vec::new(),
            note: None,
            finding: None,
            verdict: None,
            reason: None,
            speaker: None,
            created: None,
        };
        Flag {
            annotation: BLANK,
            category,
            span: None,
            voice,
        }
    }

    #[test]
    fn most_first_then_the_table_then_the_name() {
        let flags = [
            flag("zeal", None),
            flag("praise", Some(Voice::Speaker("Ada".into(), Speech::Direct))),
            flag("anger", Some(Voice::Own)),
            flag("fear", Some(Voice::Own)),
            flag("praise", Some(Voice::Unclear(Speech::Direct))),
        ];
        assert_eq!(
            by_category(&flags),
            [("praise", 2), ("fear", 1), ("anger", 1), ("zeal", 1)]
        );
        assert_eq!(
            by_voice(&flags),
            [
                (Some(&Voice::Own), 2),
                (Some(&Voice::Speaker("Ada".into(), Speech::Direct)), 1),
                (Some(&Voice::Unclear(Speech::Direct)), 1),
                (None, 1)
            ]
        );
    }

    #[test]
    fn an_accepted_quotation_is_no_flag() {
        let annotation = |finding: &str| Annotation {
            finding: Some(finding.into()),
            verdict: Some(crate::notes::Verdict::Accepted),
            ..Annotation::default()
        };
        assert_eq!(flag_category(&annotation("quotation")), None);
        assert_eq!(flag_category(&annotation("fear")), Some("fear"));
    }
}
