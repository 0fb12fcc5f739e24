//! Who is quoted, and how many words each.

use crate::detect::{Finding, QuotationKind};
use crate::notes::Verdict;
use crate::report::{Reading, Verdicts};
use crate::text::word_count;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Somebody who is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speaker {
    /// The fullest name found, else the words that credit; nothing for quotations without a speaker.
    pub name: Option<String>,
    /// Quotations in quotation marks.
    pub quotations: usize,
    /// Words in them.
    pub words: usize,
    /// Words of what is reported in other words, wholly or in part.
    pub reported: usize,
}

/// Everybody who is quoted: most words first, then by first appearance; those without a speaker last, as one.
///
/// Left out: scare quotes, quotations inside quotations, and quotations that a reader rejected and none accepted. Names that differ only in
/// case are one person. Misses: a person the detector could not resolve stands once per name.
pub fn speakers(reading: &Reading) -> Vec<Speaker> {
    let readers: Vec<Verdicts> = reading
        .notebooks
        .iter()
        .map(|n| Verdicts::new(*n))
        .collect();
    let mut found: Vec<Speaker> = Vec::new();
    let mut places: HashMap<Option<String>, usize> = HashMap::new();
    let mut end = 0;
    for finding in reading.findings {
        let Some(quotation) = finding.quotation() else {
            continue;
        };
        // Somebody's words inside a quotation are told by its speaker, not by the article.
        let nested = finding.span.end <= end;
        end = end.max(finding.span.end);
        if nested || quotation.kind == QuotationKind::Scare || is_rejected(&readers, finding) {
            continue;
        }
        let name = quotation.speaker_name(reading.article);
        let place = *places
            .entry(name.map(str::to_lowercase))
            .or_insert(found.len());
        if place == found.len() {
            found.push(Speaker {
                name: name.map(str::to_owned),
                ..Speaker::default()
            });
        }
        if let Some(speaker) = found.get_mut(place) {
            speaker.add(
                quotation.kind,
                word_count(finding.span.of(&reading.article.text)),
            );
        }
    }
    found.sort_by_key(|speaker| {
        let all = speaker.words + speaker.reported;
        (speaker.name.is_none(), Reverse(all))
    });
    found
}

impl Speaker {
    fn add(&mut self, kind: QuotationKind, words: usize) {
        if kind == QuotationKind::Direct {
            self.quotations += 1;
            self.words += words;
        } else {
            self.reported += words;
        }
    }
}

fn is_rejected(readers: &[Verdicts], finding: &Finding) -> bool {
    let said = |verdict| readers.iter().any(|r| r.verdict(finding) == Some(verdict));
    said(Verdict::Rejected) && !said(Verdict::Accepted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::detect::{Quotation, Strictness, Voice, What};
    use crate::notes::{Anchor, Annotation, Notebook};
    use crate::report::AnchoredNotebook;
    use crate::text::Span;

    fn quotation(
        article: &Article,
        words: &str,
        kind: QuotationKind,
        who: Option<&str>,
    ) -> Finding {
        let start = article.text.find(words).unwrap();
        Finding {
            span: Span::new(start, start + words.len()),
            detector: "quotation",
            rule: "test".into(),
            reason: "test".into(),
            score: 1.0,
            voice: Voice::Own,
            what: What::Quotation(Quotation {
                kind,
                speaker: None,
                resolved: who.map(str::to_owned),
                cue: None,
            }),
        }
    }

    #[test]
    fn the_same_person_stands_once() {
        use QuotationKind::{Direct, Indirect, Scare};
        let article = Article::new(
            "a",
            "“One two.” “Three.” “So four.” five six seven “no” “Eight nine ten.”",
        );
        let findings = [
            quotation(&article, "“One two.”", Direct, Some("Ada Lowe")),
            quotation(&article, "“Three.”", Direct, None),
            quotation(&article, "“So four.”", Direct, Some("Ada lowe")),
            quotation(&article, "five six seven", Indirect, Some("Bo")),
            quotation(&article, "“no”", Scare, Some("Bo")),
            quotation(&article, "“Eight nine ten.”", Direct, Some("Cy")),
        ];
        let notebook = Notebook {
            annotations: vec![Annotation {
                finding: Some("quotation".into()),
                verdict: Some(Verdict::Rejected),
                ..Annotation::default()
            }],
            ..Notebook::default()
        };
        let anchors = [Anchor::Found(findings[5].span)];
        let reading = Reading {
            article: &article,
            notebooks: vec![AnchoredNotebook {
                notebook: &notebook,
                anchors: &anchors,
            }],
            findings: &findings,
            level: Strictness::Normal,
            date: String::new(),
        };
        let rows: Vec<_> = speakers(&reading)
            .into_iter()
            .map(|s| {
                (
                    s.name.unwrap_or_default(),
                    s.quotations,
                    s.words,
                    s.reported,
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                ("Ada Lowe".to_owned(), 2, 4, 0),
                ("Bo".to_owned(), 0, 0, 3),
                (String::new(), 1, 1, 0)
            ]
        );
    }
}
