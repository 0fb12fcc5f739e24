//! Characters and the marks on them.

use unicode_normalization::UnicodeNormalization;

/// The text with every character in its composed form (NFC): `e` + `´` is `é`.
pub fn compose(text: &str) -> String {
    text.nfc().collect()
}

/// Whether `c` stands on the character before it.
pub fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_composed_where_they_can_be() {
        assert_eq!(compose("e\u{301}"), "\u{e9}");
        assert_eq!(compose("x\u{301}"), "x\u{301}");
        assert!(is_mark('\u{301}') && !is_mark('e'));
    }
}
