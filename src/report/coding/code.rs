//! What a coding says in a word.

use crate::detect::{Finding, QuotationKind};
use crate::notes::{Annotation, Verdict};
use crate::report::QUOTATION;
use crate::report::coding::guid::guid;
use std::borrow::Cow;
use uuid::Uuid;

/// Marks that take a word back, or name a thing.
const SCARE: &str = "scare";

/// What a coding says in a word: what other tools call a code, a label or a tag.
///
/// The kinds keep apart what must not be mixed up: a tag and a category of the same name, a finding that a reader
/// rejected, and one that no reader has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code<'a> {
    /// Loaded language of this category, as a reader has it: flagged, or a finding accepted.
    Category(&'a str),
    /// An analyst's tag.
    Tag(&'a str),
    /// Somebody's words, as a reader has it: a quotation accepted, or a speaker named.
    Quotation,
    /// Quotation marks that are nobody's speech, as a reader has it: such a finding accepted.
    Scare,
    /// A reader says that this is not what the rules found: of that category, or a quotation.
    Rejected(&'a str),
    /// The rules point at it and no reader has answered: that category, or a quotation.
    Candidate(&'a str),
    /// A remark without any code.
    Note,
}

impl<'a> Code<'a> {
    /// What `annotation` says, at least one. `found` is the finding that it answers, as far as the rules still find it.
    pub fn said(annotation: &'a Annotation, found: Option<&Finding>) -> Vec<Self> {
        let mut codes = Vec::new();
        codes.extend(annotation.flag.as_deref().map(Self::Category));
        let answer = Self::answered(annotation);
        codes.extend(answer.map(|answer| match found.map(Self::found) {
            Some(Self::Candidate(SCARE)) if answer == Self::Quotation => Self::Scare,
            _ => answer,
        }));
        if annotation.speaker.is_some() && annotation.verdict != Some(Verdict::Rejected) {
            codes.push(Self::Quotation);
        }
        codes.extend(annotation.tags.iter().map(|tag| Self::Tag(tag)));
        let mut once = Vec::with_capacity(codes.len());
        for code in codes {
            if !once.contains(&code) {
                once.push(code);
            }
        }
        if once.is_empty() {
            once.push(Self::Note);
        }
        once
    }

    /// What a verdict says, if there is one.
    fn answered(annotation: &'a Annotation) -> Option<Self> {
        let finding = annotation.finding.as_deref();
        match annotation.verdict? {
            Verdict::Rejected => Some(Self::Rejected(finding.unwrap_or("finding"))),
            Verdict::Accepted if finding == Some(QUOTATION) => Some(Self::Quotation),
            Verdict::Accepted => finding.map(Self::Category),
        }
    }

    /// What a finding says that no reader has answered.
    pub fn found(finding: &Finding) -> Self {
        let quotation = finding.quotation();
        let is_scare = quotation.is_some_and(|one| one.kind == QuotationKind::Scare);
        Self::Candidate(if is_scare {
            SCARE
        } else {
            finding.answers_to()
        })
    }

    /// What kind of code it is, in a word.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Category(_) => "flag",
            Self::Tag(_) => "tag",
            Self::Quotation => QUOTATION,
            Self::Scare => SCARE,
            Self::Rejected(_) => "rejected",
            Self::Candidate(_) => "candidate",
            Self::Note => "note",
        }
    }

    /// The word itself, without its kind.
    pub fn name(self) -> &'a str {
        match self {
            Self::Category(name)
            | Self::Tag(name)
            | Self::Rejected(name)
            | Self::Candidate(name) => name,
            Self::Quotation => QUOTATION,
            Self::Scare => SCARE,
            Self::Note => "note",
        }
    }

    /// One word for formats that have nothing but labels: `fear`, `#fear`, `rejected:fear`, `candidate:fear`,
    /// `quotation`, `note`. No two codes share one, unless a reader's own category is spelt like another's label.
    pub fn label(self) -> Cow<'a, str> {
        match self {
            Self::Category(name) => name.into(),
            Self::Tag(name) => format!("#{name}").into(),
            Self::Rejected(name) | Self::Candidate(name) => {
                format!("{}:{name}", self.kind()).into()
            }
            Self::Quotation | Self::Scare | Self::Note => self.name().into(),
        }
    }

    /// The same for the same code in every article.
    pub fn guid(self) -> Uuid {
        guid("code", &[self.kind(), self.name()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(annotation: &Annotation) -> String {
        let codes = Code::said(annotation, None);
        let labels: Vec<_> = codes.iter().map(|code| code.label()).collect();
        labels.join(" ")
    }

    #[test]
    fn what_annotations_say() {
        let text = |text: &str| Some(text.to_owned());
        let of = |flag: &str, finding: &str, verdict: Option<Verdict>| Annotation {
            flag: text(flag).filter(|flag| !flag.is_empty()),
            finding: text(finding).filter(|finding| !finding.is_empty()),
            verdict,
            ..Annotation::default()
        };
        let (yes, no) = (Some(Verdict::Accepted), Some(Verdict::Rejected));
        for (flag, finding, verdict, expected) in [
            ("", "", None, "note"),
            ("fear", "", None, "fear"),
            ("", "fear", yes, "fear"),
            ("fear", "fear", yes, "fear"),
            ("praise", "fear", yes, "praise fear"),
            ("praise", "fear", no, "praise rejected:fear"),
            ("", "quotation", yes, "quotation"),
            ("", "quotation", no, "rejected:quotation"),
            ("", "", yes, "note"),
            ("", "", no, "rejected:finding"),
        ] {
            assert_eq!(labels(&of(flag, finding, verdict)), expected);
        }
        let tagged = Annotation {
            tags: vec!["fear".into(), "fear".into(), "x y".into()],
            speaker: text("Ada"),
            ..of("fear", "", None)
        };
        assert_eq!(labels(&tagged), "fear quotation #fear #x y");
    }
}
