//! The numbers of the ranker: one small weight for each feature that has one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// A feature: what is known of a cue or of a span, hashed to [`BITS`] bits.
pub(super) type Feature = u32;

/// How many bits a feature has: those of its bucket, lowest, and the eight that tell it from others there.
pub(super) const BITS: u32 = BUCKET_BITS + 8;
/// How many bits of a feature say in which bucket its weight stands.
const BUCKET_BITS: u32 = 16;
/// How many buckets there are, of eight bytes each.
const BUCKETS: usize = 1 << BUCKET_BITS;
/// A bucket holds so many weights.
const ROOM: usize = 4;
/// How many bits tell which words can be heads, by their hash.
const HEAD_BITS: usize = 1 << 15;
/// A stored weight of one counts that much.
const STEP: f32 = 1.0 / 32.0;

/// The numbers of templates are so far apart.
pub(super) const TEMPLATE: u32 = 0x9e37_79b1;

/// The feature of two values, the first of which is mixed with its template, a multiple of [`TEMPLATE`].
#[inline]
fn feature((first, second): (u32, u32)) -> Feature {
    let mixed = first.wrapping_mul(0x85eb_ca6b);
    let mixed = ((mixed ^ (mixed >> 13)).wrapping_add(second)).wrapping_mul(0xc2b2_ae35);
    (mixed ^ (mixed >> 15)) >> (32 - BITS)
}

/// What features are given to, row by row.
pub(super) trait Sink {
    /// Takes the feature of a row at `place`, from 0: the one of two values, the first of which is mixed with its template, a multiple of
    /// [`TEMPLATE`].
    fn take(&mut self, place: usize, values: (u32, u32));

    /// Ends a row of so many.
    fn end(&mut self, count: usize);
}

impl Sink for Vec<Feature> {
    fn take(&mut self, _: usize, values: (u32, u32)) {
        self.push(feature(values));
    }

    fn end(&mut self, _: usize) {}
}

/// The sum of the weights of the features it is given.
///
/// It looks up those of a row together: a short loop over them stays in the processor's memory for code, the long code of each with its
/// lookup does not.
#[derive(Debug)]
pub(super) struct Sum<'w> {
    buckets: &'w Buckets,
    /// Those of the row at hand.
    row: [(u32, u32); LONGEST],
    steps: i32,
}

/// No row has more features; where each stands is known to the compiler.
const LONGEST: usize = 40;

impl Sink for Sum<'_> {
    #[inline]
    fn take(&mut self, place: usize, values: (u32, u32)) {
        debug_assert!(place < LONGEST, "a row has too many features");
        if let Some(feature) = self.row.get_mut(place) {
            *feature = values;
        }
    }

    #[inline]
    fn end(&mut self, count: usize) {
        self.steps += all_steps(self.buckets, self.row.get(..count).unwrap_or_default());
    }
}

impl Sum<'_> {
    /// The sum, in log-odds; what it is given then makes another.
    pub(super) fn total(&mut self) -> f32 {
        std::mem::take(&mut self.steps) as f32 * STEP
    }
}

#[inline(never)]
fn all_steps(buckets: &Buckets, row: &[(u32, u32)]) -> i32 {
    row.iter()
        .map(|values| steps(buckets, feature(*values)))
        .sum()
}

/// Weights by feature, and the words that can be heads of cues.
///
/// A feature without a weight finds another's with a probability of about one in a hundred; where more than four features share a
/// bucket, the lightest have no weight.
#[derive(Debug)]
pub(super) struct Weights {
    buckets: Kept,
    heads: Cow<'static, [u8]>,
}

/// All buckets: first the upper bits of up to four features, then their weights in steps; empty places are zero.
///
/// Their number is known to the compiler: no place in them has to be asked for in vain.
type Buckets = [[u8; 2 * ROOM]; BUCKETS];

