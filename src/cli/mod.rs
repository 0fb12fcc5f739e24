//! The commands: one file each. Exit codes: 0 fine, 1 found something, 2 went wrong.

mod detect;
mod failure;

use clap::{Parser, Subcommand};
use failure::Failure;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// A close-reading desk for the terminal: the article on the left, your notes on the right.
#[derive(Debug, Parser)]
#[command(name = "closeread", version, args_conflicts_with_subcommands = true)]
struct Program {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Find passages in {"id","text"} JSON lines from standard input; write JSON lines
    Detect {
        /// What to look for
        what: detect::What,
    },
}

/// Runs the program with the arguments of its caller, its own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = match Program::try_parse_from(arguments) {
        Ok(program) => perform(program),
        Err(usage) => return refused(&usage),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Failure::Message(message) = &failure {
                let _ = writeln!(io::stderr().lock(), "{message}");
            }
            failure.exit_code()
        }
    }
}

fn perform(program: Program) -> Result<(), Failure> {
    match program.command {
        Some(Command::Detect { what }) => {
            detect::run(what, io::stdin().lock(), io::stdout().lock())
        }
        None => Ok(()),
    }
}

/// Help and version go to standard output and are fine, wrong usage to standard error.
fn refused(usage: &clap::Error) -> ExitCode {
    let _ = usage.print();
    ExitCode::from(if usage.use_stderr() { 2 } else { 0 })
}
