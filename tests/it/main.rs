//! Tests of the whole.

mod architecture;
