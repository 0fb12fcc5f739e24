//! The `closeread` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    closeread::cli::run(std::env::args_os())
}
