//! How many characters must change to make one text of another.

use crate::text::Span;

/// The best places of `pattern` in `text`, none upon another, with how many characters differ (Sellers 1980).
///
/// Takes pattern length × text length steps.
pub(super) fn matches(pattern: &[char], text: &str, count: usize) -> Vec<(usize, Span)> {
    // For every length of the pattern's beginning: fewest differences of a match that ends here, and its start.
    let mut column: Vec<(usize, usize)> = (0..=pattern.len()).map(|errors| (errors, 0)).collect();
    let mut ends = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let mut diagonal = column.first().copied().unwrap_or_default();
        let mut above = (0, at + c.len_utf8());
        if let Some(first) = column.first_mut() {
            *first = above;
        }
        for (cell, &wanted) in column.iter_mut().skip(1).zip(pattern) {
            let replaced = (diagonal.0 + usize::from(wanted != c), diagonal.1);
            diagonal = *cell;
            let best = if cell.0 < above.0 { *cell } else { above };
            *cell = if replaced.0 <= best.0 + 1 {
                replaced
            } else {
                (best.0 + 1, best.1)
            };
            above = *cell;
        }
        ends.push((above.0, Span::new(above.1, at + c.len_utf8())));
    }
    ends.sort_unstable();
    let mut found: Vec<(usize, Span)> = Vec::new();
    for (errors, span) in ends {
        if found.len() == count || errors >= pattern.len() {
            break;
        }
        if !found.iter().any(|(_, known)| known.overlaps(span)) {
            found.push((errors, span));
        }
    }
    found
}

/// Characters that must be added, taken out or replaced to make `a` of `b` (Levenshtein 1966).
pub(super) fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (line, c) in b.chars().enumerate() {
        let mut diagonal = line;
        let mut left = line + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, &wanted) in row.iter_mut().skip(1).zip(&a) {
            let replaced = diagonal + usize::from(wanted != c);
            diagonal = *cell;
            *cell = replaced.min(diagonal + 1).min(left + 1);
            left = *cell;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, expected) in [
            ("", "", 0),
            ("abc", "", 3),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
            ("été", "ete", 2),
            ("same", "same", 0),
        ] {
            assert_eq!(distance(a, b), expected);
        }
    }

    #[test]
    fn approximate_places() {
        let pattern: Vec<char> = "tentacles".chars().collect();
        let text = "its tentackles, and tentacle again; été";
        let found = matches(&pattern, text, 3);
        let shown: Vec<_> = found
            .iter()
            .map(|(errors, span)| (*errors, span.of(text)))
            .collect();
        assert_eq!(shown[0].0, 1);
        assert!(shown.contains(&(1, "tentackles")), "{shown:?}");
        assert!(
            shown
                .iter()
                .any(|(errors, words)| *errors == 1 && words.starts_with("tentacle "))
                || shown.iter().any(|(_, words)| *words == "tentacle"),
            "{shown:?}"
        );
    }
}
