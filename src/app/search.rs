//! Finding words in the article.

use crate::app::action::Direction;
use crate::app::hunt::{Hunt, Needle, bounds};
use crate::article::Article;
use crate::text::Span;
use std::ops::Range;
use std::sync::Arc;

/// An article of so many bytes is searched at once.
const AT_ONCE: usize = 128 * 1024;

/// Parts that are searched in one go beside the reader.
const GO: usize = 64;

/// What is being searched, and where it stands as far as that is known.
///
/// Smart case: capitals are told apart only when there is one in `words`. Quotes, dashes, spaces and Unicode forms are folded. A short
/// article is searched at once, a long one part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The words as typed.
    pub words: String,
    /// Which way `n` goes.
    pub direction: Direction,
    /// The hits known, in text order; they do not overlap.
    pub hits: Vec<Span>,
    /// Byte offsets at which the parts begin, and the text's end.
    bounds: Arc<[usize]>,
    /// By part: whether it was searched.
    searched: Vec<bool>,
    /// The parts that are being searched.
    pub(super) open: Option<Range<usize>>,
}

/// The hit that comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hit {
    /// By its place among the hits known, and whether that meant starting over from the other end.
    At(usize, bool),
    /// It may be in text that was not searched yet: that part.
    Unknown(usize),
    /// There is none.
    Nowhere,
}

impl Search {
    /// A search of the whole article, of which nothing was searched yet unless it is short.
    pub fn new(article: &Article, words: &str, direction: Direction) -> Self {
        Self::within(bounds(article), article, words, direction)
    }

    /// A search of other words in the same article.
    pub(super) fn instead(&self, article: &Article, words: &str, direction: Direction) -> Self {
        Self::within(Arc::clone(&self.bounds), article, words, direction)
    }

    fn within(bounds: Arc<[usize]>, article: &Article, words: &str, direction: Direction) -> Self {
        let mut search = Self {
            words: words.to_owned(),
            direction,
            hits: Vec::new(),
            searched: vec![false; bounds.len() - 1],
            bounds,
            open: None,
        };
        if article.text.len() <= AT_ONCE {
            (0..search.searched.len()).for_each(|part| search.search(article, part));
        }
        search
    }

    /// Searches the part in which byte `offset` stands.
    pub(super) fn search_at(&mut self, article: &Article, offset: usize) {
        self.search(article, self.part_at(offset));
    }

    fn search(&mut self, article: &Article, part: usize) {
        if self.searched.get(part) == Some(&false) {
            let found = Needle::new(&self.words).within(article, &self.bounds, part);
            self.take(part..part + 1, found);
        }
    }

    /// Takes in the hits of some parts.
    pub(super) fn take(&mut self, parts: Range<usize>, mut found: Vec<Span>) {
        let bound = |part: usize| self.bounds.get(part).copied().unwrap_or(usize::MAX);
        let known = |offset: usize| self.hits.partition_point(|hit| hit.start < offset);
        let place = known(bound(parts.start))..known(bound(parts.end));
        // One that reaches over from the part before stands in place of what overlaps it.
        let before = place.start.checked_sub(1).and_then(|at| self.hits.get(at));
        if let Some(end) = before.map(|hit| hit.end) {
            found.retain(|hit| hit.start >= end);
        }
        self.hits.splice(place, found);
        for part in parts {
            if let Some(searched) = self.searched.get_mut(part) {
                *searched = true;
            }
        }
    }

    /// Whether all of the article was searched.
    pub fn is_whole(&self) -> bool {
        self.searched.iter().all(|searched| *searched)
    }

    /// How much of the article was searched, in per cent.
    pub(super) fn share(&self) -> usize {
        let searched = self.searched.iter().filter(|searched| **searched).count();
        searched * 100 / self.searched.len().max(1)
    }

    /// The next hit after byte `offset`, or the next before it.
    pub fn next(&self, offset: usize, direction: Direction) -> Hit {
        let count = self.searched.len();
        let here = self.part_at(offset);
        let (at, around) = match direction {
            Direction::Next => {
                let at = self.hits.partition_point(|hit| hit.start <= offset);
                if at < self.hits.len() {
                    (Some(at), false)
                } else {
                    (Some(0), true)
                }
            }
            Direction::Previous => match self.hits.partition_point(|hit| hit.start < offset) {
                0 => (self.hits.len().checked_sub(1), true),
                at => (Some(at - 1), false),
            },
        };
        let hit = at.and_then(|at| self.hits.get(at));
        // From the reader's part on, around the end, as far as the hit's; without one once around.
        let parts = (0..count).map(|step| match direction {
            Direction::Next => (here + step) % count,
            Direction::Previous => (here + count - step) % count,
        });
        let goal = hit.map(|hit| self.part_at(hit.start));
        let mut passed = 0;
        for part in parts {
            if self.searched.get(part) == Some(&false) {
                return Hit::Unknown(part);
            }
            passed += 1;
            // In the reader's own part a hit may stand on the other side, all the way around.
            if goal == Some(part) && !(around && passed == 1) {
                break;
            }
        }
        match (at, hit) {
            (Some(at), Some(_)) => Hit::At(at, around),
            _ => Hit::Nowhere,
        }
    }

