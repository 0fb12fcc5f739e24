//! YAML as this program reads and writes it.
//!
//! Reading goes through `serde_yaml`. Writing never does: a new file is our own template, a change to an existing
//! one replaces only the bytes of what changed. `yaml_edit`'s lossless tree says where those bytes are.

mod edit;
mod guard;
mod layout;
mod lexicon;
mod list_places;
mod merge;
mod notebook;
mod place;
mod read;
mod scalar;
mod splice;
mod template;

pub(super) use edit::{changed, silenced};
pub(super) use lexicon::lexicon;
pub(super) use list_places::ListPlaces;
pub use merge::Contradiction;
pub(super) use merge::{MergedText, merged};
pub(super) use notebook::notebook;
pub(super) use place::position;
pub(super) use read::{Problem, parse, read_bytes, read_file};
pub(super) use template::whole;

#[cfg(test)]
pub(super) use tests::any_text;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    /// Texts that are hard on YAML, and any other.
    pub(in crate::store) fn any_text() -> impl Strategy<Value = String> {
        let pieces = prop_oneof![
            Just("no"),
            Just("~"),
            Just(": "),
            Just(" #"),
            Just("---"),
            Just("- "),
            Just("\n"),
            Just("\n\n"),
            Just("\t"),
            Just(" "),
            Just("\r\n"),
            Just("\u{85}"),
            Just("\u{2028}"),
            Just("\u{feff}"),
            Just("'"),
            Just("\""),
            Just("\\"),
            Just("{"),
            Just("]"),
            Just(","),
            Just("word"),
            Just("été 漢 🙂"),
            Just("12:30"),
            Just("|"),
            Just(">-"),
            Just("&a"),
            Just("*a"),
            Just("!b"),
            Just("%"),
            Just("@"),
            Just("`"),
            Just("\0"),
            Just("\u{1b}"),
            Just("="),
            Just("<<"),
            Just("?"),
            Just("\u{301}"),
            Just("\u{fffe}"),
        ];
        prop_oneof![
            proptest::collection::vec(pieces, 0..8).prop_map(|pieces| pieces.concat()),
            any::<String>(),
            "[a-z ]{1,40}",
        ]
    }
}
