//! Who spoke last, a few paragraphs back.

use crate::article::Article;
use crate::detect::quotation::language::Language;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::Memory;
use crate::detect::quotation::rules::{Trace, read};
use crate::text::Span;

/// How many paragraphs a speaker is remembered for.
const REACH: usize = 8;

/// Paragraphs longer than this many bytes are no news prose: nobody is looked for in them or beyond.
const LONGEST: usize = 8 * 1024;

/// What each paragraph read so far leaves behind; reads back before the first one when asked.
///
/// What it answers depends on the article and the paragraph alone, not on where reading began.
#[derive(Debug)]
pub(super) struct Trail<'a> {
    article: &'a Article,
    language: Language,
    /// Where reading began.
    start: usize,
    /// The paragraphs from there on.
    on: Vec<Trace>,
    /// The paragraphs before, nearest first.
    back: Vec<Trace>,
    memory: Memory,
}

impl<'a> Trail<'a> {
    /// Nothing of `article`, which is of `language`, is read yet; reading begins with paragraph `start`.
    pub(super) fn new(article: &'a Article, language: Language, start: usize) -> Self {
        Self {
            article,
            language,
            start,
            on: Vec::new(),
            back: Vec::new(),
            memory: Memory::default(),
        }
    }

    /// Adds what the next paragraph leaves behind.
    pub(super) fn add(&mut self, trace: Trace) {
        self.on.push(trace);
    }

    /// The speaker credited last in the paragraphs before `index`.
    pub(super) fn before(&mut self, index: usize) -> Option<Span> {
        self.traces(index).find_map(|trace| trace.speaker)
    }

    /// Who goes on speaking at the beginning of paragraph `index`, and whether that was announced: who was credited
    /// last in the paragraph before it, or before the paragraphs that only go on speaking.
    pub(super) fn speaking(&mut self, index: usize) -> Option<(Span, bool)> {
        let mut traces = self.traces(index).enumerate();
        let (distance, trace) =
            traces.find(|(_, trace)| trace.speaker.is_some() || !trace.goes_on)?;
        Some((trace.speaker?, trace.announces && distance == 0))
    }

    /// What the paragraphs before `index` leave behind, nearest first, as far as anybody is remembered.
    fn traces(&mut self, index: usize) -> impl Iterator<Item = Trace> {
        (index.saturating_sub(REACH)..index)
            .rev()
            .take_while(|&paragraph| self.article.paragraph(paragraph).len() <= LONGEST)
            .map_while(|paragraph| self.trace(paragraph))
    }

    fn trace(&mut self, paragraph: usize) -> Option<Trace> {
        if let Some(on) = paragraph.checked_sub(self.start) {
            return self.on.get(on).copied();
        }
        let distance = self.start - paragraph;
        while self.back.len() < distance {
            let next = self.start - self.back.len() - 1;
            let passage = Passage::new(
                &self.article.text,
                self.article.paragraph(next),
                self.language,
            );
            let read = read(&passage, &mut self.memory, &mut || None);
            self.back.push(read.trace);
        }
        self.back.get(distance - 1).copied()
    }
}
