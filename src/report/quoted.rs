//! What counts as a quotation, and whose, after what readers say of it.

use crate::article::Article;
use crate::detect::{Finding, Spoken, Voices, reported_as};
use crate::notes::{Annotation, UNCLEAR, Verdict};
use crate::report::{AnchoredNotebook, Reading, Verdicts};
use crate::text::{Overlaps, Span};

/// The name under which a verdict answers a quotation (`Finding::answers_to`): accepting one flags nothing.
pub const QUOTATION: &str = "quotation";

/// A quotation that counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Quoted<'a> {
    /// Its passage, how it is reported, and who is credited.
    pub spoken: Spoken,
    /// The finding that it is, by its place among the findings; none where a reader marked what no rule found.
    pub finding: Option<usize>,
    /// What a reader says of the speaker: by the reader's place among the notebooks.
    pub said: Option<(usize, &'a Annotation)>,
}

/// The quotations of an article, after what readers say of them, in text order of their findings; those marked by readers last.
///
/// Left out: scare quotes, and quotations that a reader rejected. A speaker whom a reader names stands in place of the one that was found; a
/// passage that a reader gives a speaker is a quotation, and takes the place of what was found on mostly the same words. Where readers
/// disagree, the first of them who says anything counts.
pub fn quoted<'a>(
    article: &Article,
    findings: &[Finding],
    notebooks: &[AnchoredNotebook<'a>],
) -> Vec<Quoted<'a>> {
    let readers: Vec<Verdicts> = notebooks.iter().map(|n| Verdicts::new(*n)).collect();
    let marked = marked(article, findings, notebooks);
    let index = Overlaps::new(marked.iter().map(|quoted| (quoted.spoken.span, ())));
    let replaced = |span| index.with(span).any(|(mark, ())| replaces(mark, span));
    let mut all = Vec::new();
    for (number, finding) in findings.iter().enumerate() {
        let Some(spoken) = Spoken::found(article, finding).filter(|one| !replaced(one.span)) else {
            continue;
        };
        if let Some(quoted) = answered(spoken, number, finding, &readers) {
            all.push(quoted);
        }
    }
    all.extend(marked);
    all
}

/// A found quotation with what readers answer; nothing when it is rejected.
fn answered<'a>(
    mut spoken: Spoken,
    number: usize,
    finding: &Finding,
    readers: &[Verdicts<'a>],
) -> Option<Quoted<'a>> {
    let answers = || {
        let answers = readers.iter().enumerate();
        answers.filter_map(|(reader, verdicts)| Some((reader, verdicts.of(finding)?)))
    };
    let first = answers().next();
    if first.is_some_and(|(_, annotation)| annotation.verdict == Some(Verdict::Rejected)) {
        return None;
    }
    let said = answers().find(|(_, annotation)| speaker_of(annotation).is_some());
    if let Some(speaker) = said.and_then(|(_, annotation)| speaker_of(annotation)) {
        spoken.who = who(speaker);
    }
    Some(Quoted {
        spoken,
        finding: Some(number),
        said,
    })
}

/// How many quotations readers answer differently: one has another verdict, or another speaker, than the first who says anything.
pub(super) fn disagreed(findings: &[Finding], notebooks: &[AnchoredNotebook]) -> usize {
    let readers: Vec<Verdicts> = notebooks.iter().map(|n| Verdicts::new(*n)).collect();
    let quotations = findings
        .iter()
        .filter(|finding| finding.quotation().is_some());
    let differ = |finding: &&Finding| {
        let answers = readers.iter().filter_map(|reader| reader.of(finding));
        let said = answers.map(|annotation| (annotation.verdict, speaker_of(annotation)));
        let said: Vec<_> = said.collect();
        said.iter().any(|one| Some(one) != said.first())
    };
    quotations.filter(differ).count()
}

/// What readers mark as quotations by naming a speaker. A later reader's mark on mostly the same words does not count.
/// So is a correction of a quotation that the rules do not find any more.
fn marked<'a>(
    article: &Article,
    findings: &[Finding],
    notebooks: &[AnchoredNotebook<'a>],
) -> Vec<Quoted<'a>> {
    let quotations = findings
        .iter()
        .filter(|finding| finding.quotation().is_some());
    let found = Overlaps::new(quotations.map(|finding| (finding.span, ())));
    let answers = |annotation: &Annotation, span| {
        annotation.finding.as_deref() == Some(QUOTATION)
            && annotation.verdict.is_some()
            && (annotation.verdict == Some(Verdict::Rejected) || found.with(span).next().is_some())
    };
    let mut all: Vec<Quoted> = Vec::new();
    for (reader, notebook) in notebooks.iter().enumerate() {
        let before = Overlaps::new(all.iter().map(|quoted| (quoted.spoken.span, ())));
        for (annotation, anchor) in notebook.annotations() {
            let (Some(speaker), Some(span)) = (speaker_of(annotation), anchor.span()) else {
                continue;
            };
            let is_known = before.with(span).any(|(mark, ())| replaces(mark, span));
            if is_known || answers(annotation, span) {
                continue;
            }
            all.push(Quoted {
                spoken: Spoken {
                    span,
                    kind: reported_as(&article.text, span),
                    who: who(speaker),
                },
                finding: None,
                said: Some((reader, annotation)),
            });
        }
    }
    all
}

