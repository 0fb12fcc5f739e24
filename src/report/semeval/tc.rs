//! SemEval-2020 task 11, technique classification: number of the article, technique, first and last offset.
//! Spans of one technique that overlap are one.

use crate::report::left_out::{told, written};
use crate::report::semeval::spans::{Spans, merge};
use crate::report::semeval::technique::of_2020;
use crate::report::semeval::{article_file, article_id};
use crate::report::{Codings, Exporter, Many, Places, Reading, Written};
use crate::text::Span;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The exporter.
pub(in crate::report) const EXPORTER: Exporter = Exporter {
    name: "semeval-tc",
    extension: "tc.tsv",
    about: "SemEval-2020 task 11, technique classification: flags with one of fourteen techniques",
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
    let merged = merge_each(&spans);
    left_out.push(told(spans.len() - merged.len(), "flag", |it| {
        let (overlaps, is) = (it.verb("overlaps", "overlap"), it.verb("is", "are"));
        format!("{overlaps} an earlier one of the same technique and {is} one span with it, as the task has it")
    }));
    let mut text = String::new();
    for (span, technique) in &merged {
        let offsets = places.of(*span).scalars;
        let _ = writeln!(
            text,
            "{id}\t{technique}\t{}\t{}",
            offsets.start, offsets.end
        );
    }
    Written {
        beside: vec![article_file(&id, reading.article.text.clone())],
        ..written(text.into_bytes(), left_out)
    }
}

/// The spans with those of one technique that share text as one, in text order.
fn merge_each(spans: &BTreeSet<(Span, &'static str)>) -> BTreeSet<(Span, &'static str)> {
    let techniques: BTreeSet<&str> = spans.iter().map(|(_, technique)| *technique).collect();
    let mut merged = BTreeSet::new();
    for technique in techniques {
        let same = spans.iter().filter(|(_, other)| *other == technique);
        let spans = merge(same.map(|(span, _)| *span));
        merged.extend(spans.into_iter().map(|span| (span, technique)));
    }
    merged
}
