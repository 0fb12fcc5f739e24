//! Finding words in the article.

use crate::app::action::Direction;
use crate::article::Article;
use crate::text::{Span, fold, fold_case};

/// What is being searched, and every place where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The words as typed.
    pub words: String,
    /// Which way `n` goes.
    pub direction: Direction,
    /// Every hit, in text order; they do not overlap.
    pub hits: Vec<Span>,
}

impl Search {
    /// Searches the whole article. Smart case: capitals are told apart only when there is one in `words`. Quotes,
    /// dashes, spaces and Unicode forms are folded. Linear in the article's length.
    pub fn new(article: &Article, words: &str, direction: Direction) -> Self {
        let exact = words.chars().any(char::is_uppercase);
        let (text, needle) = if exact {
            (fold(&article.text), fold(words))
        } else {
            (fold_case(&article.text), fold_case(words))
        };
        let mut hits: Vec<Span> = Vec::new();
        if !needle.text.is_empty() {
            hits.extend(
                text.text
                    .match_indices(needle.text.as_str())
                    .map(|(at, found)| text.original(Span::new(at, at + found.len()))),
            );
        }
        hits.dedup();
        Self {
            words: words.to_owned(),
            direction,
            hits,
        }
    }

    /// The index of the next hit after byte `offset`, or the next before it, and whether that meant starting over
    /// from the other end.
    pub fn next(&self, offset: usize, direction: Direction) -> Option<(usize, bool)> {
        let last = self.hits.len().checked_sub(1)?;
        Some(match direction {
            Direction::Next => {
                let at = self.hits.partition_point(|hit| hit.start <= offset);
                if at > last { (0, true) } else { (at, false) }
            }
            Direction::Previous => match self.hits.partition_point(|hit| hit.start < offset) {
                0 => (last, true),
                at => (at - 1, false),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smart_case_and_folding() {
        let article = Article::new(
            "a",
            "The Regime’s end. A regime's end.\nREGIME CAFE\u{301} caf\u{e9}",
        );
        let hits = |words: &str| Search::new(&article, words, Direction::Next).hits.len();
        for (words, count) in [
            ("regime", 3),
            ("Regime", 1),
            ("regime's", 2),
            ("café", 2),
            ("zzz", 0),
            ("", 0),
        ] {
            assert_eq!(hits(words), count, "{words}");
        }
    }

    #[test]
    fn wraps_around() {
        let article = Article::new("a", "x a x a x");
        let search = Search::new(&article, "x", Direction::Next);
        assert_eq!(search.next(0, Direction::Next), Some((1, false)));
        assert_eq!(search.next(8, Direction::Next), Some((0, true)));
        assert_eq!(search.next(0, Direction::Previous), Some((2, true)));
    }
}
