//! The build script: compiles the lists of loaded language into the table that the program searches, and has the linker put
//! together what a start runs.
//!
//! A linguist edits `src/detect/loaded/lists/*.txt`; the next build puts them into the program. The lists are read by the program's own
//! modules, so that there is one parser.

#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "the program uses what the lists do not need to be compiled"
)]
mod detect;
mod order;

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: cargo runs this")?;
    let (numbers, letters) = detect::loaded::compiled();
    fs::write(Path::new(&out).join("numbers"), numbers)?;
    fs::write(Path::new(&out).join("letters"), letters)?;
    if let Some(told) = order::order(Path::new(&out))? {
        writeln!(io::stdout(), "{told}")?;
    }
    // The lists are part of this script: cargo builds and runs it again when one of them changes.
    writeln!(io::stdout(), "cargo::rerun-if-changed=src/build/main.rs")?;
    Ok(())
}
