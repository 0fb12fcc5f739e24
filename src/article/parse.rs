//! Plain text to paragraphs.

use crate::article::Paragraph;
use crate::text::Span;

/// A line beyond this many bytes was not broken by hand: lines of a block with one are paragraphs each.
const HARD_WRAP: usize = 120;

/// A paragraph beyond this many bytes is none that anybody wrote or could cite: it is divided.
const LONGEST: usize = 64 * 1024;

/// Among so many words before that length the end of a sentence is looked for.
const SENTENCE: usize = 500;

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
/// What would be a paragraph of more than 64 KB is several: it is divided behind the last sentence within these, else behind
/// the last word.
/// Misses: a hard-wrapped text without blank lines.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let blank = |line: &Span| is_blank(line.of(text));
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
        .flat_map(|span| divided(span, text))
        .map(|span| Paragraph {
            span: span.trim(text),
        })
        .filter(|paragraph| !paragraph.span.is_empty())
        .collect()
}

/// `span` in parts none of which is too long.
fn divided(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let mut rest = Some(span);
    std::iter::from_fn(move || {
        let whole = rest?;
        if whole.len() <= LONGEST {
            return rest.take();
        }
        let end = text.floor_char_boundary(whole.start + LONGEST);
        let most = Span::new(whole.start, end).of(text);
        // Behind the mark that ends it, and a closing quotation mark.
        let is_end = |at: &usize| {
            let before = most.get(..*at).unwrap_or_default();
            let before = before.trim_end_matches(['”', '"', '’', '\'', ')']);
            before.ends_with(['.', '!', '?', '。'])
        };
        let blanks = || most.rmatch_indices([' ', '\n', '\t']).map(|(at, _)| at);
        let near = blanks().take(SENTENCE).find(is_end);
        let cut = near.or_else(|| blanks().next()).filter(|at| *at > 0);
        let cut = cut.map_or(end, |at| whole.start + at);
        rest = Some(Span::new(cut, whole.end));
        Some(Span::new(whole.start, cut))
    })
}

/// Whether a line has nothing but white space; most are told by their first byte.
fn is_blank(line: &str) -> bool {
    let first = line.as_bytes().first();
    first.is_none_or(|byte| !byte.is_ascii_graphic() && line.trim().is_empty())
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
    fn a_paragraph_too_long_to_be_one_is_several() {
        for (unit, starts, ends) in [
            (
                "He said “yes.” It was so, he thought. ",
                "He said",
                "thought.",
            ),
            ("word ", "word", "word"),
            ("漢", "漢", "漢"),
        ] {
            let raw = unit.repeat(300_000 / unit.len());
            let article = Article::new("a", raw.as_str());
            assert!(article.len() > 4, "{unit}");
            let mut together = 0;
            for index in 0..article.len() {
                let text = article.paragraph_text(index);
                assert!(
                    text.len() <= super::LONGEST && text.starts_with(starts),
                    "{unit}"
                );
                assert!(text.ends_with(ends), "{unit}");
                together += text.matches(starts).count();
            }
            assert_eq!(together, raw.matches(starts).count(), "no word is lost");
        }
        let long = "a ".repeat(32 * 1024);
        assert_eq!(Article::new("a", long).len(), 1);
    }

    #[test]
    fn an_offset_has_one_paragraph() {
        let article = Article::new("a", "ab\ncd\nef");
        let at: Vec<_> = (0..9).map(|offset| article.paragraph_at(offset)).collect();
        assert_eq!(at, [0, 0, 0, 1, 1, 1, 2, 2, 2]);
    }
}
