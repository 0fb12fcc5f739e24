//! What stands in the article: passages that are marked in the text and told of in the margin.

use crate::article::Article;
use crate::detect::{Category, Finding, Voice};
use crate::notes::{Anchor, Annotation, Notebook};
use crate::report::{QUOTATION, Quoted, flag_category};
use crate::text::Span;

/// A passage with what is said of it.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    pub(super) span: Span,
    pub(super) what: What<'a>,
}

/// What is said of a passage.
#[derive(Debug)]
pub(super) enum What<'a> {
    /// A reader's annotation.
    Said(Said<'a>),
    /// A finding of loaded language that no reader has answered; its number among those.
    Open(usize, &'a Finding),
    /// A quotation that counts; its number among those.
    Quoted(usize, Quoted<'a>),
}

/// A reader's annotation with everything that is told of it.
#[derive(Debug)]
pub(super) struct Said<'a> {
    /// Its number on the page, from 1.
    pub(super) number: usize,
    pub(super) notebook: &'a Notebook,
    pub(super) annotation: &'a Annotation,
    pub(super) anchor: &'a Anchor,
    /// Whose words it is about, where they have a place.
    pub(super) voice: Option<Voice>,
    /// What it answers, as far as the rules still find it.
    pub(super) finding: Option<&'a Finding>,
}

/// How a passage looks in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    /// Nothing but the number of the note behind it.
    Plain,
    /// Somebody's words.
    Quoted,
    /// A remark of the reader's.
    Note,
    /// An open finding.
    Open,
    /// A flag.
    Flag,
}

impl Look {
    /// All that look like anything.
    pub(super) const ALL: [Self; 4] = [Self::Quoted, Self::Note, Self::Open, Self::Flag];

    /// The style's name for it; also its place in [`Self::ALL`] is by this order.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Quoted => "quoted",
            Self::Note => "note",
            Self::Open => "open",
            Self::Flag => "flag",
        }
    }
}

impl Passage<'_> {
    /// How it looks. A remark on a whole paragraph is told by the margin; underlining all of it would only be noise.
    pub(super) fn look(&self, article: &Article) -> Look {
        match &self.what {
            What::Open(..) => Look::Open,
            What::Quoted(..) => Look::Quoted,
            What::Said(said) => {
                let annotation = said.annotation;
                let whole = article.paragraph(article.paragraph_at(self.span.start));
                let answers_only = annotation.verdict.is_some()
                    && annotation.flag.is_none()
                    && flag_category(annotation).is_none();
                if flag_category(annotation).is_some() {
                    Look::Flag
                } else if answers_only || self.span.covers(whole) {
                    Look::Plain
                } else {
                    Look::Note
                }
            }
        }
    }

    /// What it is for those who hear the page.
    pub(super) fn spoken(&self) -> String {
        match &self.what {
            What::Said(said) => said.kind(),
            What::Open(_, finding) => format!("open finding, {}", finding.answers_to()),
            What::Quoted(_, quoted) => match &quoted.spoken.who {
                Some(who) => format!("quotation, {who}"),
                None => "quotation, speaker unclear".to_owned(),
            },
        }
    }

    /// Why it is marked, in a line, for what argues.
    pub(super) fn why(&self) -> Option<(String, String)> {
        match &self.what {
            What::Open(_, finding) => Some((
                format!("? {}", finding.answers_to()),
                format!("{}; {}", finding.reason, finding.surety()),
            )),
            What::Said(said) => {
                let category = flag_category(said.annotation)?;
                let meaning = Category::parse(category).map_or("", Category::definition);
                let reason = said.annotation.reason.as_deref().unwrap_or(meaning);
                Some((format!("⚑ {category}"), reason.to_owned()))
            }
            What::Quoted(..) => None,
        }
    }
}

impl Said<'_> {
    /// What it is, in a few words.
    pub(super) fn kind(&self) -> String {
        let annotation = self.annotation;
        match (&annotation.flag, annotation.verdict) {
            (Some(flag), _) => format!("flag, {flag}"),
            (None, Some(verdict)) => {
                let finding = annotation.finding.as_deref().unwrap_or("finding");
                format!("{} {}", verdict.word(), finding)
            }
            _ if annotation.note.is_some() => "note".to_owned(),
            _ if annotation.speaker.is_some() => "speaker".to_owned(),
            _ => "tagged".to_owned(),
        }
    }

    /// The sign of its kind, as on the screen.
    pub(super) fn glyph(&self) -> &'static str {
        let annotation = self.annotation;
        let quotes =
            annotation.finding.as_deref() == Some(QUOTATION) || annotation.speaker.is_some();
        match annotation.verdict {
            _ if flag_category(annotation).is_some() => "⚑",
            Some(crate::notes::Verdict::Rejected) => "✗",
            _ if quotes => "“",
            _ => "✎",
        }
    }
}
