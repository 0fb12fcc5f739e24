//! `closeread export`: a reading written up, on standard output or in files; or those of all articles of a folder.

mod files;
mod folder;
mod material;

use crate::cli::complain;
use crate::cli::failure::Failure;
use crate::cli::opened::open;
use crate::cli::strictness::Level;
use crate::detect::Strictness;
use crate::report::{self, Exchange, Exporter, Name, Reading, Written};
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use files::Files;
use jiff::civil::Date;
use material::Material;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What to export and how.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The article, a folder of articles, or - for standard input
    path: PathBuf,
    /// What to write [default: by the output's ending; markdown without one]
    #[arg(long, value_parser = exporters())]
    format: Option<&'static Exporter>,
    /// Write to this file instead of standard output; of a folder, a file for each article into this folder
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,
    /// Replace what stands where files beside the output belong, such as annotation.conf
    #[arg(long)]
    force: bool,
    /// Where the article was published, for formats that point there: W3C, Hypothesis
    #[arg(long, value_name = "URL")]
    uri: Option<String>,
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

/// Writes the reading up, or those of a folder.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let job = Job {
        exporter: options.exporter()?,
        reader: options.reader.as_deref(),
        level: options.strictness.into(),
        date: options.date.unwrap_or_else(today).to_string(),
        exchange: Exchange {
            findings: options.findings,
            uri: options.uri.clone(),
        },
        force: options.force,
    };
    let output = options.output.as_deref();
    if options.path.is_dir() {
        return folder::run(&job, &options.path, output);
    }
    let material = job.material(&options.path)?;
    let written = (job.exporter.write)(&job.reading(&material));
    match output {
        None => stdout(&written.bytes)?,
        Some(path) => {
            Files::new(job.force, material.opened.path.as_deref()).put(path, &written)?;
        }
    }
    job.tell(None, &written);
    if output.is_none() {
        job.tell_beside(&written);
    }
    Ok(())
}

/// What is to be done, with any article.
#[derive(Debug)]
struct Job<'a> {
    exporter: &'static Exporter,
    reader: Option<&'a str>,
    level: Strictness,
    date: String,
    exchange: Exchange,
    force: bool,
}

impl Job<'_> {
    fn material(&self, path: &Path) -> Result<Material, Failure> {
        Material::of(open(path)?, self.reader, self.level)
    }

    fn reading<'m>(&self, material: &'m Material) -> Reading<'m> {
        material.reading(&self.date, &self.exchange)
    }

    /// Says what is left out, of which article where there are several.
    fn tell(&self, article: Option<&str>, written: &Written) {
        let place = article.map_or(String::new(), |name| format!("{name}: "));
        for left_out in &written.left_out {
            complain(&format!(
                "closeread: {place}{}: {left_out}",
                self.exporter.name
            ));
        }
    }

    /// Says what standard output has no room for.
    fn tell_beside(&self, written: &Written) {
        let beside = written.beside.iter().map(|beside| match &beside.name {
            Name::Ending(ending) => format!("a .{ending} file"),
            Name::Whole(name) => name.to_string(),
        });
        let names: BTreeSet<String> = beside.collect();
        if !names.is_empty() {
            let more = names.len().saturating_sub(3);
            let names: Vec<String> = names.into_iter().take(3).collect();
            let mut names = names.join(", ");
            if more > 0 {
                let _ = write!(names, " and {more} more");
            }
            let format = self.exporter.name;
            complain(&format!(
                "closeread: {format}: left out, as it belongs beside the file: {names}; -o FILE writes it, too"
            ));
        }
    }
}

impl Options {
    /// The format that was named, else the one whose ending the output has, else the first where it has no ending.
    fn exporter(&self) -> Result<&'static Exporter, Failure> {
        if let Some(named) = self.format {
            return Ok(named);
        }
        let output = self.output.as_deref().map(Path::to_string_lossy);
        let by_ending = output.as_deref().and_then(report::exporter_of);
        let has_ending = self.output.as_deref().and_then(Path::extension).is_some();
        match (output, by_ending) {
            (Some(output), None) if has_ending && !Path::new(&*output).is_dir() => {
                Err(Failure::at(
                    output,
                    "no format has this ending, so nothing was written",
                    format!(
                        "name one with --format, or let it end in one of {}",
                        report::endings()
                    ),
                ))
            }
            _ => Ok(by_ending.unwrap_or(report::SUMMARY)),
        }
    }
}

/// Puts `bytes` on standard output.
fn stdout(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    let put = output.write_all(bytes).and_then(|()| output.flush());
    put.map_err(|error| Failure::io("standard output", &error))
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
