//! Names in the words that credit somebody in German, where every noun is written like a name.

use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::token::{Kind, Token};
use std::ops::Range;

/// Endings of what people are by trade or office, in lower case.
const TITLES: &[&str] = &[
    "abgeordnete",
    "abgeordneter",
    "analyst",
    "anwalt",
    "anwältin",
    "autor",
    "autorin",
    "bürgermeister",
    "bürgermeisterin",
    "chef",
    "chefin",
    "direktor",
    "direktorin",
    "dr",
    "experte",
    "expertin",
    "forscher",
    "forscherin",
    "frau",
    "führer",
    "general",
    "herr",
    "journalist",
    "journalistin",
    "kanzler",
    "kanzlerin",
    "könig",
    "königin",
    "leiter",
    "leiterin",
    "minister",
    "ministerin",
    "papst",
    "politiker",
    "politikerin",
    "präsident",
    "präsidentin",
    "premier",
    "prof",
    "professor",
    "professorin",
    "richter",
    "richterin",
    "sekretär",
    "sekretärin",
    "senator",
    "senatorin",
    "sprecher",
    "sprecherin",
    "trainer",
    "trainerin",
    "vorsitzende",
    "vorsitzender",
];

/// The name in `tokens`, a German speaker: “Ida Lund” in “die Bürgermeisterin Ida Lund” and in “die Bürgermeisterin der
/// Stadt Elvik, Ida Lund”, nothing in “die Polizei” and “ein Sprecher der Stadt”.
pub(in crate::detect::quotation) fn name(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    apposed(text, tokens).or_else(|| leading(text, tokens))
}

/// Whether `word` is what somebody is, not a name.
pub(in crate::detect::quotation) fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches('.').to_lowercase();
    TITLES.iter().any(|title| word.ends_with(title))
}

/// A name of two words or more behind the last comma.
fn apposed(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let start = tokens.iter().rposition(|token| token.is_sign(","))? + 1;
    let run = start + names(tokens.get(start..)?);
    let start = behind_titles(text, tokens, start..run);
    (run - start >= 2 && ends(tokens, run)).then_some(start..run)
}

/// The name that a speaker begins with, behind its determiner and its title.
fn leading(text: &str, tokens: &[Token]) -> Option<Range<usize>> {
    let opens = Part::DETERMINER.and(Part::OBLIQUE);
    let first = tokens.first()?;
    let determined = Part::of(first.span.of(text)).any(opens);
    let lower = |token: &&Token| token.kind == Kind::Lower;
    let start = usize::from(determined);
    let start = start + tokens.get(start..)?.iter().take_while(lower).count();
    let end = start + names(tokens.get(start..)?);
    let noun = usize::from(determined);
    let start = behind_titles(text, tokens, (start + noun).min(end)..end);
    let pronoun = tokens.get(start)?.span.of(text);
    let word = Part::of(pronoun).any(Part::PRONOUN.and(Part::OBJECT).and(opens));
    (start < end && ends(tokens, end) && !word).then_some(start..end)
}

/// How many words at the beginning of `tokens` are written like names.
fn names(tokens: &[Token]) -> usize {
    tokens
        .iter()
        .take_while(|token| token.is_upper() && token.mark.is_none())
        .count()
}

/// Whether a name can end before token `end`: a comma, a bracket, or nothing follows.
fn ends(tokens: &[Token], end: usize) -> bool {
    tokens
        .get(end)
        .is_none_or(|token| token.is_sign(",(") || token.kind == Kind::Lower)
}

/// Where the words in `range` begin behind titles.
fn behind_titles(text: &str, tokens: &[Token], range: Range<usize>) -> usize {
    let title = |at: &usize| {
        tokens
            .get(*at)
            .is_some_and(|token| is_title(token.span.of(text)))
    };
    range
        .clone()
        .rev()
        .find(title)
        .map_or(range.start, |title| title + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::quotation::token::tokens;
    use crate::text::Span;

    #[test]
    fn table() {
        for (text, expected) in [
            ("Ida Lund", "Ida Lund"),
            ("die Bürgermeisterin Ida Lund", "Ida Lund"),
            (
                "Der grüne Staatssekretär Dr. Olaf Berg (Grüne)",
                "Olaf Berg",
            ),
            ("Die Bürgermeisterin der Stadt Elvik, Ida Lund", "Ida Lund"),
            ("Innenministerin Lund", "Lund"),
            ("Olaf Berg von der Stadt Elvik", "Olaf Berg"),
            ("die Polizei", ""),
            ("ein Sprecher der Stadt", ""),
            ("Er", ""),
            ("", ""),
        ] {
            let found = tokens(text, Span::new(0, text.len()));
            let name = name(text, &found).unwrap_or_default();
            let words: Vec<_> = found[name]
                .iter()
                .map(|token| token.span.of(text))
                .collect();
            assert_eq!(words.join(" "), expected, "{text}");
        }
    }
}
