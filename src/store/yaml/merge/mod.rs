//! Three versions of a YAML text made into one, by field and item: comments, order and unknown keys of both sides stay.
//!
//! The texts are cut into blocks (fields, items) and merged block by block; what comes out is read again and must say what
//! [`crate::notes::merge`] makes of the three notebooks. Where that does not go, they are merged by lines, as git would.

mod block;
mod cut;
mod flow;
mod kind;
mod piece;
mod place;
mod sides;
mod value;
mod weave;

use crate::store::yaml::merge::cut::blocks;
use crate::store::yaml::merge::kind::Kind;
use crate::store::yaml::merge::piece::{Piece, written};
use crate::store::yaml::merge::value::comments;

/// What three texts were merged to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct MergedText {
    /// The merged text; with conflict markers around what is contradictory.
    pub text: String,
    /// What is contradictory, in order; nothing when the text can be used as it is.
    pub contradictions: Vec<Contradiction>,
}

/// A place where two sides want different things; both stand there, between conflict markers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The line of its first marker, from 1.
    pub line: usize,
    /// What it is about.
    pub about: String,
    /// Whether it stood in one side before: then `about` says what is wrong there and what to do.
    pub is_old: bool,
}

impl Contradiction {
    /// What both sides changed.
    pub(in crate::store) fn new(line: usize, about: String) -> Self {
        Self {
            line,
            about,
            is_old: false,
        }
    }
}

/// What `ours` and `theirs` both made of `base`. Conflict markers are `marker` characters long.
pub(in crate::store) fn merged(base: &str, ours: &str, theirs: &str, marker: usize) -> MergedText {
    let settled = |text: &str| MergedText {
        text: text.to_owned(),
        contradictions: Vec::new(),
    };
    if ours == theirs || theirs == base {
        return settled(ours);
    }
    if ours == base {
        return settled(theirs);
    }
    let [was, mine, others] = [base, ours, theirs].map(plain);
    let mut merged = by_blocks(&was, &mine, &others, marker)
        .unwrap_or_else(|| by_lines(&was, &mine, &others, marker));
    if ours.contains("\r\n") {
        merged.text = merged.text.replace('\n', "\r\n");
    }
    if ours.starts_with(BOM) {
        merged.text.insert(0, BOM);
    }
    merged
}

/// More lines that differ than are compared line by line.
const MANY: usize = 20_000;

const BOM: char = '\u{feff}';

/// The text without a byte order mark, with LF at every line's end.
fn plain(text: &str) -> String {
    let mut text = text.trim_start_matches(BOM).replace("\r\n", "\n");
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// None when one of the texts has no blocks, or when what comes out does not say what it should.
fn by_blocks(base: &str, ours: &str, theirs: &str, marker: usize) -> Option<MergedText> {
    let kind = Kind::of(&[ours, theirs, base]);
    [base, ours, theirs]
        .iter()
        .all(|text| kind.problem(text).is_none())
        .then_some(())?;
    let (was, mine, others) = (blocks(base)?, blocks(ours)?, blocks(theirs)?);
    let mut pieces = vec![Piece::Settled(comments(
        &was.head,
        &mine.head,
        &others.head,
    ))];
    pieces.extend(sides::parts(&was, &mine, &others, ""));
    let (text, contradictions) = written(pieces, marker);
    let right = if contradictions.is_empty() {
        kind.is_merge(base, ours, theirs, &text)
    } else {
        kind.problem(&text).is_some()
    };
    right.then_some(MergedText {
        text,
        contradictions,
    })
}

/// Merged as git would; as a whole where it would take long.
fn by_lines(base: &str, ours: &str, theirs: &str, marker: usize) -> MergedText {
    if [ours, theirs]
        .iter()
        .any(|text| lines_between(base, text) > MANY)
    {
        return whole(ours, theirs, marker);
    }
    let kind = Kind::of(&[ours, theirs, base]);
    let mut options = diffy::MergeOptions::new();
    options
        .set_conflict_style(diffy::ConflictStyle::Merge)
        .set_conflict_marker_length(marker);
    match options.merge(base, ours, theirs) {
        Ok(text) if kind.is_merge(base, ours, theirs, &text) => MergedText {
            text,
            contradictions: Vec::new(),
        },
        Ok(text) => match kind.problem(&text) {
            Some(problem) if kind.problem(ours).or(kind.problem(theirs)).is_some() => MergedText {
                text,
                contradictions: vec![Contradiction {
                    line: problem.line,
                    about: problem.message,
                    is_old: true,
                }],
            },
            _ => whole(ours, theirs, marker),
        },
        Err(text) => MergedText {
            contradictions: marked(&text, marker),
            text,
        },
    }
}

/// Lines of two texts together between what they begin and end with alike: comparing them takes time by the square of that.
fn lines_between(a: &str, b: &str) -> usize {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let ends = a.iter().rev().zip(b.iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    (a.len() + b.len()).saturating_sub(2 * (head + tail))
}

/// Both texts between conflict markers.
fn whole(ours: &str, theirs: &str, marker: usize) -> MergedText {
    let contrary = Piece::Contrary {
        ours: ours.to_owned(),
        theirs: theirs.to_owned(),
        about: "the whole file".to_owned(),
    };
    let (text, contradictions) = written(vec![contrary], marker);
    MergedText {
        text,
        contradictions,
    }
}

/// The conflicts that stand in `text`.
fn marked(text: &str, marker: usize) -> Vec<Contradiction> {
    let mark = "<".repeat(marker) + " ";
    let lines = text.lines().zip(1..);
    lines
        .filter(|(text, _)| text.starts_with(&mark))
        .map(|(_, line)| Contradiction::new(line, "these lines".to_owned()))
        .collect()
}

#[cfg(test)]
mod tests;
