//! Kinds of bytes.

/// Whether a folded byte belongs to a letter or digit.
pub(super) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// Whether a folded byte belongs to a word.
pub(super) fn in_word(byte: u8) -> bool {
    IN_WORD.get(usize::from(byte)).is_some_and(|is| *is)
}

/// The bytes of words: letters, digits and apostrophes.
const IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] =
            (byte as u8).is_ascii_alphanumeric() || byte >= 0x80 || byte == b'\'' as usize;
        byte += 1;
    }
    table
};

/// Eight bytes at a time: a bit for each lane, the highest one.
const HIGH: u64 = 0x8080_8080_8080_8080;
const ONES: u64 = 0x0101_0101_0101_0101;

/// Marks the lanes of `bytes` that are `byte`.
fn equal(bytes: u64, byte: u8) -> u64 {
    let differ = bytes ^ (ONES * u64::from(byte));
    !(((differ & !HIGH) + !HIGH) | differ) & HIGH
}

/// Marks the lanes of `bytes` whose lower seven bits are `least` or more.
fn at_least(bytes: u64, least: u8) -> u64 {
    ((bytes & !HIGH) + ONES * u64::from(0x80 - least)) & HIGH
}

/// Marks the lanes that belong to words.
fn words(bytes: u64) -> u64 {
    let lower = bytes | (ONES * 0x20);
    let letters = at_least(lower, b'a') & !at_least(lower, b'z' + 1);
    let digits = at_least(bytes, b'0') & !at_least(bytes, b'9' + 1);
    letters | digits | equal(bytes, b'\'') | (bytes & HIGH)
}

/// How many bytes at the head of `bytes` belong to a word.
pub(super) fn word_run(bytes: &[u8]) -> usize {
    let (chunks, rest) = bytes.as_chunks();
    for (number, chunk) in chunks.iter().enumerate() {
        let marks = !words(u64::from_le_bytes(*chunk)) & HIGH;
        if marks != 0 {
            return 8 * number + marks.trailing_zeros() as usize / 8;
        }
    }
    let marks = !words(padded(rest)) & HIGH;
    bytes.len() - rest.len() + (marks.trailing_zeros() as usize / 8).min(rest.len())
}

/// The places of the bytes that need more folding than lower case, and of the spaces behind them and behind spaces.
#[expect(clippy::needless_bitwise_bool, reason = "no branch for a byte")]
pub(super) fn stops(text: &[u8]) -> impl Iterator<Item = usize> {
    let mut inside = 0;
    blocks(text).enumerate().flat_map(move |(number, block)| {
        let odd = bits(&block, |byte| {
            !(b' '..0x7f).contains(&byte) | (byte == b'-') | (byte == b'`')
        });
        let spaces = bits(&block, |byte| byte == b' ');
        let stops = odd | spaces & ((odd | spaces) << 1 | inside);
        inside = (odd | spaces) >> 63;
        let places = ones(stops).map(move |place| 64 * number + place);
        places.take_while(move |place| *place < text.len())
    })
}

/// Puts into `edges` where runs of the bytes of words begin and end, one after the other, instead of what is there.
#[expect(clippy::needless_bitwise_bool, reason = "no branch for a byte")]
pub(super) fn word_edges(edges: &mut Vec<usize>, text: &[u8]) {
    edges.clear();
    edges.reserve(text.len() / 2 + 2);
    let mut inside = 0;
    for (number, block) in blocks(text).enumerate() {
        // The same as the table, as the compiler makes it of many bytes at a time.
        let words = bits(&block, |byte| {
            let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
            let digit = byte.wrapping_sub(b'0') < 10;
            letter | digit | (byte >= 0x80) | (byte == b'\'')
        });
        let turns = ones(words ^ (words << 1 | inside));
        edges.extend(turns.map(|place| 64 * number + place));
        inside = words >> 63;
    }
}

