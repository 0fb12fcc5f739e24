//! Three versions of a mapping or list merged block by block.

use crate::store::yaml::merge::block::{Block, Inside, Parts};
use crate::store::yaml::merge::flow::flow;
use crate::store::yaml::merge::piece::{Piece, dashed, put_dash};
use crate::store::yaml::merge::place::{PLACE, Place, joined, place};
use crate::store::yaml::merge::value::{comments, hides_comment, same};
use crate::store::yaml::merge::weave::woven;

/// Hints, of which ours is as good as theirs.
const HINTS: [&str; 3] = ["at", "created", "sha256"];

/// What `ours` and `theirs` both made of `base`; `about` says in words what that is.
pub(super) fn parts(base: &Parts, ours: &Parts, theirs: &Parts, about: &str) -> Vec<Piece> {
    let indent = if ours.blocks.is_empty() {
        theirs.indent
    } else {
        ours.indent
    };
    let (base, ours, theirs) = (
        base.indented(indent),
        ours.indented(indent),
        theirs.indented(indent),
    );
    let merge = Merge {
        base: &base,
        ours: &ours,
        theirs: &theirs,
        about,
    };
    let mut pieces = if ours.is_list || theirs.is_list {
        merge.items(indent)
    } else {
        merge.fields()
    };
    pieces.push(Piece::Settled(comments(
        &base.tail,
        &ours.tail,
        &theirs.tail,
    )));
    pieces
}

/// Three versions of a mapping or list, their keys or dashes in the same column.
struct Merge<'a> {
    base: &'a Parts,
    ours: &'a Parts,
    theirs: &'a Parts,
    about: &'a str,
}

impl<'a> Merge<'a> {
    fn fields(&self) -> Vec<Piece> {
        let place = place(self.base, self.ours, self.theirs);
        let mut pieces = Vec::new();
        let mut told = false;
        for key in woven(self.base, self.ours, self.theirs) {
            let [base, ours, theirs] = self.three(key);
            let taken = match place.filter(|_| PLACE.contains(&key)) {
                None => {
                    pieces.extend(self.block(base, ours, theirs, true));
                    continue;
                }
                Some(Place::Ours) => ours,
                Some(Place::Theirs) => theirs,
                Some(Place::Contrary) => {
                    if !told {
                        pieces.push(self.contrary(
                            Some(joined(self.ours)),
                            Some(joined(self.theirs)),
                            "quote",
                        ));
                    }
                    told = true;
                    continue;
                }
            };
            pieces.extend(taken.map(|block| Piece::Settled(block.whole())));
        }
        pieces
    }

