//! Searching some parts of an article.

use crate::article::Article;
use crate::text::{Folded, Span, fold, fold_case};
use std::ops::Range;
use std::sync::Arc;

/// So many bytes of text are searched together, or one paragraph more.
const PART: usize = 32 * 1024;

/// A search of some parts of an article. It can be done anywhere and any time.
#[derive(Debug, Clone, PartialEq)]
pub struct Hunt {
    pub(super) article: Arc<Article>,
    pub(super) words: String,
    pub(super) bounds: Arc<[usize]>,
    /// The parts.
    pub parts: Range<usize>,
    /// Whether the reader waits for it.
    pub is_awaited: bool,
}

impl Hunt {
    /// The hits in its parts.
    pub fn hits(&self) -> Vec<Span> {
        let needle = Needle::new(&self.words);
        let mut hits: Vec<Span> = Vec::new();
        for part in self.parts.clone() {
            let end = hits.last().map_or(0, |hit| hit.end);
            let found = needle.within(&self.article, &self.bounds, part).into_iter();
            hits.extend(found.filter(|hit| hit.start >= end));
        }
        hits
    }
}

/// What is looked for, folded.
#[derive(Debug)]
pub(super) struct Needle {
    folded: String,
    fold: fn(&str) -> Folded,
}

impl Needle {
    pub(super) fn new(words: &str) -> Self {
        let exact = words.chars().any(char::is_uppercase);
        let fold = if exact { fold } else { fold_case };
        Self {
            folded: fold(words).text,
            fold,
        }
    }

    /// The hits that begin in a part. Misses: one that reaches far over its end because of many blanks there.
    pub(super) fn within(&self, article: &Article, bounds: &[usize], part: usize) -> Vec<Span> {
        let (Some(&start), Some(&end)) = (bounds.get(part), bounds.get(part + 1)) else {
            return Vec::new();
        };
        let text = &article.text;
        let over = (end + 4 * self.folded.len() + 1024).min(text.len());
        let searched = Span::new(start, text.floor_char_boundary(over));
        let folded = (self.fold)(searched.of(text));
        let mut hits: Vec<Span> = Vec::new();
        if !self.folded.is_empty() {
            let found = folded.text.match_indices(self.folded.as_str());
            let found = found.map(|(at, found)| folded.original(Span::new(at, at + found.len())));
            let found = found.map(|hit| hit.shift(start));
            hits.extend(found.take_while(|hit| hit.start < end));
        }
        hits.dedup();
        hits
    }
}

/// Parts begin with paragraphs: no blank that folds with one before stands there.
pub(super) fn bounds(article: &Article) -> Arc<[usize]> {
    let mut bounds = vec![0];
    let mut last = 0;
    while last + PART < article.text.len() {
        let index = article.paragraph_at(last + PART) + 1;
        last = article.paragraph(index).start.max(last + 1);
        bounds.push(last.min(article.text.len()));
    }
    if bounds.len() == 1 || last < article.text.len() {
        bounds.push(article.text.len());
    }
    bounds.into()
}
