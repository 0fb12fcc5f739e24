//! Annotations of other programs: W3C Web Annotation, Hypothesis, brat and REFI-QDA read as what a reader says.
//!
//! Pure: bytes come in, [`Foreign`] annotations go out, and counts of what cannot be held. Words decide where an annotation stands,
//! as for notes ([`place`]): offsets only find words in the text that came with them, or choose between places of the same words.
//! What comes in is not trusted: its size and depth are bounded, nothing is fetched and no path in it is followed.

mod brat;
mod codes;
mod foreign;
mod hypothesis;
mod json;
mod placing;
mod refi;
mod w3c;
mod xml;

pub use foreign::{Foreign, Hint, Package, Refusal};
pub use placing::{id, place, says_the_same};

use std::path::Path;

/// The most bytes that are read of a file, and of what is packed in one.
pub const LIMIT: usize = 64 << 20;

/// Reads a file by the ending of its `name`. `beside`: for brat, the text that its offsets count in.
pub fn read(name: &str, bytes: &[u8], beside: Option<&str>) -> Result<Package, Refusal> {
    let ending = Path::new(name).extension().unwrap_or_default();
    if ending.eq_ignore_ascii_case("qdpx") {
        return refi::read(bytes);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(Refusal::whole("this is not text in UTF-8"));
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if ending.eq_ignore_ascii_case("ann") {
        return brat::read(text, beside);
    }
    json::read(text)
}
