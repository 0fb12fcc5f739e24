//! `closeread measure loaded|quotes`: how good the findings are, by annotated texts of the caller's.

mod interval;
mod loaded;
mod markdown;
mod quotes;

use crate::cli::failure::Failure;
pub(super) use loaded::Text;
use std::io::{self, Write};

/// What to measure, and by what.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// What to measure
    #[command(subcommand)]
    what: What,
}

/// What to measure.
#[derive(Debug, clap::Subcommand)]
enum What {
    /// Loaded language
    Loaded(loaded::Options),
    /// Quotations, their speakers and cues
    Quotes(quotes::Options),
}

/// Measures, and writes a Markdown table to standard output.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let table = match &options.what {
        What::Loaded(options) => loaded::run(options)?,
        What::Quotes(options) => quotes::run(options)?,
    };
    let mut output = io::stdout().lock();
    output
        .write_all(table.as_bytes())
        .and_then(|()| output.flush())
        .map_err(|error| Failure::io("standard output", &error))
}

/// `part` of `whole`; 0 of nothing.
fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}
