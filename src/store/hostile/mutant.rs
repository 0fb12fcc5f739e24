//! Files that were something else before.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What YAML gives a meaning, and what texts trip over.
const TOKENS: &[&str] = &[
    "- ",
    ": ",
    ":",
    " #",
    "#",
    "? ",
    "|",
    "|-",
    "|+2",
    ">",
    ">-",
    "'",
    "\"",
    "''",
    "\\",
    "[",
    "]",
    "{",
    "}",
    ",",
    "&a ",
    "*a",
    "!b ",
    "!!str ",
    "%YAML 1.1\n",
    "---\n",
    "...\n",
    "--- ",
    "<<: ",
    "~",
    "null",
    "no",
    "12:30",
    "1e999",
    "0o8",
    "=",
    "\t",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\0",
    "\u{1b}[31m",
    "\u{202e}",
    "é",
    "漢🙂",
    "e\u{301}",
    "id: aa\n",
    "id: ",
    "quote: ",
    "note: |\n",
    "annotations:\n",
    "annotations: []\n",
    "tags: ",
    "reviewed:\n",
    "silence:\n",
    "flag: ",
    "name: ",
    "words: ",
    "rule: ",
    "closeread: 2\n",
    "<<<<<<< x\n",
    "=======\n",
    ">>>>>>> y\n",
    "  ",
    "    ",
];

/// One thing that happens to a file.
#[derive(Debug, Clone)]
enum Mutation {
    /// A byte becomes another.
    Flip(Index, u8),
    /// Bytes go.
    Cut(Index, usize),
    /// A token comes.
    Insert(Index, &'static str),
    /// A line is said again, so many times.
    Double(Index, usize),
    /// A line goes elsewhere.
    Move(Index, Index),
    /// Lines stand deeper, or further out.
    Shift(Index, usize, bool),
    /// Something is put into brackets, so many deep.
    Nest(Index, usize, bool),
    /// Everything after a place goes.
    End(Index),
    /// All line breaks become others.
    Breaks(&'static str),
}

fn any_mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Mutation::Flip(at, byte)),
        2 => (at(), 1..40usize).prop_map(|(at, count)| Mutation::Cut(at, count)),
        6 => (at(), select(TOKENS)).prop_map(|(at, token)| Mutation::Insert(at, token)),
        2 => (at(), 1..4usize).prop_map(|(at, count)| Mutation::Double(at, count)),
        2 => (at(), at()).prop_map(|(from, to)| Mutation::Move(from, to)),
        2 => (at(), 1..6usize, any::<bool>()).prop_map(|(at, count, deeper)| Mutation::Shift(at, count, deeper)),
        1 => (at(), 1..400usize, any::<bool>()).prop_map(|(at, count, closed)| Mutation::Nest(at, count, closed)),
        1 => at().prop_map(Mutation::End),
        1 => select(&["\r\n", "\r", "\u{85}", "\n\n"][..]).prop_map(Mutation::Breaks),
    ]
}

impl Mutation {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let place = |at: &Index, length: usize| at.index(length + 1);
        match self {
            Self::Flip(at, byte) if !bytes.is_empty() => {
                let index = at.index(bytes.len());
                bytes[index] = *byte;
            }
            Self::Flip(..) => {}
            Self::Cut(at, count) => {
                let start = place(at, bytes.len());
                bytes.drain(start..(start + count).min(bytes.len()));
            }
            Self::Insert(at, token) => {
                let start = place(at, bytes.len());
                bytes.splice(start..start, token.bytes());
            }
            Self::Nest(at, count, closed) => {
                let start = place(at, bytes.len());
                let close = if *closed {
                    vec![b']'; *count]
                } else {
                    Vec::new()
                };
                bytes.splice(start..start, [vec![b'['; *count], close].concat());
            }
            Self::End(at) => bytes.truncate(place(at, bytes.len())),
            Self::Breaks(with) => {
                let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').collect();
                *bytes = lines.join(with.as_bytes());
            }
            Self::Double(..) | Self::Move(..) | Self::Shift(..) => self.apply_to_lines(bytes),
        }
    }

    fn apply_to_lines(&self, bytes: &mut Vec<u8>) {
        let mut lines: Vec<Vec<u8>> = bytes
            .split_inclusive(|&byte| byte == b'\n')
            .map(<[u8]>::to_vec)
            .collect();
        if lines.is_empty() {
            return;
        }
        match self {
            Self::Double(at, count) => {
                let index = at.index(lines.len());
                let line = lines[index].clone();
                lines.splice(index..index, vec![line; *count]);
            }
            Self::Move(from, to) => {
                let line = lines.remove(from.index(lines.len()));
                lines.insert(to.index(lines.len() + 1), line);
            }
            Self::Shift(at, count, deeper) => {
                let index = at.index(lines.len());
                for line in lines.iter_mut().skip(index).take(*count) {
                    if *deeper {
                        line.insert(0, b' ');
                    } else if line.first() == Some(&b' ') {
                        line.remove(0);
                    }
                }
            }
            _ => {}
        }
        *bytes = lines.concat();
    }
}

/// One of `files` after some mutations; now and then any bytes at all.
pub(super) fn any_mutant(files: Vec<&'static [u8]>) -> impl Strategy<Value = Vec<u8>> {
    let mutations = prop::collection::vec(any_mutation(), 1..6);
    let mutant = (select(files), mutations).prop_map(|(file, mutations)| {
        let mut bytes = file.to_vec();
        for mutation in &mutations {
            mutation.apply(&mut bytes);
        }
        bytes
    });
    let soup = prop::collection::vec(select(TOKENS), 0..30)
        .prop_map(|tokens| tokens.concat().into_bytes());
    prop_oneof![
        8 => mutant,
        1 => soup,
        1 => prop::collection::vec(any::<u8>(), 0..300),
    ]
}

/// The same as text: bytes that are no UTF-8 are replaced, as the files' readers refuse them before they look further.
pub(super) fn any_text_mutant(files: Vec<&'static str>) -> impl Strategy<Value = String> {
    let bytes = files.into_iter().map(str::as_bytes).collect();
    any_mutant(bytes).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}
