//! Plain text to paragraphs.

use crate::article::Paragraph;
use crate::text::Span;

/// A line beyond this many bytes was not broken by hand: lines of a block with one are paragraphs each.
const HARD_WRAP: usize = 120;

/// UTF-8 with LF line ends and without a byte order mark.
pub(super) fn normalise(mut raw: String) -> String {
    if raw.starts_with('\u{feff}') {
        raw.drain(..'\u{feff}'.len_utf8());
    }
    if !raw.contains('\r') {
        return raw;
    }
    // CR LF is one line end, whichever of the two is left.
    let mut before = '\0';
    raw.retain(|c| {
        let is_kept = !(c == '\n' && before == '\r');
        before = c;
        is_kept
    });
    raw.replace('\r', "\n")
}

/// Paragraphs of a normalised text. They depend on the text alone.
///
/// A text without blank lines has one paragraph per line. Otherwise blocks between blank lines are
/// paragraphs, and a block's lines are joined when none is longer than 120 bytes (a hard-wrapped text).
/// Misses: a hard-wrapped text without blank lines.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let blank = |line: &Span| line.trim(text).is_empty();
    let body = Span::new(0, text.len()).trim(text);
    let lines: Vec<Span> = lines(body, text);
    let by_line = !lines.iter().any(blank);
    let mut found = Vec::new();
    for block in lines.split(blank).filter(|block| !block.is_empty()) {
        if by_line || block.iter().any(|line| line.len() > HARD_WRAP) {
            found.extend(block.iter().copied());
        } else if let (Some(first), Some(last)) = (block.first(), block.last()) {
            found.push(first.hull(*last));
        }
    }
    found
        .into_iter()
        .map(|span| Paragraph {
            span: span.trim(text),
        })
        .filter(|paragraph| !paragraph.span.is_empty())
        .collect()
}

fn lines(body: Span, text: &str) -> Vec<Span> {
    let mut start = body.start;
    body.of(text)
        .split('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            span
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::article::Article;

    #[test]
    fn table() {
        let long = "x".repeat(130);
        for (raw, expected) in [
            ("one\ntwo\n", vec!["one", "two"]),
            ("one\r\ntwo\r", vec!["one", "two"]),
            ("\u{feff}one", vec!["one"]),
            ("one\nmore\n\ntwo\n\n\n", vec!["one\nmore", "two"]),
            (&format!("title\n\n{long}\nb"), vec!["title", &long, "b"]),
            ("  \n\t\n", vec![]),
            ("\n\none\ntwo", vec!["one", "two"]),
            ("", vec![]),
        ] {
            let article = Article::new("a", raw);
            let found: Vec<_> = (0..article.len())
                .map(|i| article.paragraph_text(i))
                .collect();
            assert_eq!(found, expected, "{raw:?}");
        }
    }

    #[test]
    fn an_offset_has_one_paragraph() {
        let article = Article::new("a", "ab\ncd\nef");
        let at: Vec<_> = (0..9).map(|offset| article.paragraph_at(offset)).collect();
        assert_eq!(at, [0, 0, 0, 1, 1, 1, 2, 2, 2]);
    }
}
