//! `closeread measure quotes`: how good the quotations are, by articles whose quotations people annotated.
//!
//! The measures are those of the public scorers for quotation attribution, to the digit: outer white space, quotation marks
//! and punctuation do not count; a found quotation matches an annotated one when at least 0.8 of their characters are common
//! (characters of both over characters of either); matches are one to one, best first. The docs of each file say the rest.

mod breakdown;
mod figures;
mod found;
mod gold;
mod marks;
mod matched;
mod matching;
mod mention;
mod paragraphs;
mod sums;
mod table;
mod tally;

use crate::cli::failure::Failure;
use found::Found;
use gold::Text;
use std::path::PathBuf;
use sums::Sums;

/// What to measure, and by what.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Annotated articles: JSON lines {"id","text","quotes":[{"start","end","kind","speaker","cue"}]}, offsets in Unicode
    /// scalar values, speaker and cue {"start","end","text"} or null
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Instead of the totals, how often each rule, kind or score was right
    #[arg(long, value_enum)]
    by: Option<By>,
}

/// What a breakdown is by.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum By {
    /// The rules
    Rule,
    /// Direct, mixed, indirect, scare
    Kind,
    /// The score that a finding claims
    Score,
}

/// An annotated article and what is found in it.
struct Pair {
    text: Text,
    found: Vec<Found>,
}

/// Measures; a Markdown table.
pub(super) fn run(options: &Options) -> Result<String, Failure> {
    let mut files = Vec::new();
    for path in &options.files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let texts = Text::read(path)?.into_iter();
        let pairs = texts.map(|text| Pair {
            found: Found::in_text(&text),
            text,
        });
        files.push((name.into_owned(), pairs.collect::<Vec<_>>()));
    }
    if let Some(by) = options.by {
        return Ok(breakdown::breakdown(by, &files));
    }
    let sums = files.into_iter().map(|(name, pairs)| {
        let sums: Vec<Sums> = pairs.iter().map(Sums::of).collect();
        (name, sums)
    });
    Ok(table::totals(sums))
}
