//! The words of a page at which it is worth looking for entries.

use crate::detect::loaded::numbers::Numbers;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::sieve::{Passed, pair};
use memchr::memchr_iter;

/// A word of a page by which an entry may be found, and where to look.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Candidate {
    /// Its place.
    pub(super) at: usize,
    /// Whether an entry may be found by it whatever stands beside it.
    pub(super) alone: bool,
    /// Whether one may be by it and the word before it.
    pub(super) left: bool,
    /// Whether one may be by it and the word behind it.
    pub(super) right: bool,
}

/// The candidates on `page`, whose words have these hashes, as far as the `sieve` of compiled lists can tell: all words by which an
/// entry is found, and few others.
///
/// A word with an apostrophe can stand for several: it is one of these, and so are the words beside it.
pub(super) fn candidates(page: &Page, hashes: &[u64], sieve: Numbers) -> Vec<Candidate> {
    let text = page.text.as_bytes();
    let mut joints = memchr_iter(b'\'', text).peekable();
    let mut candidates = Vec::with_capacity(hashes.len() / 4 + 4);
    let mut before = Seen::default();
    for ((at, run), hash) in page.runs().enumerate().zip(hashes) {
        let mut is_joined = false;
        while joints.next_if(|joint| *joint < run.end).is_some() {
            is_joined = true;
        }
        let is_beside = run.start == before.end + 1 && text.get(before.end) == Some(&b' ');
        let both = Passed::of(sieve, pair(before.hash, *hash));
        let any = is_joined || before.is_joined;
        before.candidate.right = is_beside && (any || both.right);
        before.put(&mut candidates);
        before = Seen {
            hash: *hash,
            end: run.end,
            is_joined,
            candidate: Candidate {
                at,
                alone: is_joined || Passed::of(sieve, *hash).right,
                left: is_beside && (any || both.left),
                right: false,
            },
        };
    }
    before.put(&mut candidates);
    candidates
}

/// A word that was read.
#[derive(Debug, Default)]
struct Seen {
    hash: u64,
    end: usize,
    /// Whether it has an apostrophe.
    is_joined: bool,
    /// What is known of it so far.
    candidate: Candidate,
}

impl Seen {
    fn put(&self, candidates: &mut Vec<Candidate>) {
        let Candidate {
            alone, left, right, ..
        } = self.candidate;
        if alone | left | right {
            candidates.push(self.candidate);
        }
    }
}
