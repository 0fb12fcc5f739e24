//! `closeread measure loaded`: how good the findings are, by annotated texts of the caller's.

mod gold;
mod interval;
mod score;
mod sums;
mod table;
mod words;

use crate::article::Article;
use crate::cli::detect::Given;
use crate::cli::failure::Failure;
use crate::detect::{Finding, Own, Strictness, find};
use crate::text::Span;
pub(super) use gold::Text;
use std::io::{self, Write};
use std::path::PathBuf;
use sums::Sums;
use table::{Row, Table};

/// What to measure, and by what.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// What to measure
    #[arg(value_enum)]
    what: What,
    /// Annotated texts: JSON lines {"id","text","spans":[{"start","end","label"}]}, offsets in Unicode scalar values
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Count only spans of this label; may be given several times. A file without any of them counts all of its own
    #[arg(long, value_name = "LABEL")]
    label: Vec<String>,
    /// Instead of the totals, how often each rule, category or score was right
    #[arg(long, value_enum)]
    by: Option<By>,
}

/// What to measure.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum What {
    /// Loaded language
    Loaded,
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

/// Measures, and writes a Markdown table to standard output.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let What::Loaded = options.what;
    let mut files = Vec::new();
    for path in &options.files {
        let texts = Text::read(path, &options.label)?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        files.push((name.into_owned(), texts));
    }
    let table = match options.by {
        None => totals(&files),
        Some(by) => table::breakdown(by, &files),
    };
    let mut output = io::stdout().lock();
    output
        .write_all(table.as_bytes())
        .and_then(|()| output.flush())
        .map_err(|error| Failure::io("standard output", &error))
}

/// A row per file and level.
fn totals(files: &[(String, Vec<Text>)]) -> String {
    let mut table = Table::default();
    for (name, texts) in files {
        let found: Vec<_> = texts.iter().map(|text| (text, flags(text))).collect();
        for level in Strictness::ALL {
            let sums = Sums::by_group(&found, level);
            table.push(Row::new(name, level, &found, &sums));
        }
    }
    table.markdown()
}

/// A finding by the scalar values of the text as it was given.
#[derive(Debug, Clone)]
struct Flag {
    /// Its passage.
    span: Span,
    /// The finding.
    finding: Finding,
}

/// The loaded language found in `text` at any strictness.
fn flags(text: &Text) -> Vec<Flag> {
    let article = Article::new(String::new(), text.text.as_str());
    let given = Given::new(&text.text, &article.text);
    find(&article, 0..article.len(), &Own::default())
        .into_iter()
        .filter(|finding| finding.category().is_some())
        .map(|finding| Flag {
            span: Span::new(
                given.scalar(finding.span.start),
                given.scalar(finding.span.end),
            ),
            finding,
        })
        .collect()
}
