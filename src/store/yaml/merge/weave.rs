//! The order of what two sides have.

use crate::notes::At;
use crate::store::yaml::merge::block::{Block, Parts};
use std::collections::{HashMap, HashSet};

/// Every key of both sides: in the order of the side that changed the order, the other's new ones behind the one they
/// stand behind there. New ones of both at one place stand in the order of their positions (`at:`), items without one
/// in that of their names.
pub(super) fn woven<'a>(base: &Parts, ours: &'a Parts, theirs: &'a Parts) -> Vec<&'a str> {
    let known: HashSet<&str> = keys(base).collect();
    let stays = |parts: &'a Parts| keys(parts).filter(|key| known.contains(key));
    let common: HashSet<&str> = stays(ours).collect();
    let moved = !stays(ours).eq(keys(base).filter(|key| common.contains(key)));
    let (first, second) = if moved {
        (ours, theirs)
    } else {
        (theirs, ours)
    };
    let there: HashSet<&str> = keys(first).collect();
    let mut behind: HashMap<Option<&str>, Vec<&Block>> = HashMap::new();
    let mut last = None;
    for block in &second.blocks {
        if there.contains(block.key.as_str()) {
            last = Some(block.key.as_str());
        } else {
            behind.entry(last).or_default().push(block);
        }
    }
    let mut order = Vec::new();
    let mut waiting = behind.remove(&None).unwrap_or_default();
    for block in &first.blocks {
        if known.contains(block.key.as_str()) || !ours.is_list && !theirs.is_list {
            order.extend(waiting.drain(..).map(|block| block.key.as_str()));
        } else {
            let place = rank(block);
            let earlier = waiting.iter().take_while(|new| rank(new) < place).count();
            order.extend(waiting.drain(..earlier).map(|block| block.key.as_str()));
        }
        order.push(&block.key);
        waiting.extend(behind.remove(&Some(block.key.as_str())).unwrap_or_default());
    }
    order.extend(waiting.into_iter().map(|block| block.key.as_str()));
    order
}

fn keys(parts: &Parts) -> impl Iterator<Item = &str> {
    parts.blocks.iter().map(|block| block.key.as_str())
}

/// What a new item is put in order by.
fn rank(block: &Block) -> (Option<At>, &str) {
    (block.field("at").and_then(|at| At::parse(&at)), &block.key)
}
