//! What is kept of the findings of an article that is too long to keep all of them.

use crate::app::action::Direction;
use crate::article::Article;
use crate::detect::{Category, Finding, QuotationKind, Strictness};
use crate::text::Span;
use std::ops::Range;

/// So many bytes of text, or one paragraph more, are looked at together.
const CHUNK: usize = 32 * 1024;

/// Chunks that are looked at in one go while nobody waits for them.
const GO: usize = 8;

/// Where everything stands that was found in a long article, chunk by chunk; not why. 12 bytes a finding.
///
/// Scare quotes and what the project silences are left out: neither is ever counted or gone to.
#[derive(Debug, Clone, Default)]
pub(super) struct Survey {
    chunks: Vec<Chunk>,
    /// Bytes of the chunks that were looked at, and of all.
    looked: usize,
    all: usize,
    quotations: usize,
    /// Findings of loaded language by the level that shows them.
    loaded: [usize; Strictness::ALL.len()],
}

#[derive(Debug, Clone)]
struct Chunk {
    paragraphs: Range<usize>,
    span: Span,
    /// In text order; none while it was not looked at.
    marks: Option<Box<[Mark]>>,
}

/// A finding, as far as it is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// From the chunk's first byte.
    start: u32,
    length: u32,
    /// Of loaded language; none of a quotation.
    pub category: Option<Category>,
    /// The strictest level that shows it.
    pub level: Strictness,
}

/// What stands next in some direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// A finding.
    At(Span),
    /// Text that was not looked at yet: its first paragraph, in the direction asked for.
    Unknown(usize),
    /// Nothing as far as the article goes.
    Nothing,
}

impl Survey {
    /// Nothing of `article` is looked at yet.
    pub(super) fn new(article: &Article) -> Self {
        let mut chunks: Vec<Chunk> = Vec::new();
        for index in 0..article.len() {
            let span = article.paragraph(index);
            match chunks.last_mut() {
                Some(last) if last.span.len() < CHUNK => {
                    last.span = last.span.hull(span);
                    last.paragraphs.end = index + 1;
                }
                _ => chunks.push(Chunk {
                    paragraphs: index..index + 1,
                    span,
                    marks: None,
                }),
            }
        }
        Self {
            all: chunks.iter().map(|chunk| chunk.span.len()).sum(),
            chunks,
            ..Self::default()
        }
    }

    /// Takes in the `findings` of some paragraphs, of those chunks that lie within.
    pub(super) fn take(
        &mut self,
        paragraphs: &Range<usize>,
        findings: &[Finding],
        is_silenced: impl Fn(&Finding) -> bool,
    ) {
        let first = self.chunk_of(paragraphs.start);
        for chunk in self.chunks.iter_mut().skip(first) {
            let is_within = chunk.paragraphs.start >= paragraphs.start;
            if chunk.paragraphs.end > paragraphs.end {
                break;
            }
            if !is_within || chunk.marks.is_some() {
                continue;
            }
            let from = findings.partition_point(|finding| finding.span.start < chunk.span.start);
            let its = findings.get(from..).unwrap_or_default().iter();
            let its = its.take_while(|finding| finding.span.start < chunk.span.end);
            let its = its.filter(|finding| !is_silenced(finding));
            let marks: Box<[Mark]> = its.filter_map(|one| mark(chunk.span.start, one)).collect();
            self.looked += chunk.span.len();
            for mark in &marks {
                count(mark, &mut self.quotations, &mut self.loaded);
            }
            chunk.marks = Some(marks);
        }
    }

    /// How much of the article was looked at, in per cent; 100 only when all was.
    pub(super) fn share(&self) -> usize {
        self.looked * 100 / self.all.max(1)
    }

    /// Whether all of the article was looked at.
    pub(super) fn is_whole(&self) -> bool {
        self.looked == self.all
    }

    /// The quotations found.
    pub(super) fn quotations(&self) -> usize {
        self.quotations
    }

    /// The findings of loaded language that a level shows.
    pub(super) fn loaded(&self, level: Strictness) -> usize {
        let levels = Strictness::ALL.iter().zip(self.loaded);
        let shown = levels.filter(|(strictest, _)| **strictest <= level);
        shown.map(|(_, count)| count).sum()
    }

    /// The paragraphs to be looked at when `sight` is to be seen: some before and some behind, too.
    pub(super) fn around(&self, sight: &Range<usize>) -> Range<usize> {
        let first = self.chunk_of(sight.start).saturating_sub(1);
        let last = self.chunk_of(sight.end.saturating_sub(1)) + 1;
        self.paragraphs(first..last + 1)
    }

