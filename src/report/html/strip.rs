//! The article as a strip, drawn: one lane for each kind of thing that falls somewhere in it.

use crate::report::html::sheet::Sheet;
use crate::report::prose::{counted, list};
use crate::report::strip::{Stretch, Strip};
use maud::{Markup, html};

/// Width of the drawing, in its own units.
const WIDTH: f64 = 1000.0;

/// What is drawn at least, so that it can be seen.
const LEAST: f64 = 3.0;

/// The strip with its lanes; nothing of an empty article.
pub(super) fn strip(sheet: &Sheet) -> Markup {
    let strip = Strip::of(sheet.reading);
    let lanes = [
        ("quoted", "Quotations", "quotation", &strip.quotations),
        ("flag", "Flags", "flag", &strip.flags),
        ("open", "Open findings", "finding", &strip.open),
    ];
    html! {
        @if !strip.paragraphs.is_empty() {
            figure.strip {
                "\n" div.lane {
                    span { "Paragraphs" }
                    (paragraphs(&strip.paragraphs))
                }
                @for (class, name, noun, stretches) in lanes {
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

/// A band for each paragraph, that leads there.
fn paragraphs(stretches: &[Stretch]) -> Markup {
    let label = counted(stretches.len(), "paragraph");
    html! {
        svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label=(label) {
            @for (index, stretch) in stretches.iter().enumerate() {
                a href={ "#p" (index + 1) } tabindex="-1" {
                    rect.band.odd[index % 2 == 0] x=(number(stretch.start * WIDTH)) y="0" width=(number(wide(*stretch))) height="10" {
                        title { "¶" (index + 1) }
                    }
                }
            }
        }
    }
}

fn block(stretch: Stretch, class: &str) -> Markup {
    let width = wide(stretch).max(LEAST);
    let start = (stretch.start * WIDTH).min(WIDTH - width);
    html! {
        rect class=(class) x=(number(start)) y="0" width=(number(width)) height="10" {
            title { "¶" (stretch.paragraph + 1) }
        }
    }
}

fn wide(stretch: Stretch) -> f64 {
    (stretch.end - stretch.start) * WIDTH
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

/// The same in words: how many, and in which paragraphs.
fn told(noun: &str, stretches: &[Stretch]) -> String {
    let mut paragraphs: Vec<String> = stretches
        .iter()
        .map(|stretch| format!("¶{}", stretch.paragraph + 1))
        .collect();
    paragraphs.dedup();
    format!(
        "{} in {}",
        counted(stretches.len(), noun),
        list(&paragraphs)
    )
}
