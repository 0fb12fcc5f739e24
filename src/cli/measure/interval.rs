//! How far a figure could be off because other articles were drawn: the bootstrap.

use crate::cli::measure::sums::Sums;

/// How often articles are drawn anew.
const DRAWS: usize = 1000;

/// The 95 % interval of a measure over `groups`, by drawing as many of them at random, with repetition, a thousand times
/// (Efron 1979). The same groups give the same interval.
pub(super) fn interval(groups: &[Sums], measure: impl Fn(&Sums) -> f64) -> (f64, f64) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut drawn: Vec<f64> = (0..DRAWS)
        .map(|_| {
            let mut sums = Sums::default();
            for _ in groups {
                let at = (next(&mut state) % groups.len() as u64) as usize;
                sums += groups.get(at).copied().unwrap_or_default();
            }
            measure(&sums)
        })
        .collect();
    drawn.sort_by(f64::total_cmp);
    let at = |place: usize| drawn.get(place).copied().unwrap_or_default();
    (at(DRAWS / 40), at(DRAWS - DRAWS / 40 - 1))
}

/// `SplitMix64` (Steele, Lea, Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
