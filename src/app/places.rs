//! Where a place of an old text is in a new one.

use crate::article::Article;
use std::collections::HashMap;

/// Where the paragraphs of an old text are in a new one. For the reader's place, which may be wrong by a few words; notes are
/// found by their words instead.
#[derive(Debug)]
pub(super) struct Places<'a> {
    old: &'a Article,
    new: &'a Article,
    /// By paragraph of the old text: the paragraph of the new one.
    paragraphs: Vec<usize>,
}

impl<'a> Places<'a> {
    /// Paragraphs of the same text belong together, of several the nearest in order; the others follow the one before them.
    pub(super) fn new(old: &'a Article, new: &'a Article) -> Self {
        let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
        for index in 0..new.len() {
            known
                .entry(new.paragraph_text(index))
                .or_default()
                .push(index);
        }
        let last = new.len().saturating_sub(1);
        let mut next = 0;
        let paragraphs = (0..old.len())
            .map(|index| {
                let same = known.get(old.paragraph_text(index)).into_iter().flatten();
                let here = same.min_by_key(|at| at.abs_diff(next)).copied();
                let here = here.unwrap_or(next).min(last);
                next = here + 1;
                here
            })
            .collect();
        Self {
            old,
            new,
            paragraphs,
        }
    }

    /// The byte offset in the new text for one in the old: at the same words, or where they were.
    pub(super) fn map(&self, offset: usize) -> usize {
        let index = self.old.paragraph_at(offset);
        let at = self.paragraphs.get(index).copied().unwrap_or_default();
        let inside = offset.saturating_sub(self.old.paragraph(index).start);
        let (old, new) = (self.old.paragraph_text(index), self.new.paragraph_text(at));
        self.new.paragraph(at).start + within(old, new, inside)
    }
}

/// Byte offset `inside` of `old`, in `new`: before the first difference it stays, after the last it keeps its distance from
/// the end, between them it is at the first.
fn within(old: &str, new: &str, inside: usize) -> usize {
    let same = |(a, b): &(char, char)| a == b;
    let length = |pair: (char, char)| pair.0.len_utf8();
    let before: usize = old
        .chars()
        .zip(new.chars())
        .take_while(same)
        .map(length)
        .sum();
    if inside <= before {
        return inside;
    }
    let backwards = old.chars().rev().zip(new.chars().rev());
    let after: usize = backwards.take_while(same).map(length).sum();
    let from_end = old.len().saturating_sub(inside);
    if from_end <= after {
        return new.len().saturating_sub(from_end).max(before);
    }
    before
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        let old = "One.\n\nTwo is here.\n\nThree.";
        for (new, word, expected) in [
            (old, "here", "here."),
            ("Zero.\n\nOne.\n\nTwo is here.\n\nThree.", "here", "here."),
            (
                "Zero.\n\nOne.\n\nTwo is hére now.\n\nThree.",
                "Two",
                "Two is",
            ),
            ("One.\n\nTwo was not here.\n\nThree.", "here", "here."),
            ("Three.\n\nTwo is here.\n\nOne.", "Three", "Three."),
            ("One.\n\nThree.", "Three", "Three."),
            ("One.", "Three", "One."),
            ("", "Three", ""),
        ] {
            let (old, new) = (Article::new("a", old), Article::new("a", new));
            let at = old.text.find(word).unwrap();
            let now = Places::new(&old, &new).map(at);
            let rest = new.text.get(now..).unwrap();
            assert!(rest.starts_with(expected), "{word}: {rest}");
        }
    }
}
