//! Sentences: the Unicode rules, mended where they cut after an abbreviation.

use crate::text::Span;
use unicode_segmentation::UnicodeSegmentation;

/// Abbreviations of English news after which a sentence goes on, in lower case without the last stop.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "aug", "ave", "bros", "brig", "capt", "cmdr", "co", "col", "corp", "cpl", "dec",
    "dept", "dr", "e.g", "etc", "feb", "fig", "fr", "gen", "gov", "hon", "i.e", "inc", "jan", "jr",
    "jul", "jun", "lt", "ltd", "maj", "messrs", "mr", "mrs", "ms", "mt", "nov", "no", "oct", "pp",
    "prof", "pvt", "rep", "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt",
    "u.k", "u.n", "u.s", "vs", "v",
];

/// The sentences of one paragraph, without the white space between them.
///
/// UAX 29, joined again after known abbreviations and initials ("J. Smith"), and where the next piece
/// begins in lower case. Misses: an abbreviation that does end its sentence ("in the U.S. He left").
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (start, piece) in text.split_sentence_bound_indices() {
        let span = Span::new(start, start + piece.len());
        match found.last_mut() {
            Some(last) if goes_on(last.of(text), piece) => last.end = span.end,
            _ => found.push(span),
        }
    }
    found.retain_mut(|span| {
        *span = span.trim(text);
        !span.is_empty()
    });
    found
}

fn goes_on(before: &str, next: &str) -> bool {
    let before = before.trim_end();
    if next.trim().is_empty()
        || next.starts_with(|c: char| c.is_lowercase() || ")]”’\"".contains(c))
    {
        return true;
    }
    let Some(stem) = before.strip_suffix('.') else {
        return false;
    };
    let word = stem
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '.'))
        .next()
        .unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (text, expected) in [
            ("One. Two! Three?", vec!["One.", "Two!", "Three?"]),
            (
                "Dr. Lee met Gov. J. Smith on Jan. 3. He left.",
                vec!["Dr. Lee met Gov. J. Smith on Jan. 3.", "He left."],
            ),
            ("The U.S. Army came.", vec!["The U.S. Army came."]),
            ("“Stop.” She said so.", vec!["“Stop.”", "She said so."]),
            ("", vec![]),
        ] {
            let found: Vec<_> = sentences(text).iter().map(|span| span.of(text)).collect();
            assert_eq!(found, expected);
        }
    }
}
