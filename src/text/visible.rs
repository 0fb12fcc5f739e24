//! Making the invisible visible: what a hostile text may not send to a terminal.

use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

/// Whether a terminal could take this character for a command, or a reader for something it is not:
/// C0 and C1 controls, DEL, line and paragraph separators, bidirectional overrides and isolates,
/// zero-width and other default-ignorable format characters.
///
/// ZWJ, ZWNJ and variation selectors are safe: they build emoji and words.
pub fn is_unsafe(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}'
        | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// What is shown for one grapheme cluster (or any text): unsafe characters become symbols.
///
/// Line breaks and tabs become one space; C0 controls their Unicode pictures (`␛`); soft hyphens,
/// zero-width spaces and byte order marks `·`; everything else unsafe `�`.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte < 0x20 || byte == 0x7f) {
        return Cow::Borrowed(text);
    }
    if text.chars().any(is_unsafe) {
        return Cow::Owned(text.chars().map(symbol).collect());
    }
    Cow::Borrowed(text)
}

/// [`visible`], with runs of white space as one space: a text of several lines as one.
pub fn visible_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(&joined).into_owned()
}

/// Terminal columns that `text` takes once it is [`visible`].
pub fn columns(text: &str) -> usize {
    visible(text).width()
}

fn symbol(c: char) -> char {
    match c {
        '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => ' ',
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '␡',
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => '·',
        c if is_unsafe(c) => '\u{fffd}',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (text, shown) in [
            ("plain “é” 漢 👩‍🔬", "plain “é” 漢 👩‍🔬"),
            ("\u{1b}[31m", "␛[31m"),
            ("a\u{9b}31m", "a\u{fffd}31m"),
            ("a\u{202e}b", "a\u{fffd}b"),
            ("a\tb\nc", "a b c"),
            ("nul\0del\u{7f}", "nul␀del␡"),
            ("zero\u{200b}width", "zero·width"),
        ] {
            assert_eq!(visible(text), shown);
        }
    }

    #[test]
    fn nothing_unsafe_survives() {
        let every: String = ('\0'..='\u{10ffff}').collect();
        assert!(!visible(&every).chars().any(is_unsafe));
    }

    #[test]
    fn a_wide_emoji_takes_two_columns() {
        assert_eq!(columns("👩‍🔬"), 2);
        assert_eq!(columns("漢字"), 4);
        assert_eq!(columns("e\u{301}"), 1);
    }
}
