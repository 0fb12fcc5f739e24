//! Where a selector points in a text.
//!
//! Words first: the quote is searched for as it is (after folding), places of the same words are told apart by
//! their surroundings, and only when there is none, something alike is looked for. The position is a hint.
//! Misses: see [`Anchorer::anchor`].

mod alike;
mod distance;
mod exact;
mod index;
mod likeness;
mod surroundings;

use crate::article::Article;
use crate::notes::Annotation;
use crate::notes::anchor::alike::{Place, alike};
use crate::notes::anchor::exact::Exact;
use crate::notes::anchor::index::WordIndex;
use crate::notes::anchor::surroundings::letters;
use crate::text::{Folded, ScalarIndex, Span, fold};
use std::cell::{Cell, OnceCell};

/// A place that resembles the selector less is not worth a look.
const WORTH: f32 = 0.4;

/// Where a selector points in this text.
#[derive(Debug, Clone, PartialEq)]
pub enum Anchor {
    /// The words are there, and only one place can be meant.
    Found(Span),
    /// Probably here: the words or their surroundings changed. Marked until the reader confirms.
    Moved(Candidate),
    /// The words are at several places and nothing tells them apart.
    Ambiguous(Vec<Span>),
    /// The words are gone; up to three places that look most like them, best first.
    Lost(Vec<Candidate>),
}

/// A place that may be meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// The place.
    pub span: Span,
    /// How much it resembles the selector, from 0 to 1.
    pub score: f32,
}

impl Anchor {
    /// The place to show it at: found or moved.
    pub fn span(&self) -> Option<Span> {
        match self {
            Self::Found(span) => Some(*span),
            Self::Moved(candidate) => Some(candidate.span),
            Self::Ambiguous(_) | Self::Lost(_) => None,
        }
    }

    /// The place that looks most like it, also when it is ambiguous or lost.
    pub fn candidate(&self) -> Option<Span> {
        match self {
            Self::Found(_) | Self::Moved(_) => self.span(),
            Self::Ambiguous(places) => places.first().copied(),
            Self::Lost(candidates) => candidates.first().map(|candidate| candidate.span),
        }
    }

    /// The word for it: found, moved, ambiguous, lost.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Found(_) => "found",
            Self::Moved(_) => "moved",
            Self::Ambiguous(_) => "ambiguous",
            Self::Lost(_) => "lost",
        }
    }
}

/// How many bytes before a hint are looked at, to begin with a whole word; and how many behind it besides four times as many as
/// the quote has.
const AROUND: usize = 256;

/// A text of so many bytes is folded only where something stands elsewhere than its position says, and its words are not counted for that
/// few selectors.
const LONG: usize = 4 * 1024 * 1024;
const FEW: usize = 16;

/// Finds selectors in one article. Folds its text and counts its words only when it must, and then once.
#[derive(Debug)]
pub struct Anchorer<'a> {
    article: &'a Article,
    scalars: OnceCell<ScalarIndex<'a>>,
    folded: OnceCell<Folded>,
    words: OnceCell<WordIndex>,
    /// How many selectors were searched for in all of the text.
    searched: Cell<usize>,
}

impl<'a> Anchorer<'a> {
    /// An anchorer for `article`.
    pub fn new(article: &'a Article) -> Self {
        Self {
            article,
            scalars: OnceCell::new(),
            folded: OnceCell::new(),
            words: OnceCell::new(),
            searched: Cell::new(0),
        }
    }

    /// Where `annotation` points. `unchanged`: the text is the one it was made on (same SHA-256), so that its
    /// position may decide between places of the same words.
    ///
    /// *Found* always has the words of the quote, folded. Misses: a quote whose words were also translated,
    /// reordered or replaced for more than half is lost; so is a long one (over 400 characters) whose beginning or
    /// end was rewritten.
    pub fn anchor(&self, annotation: &Annotation, unchanged: bool) -> Anchor {
        let wanted = Wanted::of(annotation);
        if wanted.quote.is_empty() {
            return Anchor::Lost(Vec::new());
        }
        let hint = annotation
            .at
            .and_then(|_| self.hint(annotation))
            .filter(|_| unchanged);
        let is_long = self.article.text.len() >= LONG;
        let at_hint = |offset| {
            let near = is_long.then(|| self.exact_near(&wanted, offset)).flatten();
            near.or_else(|| self.exact_at(&wanted, offset))
        };
        if let Some(span) = hint.and_then(at_hint) {
            return Anchor::Found(span);
        }
        let exact = Exact::search(self.folded(), self.worthy_words(), self.article, &wanted);
        exact
            .decide(&self.folded().text, &wanted)
            .unwrap_or_else(|| self.decide_alike(&wanted))
    }

    fn words(&self) -> &WordIndex {
        self.words
            .get_or_init(|| WordIndex::of(&self.folded().text))
    }

