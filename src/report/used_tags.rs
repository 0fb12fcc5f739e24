//! The tags that a reading uses.

use crate::notes::Tag;
use crate::report::Reading;
use std::collections::BTreeMap;

/// A tag that is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsedTag<'a> {
    /// The tag as it stands in annotations.
    pub name: &'a str,
    /// In how many annotations.
    pub count: usize,
    /// What the codebook has of it, if anything.
    pub known: Option<&'a Tag>,
}

/// The tags that a reading uses, in the order of the codebook; those that are not in it last, by name.
pub fn used_tags<'a>(reading: &Reading<'a>) -> Vec<UsedTag<'a>> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, annotation, _) in reading.annotations() {
        for tag in &annotation.tags {
            *counts.entry(tag).or_default() += 1;
        }
    }
    // Of two tags of one name the first counts.
    let tags = reading.codebook.tags.iter().enumerate().rev();
    let known: BTreeMap<&str, (usize, &Tag)> =
        tags.map(|(n, tag)| (tag.name.as_str(), (n, tag))).collect();
    let used = counts.into_iter().map(|(name, count)| UsedTag {
        name,
        count,
        known: known.get(name).map(|(_, tag)| *tag),
    });
    let mut used: Vec<UsedTag> = used.collect();
    used.sort_by_key(|used| known.get(used.name).map_or(usize::MAX, |(n, _)| *n));
    used
}
