//! Looking for findings while the reader goes on.

use crate::app::arrange::settled;
use crate::app::desk::Desk;
use crate::app::item::{Kind, Source};
use crate::app::survey::{Mark, Survey};
use crate::article::Article;
use crate::detect::{self, Finding, Own, Strictness};
use crate::report::{QUOTATION, replaces};
use crate::text::{Overlaps, Span};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

/// An article of so many bytes is looked at in less time than anybody notices.
const AT_ONCE: usize = 128 * 1024;

/// Of an article of so many bytes every finding is kept with all that is to be said of it, a kilobyte each. Of a longer one only those
/// near the reader are, and of the others where they stand.
const KEPT: usize = 1024 * 1024;

/// What a look is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// What the reader sees.
    Sight,
    /// Where the reader wants to go.
    Next,
    /// What the reader may come to; nobody waits for it.
    Rest,
    /// Everything, to be kept.
    Whole,
}

/// A part of the article to be looked at. It can be done anywhere and any time.
#[derive(Debug, Clone, PartialEq)]
pub struct Look {
    /// What for.
    pub aim: Aim,
    /// The paragraphs, by index.
    pub paragraphs: Range<usize>,
    article: Arc<Article>,
    words: Own,
    /// Of which survey it is a part.
    turn: usize,
}

/// What is found of a long article, and what is being looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Outlook {
    pub survey: Survey,
    /// The paragraphs whose findings lie on the desk.
    pub near: Range<usize>,
    /// Looks that were asked for and have not come back.
    pub open: Vec<(Aim, Range<usize>)>,
    /// Whether everything is to be kept, because something needs it.
    pub keeps_all: bool,
    /// Findings that the reader has answered or that a mark of a reader's replaces, by kind.
    answered: Answered,
}

#[derive(Debug, Clone, Copy, Default)]
struct Answered {
    quotations: usize,
    loaded: usize,
}

impl Look {
    /// What the detectors find there.
    pub fn find(&self) -> Vec<Finding> {
        detect::find(&self.article, self.paragraphs.clone(), &self.words)
    }
}

impl Desk {
    /// Begins to look for findings: in a short article at once, in a long one part by part as [`super::update`] asks for it.
    pub fn look(&mut self) {
        if self.article.text.len() <= AT_ONCE {
            return self.detect();
        }
        self.detected = true;
        self.turn += 1;
        self.outlook = Some(Box::new(Outlook {
            survey: Survey::new(&self.article),
            ..Outlook::default()
        }));
        self.findings.clear();
        self.arrange();
    }

    /// A look of the present survey.
    pub(super) fn look_at(&self, aim: Aim, paragraphs: Range<usize>) -> Look {
        Look {
            aim,
            paragraphs,
            article: Arc::clone(&self.article),
            words: self.words.unsilenced(),
            turn: self.turn,
        }
    }

    /// Whether a look is of the present survey; others are too late.
    pub(super) fn expects(&self, look: &Look) -> bool {
        self.outlook.is_some() && look.turn == self.turn
    }

    /// Whether all findings are kept once they are there.
    pub(super) fn keeps_all(&self) -> bool {
        let kept = self.article.text.len() <= KEPT;
        self.outlook
            .as_ref()
            .is_none_or(|one| kept || one.keeps_all)
    }

    /// Takes in what a look at a part has found.
    pub(super) fn survey(&mut self, paragraphs: &Range<usize>, findings: &[Finding]) {
        let words = &self.words;
        if let Some(outlook) = &mut self.outlook {
            let is_silenced = |finding: &Finding| words.silences(finding);
            outlook.survey.take(paragraphs, findings, is_silenced);
        }
        self.count_anew();
    }

    /// How much of the article was looked at, in per cent, where some was not; 100 where what the reader sees is about to come.
    pub fn looking(&self) -> Option<usize> {
        let outlook = self.outlook.as_ref()?;
        let waits = outlook.open.iter().any(|(aim, _)| *aim != Aim::Rest);
        (waits || !outlook.survey.is_whole()).then(|| outlook.survey.share())
    }

    /// Whether only the beginning of the article is here, while all of it is read.
    pub fn is_beginning(&self) -> bool {
        self.beginning.is_some()
    }

    /// Whether only the findings near the reader lie here.
    pub fn is_part(&self) -> bool {
        self.outlook.is_some()
    }

    /// Whether the findings of a paragraph lie here, be it none.
    pub(super) fn has_near(&self, paragraph: usize) -> bool {
        let outlook = self.outlook.as_ref();
        outlook.is_none_or(|outlook| outlook.near.contains(&paragraph))
    }

