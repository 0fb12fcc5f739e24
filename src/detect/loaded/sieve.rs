//! A sieve: dismisses at a glance most things that it was not made of.

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

/// A sieve as it is kept: numbers of four bytes, the lowest byte first.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sieve<'t>(&'t [[u8; 4]]);

impl<'t> Sieve<'t> {
    /// The one that `bytes` hold.
    pub(super) fn of(bytes: &'t [u8]) -> Self {
        Self(bytes.as_chunks().0)
    }

    /// One if `hash` passes at that side, as every one does that was put in with it; else nothing.
    #[inline]
    pub(super) fn passes(self, hash: u64, side: Side) -> u8 {
        let number = self.0.get(slot(hash, self.0.len())).copied();
        let number = u32::from_le_bytes(number.unwrap_or_default());
        let [first, second] = places(hash, side);
        (number >> first & number >> second & 1) as u8
    }
}

/// The hash of two things, one behind the other.
pub(super) fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(21).wrapping_add(second)
}

fn bits((hash, side): Grain) -> u32 {
    let [first, second] = places(hash, side);
    1 << first | 1 << second
}

fn places(hash: u64, side: Side) -> [u64; 2] {
    let hash = match side {
        Side::Right => hash,
        Side::Left => hash >> 10,
    };
    [hash & 31, hash >> 5 & 31]
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
        let sieve = Sieve::of(&bytes);
        let passed = |hash, side| sieve.passes(hash, side) == 1;
        let is_right = |number: &usize| passed(hash(*number), Side::Right);
        let is_left = |number: &usize| passed(hash(*number), Side::Left);
        let is_pair = |number: &usize| passed(pair(hash(*number), hash(1)), Side::Right);
        assert!((0..10_000).all(|number| is_right(&number)));
        assert!(!(10_000..10_020).any(|number| is_right(&number)));
        assert!((10_000..20_000).filter(is_right).count() < 400);
        assert!((0..10_000).filter(is_left).count() < 600);
        assert!((0..10_000).filter(is_pair).count() < 400);
    }
}
