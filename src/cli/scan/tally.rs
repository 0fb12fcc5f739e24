//! What is counted in articles.

use crate::cli::detect::record::is_scare;
use crate::cli::scan::Scan;
use crate::detect::Category;
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
    /// How many flags, by category in the order of [`Category::ALL`].
    flags: [usize; Category::ALL.len()],
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
                Some(category) => tally.flag(category),
                None if !is_scare(finding) => tally.quotations += 1,
                None => {}
            }
        }
        tally
    }

    /// How many flags.
    pub(super) fn flags(&self) -> usize {
        self.flags.iter().sum()
    }

    /// Flags in a thousand words.
    pub(super) fn per_thousand(&self) -> f64 {
        1000.0 * self.flags() as f64 / self.words.max(1) as f64
    }

    /// The categories that were flagged, the commonest first, with how often each was.
    pub(super) fn commonest(&self) -> Vec<(Category, usize)> {
        let all = Category::ALL.into_iter().zip(self.flags);
        let mut flagged: Vec<_> = all.filter(|&(_, count)| count > 0).collect();
        flagged.sort_by_key(|&(_, count)| Reverse(count));
        flagged
    }

    fn flag(&mut self, category: Category) {
        let counts = Category::ALL.into_iter().zip(&mut self.flags);
        for (_, count) in counts.filter(|(other, _)| *other == category) {
            *count += 1;
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.articles += other.articles;
        self.words += other.words;
        self.quotations += other.quotations;
        for (count, more) in self.flags.iter_mut().zip(other.flags) {
            *count += more;
        }
    }
}
