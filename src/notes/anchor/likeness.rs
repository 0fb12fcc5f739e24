//! How much two short texts have in common.

use crate::notes::anchor::distance::distance;

/// From 0 (nothing in common) to 1 (the same).
pub(super) fn likeness(a: &str, b: &str) -> f32 {
    let size = a.chars().count().max(b.chars().count());
    if size == 0 {
        return 1.0;
    }
    1.0 - distance(a, b) as f32 / size as f32
}

/// The first `count` characters, or all.
pub(super) fn first(text: &str, count: usize) -> &str {
    let end = text
        .char_indices()
        .nth(count)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The last `count` characters, or all.
pub(super) fn last(text: &str, count: usize) -> &str {
    let Some(back) = count.checked_sub(1) else {
        return "";
    };
    let start = text.char_indices().nth_back(back).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default()
}
