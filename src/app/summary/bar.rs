//! A bar of the summary: a number one can look at, and the passages behind it.

use crate::report::{Layer, Side};
use crate::text::Span;

/// What a chart counts, and so what tells bars of the same name apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Chart {
    /// Where things stand in the article.
    Strip,
    /// Flags by category.
    Categories,
    /// Flags by whose words they stand in.
    Voices,
    /// Words by who is quoted.
    Speakers,
    /// Findings by their answers.
    Answers,
    /// Answers by rule.
    Rules,
    /// Annotations by reader.
    Readers,
}

/// What a bar is about; stays the same when the numbers change.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The chart.
    pub chart: Chart,
    /// The bar's name, unique in its chart.
    pub name: String,
}

/// What a part of a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// Flags in somebody's words.
    Side(Side),
    /// Words between quotation marks.
    Quoted,
    /// Words reported in other words.
    Reported,
    /// Findings of loaded language.
    Loaded,
    /// Findings of quotations.
    Quotations,
    /// Findings of a rule that were kept as they are.
    Kept,
    /// Those that were not.
    NotKept,
    /// Annotations that have a place.
    Placed,
    /// Annotations whose words are gone.
    Lost,
    /// Where things stand in the article.
    Strip(Layer),
}

/// A bar of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is about.
    pub subject: Subject,
    /// Its parts, none of them empty, in the order in which they are stacked.
    pub parts: Vec<(Fill, usize)>,
    /// The number, for narrow screens.
    pub number: String,
    /// The number and what it is made of.
    pub words: String,
    /// The passages behind it, in text order.
    pub passages: Vec<Span>,
}

impl Chart {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Strip => "Where they fall",
            Self::Categories => "Flags by category",
            Self::Voices => "Flags by whose words they stand in",
            Self::Speakers => "Words by who is quoted",
            Self::Answers => "Findings by answer",
            Self::Rules => "Answers by rule",
            Self::Readers => "Annotations by reader",
        }
    }

    /// What its bars may be made of, for the legend.
    pub fn fills(self) -> &'static [Fill] {
        match self {
            Self::Strip | Self::Voices => &[],
            Self::Categories => &[
                Fill::Side(Side::Own),
                Fill::Side(Side::Named),
                Fill::Side(Side::Unnamed),
                Fill::Side(Side::Unclear),
                Fill::Side(Side::Nowhere),
            ],
            Self::Speakers => &[Fill::Quoted, Fill::Reported],
            Self::Answers => &[Fill::Loaded, Fill::Quotations],
            Self::Rules => &[Fill::Kept, Fill::NotKept],
            Self::Readers => &[Fill::Placed, Fill::Lost],
        }
    }
}

impl Fill {
    /// The words of a legend.
    pub fn words(self) -> &'static str {
        match self {
            Self::Side(Side::Named) => "named",
            Self::Side(Side::Unnamed) => "unnamed",
            Self::Side(Side::Unclear) => "unclear",
            Self::Side(Side::Nowhere) | Self::Lost => "lost",
            Self::Side(Side::Own) => "own voice",
            Self::Quoted => "quoted",
            Self::Reported => "in other words",
            Self::Loaded => "loaded language",
            Self::Quotations | Self::Strip(Layer::Quotation) => "quotations",
            Self::Kept => "kept",
            Self::NotKept => "not kept",
            Self::Placed => "in the text",
            Self::Strip(Layer::Flag) => "flags",
            Self::Strip(Layer::Annotation) => "annotations",
        }
    }
}

impl Bar {
    /// A bar whose number is the sum of its parts, said part by part where there are several.
    pub(super) fn of(subject: Subject, parts: Vec<(Fill, usize)>, mut passages: Vec<Span>) -> Self {
        let parts: Vec<_> = parts.into_iter().filter(|(_, count)| *count > 0).collect();
        let number = parts
            .iter()
            .map(|(_, count)| count)
            .sum::<usize>()
            .to_string();
        let said: Vec<String> = parts
            .iter()
            .map(|(fill, count)| format!("{count} {}", fill.words()))
            .collect();
        passages.sort_unstable();
        Self {
            subject,
            words: match said.as_slice() {
                [] => number.clone(),
                [one] => one.clone(),
                several => format!("{number}: {}", several.join(", ")),
            },
            number,
            parts,
            passages,
        }
    }

    /// The sum of its parts.
    pub fn total(&self) -> usize {
        self.parts.iter().map(|(_, count)| count).sum()
    }

    /// The columns of each part where so many columns stand for `most`: at least one each, so that small parts are seen too.
    pub fn cells(&self, columns: usize, most: usize) -> Vec<(Fill, usize)> {
        // Of few things, each is as wide as the next: the eye can count them.
        let each = columns / most.max(1);
        let size = |count: usize| match each {
            0 => ((count * columns + most / 2) / most.max(1)).max(1),
            each => count * each.min(4),
        };
        let mut room = columns;
        let mut cells = Vec::new();
        for (fill, count) in &self.parts {
            let taken = size(*count).min(room);
            room -= taken;
            cells.push((*fill, taken));
        }
        cells
    }
}