#[derive(Debug)]
enum Kept {
    /// Those of the program.
    Program(&'static Buckets),
    /// Those just fitted.
    Fitted(Box<Buckets>),
}

impl Weights {
    /// From the weights of features, and the hashes of words that can be heads.
    pub(super) fn new(
        weights: &HashMap<Feature, f32>,
        heads: impl IntoIterator<Item = u32>,
    ) -> Self {
        let mut bits = vec![0; HEAD_BITS / 8];
        for head in heads {
            let at = head as usize % HEAD_BITS;
            if let Some(byte) = bits.get_mut(at / 8) {
                *byte |= 1 << (at % 8);
            }
        }
        let steps = |(&feature, weight): (&Feature, &f32)| (feature, (weight / STEP).round() as i8);
        let mut sorted: Vec<(Feature, i8)> = weights.iter().map(steps).collect();
        sorted.sort_by_key(|&(feature, steps)| (std::cmp::Reverse(steps.unsigned_abs()), feature));
        #[expect(clippy::large_stack_arrays, reason = "only where weights are fitted")]
        let mut buckets = Box::new([[0; 2 * ROOM]; BUCKETS]);
        let mut taken = vec![0; BUCKETS];
        for (feature, steps) in sorted {
            let at = feature as usize % BUCKETS;
            if let (Some(bucket), Some(taken)) = (buckets.get_mut(at), taken.get_mut(at))
                && let Some([tag, _, _, _, weight, ..]) = bucket.get_mut(*taken..)
                && *taken < ROOM
            {
                *tag = (feature >> BUCKET_BITS) as u8;
                *weight = steps as u8;
                *taken += 1;
            }
        }
        Self {
            buckets: Kept::Fitted(buckets),
            heads: bits.into(),
        }
    }

    /// From the bytes of [`Self::bytes`], which stay where they are; nothing from others.
    pub(super) fn parse(bytes: &'static [u8]) -> Option<Self> {
        let (heads, buckets) = bytes.split_at_checked(HEAD_BITS / 8)?;
        let (buckets, rest) = buckets.as_chunks();
        let buckets = buckets.try_into().ok().filter(|_| rest.is_empty())?;
        Some(Self {
            buckets: Kept::Program(buckets),
            heads: heads.into(),
        })
    }

    /// The file's bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        [&self.heads, self.buckets().as_flattened()].concat()
    }

    fn buckets(&self) -> &Buckets {
        match &self.buckets {
            Kept::Program(buckets) => buckets,
            Kept::Fitted(buckets) => buckets,
        }
    }

    /// Whether a word can be the head of a cue, by its hash.
    #[inline]
    pub(super) fn can_head(&self, word: u32) -> bool {
        let at = word as usize % HEAD_BITS;
        self.heads
            .get(at / 8)
            .is_some_and(|byte| byte >> (at % 8) & 1 == 1)
    }

    /// An empty sum of these weights.
    pub(super) fn sum(&self) -> Sum<'_> {
        Sum {
            buckets: self.buckets(),
            row: [(0, 0); LONGEST],
            steps: 0,
        }
    }
}

/// The weight of a feature in steps, looked for in the four places of its bucket at once.
#[inline]
fn steps(buckets: &Buckets, feature: Feature) -> i32 {
    const ONES: u64 = 0x0101_0101;
    let bucket = buckets
        .get(feature as usize % BUCKETS)
        .map_or(0, |bucket| u64::from_le_bytes(*bucket));
    let others = (bucket & 0xffff_ffff) ^ (u64::from(feature >> BUCKET_BITS) * ONES);
    // The lowest byte that is zero has its highest bit set here; without one the highest of all is, and shifts everything out.
    let zero = others.wrapping_sub(ONES) & !others & (ONES << 7) | 1 << 63;
    let shift = zero.trailing_zeros() - 7;
    i32::from((bucket >> 32 >> shift) as u8 as i8)
}

/// The weights that the program has: `weights.bin`, made by `closeread fit-quotations`.
pub(super) fn weights() -> Option<&'static Weights> {
    static WEIGHTS: OnceLock<Option<Weights>> = OnceLock::new();
    let read = || Weights::parse(include_bytes!("weights.bin"));
    WEIGHTS.get_or_init(read).as_ref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_whole() {
        assert!(weights().is_some());
    }

    #[test]
    fn a_weight_is_found_again_and_survives_the_file() {
        let values = |number: u32| (number.wrapping_mul(TEMPLATE) ^ (number * 7), 3);
        let weight = |number: u32| (number % 50) as f32 / 16.0 - 1.5;
        let given = (0..1000).map(|number| (feature(values(number)), weight(number)));
        let weights = Weights::new(&given.collect(), [5, 70_000]);
        let again = Weights::parse(weights.bytes().leak()).unwrap();
        for number in 0..1000 {
            let mut sum = again.sum();
            sum.take(0, values(number));
            sum.end(1);
            assert!(
                (sum.total() - weight(number)).abs() <= STEP / 2.0,
                "{number}"
            );
        }
        assert!(again.can_head(5) && again.can_head(70_000) && !again.can_head(6));
        let strangers = (0..10_000).filter(|&number| {
            let mut sum = again.sum();
            sum.take(0, (2_000_000_u32.wrapping_mul(TEMPLATE) ^ number, 1));
            sum.end(1);
            sum.total() != 0.0
        });
        assert!(strangers.count() < 50);
    }
}
