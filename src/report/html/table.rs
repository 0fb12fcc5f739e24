//! Tables whose rows have bars. The numbers beside a bar say the same, so that a bar is nothing to hear.

use maud::{Markup, html};

/// A column after the first ones.
pub(super) enum Column {
    /// Words.
    Words(&'static str),
    /// Numbers.
    Numbers(&'static str),
    /// Bars.
    Bars,
}

/// A table that scrolls by itself where the window is narrower; `caption` says what it shows and what its bars mean.
pub(super) fn table(label: &str, caption: &str, head: &[Column], rows: &Markup) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(label) {
            "\n" table {
                caption { (caption) }
                "\n" thead {
                    tr {
                        @for column in head {
                            @match column {
                                Column::Words(name) => th scope="col" { (name) },
                                Column::Numbers(name) => th.n scope="col" { (name) },
                                Column::Bars => td.bars aria-hidden="true" {},
                            }
                        }
                    }
                }
                "\n" tbody { (rows) }
            }
        }
    }
}

/// The cell of a bar, of `all`: `filled`, and behind it `outlined`.
pub(super) fn bar(filled: usize, outlined: usize, all: usize) -> Markup {
    let share = |count: usize| 100.0 * count as f64 / all.max(1) as f64;
    let (first, second) = (share(filled), share(outlined));
    html! {
        td.bars aria-hidden="true" {
            svg.bar viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false" {
                @if filled > 0 { rect.filled x="0" y="0" width=(format!("{first:.1}")) height="10" {} }
                @if outlined > 0 {
                    rect.outlined x=(format!("{first:.1}")) y="0" width=(format!("{second:.1}")) height="10" {}
                }
            }
        }
    }
}

/// Cells of numbers.
pub(super) fn numbers(counts: &[usize]) -> Markup {
    html! { @for count in counts { td.n { (count) } } }
}
