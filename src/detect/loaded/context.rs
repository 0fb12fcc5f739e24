//! Where an entry is innocent.

use crate::detect::loaded::element::{self, Element};
use crate::detect::loaded::notation;
use crate::detect::loaded::page::Page;
use crate::text::Span;

/// How far `~word` looks to either side, in bytes: some fifteen words.
const NEAR: usize = 90;

/// Words beside an entry that excuse it.
#[derive(Debug)]
pub(super) enum Context {
    /// Among these elements, the entry itself at a place of them.
    Among(Vec<Element>, usize),
    /// Near this word.
    Near(String),
}

impl Context {
    /// What a written context means, in each of its forms; contexts that cannot be read mean nothing.
    pub(super) fn each(written: &str) -> Vec<Self> {
        if let Some(word) = written.strip_prefix('~') {
            let words = notation::expand(word);
            return words.into_iter().map(Self::Near).collect();
        }
        let place = |element: &Element| matches!(element, Element::Word(word) if word == "_");
        notation::compile(written)
            .into_iter()
            .filter_map(|elements| {
                let at = elements.iter().position(place)?;
                Some(Self::Among(elements, at))
            })
            .collect()
    }

    /// Whether it excuses the passage `span` of `page`.
    pub(super) fn excuses(&self, page: &Page, span: Span) -> bool {
        match self {
            Self::Among(elements, at) => element::around(page, span, elements, *at).is_some(),
            Self::Near(word) => is_near(page, span, word),
        }
    }
}

fn is_near(page: &Page, span: Span, word: &str) -> bool {
    let around = page.sentence(span.start, NEAR);
    page.bytes(around)
        .windows(word.len().max(1))
        .enumerate()
        .filter(|(_, bytes)| *bytes == word.as_bytes())
        .map(|(at, _)| Span::new(around.start + at, around.start + at + word.len()))
        .any(|found| page.is_whole(found))
}
