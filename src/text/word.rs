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
    text.unicode_words().count()
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
