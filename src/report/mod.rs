//! A reading written up: one file or folder per exporter, one table [`ALL`].
//!
//! Pure: what was read comes in as a [`Reading`], the date with it; text or bytes go out. Formats for other tools
//! are written from one list, [`Codings`]. The counting that a summary needs stands in files of its own ([`Flag`],
//! [`Quoted`], [`Shares`], [`Verdicts`], [`Crossed`], [`Strip`]), so that the summary screen says the same.

mod brat;
mod cas;
mod cited;
mod coding;
mod crossed;
mod csv;
mod doccano;
mod facts;
mod flags;
mod html;
mod hypothesis;
mod json;
mod jsonl;
mod label_studio;
mod left_out;
mod markdown;
mod method;
mod prose;
mod published;
mod quoted;
mod reading;
mod record;
mod refi;
mod semeval;
mod sentences;
mod speakers;
mod strip;
mod told;
mod used_tags;
mod verdicts;
mod w3c;
mod written;

pub use coding::{Author, Code, Coding, Codings, Offsets, Place, Places, guid};
pub use crossed::{Crossed, Part, Side, crossed};
pub use flags::{Flag, by_category, by_voice, flag_category, flags};
pub use prose::{counted, percent};
pub use quoted::{QUOTATION, Quoted, quoted, replaces};
pub use reading::{AnchoredNotebook, Exchange, Reading};
pub use speakers::{Shares, Speaker, shares};
pub use strip::{Layer, Mark, Strip};
pub use told::retain_told;
pub use used_tags::{UsedTag, used_tags};
pub use verdicts::{Tally, Verdicts, keeps};
pub use written::{Beside, Name, Written};

/// A way to write a reading up.
#[derive(Debug, Clone, Copy)]
pub struct Exporter {
    /// Its name behind `--format`.
    pub name: &'static str,
    /// Ending of the files it makes, without the first dot: `md`, `cas.json`. No two share one.
    pub extension: &'static str,
    /// What it is good for, in a few words.
    pub about: &'static str,
    /// Writes the reading. The same reading gives the same bytes.
    pub write: fn(&Reading) -> Written,
    /// What becomes of several articles.
    pub many: Many,
}

/// How a format holds several articles.
#[derive(Debug, Clone, Copy)]
pub enum Many {
    /// A file each.
    Files,
    /// A file each; what all of them need beside them is made from all.
    Sharing(fn(&[Reading]) -> Vec<Beside>),
    /// Their files one behind another, without the first lines of those behind the first one.
    Lines {
        /// How many lines are the head.
        head: usize,
    },
    /// One file that is made from all of them.
    Together(fn(&[Reading]) -> Written),
}

/// The exporter that is meant when nothing is said.
pub const SUMMARY: &Exporter = &markdown::EXPORTER;

/// Every exporter.
pub const ALL: &[Exporter] = &[
    *SUMMARY,
    html::EXPORTER,
    json::EXPORTER,
    jsonl::EXPORTER,
    csv::EXPORTER,
    w3c::EXPORTER,
    hypothesis::EXPORTER,
    brat::EXPORTER,
    refi::PROJECT,
    refi::CODEBOOK,
    cas::EXPORTER,
    doccano::EXPORTER,
    label_studio::EXPORTER,
    semeval::si::EXPORTER,
    semeval::tc::EXPORTER,
    semeval::paragraphs::EXPORTER,
];

/// The exporter whose ending `path` has: of several the longest, in any case.
pub fn exporter_of(path: &str) -> Option<&'static Exporter> {
    let path = path.to_lowercase();
    let is_its = |exporter: &&Exporter| {
        let stem = path.strip_suffix(exporter.extension);
        stem.is_some_and(|stem| stem.ends_with('.'))
    };
    let fitting = ALL.iter().filter(is_its);
    fitting.max_by_key(|exporter| exporter.extension.len())
}

/// What names of files end in, by which [`exporter_of`] tells the format.
pub fn endings() -> String {
    let endings: Vec<String> = ALL
        .iter()
        .map(|one| format!(".{}", one.extension))
        .collect();
    endings.join(" ")
}

/// The exporter called `name`.
pub fn exporter(name: &str) -> Option<&'static Exporter> {
    ALL.iter().find(|exporter| exporter.name == name)
}
