//! A sieve: dismisses at a glance most things that it was not made of.

use crate::detect::loaded::numbers::Numbers;
use crate::detect::loaded::tables::{Side, slot};

/// Bits for each hash: of hashes that were not put in, two to three of a hundred pass by chance.
const SPACE: usize = 12;

/// Sizes that are tried.
const TRIES: usize = 32;

/// What is put into a sieve: a hash, and the side at which it is looked for.
pub(super) type Grain = (u64, Side);

/// A sieve of `grains`, and of several the one that lets the fewest of `common` pass: what is met often should not pass by chance.
pub(super) fn sieve(grains: &[Grain], common: &[Grain]) -> Vec<u32> {
    let least = grains.len() * SPACE / 32 + 1;
    let sieves = (least..least + TRIES).map(|len| of_size(grains, len));
    let passing = |sieve: &Vec<u32>| {
        let pass = |grain: &&Grain| {
            let number = sieve.get(slot(grain.0, sieve.len()));
            number.is_some_and(|number| number & bits(**grain) == bits(**grain))
        };
        common.iter().filter(pass).count()
    };
    sieves.min_by_key(passing).unwrap_or_default()
}

/// The sieve of `grains`, each by two bits of one of `len` numbers.
fn of_size(grains: &[Grain], len: usize) -> Vec<u32> {
    let mut sieve = vec![0; len];
    for grain in grains {
        if let Some(number) = sieve.get_mut(slot(grain.0, len)) {
            *number |= bits(*grain);
        }
    }
    sieve
}

/// At which sides a hash passes a sieve.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passed {
    /// Whether it does as one looked for on the right.
    pub(super) right: bool,
    /// Whether it does as one looked for on the left.
    pub(super) left: bool,
}

impl Passed {
    /// At which sides `hash` passes `sieve`: at every one with which it was put in.
    pub(super) fn of(sieve: Numbers, hash: u64) -> Self {
        let number = sieve.get(slot(hash, sieve.len())).unwrap_or_default();
        let passes = |side| !number & bits((hash, side)) == 0;
        Self {
            right: passes(Side::Right),
            left: passes(Side::Left),
        }
    }
}

/// The hash of two things, one behind the other.
pub(super) fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(21).wrapping_add(second)
}

fn bits((hash, side): Grain) -> u32 {
    let hash = match side {
        Side::Right => hash,
        Side::Left => hash >> 10,
    };
    1 << (hash & 31) | 1 << (hash >> 5 & 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::loaded::word::Key;

    #[test]
    fn what_was_put_in_passes_and_little_else() {
        let hash = |number: usize| Key::of(number.to_string().as_bytes()).hash;
        let right = |number| (hash(number), Side::Right);
        let grains: Vec<Grain> = (0..10_000).map(right).collect();
        let common: Vec<Grain> = (10_000..10_020).map(right).collect();
        let bytes: Vec<u8> = sieve(&grains, &common)
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        let sieve = Numbers::of(&bytes);
        let passed = |number: usize| Passed::of(sieve, hash(number));
        assert!((0..10_000).all(|number| passed(number).right));
        assert!(!(10_000..10_020).any(|number| passed(number).right));
        assert!(
            (10_000..20_000)
                .filter(|number| passed(*number).right)
                .count()
                < 400
        );
        assert!((0..10_000).filter(|number| passed(*number).left).count() < 600);
        let paired = |number: &usize| Passed::of(sieve, pair(hash(*number), hash(1))).right;
        assert!((0..10_000).filter(paired).count() < 400);
    }
}
