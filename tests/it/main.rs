//! Tests of the whole.
mod store;

mod run;

mod architecture;
mod cli;
mod export;
