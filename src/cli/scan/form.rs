//! What the findings of an article are written as.

use crate::cli::scan::Scan;
use crate::cli::scan::extent::Extent;
use crate::cli::scan::records::{Csv, JsonLines};
use crate::cli::scan::table::Table;
use crate::cli::scan::tally::Tally;

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub(super) enum Format {
    /// A row of counts for each article, and their totals
    #[default]
    Table,
    /// A JSON object for each finding
    Jsonl,
    /// A row of comma-separated values for each finding
    Csv,
}

/// A way to write the findings of article after article.
pub(super) trait Form: Sync {
    /// What comes before the first article.
    fn head(&self) -> Vec<u8> {
        Vec::new()
    }

    /// One article.
    fn article(&self, scan: &Scan) -> Written;

    /// What comes behind the last article.
    fn foot(&self, _total: &Tally) -> Vec<u8> {
        Vec::new()
    }
}

/// An article as it is written.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Whole lines.
    pub(super) bytes: Vec<u8>,
    /// What was counted in it, where the form has totals.
    pub(super) tally: Tally,
}

impl Format {
    /// The form, for a corpus so large where that is known.
    pub(super) fn form(self, extent: Option<Extent>) -> Box<dyn Form> {
        match self {
            Self::Table => Box::new(Table::new(extent.map_or(0, |extent| extent.longest))),
            Self::Jsonl => Box::new(JsonLines),
            Self::Csv => Box::new(Csv),
        }
    }
}
