//! Tests of the whole.

// Everything here is a test, also what stands outside a test function.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::string_slice, clippy::too_many_lines)]

mod desk;
mod run;

mod architecture;
mod cli;
mod export;
mod frames;
mod keys;
mod readme;
mod store;
mod terminal;
