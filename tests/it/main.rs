//! Tests of the whole.

mod run;

mod architecture;
mod cli;
mod export;
mod store;
mod terminal;
