//! Flags with the technique that covers them.

use crate::report::left_out::{labels_only, moved, told, without_place};
use crate::report::prose::list;
use crate::report::{Code, Coding, Codings, Reading};
use crate::text::Span;
use std::collections::BTreeSet;

/// Flags with the technique that covers them, and what had to be left out for that.
pub(super) struct Spans {
    /// By their place, each once.
    pub(super) spans: BTreeSet<(Span, &'static str)>,
    pub(super) left_out: Vec<Option<String>>,
}

/// What the tasks want neither first nor last in a span.
const OUTER: &[char] = &['.', ',', ':', ';'];

impl Spans {
    /// Of the readers' flags, each without white space and punctuation at its ends where `trims`.
    pub(super) fn of(
        reading: &Reading,
        codings: &Codings,
        technique: fn(&str) -> Option<&'static str>,
        trims: bool,
    ) -> Self {
        let text = &reading.article.text;
        let mut spans = BTreeSet::new();
        let mut uncovered = Vec::new();
        let [mut trimmed, mut blank] = [0, 0];
        for (coding, place) in codings.placed() {
            let span = if trims {
                trim(text, place.span)
            } else {
                place.span
            };
            let mut is_flag = false;
            for category in categories(coding) {
                match technique(category) {
                    Some(technique) if !span.is_empty() => {
                        is_flag = true;
                        spans.insert((span, technique));
                    }
                    Some(_) => blank += 1,
                    None => uncovered.push(category),
                }
            }
            trimmed += usize::from(is_flag && span != place.span);
        }
        let mut left_out =
            vec![
                without_place(codings),
                moved(codings.placed().map(|(coding, _)| coding).filter(|coding| {
                    categories(coding).any(|category| technique(category).is_some())
                })),
                without_flag(codings),
                without_technique(&uncovered),
                told(blank, "flag", |it| {
                    let (holds, is) = (it.verb("holds", "hold"), it.verb("is", "are"));
                    format!("{holds} nothing but white space and punctuation and {is} left out")
                }),
                told(trimmed, "flag", |it| {
                    format!(
                        "{} white space or punctuation at an end, which the task does not take",
                        it.verb("loses", "lose")
                    )
                }),
            ];
        left_out.extend(labels_only(codings, |coding| coding.category().is_some()));
        Self { spans, left_out }
    }
}

fn categories<'a>(coding: &Coding<'a>) -> impl Iterator<Item = &'a str> {
    coding.codes.iter().filter_map(|code| match code {
        Code::Category(name) => Some(*name),
        _ => None,
    })
}

/// The span without white space and punctuation of the tasks' at its ends; empty when there is nothing else.
fn trim(text: &str, span: Span) -> Span {
    let is_outer = |c: char| c.is_whitespace() || OUTER.contains(&c);
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start_matches(is_outer).len());
    Span::new(start, start + inside.trim_matches(is_outer).len())
}

fn without_flag(codings: &Codings) -> Option<String> {
    let plain = codings
        .placed()
        .filter(|(coding, _)| coding.category().is_none());
    told(plain.count(), "annotation", |it| {
        format!(
            "{} nothing as loaded language and {} left out",
            it.verb("flags", "flag"),
            it.verb("is", "are")
        )
    })
}

fn without_technique(categories: &[&str]) -> Option<String> {
    let names: BTreeSet<&str> = categories.iter().copied().collect();
    let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
    told(categories.len(), "flag", |it| {
        let is = it.verb("is", "are");
        format!(
            "{is} of a category that no technique covers ({}) and {is} left out",
            list(&names)
        )
    })
}
