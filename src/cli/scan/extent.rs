//! How large a corpus is.

use crate::cli::scan::source::Corpus;
use crate::text::columns;

/// How large a corpus is, by the names in its folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Extent {
    /// How many articles, with those that turn out not to be readable.
    pub(super) articles: usize,
    /// Columns of the longest path.
    pub(super) longest: usize,
}

impl Extent {
    /// Of all of `corpora`: their folders are read for it.
    pub(super) fn of(corpora: &[Corpus]) -> Self {
        let paths = corpora.iter().flat_map(Corpus::paths);
        paths.fold(Self::default(), |so_far, path| Self {
            articles: so_far.articles + 1,
            longest: path.map_or(so_far.longest, |path| {
                so_far.longest.max(columns(&path.to_string_lossy()))
            }),
        })
    }
}
