//! A reader's name as a folder name.

use crate::text::{compose, is_mark};

/// Longest slug in bytes: file systems allow names of 255.
const LIMIT: usize = 100;

/// A reader's name as a folder name: lower-case letters and digits of any script (NFC), joined by `-`.
///
/// Never empty (`reader` then), never a path, never starts with a dot. Misses: two names that differ only in
/// punctuation or case share a slug.
pub fn reader_slug(name: &str) -> String {
    let mut slug = String::new();
    let lower = compose(&name.to_lowercase());
    for word in lower.split(|c: char| !is_kept(c)) {
        if word.is_empty() || slug.len() + 1 + word.len() > LIMIT && !slug.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().scan(0, |size, c| {
            *size += c.len_utf8();
            (*size <= LIMIT).then_some(c)
        }));
    }
    if slug.is_empty() {
        slug.push_str("reader");
    }
    slug
}

/// Letters, digits and the marks that stand on them.
fn is_kept(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn table() {
        for (name, slug) in [
            ("Anna Petrova", "anna-petrova"),
            ("anna", "anna"),
            ("  O'Brien, J. ", "o-brien-j"),
            ("Zoe\u{308}", "zo\u{eb}"),
            ("Анна Петрова", "анна-петрова"),
            ("李 雷", "李-雷"),
            ("../../etc/passwd", "etc-passwd"),
            ("..", "reader"),
            ("", "reader"),
            ("\u{1b}[31m", "31m"),
        ] {
            assert_eq!(reader_slug(name), slug, "{name:?}");
        }
    }

    proptest! {
        #[test]
        fn a_slug_is_one_safe_name_and_its_own_slug(name in any::<String>()) {
            let slug = reader_slug(&name);
            prop_assert!(!slug.is_empty() && slug.len() <= 255);
            prop_assert!(!slug.contains(['/', '\\', '.', '\0', ' ']));
        }
    }
}
