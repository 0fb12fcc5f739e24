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
    text.grapheme_indices(true)
}
