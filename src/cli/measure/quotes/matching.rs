//! Which of the found spans are which of the annotated ones.

use crate::text::{Overlaps, Span};

/// Pairs of places in two lists, one to one.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Matching {
    /// For each of the first list, its partner in the second.
    pub(super) of_gold: Vec<Option<usize>>,
    /// For each of the second list, its partner in the first.
    pub(super) of_found: Vec<Option<usize>>,
}

impl Matching {
    /// Pairs spans that share text, those whose `likeness` is highest first, earlier ones first where it is equal. A likeness of 0 is
    /// no pair.
    pub(super) fn new(gold: &[Span], found: &[Span], likeness: impl Fn(Span, Span) -> f64) -> Self {
        let index = Overlaps::new(found.iter().copied().zip(0..));
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (at, &span) in gold.iter().enumerate() {
            let near = index.with(span);
            pairs.extend(near.map(|(other, &place)| (likeness(span, other), at, place)));
        }
        pairs.retain(|(likeness, ..)| *likeness > 0.0);
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut matching = Self {
            of_gold: vec![None; gold.len()],
            of_found: vec![None; found.len()],
        };
        for (_, gold, found) in pairs {
            matching.pair(gold, found);
        }
        matching
    }

    /// Pairs the two unless one of them has a partner.
    fn pair(&mut self, gold: usize, found: usize) {
        let places = (self.of_gold.get_mut(gold), self.of_found.get_mut(found));
        if let (Some(of_gold @ None), Some(of_found @ None)) = places {
            *of_gold = Some(found);
            *of_found = Some(gold);
        }
    }

    /// The pairs, in the order of the first list.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let places = self.of_gold.iter().enumerate();
        places.filter_map(|(gold, found)| Some((gold, (*found)?)))
    }
}

/// The characters of both over the characters of either.
pub(super) fn share_of_union(a: Span, b: Span) -> f64 {
    let common = a.intersection(b).map_or(0, Span::len);
    if common == 0 {
        return 0.0;
    }
    common as f64 / (a.len() + b.len() - common) as f64
}

/// Likeness of spans that count as the same: at least 0.8 of the characters of either are those of both.
pub(super) fn nearly_same(a: Span, b: Span) -> f64 {
    let share = share_of_union(a, b);
    if share >= 0.8 { share } else { 0.0 }
}

/// Likeness of equal spans only.
pub(super) fn same(a: Span, b: Span) -> f64 {
    f64::from(u8::from(a == b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_pair_first_then_the_earliest() {
        let spans = |ends: &[(usize, usize)]| -> Vec<Span> {
            ends.iter().map(|&(a, b)| Span::new(a, b)).collect()
        };
        let gold = spans(&[(0, 10), (0, 11), (20, 30)]);
        let found = spans(&[(0, 11), (0, 10), (19, 30), (20, 31)]);
        let matching = Matching::new(&gold, &found, nearly_same);
        assert_eq!(matching.of_gold, [Some(1), Some(0), Some(2)]);
        assert_eq!(matching.of_found, [Some(1), Some(0), Some(2), None]);
        let exact = Matching::new(&gold, &found, same);
        assert_eq!(exact.of_gold, [Some(1), Some(0), None]);
    }
}
