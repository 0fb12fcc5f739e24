//! Foreign text inside the page. Markup is escaped where the page is put together; here, characters that nobody would see
//! become symbols.

use crate::text::{graphemes, visible_line};

/// Longest quote beside a note, in grapheme clusters.
const SHORT: usize = 64;

/// Text of any number of lines as one.
pub(super) fn line(text: &str) -> String {
    visible_line(text)
}

/// The same, cut in the middle where it is long.
pub(super) fn short(text: &str) -> String {
    let text = visible_line(text);
    let all: Vec<(usize, &str)> = graphemes(&text).collect();
    if all.len() <= SHORT {
        return text;
    }
    let part = |part: &[(usize, &str)]| part.iter().map(|(_, one)| *one).collect::<String>();
    let head = part(all.get(..SHORT * 2 / 3).unwrap_or_default());
    let tail = part(all.get(all.len() - SHORT / 3..).unwrap_or_default());
    // Whole words where there are some.
    let head = head
        .rsplit_once(' ')
        .map_or(head.as_str(), |(words, _)| words);
    let tail = tail
        .split_once(' ')
        .map_or(tail.as_str(), |(_, words)| words);
    format!("{head} … {tail}")
}

/// The paragraphs of a note, each with its lines.
pub(super) fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let mut paragraphs: Vec<Vec<String>> = vec![Vec::new()];
    for source in text.trim().lines() {
        let line = line(source);
        match paragraphs.last_mut() {
            Some(last) if !line.is_empty() => last.push(line),
            Some(last) if !last.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    paragraphs.retain(|lines| !lines.is_empty());
    paragraphs
}

/// A codebook's colour, if it is one: `#rgb`, `#rrggbb` or a name.
pub(super) fn colour(text: &str) -> Option<&str> {
    let is_hex = text.strip_prefix('#').is_some_and(|digits| {
        matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    });
    let is_name = (3..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic());
    (is_hex || is_name).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_shown_and_nothing_else() {
        assert_eq!(line("a\u{1b}[31m\n\u{202e}b"), "a␛[31m �b");
        assert_eq!(short("short"), "short");
        let long = short(&"word ".repeat(40));
        assert!(long.chars().count() < 70 && long.contains(" … "), "{long}");
        assert_eq!(paragraphs("\na\nb\n\n\n c \n"), [vec!["a", "b"], vec!["c"]]);
        assert!(paragraphs(" \n ").is_empty());
        for (text, is) in [
            ("#a1b2c3", true),
            ("#abc", true),
            ("tomato", true),
            ("#ab", false),
            ("url(x)", false),
            ("red;x:y", false),
            ("\"/><script>", false),
            ("", false),
        ] {
            assert_eq!(colour(text).is_some(), is, "{text}");
        }
    }
}
