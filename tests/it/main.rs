//! Tests of the whole.

// Everything here is a test, also what stands outside a test function.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::string_slice, clippy::too_many_lines)]
#![allow(
    clippy::format_collect,
    clippy::format_push_string,
    clippy::print_stderr
)]

mod desk;
mod flags;
mod installed;
mod run;

mod architecture;
mod beside;
mod check;
mod cli;
mod export;
mod formats;
mod frames;
mod git;
mod git_lines;
mod importing;
mod importing_again;
mod inputs;
mod keys;
mod looking;
mod markdown;
mod measure;
mod measure_quotes;
mod merge;
mod messages;
mod page;
mod phrases;
mod print;
mod readme;
mod reasons;
mod scan;
mod silence;
mod speakers;
mod store;
mod strictness;
mod summary;
mod terminal;
