//! What a merge is written from: settled lines, and lines that two sides want otherwise.

use crate::store::yaml::merge::Contradiction;

/// A stretch of a merged text; whole lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// Lines that are settled.
    Settled(String),
    /// Lines that the sides want otherwise, and what they are about.
    Contrary {
        ours: String,
        theirs: String,
        about: String,
    },
}

/// The text that `pieces` make, with a mark around what is contrary; and where that is. Contrary neighbours become one.
pub(super) fn written(pieces: Vec<Piece>, marker: usize) -> (String, Vec<Contradiction>) {
    let mut text = String::new();
    let mut found = Vec::new();
    let nothing = |piece: &Piece| matches!(piece, Piece::Settled(lines) if lines.is_empty());
    let pieces = pieces.into_iter().filter(|piece| !nothing(piece));
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Settled(lines) => text.push_str(&lines),
            Piece::Contrary {
                mut ours,
                mut theirs,
                about,
            } => {
                let mut about = vec![about];
                while let Some(Piece::Contrary {
                    ours: more,
                    theirs: others,
                    about: next,
                }) = pieces.next_if(|next| matches!(next, Piece::Contrary { .. }))
                {
                    ours.push_str(&more);
                    theirs.push_str(&others);
                    about.push(next);
                }
                let line = text.matches('\n').count() + 1;
                found.push(Contradiction::new(line, about.join(", ")));
                let [less, equal, more] = ["<", "=", ">"].map(|sign| sign.repeat(marker));
                let lines = [
                    &less,
                    " ours\n",
                    &ours,
                    &equal,
                    "\n",
                    &theirs,
                    &more,
                    " theirs\n",
                ];
                text.push_str(&lines.concat());
            }
        }
    }
    (text, found)
}

/// `pieces` of an item with the dash put before its first key; None when one side has no first line to put it on.
pub(super) fn dashed(mut pieces: Vec<Piece>, indent: usize) -> Option<Vec<Piece>> {
    for piece in &mut pieces {
        match piece {
            Piece::Settled(lines) => {
                if put_dash(lines, indent) {
                    return Some(pieces);
                }
            }
            Piece::Contrary { ours, theirs, .. } => {
                let both = put_dash(ours, indent) & put_dash(theirs, indent);
                return both.then_some(pieces);
            }
        }
    }
    None
}

/// Puts a dash before the first line that is no comment; whether there is one.
pub(super) fn put_dash(lines: &mut String, indent: usize) -> bool {
    let mut start = 0;
    for line in lines.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !words.starts_with('#') {
            let dash = start + indent;
            let free = line.bytes().take(indent + 1).all(|byte| byte == b' ');
            if free {
                lines.replace_range(dash..=dash, "-");
            }
            return free;
        }
        start += line.len();
    }
    false
}
