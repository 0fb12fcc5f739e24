//! Words as numbers.

use crate::detect::quotation::plain::eight;
use crate::text::Span;

/// The hash of a word in lower case (FNV-1a; letters beyond ASCII as they are).
pub(super) fn hash(word: &str) -> u32 {
    hash_at(word.as_bytes(), Span::new(0, word.len()))
}

/// The same of the word at `span` of `text`.
///
/// It takes eight bytes at a time, the last ones filled up with zeros, and undoes what these did: where a word ends cannot be foreseen.
pub(super) fn hash_at(text: &[u8], span: Span) -> u32 {
    let mut hash = 0x811c_9dc5;
    let mut at = span.start;
    while at + 8 < span.end {
        hash = hash_eight(hash, eight(text, at));
        at += 8;
    }
    let len = span.end.saturating_sub(at).min(8);
    let kept = u64::MAX.checked_shr(64 - 8 * len as u32).unwrap_or(0);
    let undo = UNDO.get(8 - len).copied().unwrap_or(1);
    hash_eight(hash, eight(text, at) & kept).wrapping_mul(undo)
}

const PRIME: u32 = 0x0100_0193;

/// What undoes as many zeros: powers of the prime's inverse.
const UNDO: [u32; 9] = {
    // Each step doubles the bits that are right.
    let mut inverse = PRIME;
    let mut right = 3;
    while right < 32 {
        inverse = inverse.wrapping_mul(2u32.wrapping_sub(PRIME.wrapping_mul(inverse)));
        right *= 2;
    }
    let mut powers = [1; 9];
    let mut zeros = 1;
    while zeros < 9 {
        powers[zeros] = inverse.wrapping_mul(powers[zeros - 1]);
        zeros += 1;
    }
    powers
};

fn hash_eight(hash: u32, bytes: u64) -> u32 {
    let bytes = lower(bytes).to_le_bytes();
    bytes.iter().fold(hash, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(PRIME)
    })
}

/// Eight bytes with ASCII capitals in lower case.
fn lower(bytes: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    let low = bytes & !HIGH;
    let from_a = low + (0x80 - u64::from(b'A')) * ONES;
    let behind_z = low + (0x80 - u64::from(b'Z') - 1) * ONES;
    bytes | (from_a & !behind_z & !bytes & HIGH) >> 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_hash_is_that_of_byte_by_byte(before in "[a-zA-Zé]{0,3}", word in "([a-zA-Z@\\[`{0-9é’]|\\PC){0,20}", behind in "[a-zA-Zé]{0,9}") {
            let text = format!("{before}{word}{behind}");
            let span = Span::new(before.len(), before.len() + word.len());
            let expected = word.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
                (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME)
            });
            prop_assert_eq!(hash(&word), expected);
            prop_assert_eq!(hash_at(text.as_bytes(), span), expected);
        }
    }
}