/// Whose words every passage of a reading is.
pub(super) fn voices(reading: &Reading) -> Voices {
    let quoted = quoted(reading.article, reading.findings, &reading.notebooks);
    Voices::new(quoted.into_iter().map(|quoted| quoted.spoken))
}

/// The speaker an annotation names; a blank one says nothing.
fn speaker_of(annotation: &Annotation) -> Option<&str> {
    let speaker = annotation.speaker.as_deref()?.trim();
    (!speaker.is_empty()).then_some(speaker)
}

fn who(speaker: &str) -> Option<String> {
    (speaker != UNCLEAR).then(|| speaker.to_owned())
}

/// Whether a reader's mark stands in place of a quotation: the two share at least half of what either covers.
pub fn replaces(a: Span, b: Span) -> bool {
    let common = a.intersection(b).map_or(0, Span::len);
    common > 0 && 2 * common >= a.len() + b.len() - common
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::{self, Own};
    use crate::notes::{Anchor, Id, Notebook};

    const TEXT: &str = "“The bridge is open,” Ida Lund said. “The ferry has left,” Bo Dahl said. \
        The keeper waits for nobody.";

    /// An annotation of `words` with its place.
    fn said(
        words: &str,
        finding: Option<&str>,
        verdict: Option<Verdict>,
        speaker: Option<&str>,
    ) -> (Annotation, Anchor) {
        let start = TEXT.find(words).unwrap();
        let annotation = Annotation {
            id: Id(words.to_owned()),
            finding: finding.map(str::to_owned),
            verdict,
            speaker: speaker.map(str::to_owned),
            ..Annotation::default()
        };
        (
            annotation,
            Anchor::Found(Span::new(start, start + words.len())),
        )
    }

    fn rows(readers: &[Vec<(Annotation, Anchor)>]) -> Vec<String> {
        let article = Article::new("a", TEXT);
        let findings = detect::find(&article, 0..article.len(), &Own::default());
        let notebooks: Vec<(Notebook, Vec<Anchor>)> = readers
            .iter()
            .map(|said| {
                let (annotations, anchors) = said.iter().cloned().unzip();
                (
                    Notebook {
                        annotations,
                        ..Notebook::default()
                    },
                    anchors,
                )
            })
            .collect();
        let anchored: Vec<AnchoredNotebook> = notebooks
            .iter()
            .map(|(notebook, anchors)| AnchoredNotebook { notebook, anchors })
            .collect();
        let quoted = quoted(&article, &findings, &anchored).into_iter();
        quoted
            .map(|quoted| {
                let who = quoted.spoken.who.unwrap_or_else(|| "?".to_owned());
                let words = quoted.spoken.span.of(TEXT);
                let by = quoted
                    .said
                    .map_or(String::new(), |(reader, _)| format!(", says {reader}"));
                format!("{who}: {words} ({}{by})", quoted.spoken.kind.word())
            })
            .collect()
    }

    #[test]
    fn what_readers_say_counts() {
        let quotation = Some(QUOTATION);
        let (yes, no) = (Some(Verdict::Accepted), Some(Verdict::Rejected));
        let bridge = "“The bridge is open,”";
        let keeper = "The keeper waits for nobody";
        let found = || rows(&[]);
        assert_eq!(
            found(),
            [
                "Ida Lund: “The bridge is open,” (direct)",
                "Bo Dahl: “The ferry has left,” (direct)"
            ]
        );
        for (readers, first) in [
            (
                vec![vec![said(bridge, quotation, yes, Some("Cy"))]],
                "Cy: “The bridge is open,” (direct, says 0)",
            ),
            (
                vec![vec![said(bridge, quotation, yes, Some(UNCLEAR))]],
                "?: “The bridge is open,” (direct, says 0)",
            ),
            (
                vec![vec![said(bridge, quotation, yes, Some(" "))]],
                "Ida Lund: “The bridge is open,” (direct)",
            ),
            (
                vec![vec![said(bridge, quotation, no, None)]],
                "Bo Dahl: “The ferry has left,” (direct)",
            ),
            (
                vec![vec![], vec![said(bridge, quotation, yes, Some("Cy"))]],
                "Cy: “The bridge is open,” (direct, says 1)",
            ),
            (
                vec![
                    vec![said(bridge, quotation, yes, None)],
                    vec![said(bridge, quotation, no, None)],
                ],
                "Ida Lund: “The bridge is open,” (direct)",
            ),
        ] {
            assert_eq!(rows(&readers).first().map(String::as_str), Some(first));
        }
        let marked = rows(&[
            vec![said(keeper, None, None, Some("the keeper"))],
            vec![said("keeper waits for nobody", None, None, Some("Ida"))],
        ]);
        assert_eq!(
            marked[2..],
            ["the keeper: The keeper waits for nobody (indirect, says 0)"]
        );
        let gone = rows(&[vec![said(keeper, quotation, yes, Some("Ida"))]]);
        assert_eq!(
            gone[2..],
            ["Ida: The keeper waits for nobody (indirect, says 0)"]
        );
        let wider = rows(&[vec![said("bridge is open,” Ida", None, None, Some("Cy"))]]);
        assert_eq!(wider.len(), 2, "{wider:?}");
    }
}