    /// Counts the items by kind, after a change.
    pub(super) fn count_anew(&mut self) {
        self.revision += 1;
        let mut counts = [0; Kind::ALL.len()];
        for item in &self.items {
            if let Some(count) = counts.get_mut(item.kind as usize) {
                *count += 1;
            }
        }
        self.counts = counts;
        self.noted = self.items.iter().filter(|item| item.noted).count();
        let answered = self.answered(self.strictness);
        if let Some(outlook) = &mut self.outlook {
            outlook.answered = answered;
        }
    }

    /// How many items have a note.
    pub fn noted(&self) -> usize {
        self.noted
    }

    /// How many items are of a kind: of findings also those that lie too far away to be here, as far as they were looked for.
    pub fn count(&self, kind: Kind) -> usize {
        let here = self.counts.get(kind as usize).copied().unwrap_or_default();
        let Some(outlook) = &self.outlook else {
            return here;
        };
        match kind {
            Kind::Candidate => {
                let all = outlook.survey.loaded(self.strictness);
                all.saturating_sub(outlook.answered.loaded)
            }
            Kind::Quotation => {
                let is_own = |item: &&crate::app::Item| {
                    item.kind == kind && matches!(item.source, Source::Annotation(..))
                };
                let found = outlook.survey.quotations();
                let found = found.saturating_sub(outlook.answered.quotations);
                found + self.items.iter().filter(is_own).count()
            }
            _ => here,
        }
    }

    /// How many findings of loaded language a level shows that wait for an answer; as far as they were looked for.
    pub(super) fn open_at(&self, level: Strictness) -> usize {
        if let Some(outlook) = &self.outlook {
            let answered = self.answered(level).loaded;
            return outlook.survey.loaded(level).saturating_sub(answered);
        }
        let settled = settled(self).into_iter().chain(std::iter::repeat(false));
        let findings = self.findings.iter().enumerate().zip(settled);
        let open = findings.filter(|((number, finding), is_settled)| {
            let is_candidate = finding.category().is_some() && finding.is_shown_at(level);
            is_candidate
                && !is_settled
                && !self.words.silences(finding)
                && self.own_answer(*number).is_none()
        });
        open.count()
    }

    /// The passages that the reader has answered, each with the name of what it answers, and those that readers mark as quotations.
    fn answers_and_marks(&self) -> Vec<(Span, &str, bool)> {
        let own = self.shelves.first();
        let annotations = own.into_iter().flat_map(|shelf| {
            let its = shelf.notebook.annotations.iter();
            its.filter_map(|one| {
                let span = shelf.anchors.get(&one.id)?.span()?;
                one.verdict?;
                Some((span, one.finding.as_deref()?, false))
            })
        });
        let marks = self.marks().map(|mark| (mark.spoken.span, QUOTATION, true));
        annotations.chain(marks).collect()
    }

    /// How many findings that a level shows are answered, of a long article.
    fn answered(&self, level: Strictness) -> Answered {
        let mut answered = Answered::default();
        let Some(outlook) = &self.outlook else {
            return answered;
        };
        let mut seen: HashSet<(Span, Option<crate::detect::Category>)> = HashSet::new();
        for (span, name, is_mark) in self.answers_and_marks() {
            for (found, mark) in outlook.survey.on(span) {
                let is_shown = mark.category.is_none() || mark.level <= level;
                let is_meant = mark.answers_to() == name && (!is_mark || replaces(span, found));
                if is_shown && is_meant && seen.insert((found, mark.category)) {
                    match mark.category {
                        None => answered.quotations += 1,
                        Some(_) => answered.loaded += 1,
                    }
                }
            }
        }
        answered
    }

    /// Asks of findings that are not here whether they are to be decided or gone to: shown, not answered, not replaced.
    pub(super) fn is_open(&self, kind: Kind) -> impl Fn(Span, &Mark) -> bool + '_ {
        let known = self.answers_and_marks().into_iter();
        let known = Overlaps::new(known.map(|(span, name, is_mark)| (span, (name, is_mark))));
        move |span, mark| {
            let is_shown = match kind {
                Kind::Candidate => mark.category.is_some() && mark.level <= self.strictness,
                _ => mark.category.is_none(),
            };
            let mut answers = known.with(span);
            let is_meant = |(other, (name, is_mark)): (Span, &(&str, bool))| {
                *name == mark.answers_to() && (!is_mark || replaces(other, span))
            };
            is_shown && !answers.any(is_meant)
        }
    }
}

impl Mark {
    fn answers_to(&self) -> &'static str {
        self.category
            .map_or(QUOTATION, crate::detect::Category::name)
    }
}
