//! Words of ASCII letters and digits, read eight bytes at a time.
//!
//! Most words of English news are such words, and the time that a paragraph takes is mostly that of taking it apart.

use crate::detect::quotation::lexicon::{Key, LONGEST};

/// A run of ASCII letters and digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plain {
    /// Its length in bytes.
    pub(super) len: usize,
    /// What it is looked up by; nothing when it is too long for the lists.
    pub(super) key: Option<Key>,
}

const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

impl Plain {
    /// The run that begins at byte `start` of `text` and ends before `end`.
    #[inline]
    pub(super) fn at(text: &[u8], start: usize, end: usize) -> Self {
        let (first, len) = part(text, start, end);
        if len < 8 {
            return Self {
                len,
                key: Some(Key::new(first, 0, 0)),
            };
        }
        Self::long(first, text, start, end)
    }

    /// The same for one of eight bytes or more, the `first` of which are known.
    fn long(first: u64, text: &[u8], start: usize, end: usize) -> Self {
        let (second, more) = part(text, start + 8, end);
        let (third, most) = match more {
            8 => part(text, start + 16, end),
            _ => (0, 0),
        };
        let mut len = 8 + more + most;
        if len == LONGEST {
            let rest = text.get(start + len..end).unwrap_or_default();
            let more = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric());
            len += more.count();
        }
        Self {
            len,
            key: (len <= LONGEST).then_some(Key::new(first, second, third)),
        }
    }
}

/// The letters and digits among the eight bytes from `at` on, up to the first other or to `end`, in lower case; and how
/// many they are.
#[inline]
fn part(text: &[u8], at: usize, end: usize) -> (u64, usize) {
    let bytes = eight(text, at);
    let len = run(bytes).min(end.saturating_sub(at));
    let kept = u64::MAX
        .checked_shr(64 - 8 * len as u32)
        .unwrap_or_default();
    // Of letters and digits, only capitals lack this bit.
    ((bytes | each(0x20)) & kept, len)
}

/// Eight bytes from `at` on, the first lowest; zeros behind the end.
#[inline]
pub(super) fn eight(text: &[u8], at: usize) -> u64 {
    if let Some(bytes) = text.get(at..).and_then(<[u8]>::first_chunk) {
        return u64::from_le_bytes(*bytes);
    }
    let rest = text.get(at..).unwrap_or_default();
    rest.iter()
        .rev()
        .fold(0, |bytes, &byte| bytes << 8 | u64::from(byte))
}

/// How many of the `bytes`, lowest first, are letters and digits before the first that is not.
#[inline]
fn run(bytes: u64) -> usize {
    let low = bytes & each(0x7f);
    let letters = within(low | each(0x20), b'a', b'z');
    let digits = within(low, b'0', b'9');
    let others = !((letters | digits) & !bytes) & each(0x80);
    others.trailing_zeros() as usize / 8
}

/// The highest bit of each of `bytes`, which are below 128, that lies from `first` to `last`.
fn within(bytes: u64, first: u8, last: u8) -> u64 {
    (bytes + each(0x80 - first)) & !(bytes + each(0x7f - last))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::quotation::lexicon::key;
    use proptest::prelude::*;

    #[test]
    fn every_byte_is_told_apart() {
        for byte in 0..=u8::MAX {
            let text = [byte, b'a', b' '];
            let expected = if byte.is_ascii_alphanumeric() { 2 } else { 0 };
            assert_eq!(Plain::at(&text, 0, 3).len, expected, "{byte}");
        }
    }

    proptest! {
        #[test]
        fn the_same_as_byte_by_byte(text in "[a-zA-Z0-9]{0,30}([ é’.]|[a-z]{0,3}){0,3}", start in 0usize..4, cut in 0usize..40) {
            let bytes = text.as_bytes();
            let end = bytes.len().min(cut).max(start.min(bytes.len()));
            let start = start.min(end);
            let word = &bytes[start..end];
            let len = word.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let expected = key(&word[..len.min(LONGEST)].to_ascii_lowercase());
            let found = Plain::at(bytes, start, end);
            prop_assert_eq!(found.len, len);
            prop_assert_eq!(found.key, (len <= LONGEST).then_some(expected));
        }
    }
}