    /// What to look at next: what was not looked at from paragraph `from` on, else from the beginning.
    pub(super) fn unknown(&self, from: usize) -> Option<Range<usize>> {
        let is_unknown = |at: &usize| self.chunks.get(*at).is_some_and(|one| one.marks.is_none());
        let from = self.chunk_of(from);
        let first = (from..self.chunks.len()).chain(0..from).find(is_unknown)?;
        let count = (first..self.chunks.len())
            .take(GO)
            .take_while(is_unknown)
            .count();
        Some(self.paragraphs(first..first + count))
    }

    /// The finding next to byte `offset` of which `is_wanted` holds: the first that begins there or behind, or the last that
    /// begins before.
    pub(super) fn next(
        &self,
        offset: usize,
        direction: Direction,
        is_wanted: impl Fn(Span, &Mark) -> bool,
    ) -> Next {
        let behind = self.chunks.partition_point(|one| one.span.end <= offset);
        let before = self.chunks.partition_point(|one| one.span.start < offset);
        let chunks: &mut dyn Iterator<Item = &Chunk> = match direction {
            Direction::Next => &mut self.chunks.iter().skip(behind),
            Direction::Previous => &mut self.chunks.iter().take(before).rev(),
        };
        for chunk in chunks {
            let Some(marks) = &chunk.marks else {
                return Next::Unknown(match direction {
                    Direction::Next => chunk.paragraphs.start,
                    Direction::Previous => chunk.paragraphs.end - 1,
                });
            };
            let spans = marks.iter().map(|mark| (mark.span(chunk.span.start), mark));
            let mut spans = spans.filter(|(span, mark)| is_wanted(*span, mark));
            let found = match direction {
                Direction::Next => spans.find(|(span, _)| span.start >= offset),
                Direction::Previous => spans.rfind(|(span, _)| span.start < offset),
            };
            if let Some((span, _)) = found {
                return Next::At(span);
            }
        }
        Next::Nothing
    }

    /// The findings that have text in common with `span`, as far as they begin in its chunk or the one before.
    pub(super) fn on(&self, span: Span) -> impl Iterator<Item = (Span, &Mark)> {
        let first = self
            .chunks
            .partition_point(|one| one.span.end <= span.start);
        let chunks = self.chunks.iter().skip(first.saturating_sub(1));
        chunks
            .take_while(move |chunk| chunk.span.start < span.end)
            .flat_map(|chunk| {
                let marks = chunk.marks.iter().flatten();
                marks.map(|mark| (mark.span(chunk.span.start), mark))
            })
            .filter(move |(found, _)| found.overlaps(span))
    }

    fn chunk_of(&self, paragraph: usize) -> usize {
        self.chunks
            .partition_point(|chunk| chunk.paragraphs.start <= paragraph)
            .saturating_sub(1)
    }

    fn paragraphs(&self, chunks: Range<usize>) -> Range<usize> {
        let last = chunks.end.min(self.chunks.len()).saturating_sub(1);
        let first = self.chunks.get(chunks.start);
        let start = first.map_or(0, |chunk| chunk.paragraphs.start);
        start
            ..self
                .chunks
                .get(last)
                .map_or(0, |chunk| chunk.paragraphs.end)
    }
}

impl Mark {
    fn span(&self, chunk: usize) -> Span {
        let start = chunk + self.start as usize;
        Span::new(start, start + self.length as usize)
    }
}

fn mark(chunk: usize, finding: &Finding) -> Option<Mark> {
    let quotation = finding.quotation();
    let is_scare = quotation.is_some_and(|one| one.kind == QuotationKind::Scare);
    let level = Strictness::ALL
        .into_iter()
        .find(|level| finding.is_shown_at(*level));
    (!is_scare).then_some(Mark {
        start: u32::try_from(finding.span.start - chunk).ok()?,
        length: u32::try_from(finding.span.len()).ok()?,
        category: finding.category(),
        level: level?,
    })
}

fn count(mark: &Mark, quotations: &mut usize, loaded: &mut [usize]) {
    let level = Strictness::ALL.iter().position(|one| *one == mark.level);
    match (mark.category, level.and_then(|level| loaded.get_mut(level))) {
        (None, _) => *quotations += 1,
        (Some(_), Some(count)) => *count += 1,
        (Some(_), None) => {}
    }
}
