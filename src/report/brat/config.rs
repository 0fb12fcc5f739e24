//! brat's configuration for a folder: which annotations there are, and how they are shown.

use crate::detect::Category;
use crate::report::brat::name::{type_name, word};
use crate::report::{Beside, Code, Codings, Name, Reading};
use std::collections::BTreeSet;
use std::fmt::Write;

/// `annotation.conf` and `visual.conf` for all of `readings`: every category, and what else is used.
pub(super) fn shared(readings: &[Reading]) -> Vec<Beside> {
    let all: Vec<Codings> = readings.iter().map(Codings::of).collect();
    let mut codes: BTreeSet<Code> = Category::ALL.map(|c| Code::Category(c.name())).into();
    codes.extend(all.iter().flat_map(Codings::codes));
    let readers: BTreeSet<String> = all
        .iter()
        .flat_map(Codings::authors)
        .map(|author| word(author.name()))
        .collect();
    [
        ("annotation.conf", annotation(&codes, &readers)),
        ("visual.conf", visual(&codes)),
    ]
    .map(|(name, text)| Beside {
        name: Name::Whole(name.into()),
        bytes: text.into_bytes(),
    })
    .into()
}

fn annotation(codes: &BTreeSet<Code>, readers: &BTreeSet<String>) -> String {
    let mut text = "[entities]\n".to_owned();
    for code in codes {
        let _ = writeln!(text, "{}", type_name(*code));
    }
    text += "\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n";
    text += "\n[events]\n\n[attributes]\n";
    if !readers.is_empty() {
        let readers: Vec<&str> = readers.iter().map(String::as_str).collect();
        let _ = writeln!(text, "Reader\tArg:<ENTITY>, Value:{}", readers.join("|"));
    }
    text += "Voice\tArg:<ENTITY>, Value:own|speaker|unnamed|unclear\n";
    text += "Moved\tArg:<ENTITY>\n";
    text
}

/// What codes are called on the screen.
fn visual(codes: &BTreeSet<Code>) -> String {
    let mut text = "[labels]\n".to_owned();
    for code in codes {
        // The bar and the line break divide the file.
        let label = code.label().replace(['|', '\n', '\r', '\t'], " ");
        let _ = writeln!(text, "{} | {label}", type_name(*code));
    }
    text + "\n[drawing]\n"
}
