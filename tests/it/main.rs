//! Tests of the whole.

mod desk;
mod run;

mod architecture;
mod cli;
mod export;
mod store;
mod frames;
mod keys;
