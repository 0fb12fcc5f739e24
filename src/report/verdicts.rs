//! Which annotation answers which finding, and how the answers add up.

use crate::detect::{Finding, Names};
use crate::notes::{Annotation, Verdict};
use crate::report::AnchoredNotebook;
use crate::text::{Overlaps, Span};
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// One reader's answers, ready to be asked about findings.
///
/// An annotation answers a finding when it has a verdict on findings of that name ([`Finding::answers_to`]) and
/// stands on at least one byte of it. Of several, the one that fits best answers: most text in common, then
/// least text besides, then the later one. An annotation without a place answers nothing, and one on the words that colour a phrase
/// answers these, not the phrase.
#[derive(Debug, Clone, Default)]
pub struct Verdicts<'a> {
    answers: HashMap<&'a str, Overlaps<&'a Annotation>>,
}

/// How many findings are accepted, rejected and open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Accepted by the reader.
    pub accepted: usize,
    /// Rejected by the reader.
    pub rejected: usize,
    /// Not answered yet.
    pub open: usize,
}

impl Tally {
    /// All findings.
    pub fn found(self) -> usize {
        self.decided() + self.open
    }

    /// Those that have an answer.
    pub fn decided(self) -> usize {
        self.accepted + self.rejected
    }
}

impl<'a> Verdicts<'a> {
    /// The answers of one reader.
    pub fn new(notebook: AnchoredNotebook<'a>) -> Self {
        let mut placed: HashMap<&str, Vec<(Span, &Annotation)>> = HashMap::new();
        for (span, annotation, name) in answers(notebook) {
            placed.entry(name).or_default().push((span, annotation));
        }
        Self {
            answers: placed
                .into_iter()
                .map(|(name, annotations)| (name, Overlaps::new(annotations)))
                .collect(),
        }
    }

    /// The annotation that answers `finding`.
    pub fn of(&self, finding: &Finding) -> Option<&'a Annotation> {
        let common = |span: Span| span.intersection(finding.span).map_or(0, Span::len);
        self.on(finding)
            .filter(|(span, _)| !is_on_core(finding, *span))
            .max_by_key(|(span, annotation)| {
                let besides = span.len() - common(*span);
                (common(*span), Reverse(besides), &annotation.created)
            })
            .map(|(_, annotation)| annotation)
    }

    /// Whether `finding` is a phrase that nobody need answer: the words that colour it have their answer, it has none.
    pub fn settles(&self, finding: &Finding) -> bool {
        let mut on = self.on(finding).map(|(span, _)| span).peekable();
        on.peek().is_some() && on.all(|span| is_on_core(finding, span))
    }

    /// The answers of its name that stand on `finding`.
    fn on(&self, finding: &Finding) -> impl Iterator<Item = (Span, &'a Annotation)> {
        let answers = self.answers.get(finding.answers_to());
        let on = answers.into_iter();
        on.flat_map(|answers| answers.with(finding.span))
            .map(|(span, annotation)| (span, *annotation))
    }

    /// The reader's answer to `finding`, if there is one.
    pub fn verdict(&self, finding: &Finding) -> Option<Verdict> {
        self.of(finding)?.verdict
    }

    /// The answers by rule ([`Finding::rule`]), accepted where the reader [keeps](keeps) the finding as it is: the rules with the most answers first, then by name; none without an answer.
    pub fn by_rule<'f>(&self, findings: &'f [Finding]) -> Vec<(&'f str, Tally)> {
        let mut rules: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
        for finding in findings {
            rules.entry(&finding.rule).or_default().push(finding);
        }
        let tallies = rules
            .into_iter()
            .map(|(rule, findings)| (rule, self.kept(&findings)));
        let mut answered: Vec<_> = tallies.filter(|(_, tally)| tally.decided() > 0).collect();
        answered.sort_by_key(|(_, tally)| Reverse(tally.decided()));
        answered
    }

    fn kept(&self, findings: &[&Finding]) -> Tally {
        let mut tally = Tally::default();
        for finding in findings {
            match self.of(finding).map(|answer| keeps(finding, answer)) {
                Some(true) => tally.accepted += 1,
                Some(false) => tally.rejected += 1,
                None => tally.open += 1,
            }
        }
        tally
    }

    /// How the answers to `findings` add up.
    pub fn tally<'f>(&self, findings: impl IntoIterator<Item = &'f Finding>) -> Tally {
        let mut tally = Tally::default();
        for finding in findings {
            match self.verdict(finding) {
                Some(Verdict::Accepted) => tally.accepted += 1,
                Some(Verdict::Rejected) => tally.rejected += 1,
                None => tally.open += 1,
            }
        }
        tally
    }
}

/// Whether a reader who answers `finding` finds it right as it is. An accepted quotation with another speaker than the one found is not.
pub fn keeps(finding: &Finding, answer: &Annotation) -> bool {
    let found = finding.quotation();
    let corrected = match (answer.speaker.as_deref(), found) {
        (Some(said), Some(quotation)) => match quotation.resolved.as_deref() {
            Some(found) => {
                let names = Names::new([found, said]);
                !names
                    .fullest(found)
                    .eq_ignore_ascii_case(names.fullest(said))
            }
            None => quotation.speaker.is_none(),
        },
        _ => false,
    };
    answer.verdict == Some(Verdict::Accepted) && !corrected
}

