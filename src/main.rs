//! The `closeread` program.

fn main() {}
