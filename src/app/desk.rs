//! What lies on the desk: an article, everybody's notebooks, the findings, and the items they make.

use crate::app::arrange;
use crate::app::credit::{Credit, credits};
use crate::app::item::{Item, Kind, Source};
use crate::app::look::Outlook;
use crate::app::placed::Placed;
use crate::article::Article;
use crate::detect::{Finding, Own, Strictness, Voice, Voices};
use crate::notes::{Anchor, Anchorer, Annotation, Codebook, Edit, Id, Lexicon, Notebook};
use crate::text::Span;
use std::collections::HashMap;
use std::sync::Arc;

/// What lies on the desk.
#[derive(Debug, Clone, Default)]
pub struct Desk {
    /// The article; looked at also beside the desk.
    pub article: Arc<Article>,
    /// Notebooks on it: the reader's own first, then those of others, which are only read.
    pub shelves: Vec<Placed>,
    /// What the detectors found, in text order: at every strictness, silenced or not. Which of them are shown is
    /// [`Self::is_shown`]. Of a long article only what lies near the reader ([`Self::is_part`]).
    pub findings: Vec<Finding>,
    /// The agreed tags.
    pub codebook: Codebook,
    /// Everything for the notes pane, in text order; lost ones last.
    pub items: Vec<Item>,
    /// How many of the items are of each kind, and how many have a note.
    pub(super) counts: [usize; Kind::ALL.len()],
    pub(super) noted: usize,
    /// What is known of the findings of a long article; none where all of them lie here.
    pub(super) outlook: Option<Box<Outlook>>,
    /// How many paragraphs all of the article may have, while only its beginning is here.
    pub(super) beginning: Option<usize>,
    /// How often findings were looked for from the beginning: what comes from an earlier time is too late.
    pub(super) turn: usize,
    /// How often anything here has changed: what was counted at another number is counted anew.
    pub(super) revision: usize,
    /// By finding: the reader's annotation that answers it.
    answers: Vec<Option<Id>>,
    /// The quotations that count, and who is credited with each.
    pub(super) credits: Vec<Credit>,
    voices: Voices,
    /// Whether findings were laid here, be it none.
    pub(super) detected: bool,
    pub(super) strictness: Strictness,
    pub(super) lexicon: Lexicon,
    /// What the lexicon says for this article, as the detectors take it.
    pub(super) words: Own,
}

impl Desk {
    /// A desk with the reader's notebook and those of others. Nothing is placed twice: each annotation is anchored
    /// here, once.
    pub fn new(article: Article, own: Notebook, others: Vec<Notebook>, codebook: Codebook) -> Self {
        let mut desk = Self {
            article: Arc::new(article),
            codebook,
            ..Self::default()
        };
        desk.shelves = std::iter::once(own)
            .chain(others)
            .map(|notebook| desk.place(notebook))
            .collect();
        desk.arrange();
        desk
    }

    /// Lays the findings of all of the article on the desk.
    pub fn find(&mut self, findings: Vec<Finding>) {
        self.outlook = None;
        self.lay(findings);
    }

    /// Lays findings on the desk, be they those of a part.
    pub(super) fn lay(&mut self, findings: Vec<Finding>) {
        self.findings = findings;
        self.detected = true;
        self.arrange();
    }

    /// The reader's own notebook.
    pub fn own(&self) -> Option<&Notebook> {
        self.shelves.first().map(|shelf| &shelf.notebook)
    }

    /// Changes the reader's notebook; returns the inverse. An annotation that now looks for other words is placed anew.
    pub fn apply(&mut self, edit: Edit) -> Edit {
        let Some(shelf) = self.shelves.first_mut() else {
            return Edit::All(Vec::new());
        };
        let before = shelf.selectors();
        let inverse = edit.apply(&mut shelf.notebook);
        shelf.forget_places(&before);
        self.replace_own_anchors();
        self.arrange();
        inverse
    }

    /// Puts the notebook as it stands on disk in place of the reader's.
    pub fn replace_own(&mut self, notebook: Notebook) {
        if let Some(shelf) = self.shelves.first_mut() {
            let before = shelf.selectors();
            shelf.notebook = notebook;
            shelf.forget_places(&before);
        }
        self.replace_own_anchors();
        self.arrange();
    }

    /// Everybody else's notebooks.
    pub fn others(&self) -> impl Iterator<Item = &Notebook> {
        self.shelves.iter().skip(1).map(|shelf| &shelf.notebook)
    }

    /// Puts the notebooks of others as they stand on disk in place of those that were here.
    pub fn replace_others(&mut self, others: Vec<Notebook>) {
        self.shelves.truncate(1);
        let placed: Vec<Placed> = others.into_iter().map(|other| self.place(other)).collect();
        self.shelves.extend(placed);
        self.arrange();
    }

    /// Puts another text in place of the article. Every annotation is placed anew by its words, and findings are made anew
    /// where they were made before.
    pub fn replace_article(&mut self, article: Article) {
        self.article = Arc::new(article);
        let shelves = std::mem::take(&mut self.shelves);
        self.shelves = shelves
            .into_iter()
            .map(|shelf| self.place(shelf.notebook))
            .collect();
        if self.detected {
            self.look();
        } else {
            self.arrange();
        }
    }