/// The places of ASCII capitals before which no other stands.
pub(super) fn first_capitals(text: &[u8]) -> impl Iterator<Item = usize> {
    let mut inside = 0;
    blocks(text).enumerate().flat_map(move |(number, block)| {
        let capitals = bits(&block, |byte| byte.is_ascii_uppercase());
        let firsts = capitals & !(capitals << 1 | inside);
        inside = capitals >> 63;
        ones(firsts).map(move |place| 64 * number + place)
    })
}

/// The places of the bits of `bits`.
fn ones(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (bits != 0).then(|| bits.trailing_zeros() as usize);
        bits &= bits.wrapping_sub(1);
        place
    })
}

/// Blocks of `text`, what is missing in the last one zero: at least one byte.
fn blocks(text: &[u8]) -> impl Iterator<Item = [u8; 64]> {
    let (blocks, rest) = text.as_chunks();
    let mut last = [0; 64];
    if let Some(head) = last.get_mut(..rest.len()) {
        head.copy_from_slice(rest);
    }
    blocks.iter().copied().chain([last])
}

/// A bit for each of `bytes` that is as wanted, the lowest for the first.
fn bits(bytes: &[u8; 64], is_wanted: impl Fn(u8) -> bool) -> u64 {
    let lanes = bytes.map(|byte| u8::from(is_wanted(byte)));
    let eights = lanes.as_chunks().0.iter().rev();
    eights.fold(0, |bits, eight| {
        // Brings the lowest bits of eight lanes together in the highest lane.
        let eight = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits << 8 | eight
    })
}

/// Up to eight bytes, the missing ones zero.
fn padded(bytes: &[u8]) -> u64 {
    let place = |at: usize| 8 * at as u32;
    let lanes = bytes.iter().take(8).enumerate();
    lanes.fold(0, |all, (at, &byte)| all | u64::from(byte) << place(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_odd(byte: u8) -> bool {
        !(byte.is_ascii_graphic() || byte == b' ') || matches!(byte, b'-' | b'`')
    }

    proptest! {
        #[test]
        fn runs_end_and_stops_are_where_they_would_be_byte_by_byte(
            text in prop::collection::vec(prop_oneof![any::<u8>(), 0x20..0x80_u8, Just(b' ')], 0..150),
        ) {
            let words = text.iter().take_while(|byte| in_word(**byte)).count();
            prop_assert_eq!(word_run(&text), words);
            let before = |at: usize| at.checked_sub(1).and_then(|before| text.get(before));
            let is_behind = |at: usize| before(at).is_some_and(|&byte| byte == b' ' || is_odd(byte));
            let is_stop = |at: usize| is_odd(text[at]) || text[at] == b' ' && is_behind(at);
            prop_assert!(stops(&text).eq((0..text.len()).filter(|&at| is_stop(at))));
        }

        #[test]
        fn edges_are_where_they_would_be_byte_by_byte(
            text in prop::collection::vec(prop_oneof![any::<u8>(), Just(b' '), Just(b'a'), Just(b'A')], 0..200),
        ) {
            let is_word = |at: usize| text.get(at).is_some_and(|byte| in_word(*byte));
            let edges = (0..=text.len()).filter(|&at| is_word(at) != (at > 0 && is_word(at - 1)));
            let mut found = Vec::new();
            word_edges(&mut found, &text);
            prop_assert_eq!(found, edges.collect::<Vec<_>>());
            let is_capital = |at: usize| text.get(at).is_some_and(u8::is_ascii_uppercase);
            let firsts = (0..text.len()).filter(|&at| is_capital(at) && (at == 0 || !is_capital(at - 1)));
            prop_assert!(first_capitals(&text).eq(firsts));
        }

        #[test]
        fn long_runs(len in 0..40_usize) {
            let text = [vec![b'a'; len], b" b".to_vec()].concat();
            prop_assert_eq!(word_run(&text), len);
        }
    }
}
