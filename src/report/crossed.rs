//! Flags by category and by whose words they stand in: the bars of a stacked chart.

use crate::detect::Voice;
use crate::report::{Flag, by_category};
use crate::text::Span;

/// Whose words a flag stands in, without names: the parts of a bar, in the order in which they are stacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The reporter's own.
    Own,
    /// A named speaker's.
    Named,
    /// Those of a source without a name.
    Unnamed,
    /// Those of somebody quoted; who that is was not found.
    Unclear,
    /// Nobody can tell: the passage has no place in this text.
    Nowhere,
}

/// The flags of one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crossed<'a> {
    /// The category as it stands in the notebooks.
    pub category: &'a str,
    /// One part per side that has any, in the order of [`Side::ALL`].
    pub parts: Vec<Part>,
}

/// The flags of one category in the words of one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Whose words.
    pub side: Side,
    /// How many flags.
    pub flags: usize,
    /// Their passages in text order: as many as there are flags, but none of [`Side::Nowhere`].
    pub passages: Vec<Span>,
}

impl Side {
    /// Every side, in the order in which a bar is stacked.
    pub const ALL: [Self; 5] = [
        Self::Own,
        Self::Named,
        Self::Unnamed,
        Self::Unclear,
        Self::Nowhere,
    ];

    /// The side of a flag's voice.
    pub fn of(voice: Option<&Voice>) -> Self {
        match voice {
            Some(Voice::Own) => Self::Own,
            Some(Voice::Speaker(..)) => Self::Named,
            Some(Voice::Unnamed(..)) => Self::Unnamed,
            Some(Voice::Unclear(_)) => Self::Unclear,
            None => Self::Nowhere,
        }
    }

    /// The words of a legend.
    pub fn words(self) -> &'static str {
        match self {
            Self::Own => "own voice",
            Self::Named => "named speakers",
            Self::Unnamed => "unnamed sources",
            Self::Unclear => "speaker unclear",
            Self::Nowhere => "no place in this text",
        }
    }
}

impl Crossed<'_> {
    /// Flags of all sides.
    pub fn flags(&self) -> usize {
        self.parts.iter().map(|part| part.flags).sum()
    }

    /// The passages of all sides in text order.
    pub fn passages(&self) -> Vec<Span> {
        let parts = self.parts.iter();
        let mut all: Vec<Span> = parts.flat_map(|part| &part.passages).copied().collect();
        all.sort_unstable();
        all
    }
}

/// `flags` by category, in the order of [`by_category`], and in each by side.
pub fn crossed<'a>(flags: &[Flag<'a>]) -> Vec<Crossed<'a>> {
    let bar = |(category, _)| {
        let of_category = |flag: &&Flag<'a>| flag.category == category;
        let flags: Vec<&Flag> = flags.iter().filter(of_category).collect();
        let parts = Side::ALL.iter().filter_map(|side| part(*side, &flags));
        Crossed {
            category,
            parts: parts.collect(),
        }
    };
    by_category(flags).into_iter().map(bar).collect()
}

/// Those of `flags` that are on `side`; nothing when none is.
fn part(side: Side, flags: &[&Flag]) -> Option<Part> {
    let its = flags
        .iter()
        .filter(|flag| Side::of(flag.voice.as_ref()) == side);
    let count = its.clone().count();
    let mut passages: Vec<Span> = its.filter_map(|flag| flag.span).collect();
    passages.sort_unstable();
    (count > 0).then_some(Part {
        side,
        flags: count,
        passages,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::Speech;
    use crate::notes::Annotation;

    #[test]
    fn every_flag_stands_in_one_part_with_its_passage() {
        let annotation = Annotation::default();
        let ada = || Voice::Speaker("Ada".into(), Speech::Indirect);
        let officials = || Voice::Unnamed("officials".into(), Speech::Direct);
        let flags = [
            ("zeal", Some((ada(), 50))),
            ("fear", Some((officials(), 40))),
            ("fear", Some((Voice::Own, 30))),
            ("fear", None),
            ("fear", Some((Voice::Own, 10))),
            ("fear", Some((Voice::Unclear(Speech::Direct), 20))),
        ]
        .map(|(category, placed)| Flag {
            annotation: &annotation,
            category,
            span: placed
                .as_ref()
                .map(|(_, start)| Span::new(*start, start + 5)),
            voice: placed.map(|(voice, _)| voice),
        });
        let bars = crossed(&flags);
        let row = |part: &Part| {
            let starts: Vec<usize> = part.passages.iter().map(|span| span.start).collect();
            (part.side, part.flags, starts)
        };
        let rows: Vec<(&str, Vec<_>)> = bars
            .iter()
            .map(|bar| (bar.category, bar.parts.iter().map(row).collect()))
            .collect();
        let fear = vec![
            (Side::Own, 2, vec![10, 30]),
            (Side::Unnamed, 1, vec![40]),
            (Side::Unclear, 1, vec![20]),
            (Side::Nowhere, 1, vec![]),
        ];
        assert_eq!(
            rows,
            [("fear", fear), ("zeal", vec![(Side::Named, 1, vec![50])])]
        );
        assert_eq!(bars[0].flags(), 5);
        let starts: Vec<usize> = bars[0].passages().iter().map(|span| span.start).collect();
        assert_eq!(starts, [10, 20, 30, 40]);
    }
}