/// Whether a passage is on no more of a phrase than the words that colour it.
fn is_on_core(finding: &Finding, span: Span) -> bool {
    finding.core().is_some_and(|core| core.covers(span))
}

/// Annotations of `notebook` that answer none of `findings`: the rules or the text changed since they were made.
pub(super) fn without_finding(notebook: AnchoredNotebook, findings: &[Finding]) -> usize {
    let index = Overlaps::new(
        findings
            .iter()
            .map(|finding| (finding.span, finding.answers_to())),
    );
    answers(notebook)
        .filter(|(span, _, name)| !index.with(*span).any(|(_, answers_to)| answers_to == name))
        .count()
}

fn answers(notebook: AnchoredNotebook<'_>) -> impl Iterator<Item = (Span, &Annotation, &str)> {
    notebook.annotations().filter_map(|(annotation, anchor)| {
        annotation.verdict?;
        Some((anchor.span()?, annotation, annotation.finding.as_deref()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::{Category, Loaded, Voice, What};
    use crate::notes::{Anchor, Id, Notebook};

    fn finding(start: usize, end: usize, category: Category) -> Finding {
        Finding {
            span: Span::new(start, end),
            detector: "loaded",
            rule: "test".into(),
            reason: "test".into(),
            score: 0.5,
            voice: Voice::Own,
            what: What::Loaded(Loaded {
                category,
                entry: None,
                level: crate::detect::Strictness::Normal,
                grounds: Vec::new(),
                alternative: None,
                core: None,
            }),
        }
    }

    fn answer(id: &str, finding: &str, verdict: Verdict) -> Annotation {
        Annotation {
            id: Id(id.into()),
            finding: Some(finding.into()),
            verdict: Some(verdict),
            ..Annotation::default()
        }
    }

    #[test]
    fn the_answer_that_fits_best_counts() {
        let notebook = Notebook {
            annotations: vec![
                answer("wide", "fear", Verdict::Rejected),
                answer("close", "fear", Verdict::Accepted),
                answer("other", "praise", Verdict::Rejected),
                answer("gone", "fear", Verdict::Rejected),
            ],
            ..Notebook::default()
        };
        let anchors = [
            Anchor::Found(Span::new(0, 30)),
            Anchor::Found(Span::new(10, 16)),
            Anchor::Found(Span::new(10, 16)),
            Anchor::Lost(Vec::new()),
        ];
        let anchored = AnchoredNotebook {
            notebook: &notebook,
            anchors: &anchors,
        };
        let verdicts = Verdicts::new(anchored);
        for (start, end, category, expected) in [
            (10, 16, Category::Fear, Some("close")),
            (12, 14, Category::Fear, Some("close")),
            (20, 24, Category::Fear, Some("wide")),
            (30, 34, Category::Fear, None),
            (12, 14, Category::Praise, Some("other")),
            (12, 14, Category::Certainty, None),
        ] {
            let answer = verdicts.of(&finding(start, end, category));
            assert_eq!(
                answer.map(|a| a.id.0.as_str()),
                expected,
                "{start} {category:?}"
            );
        }
        let findings = [
            finding(10, 16, Category::Fear),
            finding(20, 24, Category::Fear),
            finding(30, 34, Category::Fear),
        ];
        let tally = verdicts.tally(&findings);
        assert_eq!((tally.accepted, tally.rejected, tally.open), (1, 1, 1));
        assert_eq!(without_finding(anchored, &findings), 1);
    }

    #[test]
    fn rules_with_an_answer_and_findings_to_tell() {
        let notebook = Notebook {
            annotations: vec![
                answer("a", "fear", Verdict::Accepted),
                answer("b", "fear", Verdict::Rejected),
                answer("c", "praise", Verdict::Rejected),
            ],
            ..Notebook::default()
        };
        let anchors =
            [(0, 4), (10, 14), (20, 24)].map(|(start, end)| Anchor::Found(Span::new(start, end)));
        let anchored = AnchoredNotebook {
            notebook: &notebook,
            anchors: &anchors,
        };
        let of_rule = |start, category, rule: &'static str| Finding {
            rule: rule.into(),
            ..finding(start, start + 4, category)
        };
        let mut findings = vec![
            of_rule(0, Category::Fear, "fear/danger"),
            of_rule(10, Category::Fear, "fear/danger"),
            of_rule(20, Category::Praise, "praise/skill"),
            of_rule(30, Category::Praise, "praise/skill"),
            of_rule(40, Category::Emotive, "emotive/blow"),
        ];
        let verdicts = Verdicts::new(anchored);
        let rules: Vec<_> = verdicts
            .by_rule(&findings)
            .into_iter()
            .map(|(rule, tally)| (rule.to_owned(), tally.accepted, tally.decided()))
            .collect();
        let expected = [("fear/danger", 1, 2), ("praise/skill", 0, 1)];
        assert_eq!(
            rules,
            expected.map(|(rule, kept, of)| (rule.to_owned(), kept, of))
        );
        crate::report::retain_told(&mut findings, &[anchored], |finding| {
            finding.span.start == 40
        });
        let told: Vec<usize> = findings.iter().map(|finding| finding.span.start).collect();
        assert_eq!(told, [0, 10, 20, 40]);
        assert_eq!(without_finding(anchored, &findings), 0);
    }
}
