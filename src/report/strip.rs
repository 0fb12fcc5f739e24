//! Where in an article flags, quotations and annotations fall: the strip of a summary.

use crate::report::{Flag, Reading, quoted};
use crate::text::{ScalarIndex, Span};

/// What a mark on the strip stands for; one line of the strip each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// What a reader flags as loaded language.
    Flag,
    /// Somebody's speech, after what readers say of it.
    Quotation,
    /// What a reader says of a passage: every annotation that has a place, flags and answers to findings too.
    Annotation,
}

/// A passage on the strip.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// What it stands for.
    pub layer: Layer,
    /// The passage.
    pub span: Span,
    /// The paragraph in which it begins, from 1.
    pub paragraph: usize,
    /// Where it begins, as a share of the text's characters: from 0 to 1.
    pub start: f64,
    /// Where it ends, likewise; never before `start`.
    pub end: f64,
}

/// Where everything falls.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strip {
    /// Line by line, each in text order.
    pub marks: Vec<Mark>,
    /// Where each paragraph begins, as a share of the text's characters.
    pub paragraphs: Vec<f64>,
}

impl Layer {
    /// Every line, from the top.
    pub const ALL: [Self; 3] = [Self::Flag, Self::Quotation, Self::Annotation];
}

impl Mark {
    /// The cells of a line of `cells` that it touches, from 0: at least one, so that short passages are seen too.
    /// Nothing when the line has no cells.
    pub fn cells(&self, cells: usize) -> std::ops::Range<usize> {
        // A share is at most 1 and a line is some hundreds of cells long: nothing is lost.
        let first = ((self.start * cells as f64) as usize).min(cells.saturating_sub(1));
        let behind = (self.end * cells as f64).ceil() as usize;
        first..behind.clamp(first + 1, cells.max(first + 1)).min(cells)
    }
}

impl Strip {
    /// Of a reading, whose flags are `flags`.
    pub fn new(reading: &Reading, flags: &[Flag]) -> Self {
        let article = reading.article;
        let index = ScalarIndex::new(&article.text);
        let length = index.units(article.text.len()).max(1) as f64;
        let share = |offset| index.units(offset) as f64 / length;
        let mut passages = passages(reading, flags);
        passages.sort_unstable();
        let mark = |(layer, span): (Layer, Span)| Mark {
            layer,
            span,
            paragraph: article.paragraph_at(span.start) + 1,
            start: share(span.start),
            end: share(span.end),
        };
        Self {
            marks: passages.into_iter().map(mark).collect(),
            paragraphs: (0..article.len())
                .map(|paragraph| share(article.paragraph(paragraph).start))
                .collect(),
        }
    }

    /// The marks of one line, in text order.
    pub fn line(&self, layer: Layer) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(move |mark| mark.layer == layer)
    }

    /// How many marks of a line touch each of `cells` cells.
    pub fn counts(&self, layer: Layer, cells: usize) -> Vec<usize> {
        let mut counts = vec![0; cells];
        for mark in self.line(layer) {
            let touched = counts.get_mut(mark.cells(cells));
            for count in touched.unwrap_or_default() {
                *count += 1;
            }
        }
        counts
    }
}

/// What stands on the strip, in no order.
fn passages(reading: &Reading, flags: &[Flag]) -> Vec<(Layer, Span)> {
    let quotations = quoted(reading.article, reading.findings, &reading.notebooks);
    let quotations = quotations
        .iter()
        .map(|one| (Layer::Quotation, one.spoken.span));
    let placed = flags.iter().filter_map(|flag| flag.span);
    let flags = placed.map(|span| (Layer::Flag, span));
    let annotations = reading.annotations();
    let annotations = annotations.filter_map(|(_, _, anchor)| anchor.span());
    let annotations = annotations.map(|span| (Layer::Annotation, span));
    flags.chain(quotations).chain(annotations).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::detect::Strictness;
    use crate::notes::{Anchor, Annotation, Codebook, Notebook};
    use crate::report::{AnchoredNotebook, Exchange, flags};

    fn strip(article: &Article, anchors: &[Anchor], flag: Option<&str>) -> Strip {
        let annotation = Annotation {
            flag: flag.map(str::to_owned),
            ..Annotation::default()
        };
        let notebook = Notebook {
            annotations: vec![annotation; anchors.len()],
            ..Notebook::default()
        };
        let reading = Reading {
            article,
            notebooks: vec![AnchoredNotebook {
                notebook: &notebook,
                anchors,
            }],
            findings: &[],
            codebook: &Codebook::default(),
            level: Strictness::Normal,
            date: String::new(),
            exchange: Exchange::default(),
        };
        Strip::new(&reading, &flags(&reading))
    }

    #[test]
    fn places_are_shares_of_characters() {
        // Ten characters, of two bytes each but for the break.
        let article = Article::new("a", "éééé\n\nöööö");
        let anchors = [
            Anchor::Found(Span::new(14, 18)),
            Anchor::Lost(Vec::new()),
            Anchor::Found(Span::new(0, 2)),
        ];
        let strip = strip(&article, &anchors, Some("fear"));
        let places = |layer| -> Vec<(usize, f64, f64)> {
            let line = strip.line(layer);
            line.map(|mark| (mark.paragraph, mark.start, mark.end))
                .collect()
        };
        let expected = [(1, 0.0, 0.1), (2, 0.8, 1.0)];
        assert_eq!(places(Layer::Flag), expected);
        assert_eq!(places(Layer::Annotation), expected);
        assert_eq!(places(Layer::Quotation), []);
        assert_eq!(strip.paragraphs, [0.0, 0.6]);
        for (cells, counts) in [
            (0, vec![]),
            (1, vec![2]),
            (2, vec![1, 1]),
            (5, vec![1, 0, 0, 0, 1]),
        ] {
            assert_eq!(strip.counts(Layer::Flag, cells), counts, "{cells}");
        }
    }

    #[test]
    fn what_is_short_or_stands_at_the_end_is_seen_too() {
        let mark = |start, end| Mark {
            layer: Layer::Flag,
            span: Span::new(0, 0),
            paragraph: 1,
            start,
            end,
        };
        for (start, end, cells, touched) in [
            (0.0, 0.0, 10, 0..1),
            (0.5, 0.501, 10, 5..6),
            (1.0, 1.0, 10, 9..10),
            (0.0, 1.0, 10, 0..10),
            (0.5, 1.0, 0, 0..0),
        ] {
            assert_eq!(
                mark(start, end).cells(cells),
                touched,
                "{start} {end} {cells}"
            );
        }
    }

    #[test]
    fn an_empty_article_has_an_empty_strip() {
        let strip = strip(&Article::new("a", ""), &[], None);
        assert_eq!(strip.marks, []);
        assert_eq!(strip.counts(Layer::Flag, 3), [0, 0, 0]);
    }
}
