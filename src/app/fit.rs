//! Words that have to fit.

use crate::text::{columns, graphemes, visible, visible_line};

/// `text` cut to `width` columns, with an ellipsis where something is cut off.
pub fn cut(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return visible(text).into_owned();
    }
    let mut kept = String::new();
    let mut used = 0;
    for (_, cluster) in graphemes(text) {
        let wide = columns(cluster);
        if used + wide + 1 > width {
            break;
        }
        kept.push_str(&visible(cluster));
        used += wide;
    }
    if width > 0 {
        kept.truncate(kept.trim_end().len());
        kept.push('…');
    }
    kept
}

/// In quotation marks, unless it has them already.
pub(super) fn quoted(words: &str) -> String {
    let marked = words.starts_with(['“', '"', '«', '„']) && words.ends_with(['”', '"', '»', '“']);
    if marked {
        words.to_owned()
    } else {
        format!("“{words}”")
    }
}

/// The words of a passage as a title: on one line, in quotation marks, not beyond `width` columns.
pub fn titled(words: &str, width: usize) -> String {
    quoted(&cut(&visible_line(words), width))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting() {
        for (text, width, expected) in [
            ("short", 5, "short"),
            ("a longer text", 8, "a longe…"),
            ("漢字漢字", 5, "漢字…"),
            ("one two", 5, "one…"),
            ("x", 0, ""),
        ] {
            assert_eq!(cut(text, width), expected);
        }
    }
}
