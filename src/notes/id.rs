//! How an annotation is called.

use std::fmt;

/// The name of an annotation, unique in its notebook: six letters and digits when we made it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(pub String);

/// No vowels, so no words; no `0 1 l`, which look alike.
const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxz";
const SYMBOLS: &[u8] = b"bcdfghjkmnpqrstvwxz23456789";

impl Id {
    /// The id that follows from `seed`: a letter first, so that no YAML reader takes it for a number.
    pub fn from_seed(seed: u64) -> Self {
        let mut left = mix(seed);
        let mut text = String::with_capacity(6);
        for place in 0..6 {
            let alphabet = if place == 0 { LETTERS } else { SYMBOLS };
            let size = alphabet.len() as u64;
            let symbol = usize::try_from(left % size).unwrap_or_default();
            text.push(alphabet.get(symbol).copied().map_or('x', char::from));
            left /= size;
        }
        Self(text)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// `SplitMix64`'s finaliser (Steele, Lea & Flood 2014): neighbouring seeds give unlike ids.
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_differ_and_start_with_a_letter() {
        let ids: HashSet<_> = (0..10_000).map(Id::from_seed).collect();
        assert!(ids.len() > 9_990);
        assert!(
            ids.iter()
                .all(|id| id.0.len() == 6 && id.0.starts_with(char::is_alphabetic))
        );
    }
}
