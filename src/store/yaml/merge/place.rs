//! Which side says where an annotation is.

use crate::store::yaml::merge::block::{Block, Parts};
use crate::store::yaml::merge::value::{hides_comment, same};

/// What says where an annotation is: taken from one side as a whole.
pub(super) const PLACE: [&str; 4] = ["at", "quote", "before", "after"];

/// Who says where an annotation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Our side.
    Ours,
    /// Their side.
    Theirs,
    /// Both, and not the same.
    Contrary,
}

/// Who says where an annotation is; None where that is not asked.
pub(super) fn place(base: &Parts, ours: &Parts, theirs: &Parts) -> Option<Place> {
    let quote = |parts: &'_ Parts| parts.get("quote").map(|block| block.body.clone());
    let (mine, others) = (quote(ours)?, quote(theirs)?);
    let hides = |kept: &Parts, dropped: &Parts| {
        hides_comment(&joined(base), &joined(kept), &joined(dropped))
    };
    let is = |a: &Parts, b: &Parts| {
        PLACE.iter().all(|key| match (a.get(key), b.get(key)) {
            (Some(a), Some(b)) => same(&a.body, &b.body),
            (a, b) => a.is_none() && b.is_none(),
        })
    };
    Some(if is(ours, base) && !hides(theirs, ours) {
        Place::Theirs
    } else if (is(theirs, base) || same(&mine, &others)) && !hides(ours, theirs) {
        Place::Ours
    } else {
        Place::Contrary
    })
}

/// The lines that say where an annotation is.
pub(super) fn joined(parts: &Parts) -> String {
    let fields = parts
        .blocks
        .iter()
        .filter(|block| PLACE.contains(&block.key.as_str()));
    fields.map(Block::whole).collect()
}
