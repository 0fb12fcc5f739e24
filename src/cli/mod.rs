//! The commands: one file each. Exit codes: 0 fine, 1 found something, 2 went wrong.

mod check;
mod detect;
mod export;
mod failure;
mod fit;
mod fit_quotations;
mod folder;
mod git;
mod git_setup;
mod import;
mod lexicon;
mod look;
mod measure;
mod merge;
mod opened;
mod print;
mod read;
mod reader;
mod scan;
mod strictness;

use crate::text::{is_unsafe, visible};
use clap::{Parser, Subcommand};
use failure::Failure;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// A close-reading desk for the terminal: the article on the left, your notes on the right.
#[derive(Debug, Parser)]
#[command(name = "closeread", version, args_conflicts_with_subcommands = true)]
struct Program {
    #[command(flatten)]
    read: read::Options,
    #[command(subcommand)]
    command: Option<Command>,
}

/// [`Program`] where it can only be meant to read: the descriptions of all the other commands take longer to put together than an
/// article takes to read.
#[derive(Debug, Parser)]
#[command(disable_help_flag = true, disable_version_flag = true)]
struct Reading {
    #[command(flatten)]
    read: read::Options,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print articles with their notes beside them as text: for pipes, screen readers and watch
    Print(print::Options),
    /// Write a reading up: article, counts, and every annotation with its words
    Export(export::Options),
    /// List what is found in many articles: a table of counts, or every passage as JSON lines or CSV
    Scan(scan::Options),
    /// Find passages in {"id","text"} JSON lines from standard input; write JSON lines
    Detect {
        /// What to look for
        what: detect::What,
        /// How much loaded language to show
        #[arg(long, value_enum, default_value_t)]
        strictness: strictness::Level,
        /// A project's own words to flag and to silence: its notes/lexicon.yaml
        #[arg(long, value_name = "FILE")]
        lexicon: Option<PathBuf>,
    },
    /// Check notebooks: they can be read, annotations are found, tags are agreed, articles are there
    Check(check::Options),
    /// Take annotations of other programs into a reader's notebooks: W3C, Hypothesis, brat, REFI-QDA
    Import(import::Options),
    /// Merge two versions of a notebook, codebook or lexicon by annotation and field: git's merge driver
    Merge(merge::Options),
    /// Let git merge notes by annotation and field, and check notebooks before each commit
    GitSetup(git_setup::Options),
    /// Measure the findings by annotated texts of your own; writes a Markdown table
    Measure(measure::Options),
    /// Make the numbers of the loaded-language model anew
    #[command(hide = true)]
    Fit(fit::Options),
    /// Fits the quotation detector's ranker
    #[command(hide = true)]
    FitQuotations(fit_quotations::Options),
}

/// Runs the program with the arguments of its caller, its own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let program = match understood(&arguments) {
        Ok(program) => program,
        Err(usage) => return refused(&usage),
    };
    match perform(&program) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Failure::Message(message) | Failure::Stopped(message) = &failure {
                complain(&message.to_string());
            }
            failure.exit_code()
        }
    }
}

fn understood(arguments: &[OsString]) -> Result<Program, clap::Error> {
    match read_only(arguments) {
        Some(read) => Ok(Program {
            read,
            command: None,
        }),
        None => Program::try_parse_from(arguments),
    }
}

/// What to read, where the arguments say nothing else: none where a bare word may be a command, or help or a correction is due.
fn read_only(arguments: &[OsString]) -> Option<read::Options> {
    let is_bare = |word: &OsStr| {
        let word = word.as_encoded_bytes();
        !word.starts_with(b"-") && !word.iter().any(|byte| b"./".contains(byte))
    };
    if arguments.get(1).is_some_and(|first| is_bare(first)) {
        return None;
    }
    let read = Reading::try_parse_from(arguments).ok()?.read;
    let is_command = read.path().is_some_and(|path| is_bare(path.as_os_str()));
    (!is_command).then_some(read)
}

fn perform(program: &Program) -> Result<(), Failure> {
    match &program.command {
        None => read::run(&program.read),
        Some(Command::Print(options)) => print::run(options),
        Some(Command::Export(options)) => export::run(options),
        Some(Command::Scan(options)) => scan::run(options),
        Some(Command::Detect {
            what,
            strictness,
            lexicon,
        }) => {
            let own = detect::own(lexicon.as_deref())?;
            let (input, output) = (io::stdin().lock(), io::stdout().lock());
            detect::run(*what, (*strictness).into(), &own, input, output)
        }
        Some(Command::Check(options)) => check::run(options),
        Some(Command::Import(options)) => import::run(options),
        Some(Command::Merge(options)) => merge::run(options),
        Some(Command::GitSetup(options)) => git_setup::run(options),
        Some(Command::Measure(options)) => measure::run(options),
        Some(Command::Fit(options)) => fit::run(options),
        Some(Command::FitQuotations(options)) => fit_quotations::run(options),
    }
}

/// A message on standard error; names of files and contents may hold escape sequences.
fn complain(message: &str) {
    let mut errors = io::stderr().lock();
    for line in message.lines() {
        let _ = writeln!(errors, "{}", visible(line));
    }
}

/// Help and version go to standard output and are fine, wrong usage to standard error.
fn refused(usage: &clap::Error) -> ExitCode {
    let plain = usage.render().to_string();
    // It repeats what was given: then without colours, as symbols.
    if plain.lines().any(|line| line.contains(is_unsafe)) {
        complain(plain.trim_end());
    } else {
        let _ = usage.print();
    }
    ExitCode::from(if usage.use_stderr() { 2 } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    /// No command can be taken for an article, and what is understood without the commands is understood the same with them.
    #[test]
    fn what_can_only_be_meant_to_be_read() {
        let words = |line: &str| -> Vec<OsString> {
            let words = std::iter::once("closeread").chain(line.split_whitespace());
            words.map(OsString::from).collect()
        };
        let commands = Program::command();
        for command in commands.get_subcommands() {
            for before in ["", "--reader Anna ", "-- "] {
                let line = format!("{before}{}", command.get_name());
                assert!(read_only(&words(&line)).is_none(), "{line}");
            }
        }
        for (line, told) in [
            ("", true),
            ("a.txt", true),
            ("seeds/a", true),
            ("--reader demo a.txt", true),
            (
                "--reader=demo --strictness few --theme dark --ascii a.txt",
                true,
            ),
            ("-", true),
            ("-- -a.txt", true),
            ("article", false),
            ("print a.txt", false),
            ("scan", false),
            ("--help", false),
            ("-h", false),
            ("--version", false),
            ("-V", false),
            ("a.txt b.txt", false),
            ("--strictness some a.txt", false),
            ("--reader", false),
        ] {
            let read = read_only(&words(line));
            assert_eq!(read.is_some(), told, "{line}");
            if let Some(read) = read {
                let whole = Program::try_parse_from(words(line)).unwrap();
                assert!(whole.command.is_none(), "{line}");
                assert_eq!(format!("{read:?}"), format!("{:?}", whole.read), "{line}");
            }
        }
    }
}
