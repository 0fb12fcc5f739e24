//! The words of a text, counted in scalar values.

use crate::text::Span;

/// Words that carry grammar rather than sense. Average precision leaves them out: nobody marks a text by its articles.
const FUNCTION_WORDS: &str = "a about above after again against all also am an and any are as at be because been before being below \
between both but by can could did do does doing down during each few for from further had has have having he her here hers herself \
him himself his how i if in into is it its itself just may me might more most must my myself no nor not of off on once one only or \
other our ours ourselves out over own same shall she should so some such than that the their theirs them themselves then there these \
they this those through to too under until up upon us very was we were what when where which while who whom whose why will with \
within without would you your yours yourself";

/// A word of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// Its place, in scalar values.
    pub(super) span: Span,
    /// Whether it carries sense: no function word, no number.
    pub(super) has_sense: bool,
}

/// The words of `text`: runs of letters and digits; an apostrophe between two of them belongs to the word.
pub(super) fn words(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphanumeric());
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        while is_letter(at)
            || at > start && matches!(letters.get(at), Some('\'' | '’')) && is_letter(at + 1)
        {
            at += 1;
        }
        if at > start {
            words.push(word(&letters, Span::new(start, at)));
        }
        at = at.max(start + 1);
    }
    words
}

fn word(letters: &[char], span: Span) -> Word {
    let letters = letters.get(span.start..span.end).unwrap_or_default();
    let lower: String = letters.iter().flat_map(|c| c.to_lowercase()).collect();
    let is_number = lower.chars().all(char::is_numeric);
    let lower = lower
        .split(['\'', '’'])
        .next()
        .unwrap_or_default()
        .to_owned();
    Word {
        span,
        has_sense: !is_number && !FUNCTION_WORDS.split(' ').any(|word| word == lower),
    }
}

/// For each word, whether at least half of it lies in `spans`, which are merged and in order.
pub(super) fn marked(words: &[Word], spans: &[Span]) -> Vec<bool> {
    let mut first = 0;
    words
        .iter()
        .map(|word| {
            while spans
                .get(first)
                .is_some_and(|span| span.end <= word.span.start)
            {
                first += 1;
            }
            let inside: usize = spans
                .iter()
                .skip(first)
                .take_while(|span| span.start < word.span.end)
                .filter_map(|span| span.intersection(word.span))
                .map(Span::len)
                .sum();
            2 * inside >= word.span.len()
        })
        .collect()
}

/// `spans` in order, those that overlap joined; empty ones left out.
pub(super) fn merged(spans: impl IntoIterator<Item = Span>) -> Vec<Span> {
    let mut spans: Vec<Span> = spans.into_iter().filter(|span| !span.is_empty()).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes() {
        let spans = |text| -> Vec<_> {
            let found = words(text).into_iter();
            found
                .map(|w| (w.span.start, w.span.end, w.has_sense))
                .collect()
        };
        assert_eq!(
            spans("It’s far-right, '20"),
            [(0, 4, false), (5, 8, true), (9, 14, true), (17, 19, false)]
        );
        assert_eq!(spans("'"), []);
    }

    #[test]
    fn half_a_word_marks_it() {
        let found = words("abcd ef");
        for (span, marks) in [
            ((0, 2), [true, false]),
            ((0, 1), [false, false]),
            ((3, 6), [false, true]),
        ] {
            assert_eq!(marked(&found, &[Span::new(span.0, span.1)]), marks);
        }
        let joined = merged([
            Span::new(4, 6),
            Span::new(0, 2),
            Span::new(1, 3),
            Span::new(9, 9),
        ]);
        assert_eq!(joined, [Span::new(0, 3), Span::new(4, 6)]);
    }
}
