//! SemEval-2023 task 3, subtask 3: number of the article, line of the paragraph, techniques.
//!
//! The article file beside has a paragraph a line with an empty line under the title, as the task's own have; a paragraph
//! that was broken into lines is one line there.

use crate::report::left_out::written;
use crate::report::semeval::spans::Spans;
use crate::report::semeval::technique::of_2023;
use crate::report::semeval::{article_file, article_id};
use crate::report::{Codings, Exporter, Many, Reading, Written};
use crate::text::Span;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The exporter.
pub(in crate::report) const EXPORTER: Exporter = Exporter {
    name: "semeval-2023",
    extension: "2023.tsv",
    about: "SemEval-2023 task 3, subtask 3: the techniques of each paragraph",
    write,
    many: Many::Lines { head: 0 },
};

fn write(reading: &Reading) -> Written {
    let article = reading.article;
    let codings = Codings::of(reading);
    let id = article_id(reading, &codings);
    let found = Spans::of(reading, &codings, of_2023, false);
    let mut techniques = vec![BTreeSet::new(); article.len()];
    for (span, technique) in &found.spans {
        for index in paragraphs(reading, *span) {
            if let Some(paragraph) = techniques.get_mut(index) {
                paragraph.insert(*technique);
            }
        }
    }
    let mut text = String::new();
    for (index, techniques) in techniques.into_iter().enumerate() {
        let techniques: Vec<&str> = techniques.into_iter().collect();
        let _ = writeln!(text, "{id}\t{}\t{}", line(index), techniques.join(","));
    }
    Written {
        beside: vec![article_file(&id, lines(reading))],
        ..written(text.into_bytes(), found.left_out)
    }
}

/// Indices of the paragraphs that `span` touches.
fn paragraphs(reading: &Reading, span: Span) -> impl Iterator<Item = usize> {
    let article = reading.article;
    let first = article.paragraph_at(span.start);
    let touched = article.paragraphs.iter().enumerate().skip(first);
    let touched = touched.take_while(move |(_, paragraph)| paragraph.span.start < span.end);
    touched
        .filter(move |(_, paragraph)| paragraph.span.overlaps(span))
        .map(|(index, _)| index)
}

/// Number of the line on which paragraph `index` stands: the line under the title, which is the first, is empty.
fn line(index: usize) -> usize {
    index + 1 + usize::from(index > 0)
}

fn lines(reading: &Reading) -> String {
    let mut text = String::new();
    for index in 0..reading.article.len() {
        text += &reading.article.paragraph_text(index).replace('\n', " ");
        text += if index == 0 { "\n\n" } else { "\n" };
    }
    text
}
