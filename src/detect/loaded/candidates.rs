//! The words of a page at which it is worth looking for entries.

use crate::detect::loaded::page::Page;
use crate::detect::loaded::sieve::{Sieve, pair};
use crate::detect::loaded::tables::Side;
use memchr::memchr_iter;

/// Where to look for the entries that are found by a word: none, one or several of [`ALONE`], [`LEFT`] and [`RIGHT`].
pub(super) type Places = u8;

/// Those that are found whatever stands beside the word.
pub(super) const ALONE: Places = 1;
/// Those that the word before it has part in.
pub(super) const LEFT: Places = 2;
/// Those that the word behind it has part in.
pub(super) const RIGHT: Places = 4;

/// Where to look for entries at each word of `page`, as far as the `sieve` of compiled lists can tell:
/// wherever one is found, and at few other places.
///
/// A word with an apostrophe can stand for several: everything is looked for there.
pub(super) fn candidates(page: &Page, sieve: Sieve) -> Vec<Places> {
    let hashes = page.hashes();
    let mut candidates = vec![0; hashes.len()];
    let behind = hashes.iter().skip(1).map(Some).chain([None]);
    let mut left = 0;
    for ((places, hash), behind) in candidates.iter_mut().zip(hashes).zip(behind) {
        let both = behind.map(|behind| pair(*hash, *behind));
        let passes = |side| both.map_or(0, |both| sieve.passes(both, side));
        *places = left | (ALONE * sieve.passes(*hash, Side::Right));
        *places |= RIGHT * passes(Side::Right);
        left = LEFT * passes(Side::Left);
    }
    joints(page, &mut candidates);
    candidates
}

/// Has everything looked for at words with apostrophes, and they at the words beside them.
fn joints(page: &Page, candidates: &mut [Places]) {
    let mut joints = memchr_iter(b'\'', page.text.as_bytes()).peekable();
    if joints.peek().is_none() {
        return;
    }
    let mut put = |at: Option<usize>, all: Places| {
        if let Some(places) = at.and_then(|at| candidates.get_mut(at)) {
            *places |= all;
        }
    };
    for (at, run) in page.runs().enumerate() {
        if joints.next_if(|joint| *joint < run.end).is_some() {
            put(at.checked_sub(1), RIGHT);
            put(Some(at), ALONE | LEFT | RIGHT);
            put(Some(at + 1), LEFT);
            while joints.next_if(|joint| *joint < run.end).is_some() {}
        }
    }
}
