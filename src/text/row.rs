//! Rows: where a paragraph breaks on a screen.

use crate::text::{Span, columns, graphemes};
use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

/// One row of a wrapped text: the span shown, without the white space it was broken at.
pub type Row = Span;

/// Paragraphs beyond this many bytes are broken greedily: optimal fit takes 2.6 times as long.
const OPTIMAL_LIMIT: usize = 16 * 1024;

/// Longer ones are broken so many bytes at a time.
const WINDOW: usize = 64 * 1024;

/// Breaks `text` into rows of at most `width` columns, at the places UAX 14 allows.
///
/// Rows are of even length (Knuth and Plass's total fit) rather than filled greedily. A word wider than a row
/// is broken between grapheme clusters; a cluster wider than a row stands alone, but for such without width, and overflows. A text
/// without words has one empty row, so that it keeps its place. Never fails, at any width.
pub fn wrap(text: &str, width: usize) -> Vec<Row> {
    let width = width.max(1);
    if text.len() <= OPTIMAL_LIMIT {
        let rows = rows(text, width);
        return if rows.is_empty() {
            vec![Span::default()]
        } else {
            rows
        };
    }
    let mut found: Vec<Row> = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = window_end(text, start);
        let window = Span::new(start, end).of(text);
        let mut window_rows = rows(window, width);
        // The last row may go on behind the window: it is broken again with what follows.
        let last = if end < text.len() && window_rows.len() > 1 {
            window_rows.pop()
        } else {
            None
        };
        found.extend(window_rows.into_iter().map(|row| row.shift(start)));
        start = last.map_or(end, |row| start + row.start);
    }
    found
}

/// Where the part that is broken at once ends: after a blank where there is one, so that memory stays small however long
/// the paragraph is.
fn window_end(text: &str, start: usize) -> usize {
    let mut end = (start + WINDOW).min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    if end == text.len() {
        return end;
    }
    let blank = Span::new(start, end).of(text).rfind(' ');
    blank.map_or(end, |at| start + at + 1)
}

fn rows(text: &str, width: usize) -> Vec<Row> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(text) {
        let end = at + word.word.len() + word.whitespace.len();
        push_pieces(text, Span::new(at, end), width, &mut pieces);
        at = end;
    }
    lines(&pieces, width, text.len())
        .into_iter()
        .filter_map(|line| Some(line.first()?.word.hull(line.last()?.word)))
        .collect()
}

fn lines(pieces: &[Piece], width: usize, bytes: usize) -> Vec<&[Piece]> {
    let widths = [width as f64];
    if bytes <= OPTIMAL_LIMIT {
        let penalties = Penalties {
            short_last_line_penalty: 0,
            ..Penalties::new()
        };
        if let Ok(lines) = wrap_optimal_fit(pieces, &widths, &penalties) {
            return lines;
        }
    }
    wrap_first_fit(pieces, &widths)
}

/// A word and the blanks behind it, measured as the screen measures them.
#[derive(Debug)]
struct Piece {
    word: Span,
    width: usize,
    blanks: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width as f64
    }
    fn whitespace_width(&self) -> f64 {
        self.blanks as f64
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn push_pieces(text: &str, span: Span, width: usize, pieces: &mut Vec<Piece>) {
    let whole = span.of(text);
    let word = whole.trim_end();
    let blanks = columns(whole.get(word.len()..).unwrap_or_default());
    let span = Span::new(span.start, span.start + word.len());
    let wide = columns(word);
    if wide <= width {
        pieces.push(Piece {
            word: span,
            width: wide,
            blanks,
        });
        return;
    }
    push_broken(word, span.start, width, pieces);
    if let Some(last) = pieces.last_mut() {
        last.blanks = blanks;
    }
}

fn push_broken(word: &str, offset: usize, width: usize, pieces: &mut Vec<Piece>) {
    let mut piece = Piece {
        word: Span::new(offset, offset),
        width: 0,
        blanks: 0,
    };
    for (at, cluster) in graphemes(word) {
        let wide = columns(cluster);
        if piece.width + wide > width && !piece.word.is_empty() {
            let next = Piece {
                word: Span::new(offset + at, offset + at),
                width: 0,
                blanks: 0,
            };
            pieces.push(std::mem::replace(&mut piece, next));
        }
        piece.word.end = offset + at + cluster.len();
        piece.width += wide;
    }
    pieces.push(piece);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str, width: usize) -> Vec<&str> {
        wrap(text, width).iter().map(|row| row.of(text)).collect()
    }

    #[test]
    fn table() {
        for (text, width, rows) in [
            ("one two three", 7, vec!["one two", "three"]),
            ("one   two", 4, vec!["one", "two"]),
            ("abcdefgh", 3, vec!["abc", "def", "gh"]),
            ("漢字漢字", 5, vec!["漢字", "漢字"]),
            ("yes — or no", 6, vec!["yes —", "or no"]),
            ("hard\nwrapped line", 8, vec!["hard", "wrapped", "line"]),
            ("👩‍🔬👩‍🔬", 2, vec!["👩‍🔬", "👩‍🔬"]),
            ("\u{d7cb}🫎", 1, vec!["\u{d7cb}🫎"]),
            ("", 10, vec![""]),
        ] {
            assert_eq!(shown(text, width), rows, "{text:?} at {width}");
        }
    }

    #[test]
    fn a_long_paragraph_breaks_as_if_it_were_broken_at_once() {
        for (word, count) in [("word é 漢 ", 20_000), ("x", 150_000), ("  ", 70_000)] {
            let text = word.repeat(count);
            let greedy = |text: &str| -> Vec<String> {
                wrap(text, 40)
                    .iter()
                    .map(|row| row.of(text).to_owned())
                    .collect()
            };
            let rows = greedy(&text);
            let again: Vec<String> = super::rows(&text, 40)
                .iter()
                .map(|row| row.of(&text).to_owned())
                .collect();
            assert_eq!(rows.concat(), again.concat(), "{word:?}");
            if word.contains('w') {
                assert_eq!(rows, again);
            }
        }
    }

    proptest! {
        #[test]
        fn rows_are_in_order_fit_and_lose_only_white_space(text in "\\PC{0,80}", width in 1usize..40) {
            let rows = wrap(&text, width);
            let mut kept = String::new();
            let mut end = 0;
            for row in &rows {
                prop_assert!(row.start >= end);
                prop_assert!(text.get(end..row.start).unwrap().trim().is_empty());
                end = row.end;
                kept.push_str(row.of(&text));
                let seen = graphemes(row.of(&text)).filter(|(_, cluster)| columns(cluster) > 0);
                prop_assert!(columns(row.of(&text)) <= width || seen.count() == 1);
            }
            prop_assert!(text.get(end..).unwrap().trim().is_empty());
        }
    }
}
