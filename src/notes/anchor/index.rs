//! Where every word of a text stands, so that a quote is looked for only where its words are.

use crate::text::Span;

/// Where every word of a text stands. 8 bytes a word.
#[derive(Debug)]
pub(super) struct WordIndex {
    /// Hash and byte offset of every word, sorted.
    words: Vec<(u32, u32)>,
}

/// A word of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Where it stands.
    pub span: Span,
    hash: u32,
}

impl WordIndex {
    /// The index of `text`. Misses: words beyond the first 4 GB.
    pub(super) fn of(text: &str) -> Self {
        let mut indexed: Vec<_> = words(text)
            .filter_map(|word| Some((word.hash, u32::try_from(word.span.start).ok()?)))
            .collect();
        indexed.sort_unstable();
        Self { words: indexed }
    }

    /// Byte offsets of a word, in order. Now and then one of another word (hashes are short).
    pub(super) fn places(&self, word: Word) -> impl ExactSizeIterator<Item = usize> {
        let start = self.words.partition_point(|&(hash, _)| hash < word.hash);
        let rest = self.words.get(start..).unwrap_or_default();
        let count = rest.partition_point(|&(hash, _)| hash == word.hash);
        let found = rest.get(..count).unwrap_or_default();
        found.iter().map(|&(_, offset)| offset as usize)
    }
}

/// The words of `text`: runs of letters and digits. Where words are not divided by spaces (Chinese, Japanese,
/// Thai …) every two characters in a row count as a word.
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        loop {
            let (start, first) = rest.next()?;
            if is_undivided(first) {
                let Some(&(at, second)) = rest.peek() else {
                    continue;
                };
                if is_undivided(second) {
                    return Some(Word::of(text, start, at + second.len_utf8()));
                }
            } else if first.is_alphanumeric() {
                let mut end = start + first.len_utf8();
                while let Some((at, c)) = rest.next_if(|&(_, c)| is_word_char(c)) {
                    end = at + c.len_utf8();
                }
                return Some(Word::of(text, start, end));
            }
        }
    })
}

impl Word {
    fn of(text: &str, start: usize, end: usize) -> Self {
        let span = Span::new(start, end);
        Self {
            span,
            hash: hash(span.of(text)),
        }
    }
}

/// Whether `c` is a letter or digit of a script that divides words.
pub(super) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() && !is_undivided(c)
}

fn is_undivided(c: char) -> bool {
    c.is_alphanumeric()
        && matches!(u32::from(c), 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x9fff | 0x2_0000..=0x3_ffff)
}

/// FNV-1a (Fowler, Noll & Vo).
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
