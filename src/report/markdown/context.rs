//! Annotated passages inside their sentences: bold, with the number of a footnote behind each.

use crate::article::Article;
use crate::report::markdown::escape::stretch;
use crate::text::{Span, sentences};
use std::fmt::Write;

/// A passage and the number of its footnote.
pub(super) type Noted = (Span, usize);

/// The sentences of paragraph `index` (from 0) that hold `passages`, as a block quotation. A passage that goes on in the
/// next paragraph ends here with this one.
///
/// Nothing is bold where a whole paragraph is meant, and where Markdown would not take the stars for what they are: the
/// footnote says the words again.
pub(super) fn context(article: &Article, index: usize, passages: &[Noted]) -> String {
    let text = &article.text;
    let paragraph = article.paragraph(index);
    let inside = passages.iter().filter_map(|(span, number)| {
        let span = span.intersection(paragraph)?.trim(text);
        Some((span, *number))
    });
    let inside: Vec<Noted> = inside.collect();
    let bold = bold(&inside, paragraph, text);
    let kept = kept(&inside, paragraph, text);
    let mut line = String::from("> ");
    for (n, range) in kept.iter().enumerate() {
        if n > 0 || range.start > paragraph.start {
            line.push_str(if n > 0 { " … " } else { "… " });
        }
        write_range(&mut line, *range, &inside, &bold, text);
    }
    if kept.last().is_some_and(|last| last.end < paragraph.end) {
        line.push_str(" …");
    }
    line
}

fn write_range(line: &mut String, range: Span, inside: &[Noted], bold: &[Span], text: &str) {
    let noted = inside.iter().flat_map(|(span, _)| [span.start, span.end]);
    let edges = noted.filter(|at| range.start < *at && *at < range.end);
    let mut edges: Vec<usize> = edges.chain([range.start, range.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    for pair in edges.windows(2) {
        let [start, end] = pair else { continue };
        if bold.iter().any(|span| span.start == *start) {
            line.push_str("**");
        }
        let is_first = line == "> ";
        line.push_str(&stretch(Span::new(*start, *end).of(text), is_first));
        let ends_bold = bold.iter().any(|span| span.end == *end);
        // Inside, so that it stands between words and stars only where it must.
        let ending = inside.iter().filter(|(span, _)| span.end == *end);
        let numbers: Vec<usize> = ending.map(|(_, number)| *number).collect();
        if ends_bold {
            line.push_str("**");
        }
        for number in numbers {
            let _ = write!(line, "[^{number}]");
        }
    }
}

/// What is bold: the passages, those that share text as one.
fn bold(inside: &[Noted], paragraph: Span, text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = inside.iter().map(|(span, _)| *span).collect();
    spans.retain(|span| *span != paragraph && !span.is_empty());
    spans.sort_unstable();
    let mut bold: Vec<Span> = Vec::new();
    for span in spans {
        match bold.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.hull(span),
            _ => bold.push(span),
        }
    }
    bold.retain(|span| can_begin(*span, text));
    bold
}

/// Whether stars before `span` would begin something (`CommonMark` 6.2): they always can before a letter or digit, before
/// anything else only behind white space or punctuation. They always can end it: behind them stands a footnote.
fn can_begin(span: Span, text: &str) -> bool {
    let begins = span.of(text).chars().next();
    let before = Span::new(0, span.start).of(text).chars().next_back();
    let divides =
        |c: char| c.is_whitespace() || c.is_ascii_punctuation() || "“”‘’«»—–…".contains(c);
    begins.is_some_and(char::is_alphanumeric) || before.is_none_or(divides)
}

/// The sentences with a passage in them; those that stand together as one.
fn kept(inside: &[Noted], paragraph: Span, text: &str) -> Vec<Span> {
    let all = sentences(paragraph.of(text));
    let all = all
        .into_iter()
        .map(|sentence| sentence.shift(paragraph.start));
    let mut kept: Vec<(usize, Span)> = Vec::new();
    for (n, sentence) in all.enumerate() {
        if !inside.iter().any(|(span, _)| span.overlaps(sentence)) {
            continue;
        }
        match kept.last_mut() {
            Some((last, span)) if *last + 1 == n => {
                *last = n;
                *span = span.hull(sentence);
            }
            _ => kept.push((n, sentence)),
        }
    }
    kept.into_iter().map(|(_, span)| span).collect()
}
