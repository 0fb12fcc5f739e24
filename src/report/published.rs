//! Where an article is, as formats of the web have it.

use crate::report::Reading;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What a path does not spell out in an IRI.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Where it was published or, where nobody said, a name made from its path in the workspace: an absolute IRI, as the formats want
/// one, that leads nowhere.
pub(super) fn iri(reading: &Reading) -> String {
    let named = || {
        let path = utf8_percent_encode(&reading.article.name, ESCAPED);
        format!("urn:x-closeread:{path}")
    };
    reading.exchange.uri.clone().unwrap_or_else(named)
}

/// The time, if it is written as the web's formats want it: RFC 3339 in UTC, `2026-11-22T17:03:05Z`.
pub(super) fn utc(created: &str) -> Option<&str> {
    const FORM: &str = "0000-00-00T00:00:00Z";
    let fits = |(is, form): (char, char)| is == form || form == '0' && is.is_ascii_digit();
    let is_time = created.len() == FORM.len() && created.chars().zip(FORM.chars()).all(fits);
    is_time.then_some(created)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_the_web() {
        for (created, expected) in [
            ("2026-11-22T17:03:05Z", true),
            ("2026-11-22T17:03:05+01:00", false),
            ("2026-11-22", false),
            ("last week, on a friday", false),
            ("", false),
        ] {
            assert_eq!(utc(created).is_some(), expected, "{created}");
        }
    }
}
