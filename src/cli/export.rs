//! `closeread export`: a reading written up, on standard output or in a file.

use crate::cli::failure::Failure;
use crate::cli::lexicon;
use crate::cli::opened::{Opened, open};
use crate::cli::strictness::Level;
use crate::detect::{self, Finding, Strictness};
use crate::notes::{Anchor, Anchorer, ArticleRef, Notebook};
use crate::report::{self, AnchoredNotebook, Exchange, Exporter, Reading, Written, retain_told};
use crate::store::{NotebookFile, StoreError, reader_slug, write_export};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use jiff::civil::Date;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What to export and how.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The article, or - for standard input
    path: PathBuf,
    /// What to write
    #[arg(long, value_parser = exporters(), default_value = default_exporter())]
    format: &'static Exporter,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How much unanswered loaded language to count; what a reader has answered always is
    #[arg(long, value_enum, default_value_t)]
    strictness: Level,
    /// In formats for other tools also the findings that no reader has answered, as closeread's own
    #[arg(long)]
    findings: bool,
    /// Only this reader's notes; otherwise every reader's
    #[arg(long, value_name = "NAME")]
    reader: Option<String>,
    /// The day of the report, such as 2026-11-22, for output that can be made again [default: today]
    #[arg(long, value_parser = date)]
    date: Option<Date>,
}

/// Writes the reading up.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let opened = open(&options.path)?;
    let article = &opened.article;
    let notebooks = notebooks(&opened, options.reader.as_deref())?;
    let anchors: Vec<Vec<Anchor>> = notebooks
        .iter()
        .map(|notebook| anchors(notebook, &opened))
        .collect();
    let anchored: Vec<AnchoredNotebook> = notebooks
        .iter()
        .zip(&anchors)
        .map(|(notebook, anchors)| AnchoredNotebook { notebook, anchors })
        .collect();
    let level = options.strictness.into();
    let codebook = opened.workspace.codebook()?;
    let reading = Reading {
        article,
        findings: &findings(&opened, &anchored, level)?,
        codebook: &codebook,
        level,
        notebooks: anchored,
        date: options.date.unwrap_or_else(today).to_string(),
        exchange: Exchange {
            findings: options.findings,
            uri: None,
        },
    };
    put(&(options.format.write)(&reading), options.output.as_deref())
}

/// Puts a report at `path` with what belongs beside it, or alone on standard output; what it leaves out is told.
fn put(written: &Written, path: Option<&Path>) -> Result<(), Failure> {
    for left_out in &written.left_out {
        // A closed standard error must not stop the report.
        let _ = writeln!(io::stderr(), "closeread: {left_out}");
    }
    let Some(path) = path else {
        let mut output = io::stdout().lock();
        let put = output
            .write_all(&written.bytes)
            .and_then(|()| output.flush());
        return put.map_err(|error| Failure::io("standard output", &error));
    };
    for beside in &written.beside {
        write_export(&beside.path(path), &beside.bytes)?;
    }
    Ok(write_export(path, &written.bytes)?)
}

/// The findings of the level that the project does not silence, and all that a reader has answered.
fn findings(
    opened: &Opened,
    notebooks: &[AnchoredNotebook],
    level: Strictness,
) -> Result<Vec<Finding>, Failure> {
    let article = &opened.article;
    let own = lexicon::own(&opened.workspace.lexicon_file(), &article.name)?;
    let mut findings = detect::find(article, 0..article.len(), &own.unsilenced());
    let is_shown = |finding: &Finding| finding.is_shown_at(level) && !own.silences(finding);
    retain_told(&mut findings, notebooks, is_shown);
    Ok(findings)
}

/// The notebooks on the article: of one reader, or of all in the order of their folders.
fn notebooks(opened: &Opened, reader: Option<&str>) -> Result<Vec<Notebook>, Failure> {
    let Some(path) = &opened.path else {
        return Ok(Vec::new());
    };
    let Some(reader) = reader else {
        // No reader has the empty slug, so these are all.
        let all: Result<Vec<_>, StoreError> = opened
            .workspace
            .other_notebooks("", path, &opened.article)
            .into_iter()
            .collect();
        return Ok(all?);
    };
    let slug = reader_slug(reader);
    let found = opened.workspace.find_notebook(&slug, path, &opened.article);
    let file = found.path;
    if !file.is_file() {
        return Err(no_notebook(opened, path, &file));
    }
    let about = ArticleRef {
        path: opened.article.name.clone(),
        sha256: opened.article.sha256(),
    };
    let notebook = NotebookFile::open(&file, reader, about)?;
    Ok(vec![notebook.notebook().clone()])
}

fn no_notebook(opened: &Opened, article: &Path, file: &Path) -> Failure {
    let readers: Vec<String> = opened
        .workspace
        .other_notebooks("", article, &opened.article)
        .into_iter()
        .flatten()
        .map(|notebook| notebook.reader)
        .collect();
    let remedy = if readers.is_empty() {
        "nobody has notes on this article".to_owned()
    } else {
        format!("there are notes by {}", readers.join(", "))
    };
    Failure::at(file.display().to_string(), "no such notebook", remedy)
}

fn anchors(notebook: &Notebook, opened: &Opened) -> Vec<Anchor> {
    let unchanged = notebook.article.sha256 == opened.article.sha256();
    let anchorer = Anchorer::new(&opened.article);
    let annotations = notebook.annotations.iter();
    annotations
        .map(|annotation| anchorer.anchor(annotation, unchanged))
        .collect()
}

fn today() -> Date {
    jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date()
}

fn date(text: &str) -> Result<Date, &'static str> {
    text.parse()
        .map_err(|_| "not a date; write it as in 2026-11-22")
}

fn exporters() -> impl TypedValueParser<Value = &'static Exporter> {
    let names = report::ALL
        .iter()
        .map(|exporter| PossibleValue::new(exporter.name).help(exporter.about));
    // The names come from the table, so each is found in it.
    PossibleValuesParser::new(names).try_map(|name| report::exporter(&name).ok_or("no such format"))
}

fn default_exporter() -> &'static str {
    report::ALL.first().map_or("", |exporter| exporter.name)
}
