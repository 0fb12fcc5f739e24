//! Lists in brackets, changed on both sides.

use crate::notes::merge_sets;
use crate::store::yaml::merge::block::{Block, Inside};
use crate::store::yaml::scalar::Value;

/// Two changes of a list in brackets made into one; None when these are not such lists.
pub(super) fn flow(base: &Block, ours: &Block, theirs: &Block) -> Option<String> {
    let texts = |block: &Block| match &block.inside {
        Inside::Flow(texts, _) => Some(texts.clone()),
        Inside::Nothing => Some(Vec::new()),
        _ => None,
    };
    let (was, mine, others) = (texts(base)?, texts(ours)?, texts(theirs)?);
    let all = merge_sets(&was, &mine, &others);
    if all == mine {
        return Some(ours.body.clone());
    }
    if all == others {
        return Some(theirs.body.clone());
    }
    let (block, span) = [ours, theirs]
        .into_iter()
        .find_map(|block| match &block.inside {
            Inside::Flow(_, span) => Some((block, *span)),
            _ => None,
        })?;
    let (before, rest) = block.body.split_at_checked(span.start)?;
    let after = rest.get(span.len()..)?;
    Some(format!("{before}{}{after}", Value::List(all).flow()))
}
