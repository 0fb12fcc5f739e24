//! Places of the very words of a quote.

use crate::article::Article;
use crate::notes::Anchor;
use crate::notes::anchor::index::{WordIndex, is_word_char, words};
use crate::notes::anchor::surroundings::{Surroundings, letters};
use crate::notes::anchor::{Candidate, Wanted};
use crate::text::{Folded, Span, fold};

/// More places of one quote than anybody looks through.
const MANY: usize = 1_000;

/// The places of the very words, each with what stands around it.
#[derive(Debug)]
pub(super) struct Exact {
    places: Vec<Place>,
}

#[derive(Debug, Clone, Copy)]
struct Place {
    /// In the article.
    span: Span,
    around: Surroundings,
}

impl Exact {
    /// Every place of the words of `wanted` in the article, up to a thousand; the same with an index and without.
    pub(super) fn search(
        folded: &Folded,
        index: Option<&WordIndex>,
        article: &Article,
        wanted: &Wanted,
    ) -> Self {
        let text = &folded.text;
        let place = |start: usize| {
            let span = Span::new(start, start + wanted.quote.len());
            let original = folded.original(span);
            // A match can start inside what was one character ("…" folds to three stops): other words then.
            let same = fold(original.of(&article.text)).text.trim() == wanted.quote;
            same.then(|| Place {
                span: original,
                around: Surroundings::of(article, folded, span, original, wanted),
            })
        };
        let fits = |start: &usize| {
            is_cut_alike(text, Span::new(*start, *start + wanted.quote.len()), wanted)
        };
        let places = match index.and_then(|index| rare_word(index, &wanted.quote)) {
            Some((offset, starts)) => starts
                .filter_map(|at| at.checked_sub(offset))
                .filter(|&start| {
                    text.get(start..)
                        .is_some_and(|rest| rest.starts_with(&wanted.quote))
                })
                .filter(fits)
                .take(MANY)
                .filter_map(place)
                .collect(),
            None => overlapping(text, &wanted.quote)
                .filter(fits)
                .take(MANY)
                .filter_map(place)
                .collect(),
        };
        Self { places }
    }

    /// What follows from the places; None when there is none.
    ///
    /// One place of the words is *found* when its surroundings are those that were wanted, or none were; otherwise they may be other
    /// words that happen to be the same, and are *moved*. Of several, the best must also be clearly ahead.
    pub(super) fn decide(&self, text: &str, wanted: &Wanted) -> Option<Anchor> {
        let asked = letters(&wanted.before) + letters(&wanted.after);
        let best = self.places.iter().max_by_key(|place| place.around.kept())?;
        let others = self.places.iter().filter(|place| place.span != best.span);
        let second = others.map(|place| place.around.kept()).max();
        if second.is_some_and(|second| best.around.kept() < second + lead(asked)) {
            let places = self.places.iter().map(|place| place.span);
            return Some(Anchor::Ambiguous(places.collect()));
        }
        Some(if asked == 0 || best.around.are_those(text, wanted) {
            Anchor::Found(best.span)
        } else {
            Anchor::Moved(Candidate {
                span: best.span,
                score: best.around.kept() as f32 / asked as f32,
            })
        })
    }
}

/// By how many letters the best place must be ahead.
fn lead(asked: usize) -> usize {
    (asked / 8).max(3)
}

/// The rarest word inside the quote, as its offset there and its places. Only words with something of the
/// quote on both sides: those at its ends may be parts of longer ones.
fn rare_word<'a>(
    index: &'a WordIndex,
    quote: &str,
) -> Option<(usize, impl Iterator<Item = usize> + 'a)> {
    let inside = words(quote).filter(|word| word.span.start > 0 && word.span.end < quote.len());
    let (word, _) = inside
        .take(32)
        .map(|word| (word, index.places(word).len()))
        .min_by_key(|&(_, count)| count)?;
    Some((word.span.start, index.places(word)))
}

/// Every place of `quote`, overlapping ones too.
fn overlapping(text: &str, quote: &str) -> impl Iterator<Item = usize> {
    let step = quote.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(quote)?;
        from = at + step;
        Some(at)
    })
}

/// Whether the place begins and ends inside a word just where the quote did: "art" is not in "party".
fn is_cut_alike(text: &str, span: Span, wanted: &Wanted) -> bool {
    let letter = |c: Option<char>| c.is_some_and(is_word_char);
    let before = text
        .get(..span.start)
        .unwrap_or_default()
        .chars()
        .next_back();
    let after = text.get(span.end..).unwrap_or_default().chars().next();
    let starts = letter(wanted.quote.chars().next());
    let ends = letter(wanted.quote.chars().next_back());
    (!starts || letter(wanted.before.chars().next_back()) == letter(before))
        && (!ends || letter(wanted.after.chars().next()) == letter(after))
}
