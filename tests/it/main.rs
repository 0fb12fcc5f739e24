//! Tests of the whole.
mod store;