    /// The hits that have text in common with `span`.
    pub fn on(&self, span: Span) -> impl Iterator<Item = Span> {
        let from = self.hits.partition_point(|hit| hit.end <= span.start);
        let hits = self.hits.iter().skip(from).copied();
        hits.take_while(move |hit| hit.start < span.end)
    }

    /// What to search next: the parts in sight, where the reader wants to go (a part, and the way from there), the rest.
    pub(super) fn hunt(
        &self,
        article: &Arc<Article>,
        sight: Span,
        goal: Option<(usize, Direction)>,
        all: bool,
    ) -> Option<Hunt> {
        let is_open = |part: &usize| self.searched.get(*part) == Some(&false);
        let seen = self.part_at(sight.start)..self.part_at(sight.end) + 1;
        let unseen = seen.clone().find(is_open).map(|part| part..seen.end);
        let goal = goal.map(|(part, way)| match way {
            Direction::Next => part..part + GO,
            Direction::Previous => (part + 1).saturating_sub(GO)..part + 1,
        });
        let is_awaited = unseen.is_some() || goal.is_some();
        let rest = || {
            let first = (0..self.searched.len()).find(is_open)?;
            Some(first..first + GO)
        };
        let parts = unseen.or(goal).or_else(|| rest().filter(|_| all))?;
        Some(Hunt {
            article: Arc::clone(article),
            words: self.words.clone(),
            bounds: Arc::clone(&self.bounds),
            parts: parts.start..parts.end.min(self.searched.len()),
            is_awaited,
        })
    }

    /// Whether a hunt is part of this search.
    pub(super) fn expects(&self, hunt: &Hunt, article: &Arc<Article>) -> bool {
        self.words == hunt.words && Arc::ptr_eq(article, &hunt.article)
    }

    fn part_at(&self, offset: usize) -> usize {
        let behind = self.bounds.partition_point(|bound| *bound <= offset);
        behind
            .saturating_sub(1)
            .min(self.searched.len().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold_case;

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
        assert_eq!(search.next(0, Direction::Next), Hit::At(1, false));
        assert_eq!(search.next(8, Direction::Next), Hit::At(0, true));
        assert_eq!(search.next(0, Direction::Previous), Hit::At(2, true));
        let none = Search::new(&article, "y", Direction::Next);
        assert_eq!(none.next(0, Direction::Next), Hit::Nowhere);
    }

    #[test]
    fn part_by_part_is_found_what_stands_there() {
        let line = "It was ’a storm’,  they said and said.\n".repeat(50);
        let article = Arc::new(Article::new("a", line.repeat(300)));
        for words in ["storm", "said and", "said it", "said. it was 'a", "nothing"] {
            let mut search = Search::new(&article, words, Direction::Next);
            let folded = fold_case(&article.text);
            let all: Vec<Span> = folded
                .text
                .match_indices(&fold_case(words).text)
                .map(|(at, found)| folded.original(Span::new(at, at + found.len())))
                .collect();
            let end = article.text.len();
            let Hit::Unknown(last) = search.next(end, Direction::Previous) else {
                unreachable!("{words}");
            };
            assert_eq!(last + 1, search.searched.len());
            let mut steps = 0;
            let sight = Span::new(end / 2, end / 2 + 10);
            while let Some(hunt) = search.hunt(&article, sight, None, true) {
                assert!(hunt.parts.len() <= GO && hunt.is_awaited == (steps == 0));
                search.take(hunt.parts.clone(), hunt.hits());
                steps += 1;
            }
            assert!(steps > 1 && search.is_whole());
            assert_eq!(search.hits, all, "{words}");
        }
    }

    #[test]
    fn what_was_not_searched_is_unknown() {
        let text = format!(
            "{}needle\n{}",
            "hay\n".repeat(100_000),
            "hay\n".repeat(200_000)
        );
        let article = Arc::new(Article::new("a", text));
        let mut search = Search::new(&article, "needle", Direction::Next);
        search.search_at(&article, 0);
        assert_eq!(search.next(0, Direction::Next), Hit::Unknown(1));
        let hunt = search.hunt(&article, Span::new(0, 9), Some((1, Direction::Next)), false);
        let hunt = hunt.unwrap();
        search.take(hunt.parts.clone(), hunt.hits());
        assert_eq!(search.next(0, Direction::Next), Hit::At(0, false));
        let hit = search.hits[0];
        assert_eq!(search.next(hit.start, Direction::Next), Hit::At(0, true));
        assert_eq!(search.on(Span::new(hit.end - 1, hit.end)).count(), 1);
    }
}
