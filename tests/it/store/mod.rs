//! Files: what is written, what survives, what is refused.
#![allow(clippy::unwrap_used, clippy::panic)]

mod any;
mod desk;

mod edit;
mod lexicon;
mod outside;
mod readers;
mod refuse;
mod renamed;
mod round_trip;
mod workspace;
mod write;