    /// The words, where counting them pays: in a long text that takes as long as searching for many selectors without.
    fn worthy_words(&self) -> Option<&WordIndex> {
        self.searched.set(self.searched.get() + 1);
        let is_worth = self.article.text.len() < LONG || self.searched.get() > FEW;
        let known = self.words.get();
        known.or_else(|| is_worth.then(|| self.words()))
    }

    fn folded(&self) -> &Folded {
        self.folded.get_or_init(|| fold(&self.article.text))
    }

    fn scalars(&self) -> &ScalarIndex<'a> {
        let article = self.article;
        self.scalars.get_or_init(|| ScalarIndex::new(&article.text))
    }

    /// The byte offset that `at` stands for.
    fn hint(&self, annotation: &Annotation) -> Option<usize> {
        let at = annotation.at?;
        let index = at.paragraph.checked_sub(1)?;
        let paragraph = self.article.paragraphs.get(index)?.span;
        let scalar = self.scalars().scalar(paragraph.start) + at.column.checked_sub(1)?;
        let offset = self.scalars().byte(scalar);
        paragraph.contains(offset).then_some(offset)
    }

    /// The place of the very words at `offset`.
    fn exact_at(&self, wanted: &Wanted, offset: usize) -> Option<Span> {
        let text = &self.article.text;
        place_at(self.folded(), text, wanted, offset).map(|(_, place)| place)
    }

    /// The same where little more than the quote has to be folded. Misses: a quote that is several times as long in the text,
    /// because of blanks or characters that are not seen.
    fn exact_near(&self, wanted: &Wanted, offset: usize) -> Option<Span> {
        let text = &self.article.text;
        let low = text.floor_char_boundary(offset.saturating_sub(AROUND));
        let blank = Span::new(low, offset).of(text).rfind([' ', '\n']);
        let from = blank.map_or(low, |at| low + at + 1);
        let until = text.floor_char_boundary(offset + 4 * wanted.quote.len() + AROUND);
        let near = Span::new(from, until).of(text);
        let folded = fold(near);
        let (span, place) = place_at(&folded, near, wanted, offset - from)?;
        // What ends with the part that was folded may go on behind it.
        let whole = span.end < folded.text.len() || until == text.len();
        whole.then(|| place.shift(from))
    }

    fn decide_alike(&self, wanted: &Wanted) -> Anchor {
        let places = alike(&self.folded().text, self.words(), wanted);
        let candidate = |place: &Place| Candidate {
            span: self.folded().original(place.span),
            score: place.score,
        };
        match places.as_slice() {
            [best, rest @ ..] if best.is_sure(rest) => Anchor::Moved(candidate(best)),
            places => {
                let worth = places.iter().filter(|place| place.score >= WORTH);
                Anchor::Lost(worth.take(3).map(candidate).collect())
            }
        }
    }
}

/// The place of the very words at byte `offset` of `text`, which `folded` was made of: in both.
fn place_at(folded: &Folded, text: &str, wanted: &Wanted, offset: usize) -> Option<(Span, Span)> {
    let start = folded.folded(Span::new(offset, offset)).start;
    let span = Span::new(start, start + wanted.quote.len());
    (span.of(&folded.text) == wanted.quote).then_some(())?;
    let place = folded.original(span);
    let same = place.start == offset && fold(place.of(text)).text.trim() == wanted.quote;
    same.then_some((span, place))
}

/// Letters between a quote and the beginning or end of its line; None when its surroundings do not reach so far.
type Edge = Option<usize>;

/// A selector, folded.
#[derive(Debug)]
struct Wanted {
    quote: String,
    before: String,
    after: String,
    begins: Edge,
    ends: Edge,
}

impl Wanted {
    fn of(annotation: &Annotation) -> Self {
        let selector = &annotation.selector;
        let [mut before, quote, mut after] =
            [&selector.before, &selector.quote, &selector.after].map(|text| fold(text).text);
        // White space at the ends of the quote belongs to its surroundings.
        if quote.starts_with(' ') {
            before.push(' ');
        }
        if quote.ends_with(' ') {
            after.insert(0, ' ');
        }
        let edge = |line: Option<&str>| line.map(|line| letters(&fold(line).text));
        let (head, tail) = (&annotation.selector.before, &annotation.selector.after);
        Self {
            quote: quote.trim().to_owned(),
            begins: edge(if head.is_empty() {
                Some("")
            } else {
                head.rsplit_once('\n').map(|(_, line)| line)
            }),
            ends: edge(if tail.is_empty() {
                Some("")
            } else {
                tail.split_once('\n').map(|(line, _)| line)
            }),
            before,
            after,
        }
    }
}

#[cfg(test)]
mod edited;
#[cfg(test)]
mod tests;
