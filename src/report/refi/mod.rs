//! REFI-QDA, the exchange format of programs for qualitative analysis (`QualCoder`, `NVivo`, ATLAS.ti, MAXQDA): projects
//! (`.qdpx`) and codebooks (`.qdc`).
//!
//! A project has every article with its text, the readers as users, and a selection for each annotation with a coding for each
//! code. Codes are tags by their own name and the rest with its kind: `flag:fear`, `accepted:fear`, `rejected:fear`,
//! `candidate:fear`, `quotation`, `scare`, `note`; a tag that looks like one of these is `tag:…`. What else was written stands in memos named
//! after what they are (`note`, `reason`, `speaker`), and all of it again in the selection's description, which is what
//! some programs read. Offsets count scalar values. The archive has fixed times and order: the same reading gives the same bytes.

mod archive;
mod codebook;
mod codes;
mod element;
mod project;
mod selection;

pub(super) use codebook::EXPORTER as CODEBOOK;
pub(super) use project::EXPORTER as PROJECT;

use crate::report::left_out::told;

/// What names the program in files.
const ORIGIN: &str = concat!("closeread ", env!("CARGO_PKG_VERSION"));

/// Characters that XML cannot hold.
fn replaced(count: usize) -> Option<String> {
    told(count, "control character", |it| {
        let is = it.verb("is", "are");
        format!("that XML cannot hold {is} written as \u{fffd}")
    })
}
