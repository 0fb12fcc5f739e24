//! Offsets in a text as it was given, before an article normalised it.

use crate::text::ScalarIndex;

/// Turns byte offsets in a normalised text into scalar-value offsets of the text it was made from.
///
/// Normalising drops a leading byte order mark and makes one line feed of carriage return and line feed, so a
/// position moves on by one for each of these before it.
#[derive(Debug)]
pub(in crate::cli) struct Given<'a> {
    normalised: ScalarIndex<'a>,
    /// 1 when the given text began with a byte order mark.
    mark: usize,
    /// Normalised scalar offsets of the line feeds that were two characters.
    pairs: Vec<usize>,
}

impl<'a> Given<'a> {
    /// From `normalised` back to `given`.
    pub(in crate::cli) fn new(given: &str, normalised: &'a str) -> Self {
        let rest = given.strip_prefix('\u{feff}');
        let mut pairs = Vec::new();
        let mut last = '\0';
        let mut at = 0;
        for c in rest.unwrap_or(given).chars() {
            if c == '\n' && last == '\r' {
                pairs.push(at - 1);
            } else {
                at += 1;
            }
            last = c;
        }
        Self {
            normalised: ScalarIndex::new(normalised),
            mark: usize::from(rest.is_some()),
            pairs,
        }
    }

    /// For a text that was given as it is.
    pub(in crate::cli) fn same(text: &'a str) -> Self {
        Self {
            normalised: ScalarIndex::new(text),
            mark: 0,
            pairs: Vec::new(),
        }
    }

    /// The scalar value of the given text at byte `offset` of the normalised one.
    pub(in crate::cli) fn scalar(&self, offset: usize) -> usize {
        let scalar = self.normalised.scalar(offset);
        scalar + self.mark + self.pairs.partition_point(|&pair| pair < scalar)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn every_character_is_found_again() {
        for given in [
            "plain\ntext",
            "\u{feff}mark “é”\r\n\r\nlines\r\n",
            "old mac\rlines\r\r\nboth\n\r",
            "",
        ] {
            let article = Article::new("a", given);
            let there = Given::new(given, &article.text);
            let scalars: Vec<char> = given.chars().collect();
            for (at, c) in article.text.char_indices() {
                let found = scalars[there.scalar(at)];
                let same = found == c || (c == '\n' && found == '\r');
                assert!(same, "{given:?} at {at}: {c:?} against {found:?}");
            }
            let trimmed = given.trim_end_matches('\n');
            assert!(there.scalar(article.text.len()) >= trimmed.chars().count());
        }
    }
}
