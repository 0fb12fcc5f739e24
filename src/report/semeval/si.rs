//! SemEval-2020 task 11, span identification: number of the article, first and last offset. Spans that overlap are one.

use crate::report::left_out::{told, written};
use crate::report::semeval::spans::{Spans, merge};
use crate::report::semeval::technique::of_2020;
use crate::report::semeval::{article_file, article_id};
use crate::report::{Codings, Exporter, Many, Places, Reading, Written};
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
