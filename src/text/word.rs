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
    // No word reaches across a space, and what stands between two is mostly one plain word, which needs no tables.
    let pieces = text.split(' ');
    pieces
        .map(|piece| {
            if is_plain(piece) {
                1
            } else {
                piece.unicode_words().count()
            }
        })
        .sum()
}

/// Whether it is one word of ASCII letters and digits, perhaps with punctuation on either side.
fn is_plain(piece: &str) -> bool {
    let mark = |byte: &u8| byte.is_ascii_punctuation() && *byte != b'_';
    let letter = |byte: &u8| byte.is_ascii_alphanumeric();
    let bytes = piece.as_bytes();
    let start = bytes.iter().take_while(|byte| mark(byte)).count();
    let rest = bytes.get(start..).unwrap_or_default();
    let word = rest.iter().take_while(|byte| letter(byte)).count();
    word > 0 && rest.iter().skip(word).all(mark)
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
        fn words_are_counted_as_unicode_says(text in "([a-z]{1,3}|[0-9]|[ .,:;'_\"-]|  |\n|\r|[’“é漢\u{301}\u{200d}\u{a0}\u{1f1e6}]|\\PC){0,40}") {
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
