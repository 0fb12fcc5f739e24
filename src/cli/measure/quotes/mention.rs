//! Whether two ways to name a speaker are the same.

use crate::cli::measure::quotes::gold::Mention;
use crate::cli::measure::quotes::matching::share_of_union;
use crate::text::Span;

/// Words before a name that are no part of it.
const BEFORE: [&str; 21] = [
    "the",
    "a",
    "an",
    "mr",
    "mrs",
    "ms",
    "dr",
    "sen",
    "rep",
    "gov",
    "president",
    "former",
    "secretary",
    "minister",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "sen.",
    "rep.",
    "gov.",
];
/// Pronouns, which begin with a capital only where a sentence does.
const PRONOUNS: [&str; 13] = [
    "he", "she", "they", "it", "i", "we", "you", "who", "him", "her", "them", "his", "their",
];
/// Pronouns that point back to the noun before them.
const RELATIVES: [&str; 4] = ["who", "which", "that", "whom"];
/// Words behind the noun that a phrase is about.
const BEHIND: [&str; 14] = [
    "of", "for", "from", "at", "in", "on", "with", "who", "which", "that", "and", "to", "by", "as",
];
/// Words behind a last name.
const SUFFIXES: [&str; 4] = ["jr", "sr", "ii", "iii"];

/// Furthest that a found mention may reach beyond the annotated one, in characters.
const BEYOND: usize = 40;

/// Whether the found mention is the annotated one; nobody is right only where nobody is annotated.
///
/// They share text and are alike by half, have the same last name or head noun, or the found one holds the annotated one and at
/// most 40 characters more; or they are the same words. For an annotated relative pronoun, the words just before it will do.
pub(super) fn is_same(gold: Option<&Mention>, found: Option<&Mention>) -> bool {
    match (gold, found) {
        (None, None) => true,
        (Some(gold), Some(found)) => {
            let spans = gold.span.zip(found.span);
            spans.is_some_and(|(there, here)| is_same_place(gold, there, found, here))
                || plain(&gold.words) == plain(&found.words)
        }
        _ => false,
    }
}

fn is_same_place(gold: &Mention, there: Span, found: &Mention, here: Span) -> bool {
    let common = there.intersection(here).map_or(0, Span::len);
    let shares = common > 0
        && (share_of_union(there, here) >= 0.5
            || last_name(&gold.words) == last_name(&found.words)
            || common == there.len() && here.len() <= common + BEYOND);
    let is_relative = is_in(&RELATIVES, &gold.words.to_lowercase());
    let before = there.start.checked_sub(here.end);
    shares || is_relative && before.is_some_and(|between| between <= 3)
}

/// Whether `found` names the person called any of `names`: the same last name, or the same words.
pub(super) fn is_person(names: &[String], found: Option<&str>) -> bool {
    found.is_some_and(|found| {
        names
            .iter()
            .any(|name| last_name(name) == last_name(found) || plain(name) == plain(found))
    })
}

/// The words in lower case, without titles and articles before them and without a possessive `'s`.
fn plain(words: &str) -> String {
    let words: Vec<String> = split(words)
        .iter()
        .map(|word| undotted(&word.to_lowercase()).to_owned())
        .collect();
    let before = words.iter().take_while(|word| is_in(&BEFORE, word)).count();
    let rest = words.get(before.min(words.len().saturating_sub(1))..);
    let rest = rest.unwrap_or_default().iter();
    rest.map(|word| unowned(word)).collect::<Vec<_>>().join(" ")
}

/// The last word of the last run of capitalised words before a comma, dash or preposition; else the last word there. In lower case.
fn last_name(words: &str) -> Option<String> {
    let whole = words.trim();
    let ends = [",", "(", " - ", " — ", "–"];
    let end = ends.iter().filter_map(|end| whole.find(end)).min();
    let head = split(whole.get(..end.unwrap_or(whole.len())).unwrap_or_default());
    let head: Vec<&str> = head.iter().map(|word| unowned(word)).collect();
    if head.is_empty() {
        return (!whole.is_empty()).then(|| whole.to_lowercase());
    }
    let behind = head.iter().skip(1);
    let end = behind
        .take_while(|word| !is_in(&BEHIND, &word.to_lowercase()))
        .count()
        + 1;
    let head = head.get(..end).unwrap_or_default();
    let name = last_run(head).or(head.last().copied())?;
    Some(undotted(&name.to_lowercase()).to_owned())
}

