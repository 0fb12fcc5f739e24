//! `closeread print PATH…`: articles with their notes as text, without a terminal.

mod colour;
mod laid;

use crate::cli::complain;
use crate::cli::failure::Failure;
use crate::cli::folder::{articles_folder, listed};
use crate::cli::look::Look;
use crate::cli::opened::open;
use crate::cli::reader::Reader;
use crate::store::{Settings, Workspace};
use crate::terminal::{self, Paper, Printer};
use colour::Colour;
use laid::Laid;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Columns where nobody says how many.
const WIDTH: u16 = 80;

/// What to print and how.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Articles, folders of articles, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// In sentences instead of columns: each paragraph on a line, and after it each thing that is said of it; for screen readers
    #[arg(long)]
    linear: bool,
    /// Columns; notes stand beside the text from 80 on [default: COLUMNS, else the terminal's, else 80; with --linear, no limit]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(10..=1000))]
    width: Option<u16>,
    #[command(flatten)]
    reader: Reader,
    /// Colours and other attributes
    #[arg(long, visible_alias = "colour", value_enum, default_value_t)]
    color: Colour,
    #[command(flatten)]
    look: Look,
}

/// Prints the articles one behind the other. What cannot be read is told on standard error and left out.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let settings = settings(options)?;
    let paper = options.paper(&settings);
    let mut job = Job {
        options,
        printer: Printer::new(
            BufWriter::with_capacity(64 * 1024, io::stdout().lock()),
            paper,
        ),
        printed: 0,
        is_whole: true,
    };
    for path in &options.paths {
        job.path(path)?;
    }
    if job.is_whole {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}

/// The settings around the first path: how the page looks is one for all.
fn settings(options: &Options) -> Result<Settings, Failure> {
    let first = options.paths.first().map(PathBuf::as_path);
    let around = first.filter(|path| *path != Path::new("-"));
    Ok(Workspace::around(around.unwrap_or(Path::new("."))).settings()?)
}

impl Options {
    fn paper(&self, settings: &Settings) -> Paper {
        let columns = std::env::var("COLUMNS").ok();
        let columns = || columns?.parse().ok().filter(|&width: &u16| width > 0);
        let terminal = || terminal::width().and_then(|width| width.try_into().ok());
        let width = self.width.or_else(columns).or_else(terminal);
        let is_terminal = io::stdout().is_terminal();
        let (capability, styled) = self.color.on(is_terminal, self.look, settings);
        Paper {
            capability,
            styled,
            width: width.unwrap_or(WIDTH),
        }
    }
}

/// What is being printed.
struct Job<'a, W: Write> {
    options: &'a Options,
    printer: Printer<W>,
    /// How many articles were.
    printed: usize,
    /// Whether nothing had to be left out.
    is_whole: bool,
}

impl<W: Write> Job<'_, W> {
    fn path(&mut self, path: &Path) -> Result<(), Failure> {
        if !path.is_dir() {
            return self.article(path);
        }
        let folder = articles_folder(path);
        let (paths, wrong) = listed(&folder);
        self.is_whole &= wrong == 0;
        if paths.is_empty() && wrong == 0 {
            self.leave_out(Failure::at(
                folder.display().to_string(),
                "no articles here",
                "name a text file, or another folder",
            ))?;
        }
        paths.iter().try_for_each(|path| self.article(path))
    }

    fn article(&mut self, path: &Path) -> Result<(), Failure> {
        let laid = open(path).and_then(|opened| Laid::on(opened, self.options));
        let laid = match laid {
            Ok(laid) => laid,
            Err(failure) => return self.leave_out(failure),
        };
        for problem in &laid.problems {
            complain(&format!("closeread: {problem}"));
        }
        self.is_whole &= laid.problems.is_empty();
        let put = self.put(laid);
        put.map_err(|error| Failure::io("standard output", &error))
    }

    fn put(&mut self, laid: Laid) -> io::Result<()> {
        if self.printed > 0 {
            self.printer.gap()?;
        }
        self.printed += 1;
        if self.options.linear {
            self.printer.linear(laid.desk, self.options.width)
        } else {
            self.printer.columns(laid.desk)
        }
    }

    /// Tells why something is left out.
    fn leave_out(&mut self, failure: Failure) -> Result<(), Failure> {
        let Failure::Message(message) = &failure else {
            return Err(failure);
        };
        complain(&message.to_string());
        self.is_whole = false;
        Ok(())
    }
}
