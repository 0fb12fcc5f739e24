//! How far a scan is, on standard error when that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};

/// A line that shows how far a scan is; gone when it is dropped.
#[derive(Debug)]
pub(super) struct Progress(ProgressBar);

impl Progress {
    /// Whether there is anything to see of it.
    pub(super) fn is_shown() -> bool {
        io::stderr().is_terminal()
    }

    /// For so many articles, if that is known.
    pub(super) fn new(articles: Option<usize>) -> Self {
        let target = if Self::is_shown() {
            ProgressDrawTarget::stderr()
        } else {
            ProgressDrawTarget::hidden()
        };
        let bar = ProgressBar::with_draw_target(articles.map(|count| count as u64), target);
        let style = ProgressStyle::with_template("{bar:30} {pos} of {len} articles");
        Self(match style {
            Ok(style) => bar.with_style(style.progress_chars("## ")),
            Err(_) => bar,
        })
    }

    /// One more article is done.
    pub(super) fn step(&self) {
        self.0.inc(1);
    }

    /// Does `write`, for which the line makes way.
    pub(super) fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.0.suspend(write)
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