    /// Says where an annotation of the reader's stands, once it was made or attached here.
    pub fn pin(&mut self, id: Id, span: Span) {
        if let Some(shelf) = self.shelves.first_mut() {
            shelf.anchors.insert(id, Anchor::Found(span));
        }
        self.arrange();
    }

    /// The annotation an item shows.
    pub fn annotation(&self, source: &Source) -> Option<&Annotation> {
        match source {
            Source::Annotation(shelf, id) => self.shelves.get(*shelf)?.notebook.get(id),
            Source::Finding(_) => None,
        }
    }

    /// Where the annotation of an item points.
    pub fn anchor(&self, source: &Source) -> Option<&Anchor> {
        match source {
            Source::Annotation(shelf, id) => self.shelves.get(*shelf)?.anchors.get(id),
            Source::Finding(_) => None,
        }
    }

    /// Whose annotation an item shows.
    pub fn author(&self, source: &Source) -> &str {
        match source {
            Source::Annotation(shelf, _) => self
                .shelves
                .get(*shelf)
                .map_or("", |shelf| &shelf.notebook.reader),
            Source::Finding(_) => "",
        }
    }

    /// The finding an item shows, or the one an annotation answers.
    pub fn finding(&self, source: &Source) -> Option<&Finding> {
        self.findings.get(self.finding_index(source)?)
    }

    /// The index of that finding. Of several, the one with most text in common, then the shortest.
    pub fn finding_index(&self, source: &Source) -> Option<usize> {
        if let Source::Finding(at) = source {
            return Some(*at);
        }
        let name = self.annotation(source)?.finding.as_deref()?;
        let span = self.anchor(source)?.span()?;
        self.findings
            .iter()
            .enumerate()
            .filter(|(_, finding)| finding.answers_to() == name)
            .filter_map(|(at, one)| Some((one.span.intersection(span)?.len(), one.span.len(), at)))
            .min_by_key(|(common, length, at)| (std::cmp::Reverse(*common), *length, *at))
            .map(|(_, _, at)| at)
    }

    /// The reader's annotation that answers the finding of an index.
    pub fn own_answer(&self, finding: usize) -> Option<&Annotation> {
        self.own()?.get(self.answers.get(finding)?.as_ref()?)
    }

    /// The innermost quotation around byte `offset`: found, be it a scare quote, or marked by a reader.
    pub fn quotation_at(&self, offset: usize) -> Option<Span> {
        let found = self.findings.iter();
        let found = found.filter(|finding| finding.quotation().is_some());
        let marked = self.credits.iter().map(|credit| credit.spoken.span);
        found
            .map(|finding| finding.span)
            .chain(marked)
            .filter(|span| span.contains(offset))
            .min_by_key(|span| span.len())
    }

    /// Whose words a passage is.
    pub fn voice(&self, span: Span) -> Voice {
        self.voices.at(&self.article.text, span)
    }

    /// Indices of the items of paragraph `index`.
    pub fn items_of(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let from = self
            .items
            .partition_point(|item| item.kind != Kind::Lost && item.paragraph < index);
        self.items
            .iter()
            .enumerate()
            .skip(from)
            .take_while(move |(_, item)| item.kind != Kind::Lost && item.paragraph == index)
            .map(|(at, _)| at)
    }

    /// The index of the item from `source`.
    pub fn item_from(&self, source: &Source) -> Option<usize> {
        if let Source::Finding(number) = source {
            let span = self.findings.get(*number)?.span;
            let from = self
                .items
                .partition_point(|item| item.kind != Kind::Lost && item.span.start < span.start);
            let items = self.items.iter().enumerate().skip(from);
            let mut here = items.take_while(|(_, item)| item.span.start == span.start);
            return here
                .find(|(_, item)| &item.source == source)
                .map(|(at, _)| at);
        }
        self.items.iter().position(|item| &item.source == source)
    }

    /// Arranges the items anew.
    pub(super) fn arrange(&mut self) {
        self.answers = arrange::answers(self);
        (self.credits, self.voices) = credits(self);
        self.items = arrange::items(self);
        self.count_anew();
    }

    fn place(&self, notebook: Notebook) -> Placed {
        let anchors = if notebook.annotations.is_empty() {
            HashMap::new()
        } else {
            let unchanged = notebook.article.sha256 == self.article.sha256();
            let anchorer = Anchorer::new(&self.article);
            notebook
                .annotations
                .iter()
                .map(|annotation| {
                    (
                        annotation.id.clone(),
                        anchorer.anchor(annotation, unchanged),
                    )
                })
                .collect()
        };
        Placed { notebook, anchors }
    }

    /// Anchors what has no anchor yet (an undone deletion, what arrived from disk); the others keep theirs.
    fn replace_own_anchors(&mut self) {
        let Some(shelf) = self.shelves.first_mut() else {
            return;
        };
        let Placed { notebook, anchors } = shelf;
        if notebook
            .annotations
            .iter()
            .all(|annotation| anchors.contains_key(&annotation.id))
        {
            return;
        }
        let unchanged = notebook.article.sha256 == self.article.sha256();
        let anchorer = Anchorer::new(&self.article);
        for annotation in &notebook.annotations {
            if !anchors.contains_key(&annotation.id) {
                anchors.insert(
                    annotation.id.clone(),
                    anchorer.anchor(annotation, unchanged),
                );
            }
        }
    }
}
