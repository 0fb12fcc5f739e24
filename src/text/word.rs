//! Words and grapheme clusters (UAX 29).

use crate::text::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The words of `text`: runs with at least one letter or digit, without punctuation.
pub fn words(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.unicode_word_indices()
        .map(|(start, word)| Span::new(start, start + word.len()))
}

/// Number of words; what "34 words" means everywhere in the program.
pub fn word_count(text: &str) -> usize {
    let mut rest = text;
    let mut count = 0;
    // No word reaches across a space; what stands between two is mostly plain, and needs no tables.
    loop {
        let (words, len) = plain_words(rest.as_bytes());
        count += words;
        let Some((piece, behind)) = rest.get(len..).map(at_space) else {
            return count;
        };
        count += piece.unicode_words().count();
        if behind.is_empty() {
            return count;
        }
        rest = behind;
    }
}

/// `text` up to its first space, and the rest.
fn at_space(text: &str) -> (&str, &str) {
    text.split_at(text.find(' ').unwrap_or(text.len()))
}

/// What a byte of plain text is to the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Byte {
    Letter,
    Digit,
    /// Stands within a word between two letters or two digits, by itself.
    Joins,
    /// The same between letters.
    JoinsLetters,
    /// The same between digits.
    JoinsDigits,
    /// Stands between words.
    Parts,
    Space,
    /// May begin a dash, a curly mark or an ellipsis.
    Lead,
    /// Is not plain.
    Other,
}

const BYTES: [Byte; 256] = {
    let mut table = [Byte::Other; 256];
    let mut at = 0;
    while at < 128 {
        let byte = at as u8;
        table[at] = match byte {
            b' ' => Byte::Space,
            b'.' | b'\'' => Byte::Joins,
            b':' => Byte::JoinsLetters,
            b',' | b';' => Byte::JoinsDigits,
            b'_' => Byte::Other,
            _ if byte.is_ascii_alphabetic() => Byte::Letter,
            _ if byte.is_ascii_digit() => Byte::Digit,
            _ if byte.is_ascii_punctuation() => Byte::Parts,
            _ => Byte::Other,
        };
        at += 1;
    }
    table[0xe2] = Byte::Lead;
    table
};

/// How many words stand before the first piece between spaces that is not plain, and how many bytes; all where every one is plain.
fn plain_words(text: &[u8]) -> (usize, usize) {
    let (mut count, mut before) = (0, (0, 0));
    let mut last = Byte::Space;
    let mut gap = Byte::Parts;
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let mut byte = BYTES
            .get(usize::from(*byte))
            .copied()
            .unwrap_or(Byte::Other);
        at += 1;
        if byte == Byte::Lead {
            byte = sign(text.get(at..at + 2));
            at += 2;
        }
        match byte {
            Byte::Letter | Byte::Digit => {
                count += usize::from(!goes_on(last, gap, byte));
                (last, gap) = (byte, byte);
            }
            Byte::Space => {
                before = (count, at);
                gap = Byte::Parts;
            }
            Byte::Lead | Byte::Other => return before,
            // Two signs part, whichever they are.
            sign if gap == last => gap = sign,
            _ => gap = Byte::Parts,
        }
    }
    (count, text.len())
}

/// Whether a word that has `last` before `gap`, which is `last` itself where nothing stands between, has `next`, too.
fn goes_on(last: Byte, gap: Byte, next: Byte) -> bool {
    match gap {
        Byte::Letter | Byte::Digit => true,
        Byte::Joins => last == next,
        Byte::JoinsLetters => last == next && next == Byte::Letter,
        Byte::JoinsDigits => last == next && next == Byte::Digit,
        _ => false,
    }
}

/// What the character is of which these bytes follow the first.
fn sign(rest: Option<&[u8]>) -> Byte {
    match rest {
        // ‘ ’
        Some([0x80, 0x98 | 0x99]) => Byte::Joins,
        // – — “ ” …
        Some([0x80, 0x93 | 0x94 | 0x9c | 0x9d | 0xa6]) => Byte::Parts,
        _ => Byte::Other,
    }
}

/// User-perceived characters with their byte offsets.
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    // In ASCII every byte is one, but for CR LF; the tables of Unicode cost twenty times as much to ask.
    let plain = text.is_ascii() && !text.contains('\r');
    let (bytes, clusters) = if plain { (text, "") } else { ("", text) };
    let bytes = bytes
        .char_indices()
        .map(|(at, c)| (at, bytes.get(at..at + c.len_utf8()).unwrap_or_default()));
    bytes.chain(clusters.grapheme_indices(true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_counted_as_unicode_says(text in "([a-z]{1,3}|[0-9]|[ .,:;'_\"-]|  |[–“”‘’…]|\n|\r|[’“é漢\u{301}\u{200d}\u{a0}\u{1f1e6}]|\\PC){0,40}") {
            prop_assert_eq!(word_count(&text), text.unicode_words().count());
        }
    }

    #[test]
    fn plain_and_other_text_is_cut_alike() {
        for text in ["plain text\n", "a\r\nb", "cafe\u{301} 👩‍🔬", ""] {
            let expected: Vec<_> = text.grapheme_indices(true).collect();
            assert_eq!(graphemes(text).collect::<Vec<_>>(), expected);
            let backwards: Vec<_> = graphemes(text).rev().collect();
            assert_eq!(backwards, expected.into_iter().rev().collect::<Vec<_>>());
        }
    }
}