    fn items(&self, indent: usize) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for key in woven(self.base, self.ours, self.theirs) {
            let [base, ours, theirs] = self.three(key);
            let item = self.block(base, ours, theirs, false);
            if item.is_empty() {
                continue;
            }
            pieces.push(Piece::Settled(self.above(key, pieces.is_empty())));
            let body = |block: &Block| {
                let mut body = block.body.clone();
                put_dash(&mut body, indent);
                body
            };
            let apart = || vec![self.contrary(ours.map(body), theirs.map(body), key)];
            pieces.extend(dashed(item, indent).unwrap_or_else(apart));
        }
        pieces
    }

    /// The blank lines and comments above an item.
    fn above(&self, key: &str, is_first: bool) -> String {
        let [base, ours, theirs] = self.three(key);
        let lead = |block: Option<&Block>| {
            block
                .map_or("", |block| gap_and_comments(&block.lead).1)
                .to_owned()
        };
        let comments = match (ours, theirs) {
            (Some(_), Some(_)) => comments(&lead(base), &lead(ours), &lead(theirs)),
            (one, other) => lead(one.or(other)),
        };
        let side = if ours.is_some() {
            self.ours
        } else {
            self.theirs
        };
        let opened = side.blocks.first().is_some_and(|first| first.key == key);
        let gap = match (is_first, opened) {
            (true, true) | (false, false) => side.get(key),
            (true, false) => self.ours.blocks.first(),
            (false, true) if self.is_airy() => return format!("\n{comments}"),
            (false, true) => None,
        };
        gap.map_or("", |block| gap_and_comments(&block.lead).0)
            .to_owned()
            + &comments
    }

    /// Whether items stand apart, by a blank line, more often than not; annotations do where nothing tells.
    fn is_airy(&self) -> bool {
        let later = |parts: &'a Parts| parts.blocks.iter().skip(1);
        let gaps: Vec<bool> = later(self.ours)
            .chain(later(self.theirs))
            .map(|block| !gap_and_comments(&block.lead).0.is_empty())
            .collect();
        let airy = gaps.iter().filter(|gap| **gap).count();
        let is_annotation = |block: &Block| block.field("quote").is_some();
        if gaps.is_empty() {
            self.ours.blocks.iter().any(is_annotation)
        } else {
            airy * 2 >= gaps.len()
        }
    }

    /// One block; `led`: with what stands above it.
    fn block(
        &self,
        base: Option<&Block>,
        ours: Option<&Block>,
        theirs: Option<&Block>,
        led: bool,
    ) -> Vec<Piece> {
        let text = |block: &Block| {
            if led {
                block.whole()
            } else {
                block.body.clone()
            }
        };
        match (base, ours, theirs) {
            (_, None, None) => Vec::new(),
            (None, Some(one), None) | (None, None, Some(one)) => vec![Piece::Settled(text(one))],
            (Some(base), Some(one), None) | (Some(base), None, Some(one)) => {
                if same(&base.body, &one.body) && !hides_comment(&base.whole(), "", &one.whole()) {
                    return Vec::new();
                }
                vec![self.contrary(ours.map(text), theirs.map(text), &one.key)]
            }
            (base, Some(ours), Some(theirs)) => {
                let nothing = Block {
                    inside: Inside::Nothing,
                    ..Block::default()
                };
                let base = base.unwrap_or(&nothing);
                let mut pieces = Vec::new();
                if led {
                    pieces.push(Piece::Settled(comments(
                        &base.lead,
                        &ours.lead,
                        &theirs.lead,
                    )));
                }
                pieces.extend(self.both(base, ours, theirs));
                pieces
            }
        }
    }

    /// A block that both sides have.
    fn both(&self, base: &Block, ours: &Block, theirs: &Block) -> Vec<Piece> {
        let settled = |text: &str| vec![Piece::Settled(text.to_owned())];
        if ours.body == theirs.body || theirs.body == base.body {
            return settled(&ours.body);
        }
        if ours.body == base.body {
            return settled(&theirs.body);
        }
        if let Some(pieces) = self.deeper(base, ours, theirs) {
            return pieces;
        }
        let hides = |kept: &str, dropped: &Block| hides_comment(&base.body, kept, &dropped.body);
        if let Some(body) =
            flow(base, ours, theirs).filter(|body| !hides(body, ours) && !hides(body, theirs))
        {
            return settled(&body);
        }
        let is_hint = HINTS.contains(&ours.key.as_str());
        let ours_stays =
            is_hint || same(&ours.body, &theirs.body) || same(&theirs.body, &base.body);
        if ours_stays && !hides(&ours.body, theirs) {
            return settled(&ours.body);
        }
        if same(&ours.body, &base.body) && !hides(&theirs.body, ours) {
            return settled(&theirs.body);
        }
        vec![self.contrary(
            Some(ours.body.clone()),
            Some(theirs.body.clone()),
            &ours.key,
        )]
    }

    /// What is inside a block that both sides have, merged; None when it has no parts.
    fn deeper(&self, base: &Block, ours: &Block, theirs: &Block) -> Option<Vec<Piece>> {
        let is_list = [ours, theirs]
            .into_iter()
            .find_map(|block| match &block.inside {
                Inside::Parts(parts) => Some(parts.is_list),
                _ => None,
            })?;
        let [was, mine, others] = [base, ours, theirs].map(|block| match &block.inside {
            Inside::Parts(parts) if parts.is_list == is_list => Some(parts.clone()),
            Inside::Nothing => Some(Parts {
                is_list,
                ..Parts::default()
            }),
            _ => None,
        });
        let (was, mine, others) = (was?, mine?, others?);
        let head = match (mine.blocks.is_empty(), others.blocks.is_empty()) {
            (false, false) if mine.head == was.head => &others.head,
            (false, _) => &mine.head,
            (true, _) => &others.head,
        };
        if [&mine, &others]
            .iter()
            .any(|side| hides_comment(&was.head, head, &side.head))
        {
            return None;
        }
        let about = if self.ours.is_list || self.theirs.is_list {
            ours.key.as_str()
        } else {
            ""
        };
        let mut pieces = vec![Piece::Settled(head.clone())];
        pieces.extend(parts(&was, &mine, &others, about));
        Some(pieces)
    }

    fn three(&self, key: &str) -> [Option<&'a Block>; 3] {
        [self.base, self.ours, self.theirs].map(|parts| parts.get(key))
    }

    fn contrary(&self, ours: Option<String>, theirs: Option<String>, key: &str) -> Piece {
        let key = key.replace('\n', " ");
        Piece::Contrary {
            ours: ours.unwrap_or_default(),
            theirs: theirs.unwrap_or_default(),
            about: if self.about.is_empty() {
                format!("`{key}`")
            } else {
                format!("`{key}` of {}", self.about.replace('\n', " "))
            },
        }
    }
}

/// The blank lines at the head of what stands above a block, and the rest.
fn gap_and_comments(lead: &str) -> (&str, &str) {
    let blank = lead
        .split_inclusive('\n')
        .take_while(|line| line.trim().is_empty());
    lead.split_at(blank.map(str::len).sum())
}
