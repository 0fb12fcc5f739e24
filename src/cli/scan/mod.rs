//! `closeread scan PATH…`: the findings of a whole corpus.
//!
//! Articles are read by as many threads as there are processors; what was found in them is written in their order, as
//! soon as all before it is written. No more than a few articles are in memory at once, and of
//! the others not even their paths: folders are read while articles are asked for, before that once more where their number is to be shown.

mod columns;
mod extent;
mod form;
mod ordered;
mod progress;
mod rates;
mod records;
mod source;
mod table;
mod tally;

use crate::article::Article;
use crate::cli::complain;
use crate::cli::failure::Failure;
use crate::cli::strictness::Level;
use crate::detect::{Finding, Strictness, find_for};
use extent::Extent;
use form::{Format, Written};
use progress::Progress;
use source::{Corpus, Source};
use std::io::{self, IsTerminal, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::thread;
use tally::Tally;

/// What to scan and how.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Articles, folders of articles (.txt and .md, however deep), patterns ('2024/*/*.txt'), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// How much loaded language to show
    #[arg(long, value_enum, default_value_t)]
    strictness: Level,
    /// How many articles to read at once [default: one per processor]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZero<usize>>,
}

/// An article with what is shown of its findings.
#[derive(Debug)]
pub(super) struct Scan {
    /// The article; its name is its path as it was given.
    article: Article,
    /// The findings, in text order.
    findings: Vec<Finding>,
}

/// Writes what is found to standard output; what cannot be read is told on standard error and left out.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let corpora = options.paths.iter().map(|path| Corpus::at(path));
    let corpora = corpora.collect::<Result<Vec<_>, _>>()?;
    let is_asked = options.format == Format::Table || Progress::is_shown();
    let extent = is_asked.then(|| Extent::of(&corpora));
    let form = options.format.form(extent);
    let level = Strictness::from(options.strictness);
    let work = |source: Result<Source, Failure>| {
        let scan = scan(&source?, level)?;
        Ok(form.article(&scan))
    };
    let mut output = Output {
        progress: Progress::new(extent.map(|extent| extent.articles)),
        interactive: io::stdout().is_terminal(),
        total: Tally::default(),
        is_any: false,
        left_out: Vec::new(),
        is_told: true,
    };
    output.write(&form.head())?;
    let sources = corpora.iter().flat_map(Corpus::sources);
    ordered::each(jobs(options), sources, work, |written| output.take(written))?;
    output.write(&form.foot(&output.total))?;
    output.close()
}

fn jobs(options: &Options) -> usize {
    let available = || thread::available_parallelism().map_or(1, NonZero::get);
    options.jobs.map_or_else(available, NonZero::get)
}

fn scan(source: &Source, level: Strictness) -> Result<Scan, Failure> {
    let article = source.read()?;
    let mut findings = find_for(&article, 0..article.len(), &source.own(), level);
    findings.retain(|finding| finding.is_shown_at(level));
    Ok(Scan { article, findings })
}

/// Where everything goes; the progress shown there makes way for it.
struct Output {
    progress: Progress,
    /// Whether standard output is a terminal, perhaps the one that shows the progress.
    interactive: bool,
    /// Of what was written so far.
    total: Tally,
    /// Whether anything could be read.
    is_any: bool,
    /// What could not be read, and why: as told when that was found.
    left_out: Vec<String>,
    /// Whether all of that is the last that was told, no article after it.
    is_told: bool,
}

impl Output {
    /// Takes what became of one article. Fails when that ends the scan.
    fn take(&mut self, written: Result<Written, Failure>) -> Result<(), Failure> {
        self.progress.step();
        match written {
            Ok(written) => {
                self.is_any = true;
                self.total += written.tally;
                self.is_told = self.left_out.is_empty();
                self.write(&written.bytes)
            }
            Err(Failure::Message(message)) => {
                let message = message.to_string();
                self.progress.aside(|| complain(&message));
                self.left_out.push(message);
                Ok(())
            }
            Err(failure) => Err(failure),
        }
    }

    /// Names once more what could not be read: it may have scrolled out of sight.
    fn close(self) -> Result<(), Failure> {
        if self.left_out.is_empty() {
            return Ok(());
        }
        drop(self.progress);
        if !self.is_told {
            complain(&format!(
                "closeread: left out, {} in all:",
                self.left_out.len()
            ));
            for message in &self.left_out {
                complain(message);
            }
        }
        // A corpus with a few unreadable files was scanned all the same.
        Err(if self.is_any {
            Failure::Found
        } else {
            Failure::Told
        })
    }

    fn write(&self, bytes: &[u8]) -> Result<(), Failure> {
        if bytes.is_empty() {
            return Ok(());
        }
        let write = || {
            let mut output = io::stdout().lock();
            output.write_all(bytes).and_then(|()| output.flush())
        };
        let written = if self.interactive {
            self.progress.aside(write)
        } else {
            write()
        };
        written.map_err(|error| Failure::io("standard output", &error))
    }
}
