//! SemEval-2020 task 11, span identification: number of the article, first and last offset. Spans that overlap are one.

use crate::report::left_out::{told, written};
use crate::report::semeval::spans::Spans;
use crate::report::semeval::technique::of_2020;
use crate::report::semeval::{article_file, article_id};
use crate::report::{Codings, Exporter, Many, Places, Reading, Written};
use crate::text::Span;
use std::fmt::Write;

/// The exporter.
pub(in crate::report) const EXPORTER: Exporter = Exporter {
    name: "semeval-si",
    extension: "si.tsv",
    about: "SemEval-2020 task 11, span identification: flags of all techniques as one",
    write,
    many: Many::Lines { head: 0 },
};

fn write(reading: &Reading) -> Written {
    let codings = Codings::of(reading);
    let places = Places::new(reading.article);
    let id = article_id(reading, &codings);
    let Spans {
        spans,
        mut left_out,
    } = Spans::of(reading, &codings, of_2020, true);
    let merged = merge(spans.iter().map(|(span, _)| *span));
    let mut text = String::new();
    for span in &merged {
        let offsets = places.of(*span).scalars;
        let _ = writeln!(text, "{id}\t{}\t{}", offsets.start, offsets.end);
    }
    left_out.push(told(spans.len() - merged.len(), "flag", |it| {
        let (overlaps, is) = (it.verb("overlaps", "overlap"), it.verb("is", "are"));
        format!("{overlaps} an earlier one and {is} one span with it, as the task wants")
    }));
    Written {
        beside: vec![article_file(&id, reading.article.text.clone())],
        ..written(text.into_bytes(), left_out)
    }
}

/// The spans, which are in text order, with those that share text as one.
fn merge(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.hull(span),
            _ => merged.push(span),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_shares_text_is_one() {
        let spans = [(0, 5), (2, 3), (4, 8), (8, 9), (10, 12)];
        let merged = merge(spans.into_iter().map(|(start, end)| Span::new(start, end)));
        let expected = [(0, 8), (8, 9), (10, 12)].map(|(start, end)| Span::new(start, end));
        assert_eq!(merged, expected);
    }
}
