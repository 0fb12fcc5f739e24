//! Which of many spans share text with a given one.

use crate::text::Span;

/// Spans with something attached, ready for the question which of them overlap a given span.
///
/// Sorted once; a question costs a binary search and the spans between the first that reaches the given one and
/// its end. Limits: one span over the whole text makes every question read all spans before it.
#[derive(Debug, Clone)]
pub struct Overlaps<T> {
    /// By start; with each the furthest end up to and including it.
    spans: Vec<(Span, usize, T)>,
}

impl<T> Overlaps<T> {
    /// The index of `items`, in any order.
    pub fn new(items: impl IntoIterator<Item = (Span, T)>) -> Self {
        let mut spans: Vec<_> = items
            .into_iter()
            .map(|(span, item)| (span, span.end, item))
            .collect();
        spans.sort_by_key(|(span, ..)| *span);
        let mut reach = 0;
        for (span, end, _) in &mut spans {
            reach = reach.max(span.end);
            *end = reach;
        }
        Self { spans }
    }

    /// All items, by the start of their spans.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.spans.iter().map(|(_, _, item)| item)
    }

    /// What shares at least one byte with `span`, last in the text first.
    pub fn with(&self, span: Span) -> impl Iterator<Item = (Span, &T)> {
        let before = self
            .spans
            .partition_point(|(other, ..)| other.start < span.end);
        self.spans
            .get(..before)
            .unwrap_or_default()
            .iter()
            .rev()
            .take_while(move |(_, reach, _)| *reach > span.start)
            .filter(move |(other, ..)| other.overlaps(span))
            .map(|(other, _, item)| (*other, item))
    }
}

impl<T> Default for Overlaps<T> {
    fn default() -> Self {
        Self { spans: Vec::new() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_as_asking_each(
            spans in prop::collection::vec((0usize..30, 0usize..30), 0..20),
            asked in (0usize..30, 0usize..30),
        ) {
            let asked = Span::new(asked.0, asked.1);
            let spans: Vec<_> = spans.iter().map(|&(a, b)| Span::new(a, b)).collect();
            let index = Overlaps::new(spans.iter().copied().zip(0..));
            let mut found: Vec<usize> = index.with(asked).map(|(_, &item)| item).collect();
            found.sort_unstable();
            let expected: Vec<usize> = (0..spans.len()).filter(|&i| spans[i].overlaps(asked)).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
