//! What is counted in articles.

use crate::cli::detect::record::is_scare;
use crate::cli::scan::Scan;
use crate::detect::Category;
use crate::report::Side;
use crate::text::word_count;
use std::cmp::Reverse;
use std::ops::AddAssign;

/// What was counted in one article, or in several.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tally {
    /// How many articles.
    pub(super) articles: usize,
    /// How many words they have.
    pub(super) words: usize,
    /// How many quotations are somebody's speech.
    pub(super) quotations: usize,
    /// How many flags, by category in the order of [`Category::ALL`] and in each by side in that of [`Side::ALL`].
    flags: [[usize; Side::ALL.len()]; Category::ALL.len()],
}

impl Tally {
    /// Of one article.
    pub(super) fn of(scan: &Scan) -> Self {
        let mut tally = Self {
            articles: 1,
            words: word_count(&scan.article.text),
            ..Self::default()
        };
        for finding in &scan.findings {
            match finding.category() {
                Some(category) => tally.flag(category, Side::of(Some(&finding.voice))),
                None if !is_scare(finding) => tally.quotations += 1,
                None => {}
            }
        }
        tally
    }

    /// How many flags.
    pub(super) fn flags(&self) -> usize {
        self.flags.iter().flatten().sum()
    }

    /// Flags in a thousand words.
    pub(super) fn per_thousand(&self) -> f64 {
        self.rate(self.flags())
    }

    /// `count` in a thousand words.
    pub(super) fn rate(&self, count: usize) -> f64 {
        1000.0 * count as f64 / self.words.max(1) as f64
    }

    /// Flags of a category in the words of one side.
    pub(super) fn flags_of(&self, category: Category, side: Side) -> usize {
        self.by_category()
            .filter(|(other, _)| *other == category)
            .map(|(_, by_side)| of(side, by_side))
            .sum()
    }

    /// Flags in the words of one side.
    pub(super) fn flags_by(&self, side: Side) -> usize {
        self.by_category()
            .map(|(_, by_side)| of(side, by_side))
            .sum()
    }

    /// The categories that were flagged, the commonest first, with how often each was.
    pub(super) fn commonest(&self) -> Vec<(Category, usize)> {
        let all = self
            .by_category()
            .map(|(category, by_side)| (category, by_side.iter().sum()));
        let mut flagged: Vec<_> = all.filter(|&(_, count)| count > 0).collect();
        flagged.sort_by_key(|&(_, count)| Reverse(count));
        flagged
    }

    /// Counts one flag more.
    pub(super) fn flag(&mut self, category: Category, side: Side) {
        let counts = Category::ALL.into_iter().zip(&mut self.flags);
        for (_, by_side) in counts.filter(|(other, _)| *other == category) {
            let counts = Side::ALL.into_iter().zip(by_side);
            for (_, count) in counts.filter(|(other, _)| *other == side) {
                *count += 1;
            }
        }
    }

    fn by_category(&self) -> impl Iterator<Item = (Category, &[usize; Side::ALL.len()])> {
        Category::ALL.into_iter().zip(&self.flags)
    }
}

/// The count of one side.
fn of(side: Side, by_side: &[usize; Side::ALL.len()]) -> usize {
    let counts = Side::ALL.into_iter().zip(by_side);
    counts
        .filter(|(other, _)| *other == side)
        .map(|(_, count)| count)
        .sum()
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.articles += other.articles;
        self.words += other.words;
        self.quotations += other.quotations;
        let counts = self.flags.iter_mut().flatten();
        for (count, more) in counts.zip(other.flags.as_flattened()) {
            *count += more;
        }
    }
}
