//! Lines with the offsets of flags: what both subtasks of SemEval-2020 task 11 write.

use crate::report::left_out::{told, written};
use crate::report::semeval::spans::Spans;
use crate::report::semeval::technique::of_2020;
use crate::report::semeval::{article_file, article_id};
use crate::report::{Codings, Places, Reading, Written};
use crate::text::Span;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What a subtask tells of a flag besides its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subtask {
    /// What it calls a technique; flags of one name that share text are one. Empty: it has no column for that.
    pub(super) name: fn(&'static str) -> &'static str,
    /// With which earlier flags one is put together, after “overlaps”.
    pub(super) earlier: &'static str,
}

/// A reading as lines of the article's number, the technique where the subtask has one, first and last offset.
pub(super) fn write(reading: &Reading, subtask: Subtask) -> Written {
    let codings = Codings::of(reading);
    let places = Places::new(reading.article);
    let id = article_id(reading, &codings);
    let Spans {
        spans,
        mut left_out,
    } = Spans::of(reading, &codings, of_2020, true);
    let merged = merged(&spans, subtask.name);
    left_out.push(told(spans.len() - merged.len(), "flag", |it| {
        let (overlaps, is) = (it.verb("overlaps", "overlap"), it.verb("is", "are"));
        let earlier = subtask.earlier;
        format!("{overlaps} {earlier} and {is} one span with it, as the task has it")
    }));
    let mut text = String::new();
    for (span, name) in merged {
        let offsets = places.of(span).scalars;
        let gap = if name.is_empty() { "" } else { "\t" };
        let _ = writeln!(text, "{id}{gap}{name}\t{}\t{}", offsets.start, offsets.end);
    }
    Written {
        beside: vec![article_file(&id, reading.article.text.clone())],
        ..written(text.into_bytes(), left_out)
    }
}

/// Spans with the name of their technique, those of one name that share text as one; in text order.
fn merged(
    spans: &BTreeSet<(Span, &'static str)>,
    name: fn(&'static str) -> &'static str,
) -> BTreeSet<(Span, &'static str)> {
    let names: BTreeSet<&str> = spans.iter().map(|(_, technique)| name(technique)).collect();
    let of = |one: &'static str| {
        let same = spans.iter().filter(move |(_, other)| name(other) == one);
        let spans = merge(same.map(|(span, _)| *span));
        spans.into_iter().map(move |span| (span, one))
    };
    names.into_iter().flat_map(of).collect()
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
