//! The words being selected.

use crate::app::action::{Direction, Unit};
use crate::article::Article;
use crate::text::{Span, graphemes, sentences, words};

/// A selection with one end that stays and one that moves; it may cross paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// Byte offset of the end that stays.
    pub fixed: usize,
    /// Byte offset of the end that moves.
    pub moving: usize,
}

impl Selection {
    /// A selection of `span` whose end moves.
    pub fn of(span: Span) -> Self {
        Self {
            fixed: span.start,
            moving: span.end,
        }
    }

    /// What is selected.
    pub fn span(self) -> Span {
        Span::new(self.fixed, self.moving)
    }

    /// The same with the other end moving.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self {
            fixed: self.moving,
            moving: self.fixed,
        }
    }

    /// The same with its moving end one unit on or back. The selection turns over when it would become empty, and
    /// stays as it is at the article's ends.
    #[must_use]
    pub fn extended(self, article: &Article, direction: Direction, unit: Unit) -> Self {
        let forward = self.moving > self.fixed;
        let edge = match direction {
            Direction::Next => next_edge(article, self.moving, unit, forward),
            Direction::Previous => previous_edge(article, self.moving, unit, forward),
        };
        match edge {
            Some(moving) if moving == self.fixed => self.turned(article, direction, unit),
            Some(moving) if (moving > self.fixed) != forward => {
                self.turned(article, direction, unit)
            }
            Some(moving) => Self { moving, ..self },
            None => self,
        }
    }

    /// Turned over: the unit that was the last one stays selected and the selection grows on the other side.
    fn turned(self, article: &Article, direction: Direction, unit: Unit) -> Self {
        let kept = match direction {
            Direction::Previous => unit_at(article, self.fixed, unit),
            Direction::Next => unit_before(article, self.fixed, unit),
        };
        let Some(kept) = kept else {
            return self;
        };
        let (fixed, moving) = match direction {
            Direction::Previous => (kept.end, previous_edge(article, kept.start, unit, false)),
            Direction::Next => (kept.start, next_edge(article, kept.end, unit, true)),
        };
        Self {
            fixed,
            moving: moving.unwrap_or(match direction {
                Direction::Previous => kept.start,
                Direction::Next => kept.end,
            }),
        }
    }
}

/// The unit around byte `offset`, or the next one after it in the paragraph, or the last one.
pub fn unit_at(article: &Article, offset: usize, unit: Unit) -> Option<Span> {
    let units = units(article, article.paragraph_at(offset), unit);
    units
        .iter()
        .find(|span| span.end > offset)
        .or(units.last())
        .copied()
}

fn unit_before(article: &Article, offset: usize, unit: Unit) -> Option<Span> {
    let units = units(
        article,
        article.paragraph_at(offset.saturating_sub(1)),
        unit,
    );
    units.iter().rev().find(|span| span.start < offset).copied()
}

/// The units of paragraph `index`, as spans of the article.
pub fn units(article: &Article, index: usize, unit: Unit) -> Vec<Span> {
    let whole = article.paragraph(index);
    let text = article.paragraph_text(index);
    let spans: Vec<Span> = match unit {
        Unit::Grapheme => graphemes(text)
            .map(|(at, cluster)| Span::new(at, at + cluster.len()))
            .collect(),
        Unit::Word => words(text).collect(),
        Unit::Sentence => sentences(text),
        Unit::Paragraph | Unit::Quotation => vec![Span::new(0, text.len())],
    };
    spans
        .into_iter()
        .map(|span| span.shift(whole.start))
        .collect()
}

fn next_edge(article: &Article, offset: usize, unit: Unit, ends: bool) -> Option<usize> {
    let edge = |span: &Span| if ends { span.end } else { span.start };
    let from = article.paragraph_at(offset);
    (from..article.len()).find_map(|index| {
        units(article, index, unit)
            .iter()
            .map(edge)
            .find(|edge| *edge > offset)
    })
}

fn previous_edge(article: &Article, offset: usize, unit: Unit, ends: bool) -> Option<usize> {
    let edge = |span: &Span| if ends { span.end } else { span.start };
    let from = article.paragraph_at(offset);
    (0..=from).rev().find_map(|index| {
        units(article, index, unit)
            .iter()
            .map(edge)
            .rev()
            .find(|edge| *edge < offset)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Next, Previous};
    use Unit::{Grapheme, Paragraph, Sentence, Word};

    #[test]
    fn table() {
        let article = Article::new("a", "One two three. Four five.\nSix, “séven”.");
        for (start, moves, expected) in [
            ("two", vec![(Next, Word)], "two three"),
            ("two", vec![(Next, Word), (Previous, Word)], "two"),
            ("two", vec![(Previous, Word)], "One two"),
            (
                "two",
                vec![(Previous, Word), (Next, Word), (Next, Word)],
                "two three",
            ),
            ("two", vec![(Next, Grapheme), (Next, Grapheme)], "two t"),
            ("two", vec![(Next, Sentence)], "two three."),
            ("Four", vec![(Next, Word), (Next, Word)], "Four five.\nSix"),
            (
                "Four",
                vec![(Next, Paragraph), (Next, Paragraph)],
                "Four five.\nSix, “séven”.",
            ),
            ("séven", vec![(Previous, Grapheme)], "séve"),
            ("One", vec![(Previous, Word)], "One"),
        ] {
            let at = article.text.find(start).unwrap();
            let mut selection = Selection::of(Span::new(at, at + start.len()));
            for (direction, unit) in moves.iter().copied() {
                selection = selection.extended(&article, direction, unit);
            }
            assert_eq!(
                selection.span().of(&article.text),
                expected,
                "{start} {moves:?}"
            );
        }
    }
}
