//! `closeread measure loaded`: how good the findings are, by annotated texts of the caller's.

mod found;
mod gold;
mod score;
mod sums;
mod table;
mod words;

use crate::cli::failure::Failure;
use crate::detect::Strictness;
use found::Found;
pub(in crate::cli) use gold::Text;
use std::path::PathBuf;
use sums::Sums;
use table::{Row, Table};

/// What to measure, and by what.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Annotated texts: JSON lines {"id","text","spans":[{"start","end","label"}]}, offsets in Unicode scalar values
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Count only spans of this label; may be given several times. A file without any of them counts all of its own
    #[arg(long, value_name = "LABEL")]
    label: Vec<String>,
    /// Measure each fifth of the articles by scores calibrated on the other four: for texts that the program's own scores were
    /// calibrated on
    #[arg(long)]
    held_out: bool,
    /// Instead of the totals, how often each rule, category or score was right
    #[arg(long, value_enum)]
    by: Option<By>,
}

/// What a breakdown is by.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum By {
    /// The fourteen categories
    Category,
    /// The rules and lists
    Rule,
    /// The score that a finding claims
    Score,
}

/// Measures; a Markdown table.
pub(super) fn run(options: &Options) -> Result<String, Failure> {
    let mut files = Vec::new();
    for path in &options.files {
        let texts = Text::read(path, &options.label)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        files.push((name.into_owned(), texts));
    }
    let found = found::found(&files, options.held_out);
    let table = match options.by {
        None => totals(&found),
        Some(by) => table::breakdown(by, &found),
    };
    Ok(table)
}

/// A row per file and level.
fn totals(found: &[Found]) -> String {
    let mut table = Table::default();
    for (name, found) in found {
        for level in Strictness::ALL {
            let sums = Sums::by_group(found, level);
            table.push(Row::new(name, level, found, &sums));
        }
    }
    table.markdown()
}