/// The last word of the last run of capitalised words, without "Jr" behind it.
fn last_run<'w>(head: &[&'w str]) -> Option<&'w str> {
    let is_capital = |at: usize, word: &str| {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && !(at == 0 && (is_in(&BEFORE, &lower) || is_in(&PRONOUNS, &lower)))
    };
    let capitals: Vec<(usize, &str)> = head.iter().copied().enumerate().collect();
    let run = capitals
        .split(|(at, word)| !is_capital(*at, word))
        .rfind(|run| !run.is_empty())?;
    let is_suffix = |word: &str| is_in(&SUFFIXES, undotted(&word.to_lowercase()));
    let name = run.iter().rfind(|(_, word)| !is_suffix(word));
    name.or(run.last()).map(|(_, word)| *word)
}

/// The words: letters and digits, also with an apostrophe, dot or hyphen between them, and a dot behind.
fn split(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let tail = rest.get(start..).unwrap_or_default();
        let mut end = run(tail);
        while let Some(more) = tail.get(end..).and_then(joined) {
            end += more;
        }
        if tail
            .get(end..)
            .is_some_and(|behind| behind.starts_with('.'))
        {
            end += 1;
        }
        words.push(tail.get(..end).unwrap_or_default());
        rest = tail.get(end..).unwrap_or_default();
    }
    words
}

/// Bytes of the letters and digits at the beginning.
fn run(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len())
}

/// Bytes of a joining sign and the letters behind it, if the text begins with them.
fn joined(text: &str) -> Option<usize> {
    let sign = text.chars().next().filter(|c| "’'.-".contains(*c))?;
    let letters = run(text.get(sign.len_utf8()..)?);
    (letters > 0).then_some(sign.len_utf8() + letters)
}

fn undotted(word: &str) -> &str {
    word.trim_end_matches('.')
}

/// Without a possessive ending.
fn unowned(word: &str) -> &str {
    let stem = word.strip_suffix('s').unwrap_or(word);
    stem.strip_suffix(['’', '\'']).unwrap_or(word)
}

fn is_in(list: &[&str], word: &str) -> bool {
    list.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_names() {
        for (words, name) in [
            ("Mayor Ida Lund", "lund"),
            ("Ida Lund, the mayor", "lund"),
            ("the mayor of Oslo", "mayor"),
            ("Sen. Bo Dahl Jr.", "dahl"),
            ("The ministry", "ministry"),
            ("Ida Lund’s office", "lund"),
            ("She", "she"),
            ("\"", "\""),
        ] {
            assert_eq!(last_name(words).as_deref(), Some(name), "{words}");
        }
        assert_eq!(last_name(" "), None);
    }

    #[test]
    fn the_same_speaker() {
        let mention = |start: usize, words: &str| Mention {
            span: Some(Span::new(start, start + words.chars().count())),
            words: words.to_owned(),
        };
        for (gold, found, is_right) in [
            ((10, "Ida Lund"), (10, "Ida Lund"), true),
            ((10, "Mayor Ida Lund"), (16, "Ida Lund"), true),
            (
                (10, "Lund"),
                (10, "Lund, who has been the mayor of the town"),
                true,
            ),
            (
                (10, "Lund"),
                (10, "Lund, who has been the mayor of the town since May"),
                true,
            ),
            (
                (10, "aides"),
                (10, "aides close enough now as ever before near Ida Lund"),
                false,
            ),
            ((10, "the mayor"), (90, "The mayor"), true),
            ((10, "who"), (1, "Ida Lund"), true),
            ((10, "who"), (90, "Ida Lund"), false),
            ((10, "Ida Lund"), (90, "Bo Dahl"), false),
        ] {
            let same = is_same(
                Some(&mention(gold.0, gold.1)),
                Some(&mention(found.0, found.1)),
            );
            assert_eq!(same, is_right, "{gold:?} {found:?}");
        }
        assert!(is_same(None, None));
        assert!(!is_same(None, Some(&mention(0, "Ida"))));
        assert!(!is_same(Some(&mention(0, "Ida")), None));
        assert!(is_person(&["Ida Lund".to_owned()], Some("Minister Lund")));
        assert!(!is_person(&["Ida Lund".to_owned()], None));
    }
}
