//! SemEval-2020 task 11, technique classification: number of the article, technique, first and last offset.

use crate::report::left_out::written;
use crate::report::semeval::spans::Spans;
use crate::report::semeval::technique::of_2020;
use crate::report::semeval::{article_file, article_id};
use crate::report::{Codings, Exporter, Many, Places, Reading, Written};
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
    let found = Spans::of(reading, &codings, of_2020, true);
    let mut text = String::new();
    for (span, technique) in &found.spans {
        let offsets = places.of(*span).scalars;
        let _ = writeln!(
            text,
            "{id}\t{technique}\t{}\t{}",
            offsets.start, offsets.end
        );
    }
    Written {
        beside: vec![article_file(&id, reading.article.text.clone())],
        ..written(text.into_bytes(), found.left_out)
    }
}
