//! Where things lie in the program: what a start uses lies together.
//!
//! Linux maps a program 64 KB at a time, around each page that is used. Where the functions of a start are spread over the
//! program, nearly all of it takes memory. `benches/order.py` makes the list of them; the linker heeds it.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs, io};

/// Names of functions without the hash at their end, `*` for what differs between compilers.
const START: &str = include_str!("start.txt");

/// Packages and modules whose tables hardly any start reads: other encodings than UTF-8, compressing, German.
const SELDOM: [&str; 7] = [
    "11encoding_rs",
    "8chardetng",
    "9crc32fast",
    "8zlib_rs",
    "4ryu",
    "14nucleo_matcher",
    "9closeread6detect9quotation6german",
];

/// Writes the linker's script into `folder`; what cargo is to tell the linker. None where the linker may be one that was not
/// tried with it: a start takes more memory then, nothing else.
pub(crate) fn order(folder: &Path) -> io::Result<Option<String>> {
    if !is_known() {
        return Ok(None);
    }
    let path = folder.join("start.ld");
    fs::write(&path, script())?;
    let path = path.display();
    Ok(Some(format!(
        "cargo::rustc-link-arg-bin=closeread=-T{path}"
    )))
}

/// Whether the linker is the one that comes with Rust, or GNU's: no other was asked for.
fn is_known() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|set| set == value);
    let flags = env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    is("PROFILE", "release")
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && is("CARGO_CFG_TARGET_ARCH", "x86_64")
        && env::var_os("RUSTC_LINKER").is_none()
        && !flags.contains("link")
}

/// The functions of a start before all others, those that the compiler calls unlikely, too; tables that are seldom read behind all
/// others.
fn script() -> String {
    let mut script = "SECTIONS {\n  .text.start : {\n".to_owned();
    for name in START.lines() {
        let hash = if name.ends_with("17h") { "*" } else { "" };
        let _ = writeln!(
            script,
            "    *(.text.{name}{hash} .text.unlikely.{name}{hash})"
        );
    }
    script.push_str("  }\n} INSERT BEFORE .text;\nSECTIONS {\n  .rodata.seldom : {\n");
    for name in SELDOM {
        let _ = writeln!(script, "    *(.rodata._ZN{name}*)");
    }
    script.push_str("  }\n} INSERT AFTER .rodata;\n");
    script
}
