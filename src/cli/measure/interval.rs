//! How far a figure could be off because other articles were drawn: the bootstrap.

use std::ops::AddAssign;

/// How often articles are drawn anew.
const DRAWS: usize = 1000;

/// The 95 % interval of a measure over `groups`, by drawing as many of them at random, with repetition, a thousand times
/// (Efron 1979). The same groups give the same interval.
pub(super) fn interval<S>(groups: &[S], measure: impl Fn(&S) -> f64) -> (f64, f64)
where
    S: Copy + Default + AddAssign,
{
    let intervals = intervals(groups, |sums| vec![measure(sums)]);
    intervals.first().copied().unwrap_or_default()
}

/// The same of several measures by the same draws; not a number where a draw has none.
pub(super) fn intervals<S>(groups: &[S], measures: impl Fn(&S) -> Vec<f64>) -> Vec<(f64, f64)>
where
    S: Copy + Default + AddAssign,
{
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut drawn: Vec<Vec<f64>> = Vec::new();
    for _ in 0..DRAWS {
        let mut sums = S::default();
        for _ in groups {
            let at = (next(&mut state) % groups.len() as u64) as usize;
            sums += groups.get(at).copied().unwrap_or_default();
        }
        let measured = measures(&sums);
        drawn.resize(measured.len(), Vec::new());
        for (values, value) in drawn.iter_mut().zip(measured) {
            values.push(value);
        }
    }
    drawn.into_iter().map(middle).collect()
}

/// Where the middle 95 % of `values` begin and end.
fn middle(mut values: Vec<f64>) -> (f64, f64) {
    values.retain(|value| !value.is_nan());
    values.sort_by(f64::total_cmp);
    let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
    let outside = values.len() / 40;
    (at(outside), at(values.len().saturating_sub(outside + 1)))
}

/// `SplitMix64` (Steele, Lea, Flood 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
