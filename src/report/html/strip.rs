//! The article as a strip, drawn: one lane for each kind of thing that falls somewhere in it.

use crate::report::html::passage::What;
use crate::report::html::sheet::Sheet;
use crate::report::prose::{counted, list};
use crate::report::{Layer, Mark, Strip, flags};
use crate::text::ScalarIndex;
use maud::{Markup, html};

/// Width of the drawing, in its own units.
const WIDTH: f64 = 1000.0;

/// What is drawn at least, so that it can be seen.
const LEAST: f64 = 3.0;

/// A part of the article, as shares of its characters from 0 to 1.
#[derive(Clone, Copy)]
struct Stretch {
    start: f64,
    end: f64,
    /// The paragraph where it begins, from 1.
    paragraph: usize,
}

/// The strip with its lanes; nothing of an empty article.
pub(super) fn strip(sheet: &Sheet) -> Markup {
    let strip = Strip::new(sheet.reading, &flags(sheet.reading));
    let line = |layer| -> Vec<Stretch> { strip.line(layer).map(Stretch::of).collect() };
    let lanes = [
        ("quoted", "Quotations", "quotation", line(Layer::Quotation)),
        ("flag", "Flags", "flag", line(Layer::Flag)),
        ("open", "Open findings", "finding", open(sheet)),
    ];
    html! {
        @if !strip.paragraphs.is_empty() {
            figure.strip {
                "\n" div.lane {
                    span { "Paragraphs" }
                    (paragraphs(&strip.paragraphs))
                }
                @for (class, name, noun, stretches) in &lanes {
                    @if !stretches.is_empty() {
                        "\n" div.lane {
                            span { (name) }
                            svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(told(noun, stretches)) {
                                rect.ground x="0" y="0" width="1000" height="10" {}
                                @for stretch in stretches { (block(*stretch, class)) }
                            }
                        }
                    }
                }
                figcaption { "The article from its beginning at the left to its end at the right: where quotations, flags and findings fall." }
            }
        }
    }
}

/// Findings of loaded language that no reader has answered.
fn open(sheet: &Sheet) -> Vec<Stretch> {
    let article = sheet.reading.article;
    let index = ScalarIndex::new(&article.text);
    let length = index.units(article.text.len()).max(1) as f64;
    let open = sheet.passages.iter();
    let open = open.filter(|passage| matches!(passage.what, What::Open(..)));
    open.map(|passage| Stretch {
        start: index.units(passage.span.start) as f64 / length,
        end: index.units(passage.span.end) as f64 / length,
        paragraph: article.paragraph_at(passage.span.start) + 1,
    })
    .collect()
}

/// A band for each paragraph, that leads there; each reaches to the next.
fn paragraphs(starts: &[f64]) -> Markup {
    let label = counted(starts.len(), "paragraph");
    let ends = starts.iter().skip(1).copied().chain([1.0]);
    let bands = starts.iter().zip(ends).enumerate();
    html! {
        svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(label) {
            @for (index, (start, end)) in bands {
                a href={ "#p" (index + 1) } tabindex="-1" {
                    rect.band.odd[index % 2 == 0] x=(number(start * WIDTH)) y="0" width=(number((end - start) * WIDTH)) height="10" {
                        title { "¶" (index + 1) }
                    }
                }
            }
        }
    }
}

fn block(stretch: Stretch, class: &str) -> Markup {
    let width = ((stretch.end - stretch.start) * WIDTH).max(LEAST);
    let start = (stretch.start * WIDTH).min(WIDTH - width);
    html! {
        rect class=(class) x=(number(start)) y="0" width=(number(width)) height="10" {
            title { "¶" (stretch.paragraph) }
        }
    }
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

/// The same in words: how many, and in which paragraphs.
fn told(noun: &str, stretches: &[Stretch]) -> String {
    let mut paragraphs: Vec<String> = stretches
        .iter()
        .map(|stretch| format!("¶{}", stretch.paragraph))
        .collect();
    paragraphs.dedup();
    format!(
        "{} in {}",
        counted(stretches.len(), noun),
        list(&paragraphs)
    )
}

impl Stretch {
    fn of(mark: &Mark) -> Self {
        Self {
            start: mark.start,
            end: mark.end,
            paragraph: mark.paragraph,
        }
    }
}
