//! Letters on words: any span of a screen in a few keys.

use crate::app::action::Unit;
use crate::app::page::Page;
use crate::app::selection::units;
use crate::article::Article;
use crate::text::Span;

/// Keys that are easy to reach first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnmASDFGHJKLQWERTYUIOPZXCVBNM0123456789";

/// Letters on the words in sight. The first key or two choose the first word, the next the last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The words with what to type for each: one letter for the nearest, two for the others.
    pub words: Vec<(Span, String)>,
    /// What has been typed of a label.
    pub typed: String,
    /// The first word, once it is chosen.
    pub first: Option<Span>,
}

impl Labels {
    /// Labels for the words of `paragraph` in sight; once the first word is chosen, for all words in sight from there
    /// on, the nearest with one letter.
    pub fn new(article: &Article, page: &Page, paragraph: usize, first: Option<Span>) -> Self {
        let lines = page.lines(article);
        let mut seen: Vec<usize> = lines
            .iter()
            .filter(|line| line.row.is_some())
            .map(|line| line.paragraph)
            .collect();
        seen.dedup();
        let visible = |word: &Span| lines.iter().any(|line| line.span.contains(word.start));
        let words: Vec<Span> = seen
            .into_iter()
            .filter(|index| *index == paragraph || first.is_some() && *index > paragraph)
            .flat_map(|paragraph| units(article, paragraph, Unit::Word))
            .filter(visible)
            .filter(|word| first.is_none_or(|first| word.start >= first.start))
            .collect();
        let labels = labels(words.len());
        Self {
            words: words.into_iter().zip(labels).collect(),
            typed: String::new(),
            first,
        }
    }

    /// The word that what has been typed names.
    pub fn chosen(&self) -> Option<Span> {
        self.words
            .iter()
            .find(|(_, label)| *label == self.typed)
            .map(|(word, _)| *word)
    }

    /// Whether what has been typed is the beginning of a label.
    pub fn is_open(&self) -> bool {
        self.words
            .iter()
            .any(|(_, label)| label.starts_with(&self.typed))
    }

    /// What is left to type for each word that can still be meant.
    pub fn open(&self) -> impl Iterator<Item = (Span, &str)> {
        self.words
            .iter()
            .filter_map(|(word, label)| Some((*word, label.strip_prefix(self.typed.as_str())?)))
    }
}

/// `count` labels none of which begins another: as many single letters as possible, the first for the first.
fn labels(count: usize) -> Vec<String> {
    let letters: Vec<char> = LETTERS.chars().collect();
    let size = letters.len();
    // Each letter kept as a first letter of two makes `size` labels of one.
    let pairs = if count <= size {
        0
    } else {
        (count - size).div_ceil(size - 1).min(size)
    };
    let single = letters.iter().take(size - pairs).map(char::to_string);
    let double = letters
        .iter()
        .rev()
        .take(pairs)
        .flat_map(|first| letters.iter().map(move |second| format!("{first}{second}")));
    single.chain(double).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_begins_another() {
        for count in [0, 1, 62, 63, 124, 500, 3844] {
            let labels = labels(count);
            assert_eq!(labels.len(), count);
            let mut sorted = labels.clone();
            sorted.sort();
            assert!(
                sorted.windows(2).all(|pair| !pair[1].starts_with(&pair[0])),
                "{count}"
            );
        }
        assert!(labels(100).iter().take(60).all(|label| label.len() == 1));
    }
}
