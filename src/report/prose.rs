//! Small pieces of English: numbers with their nouns, lists, dates.

use crate::detect::{Speech, Voice};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `1 flag`, `3 flags`, `no flags`.
pub fn counted(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

/// A share of all in whole per cent; of what is there, never none: `<1 %`.
pub fn percent(part: usize, all: usize) -> String {
    let share = (100 * part + all / 2).checked_div(all).unwrap_or_default();
    if share == 0 && part > 0 {
        return "<1 %".to_owned();
    }
    format!("{share} %")
}

/// With a capital at its beginning.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// `is` of one, `are` of others.
pub(super) fn is_are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `22 November 2026` of an RFC 3339 date or date and time; anything else as it is.
pub(super) fn day(date: &str) -> String {
    let parts = date.get(..10).and_then(|day| {
        let mut parts = day.splitn(3, '-');
        let year: u32 = parts.next()?.parse().ok()?;
        let month: usize = parts.next()?.parse().ok()?;
        let day: u32 = parts.next()?.parse().ok()?;
        Some(format!(
            "{day} {} {year}",
            MONTHS.get(month.checked_sub(1)?)?
        ))
    });
    parts.unwrap_or_else(|| date.to_owned())
}

/// Whose words a passage stands in, as a fact about it.
pub(super) fn voice_fact(voice: &Voice) -> String {
    match voice {
        Voice::Own => "own voice".to_owned(),
        Voice::Speaker(name, Speech::Direct) => format!("in the words of {name}"),
        Voice::Unnamed(words, Speech::Direct) => {
            format!("in the words of an unnamed source: {words}")
        }
        Voice::Unclear(Speech::Direct) => "in the words of somebody who is not named".to_owned(),
        indirect => format!("in {}", indirect.words()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lists_and_dates() {
        assert_eq!(
            [0, 1, 2].map(|n| counted(n, "flag")),
            ["no flags", "1 flag", "2 flags"]
        );
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(
            [1, 2, 3].map(|n| list(&names[..n])),
            ["a", "a and b", "a, b and c"]
        );
        for (date, shown) in [
            ("2026-11-22", "22 November 2026"),
            ("2026-01-02T17:03:05Z", "2 January 2026"),
            ("2026-13-02", "2026-13-02"),
            ("last week", "last week"),
            ("", ""),
        ] {
            assert_eq!(day(date), shown);
        }
    }
}
