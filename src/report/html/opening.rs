//! How the page begins: what was read, by whom, and where things fall in it.

use crate::report::facts::{annotations, length, reviewed};
use crate::report::html::safe::line;
use crate::report::html::sheet::Sheet;
use crate::report::html::strip::strip;
use crate::report::prose::{day, list};
use crate::report::{Author, Reading};
use maud::{Markup, html};

/// Title, facts and strip.
pub(super) fn opening(sheet: &Sheet) -> Markup {
    let reading = sheet.reading;
    html! {
        header {
            p.kind { "A close reading" }
            "\n" h1 { bdi lang="" { (name(reading)) } }
            "\n" dl.facts {
                @for (term, fact) in facts(reading) {
                    @if !fact.is_empty() { div { dt { (term) } dd { bdi { (fact) } } } }
                }
            }
            (strip(sheet))
        }
    }
}

/// The article's name without its folders.
pub(super) fn name(reading: &Reading) -> String {
    let name = &reading.article.name;
    line(name.rsplit('/').next().unwrap_or(name))
}

fn facts(reading: &Reading) -> [(&'static str, String); 8] {
    let article = reading.article;
    [
        ("Read by", readers(reading)),
        ("Date", line(&day(&reading.date))),
        ("Length", length(reading)),
        ("Reviewed", reviewed(reading)),
        ("Annotations", annotations(reading)),
        ("Source", line(&article.name)),
        (
            "Published at",
            line(reading.exchange.uri.as_deref().unwrap_or_default()),
        ),
        ("SHA-256", article.sha256()),
    ]
}

fn readers(reading: &Reading) -> String {
    let names = reading.notebooks.iter();
    let names = names.map(|anchored| line(Author::of(anchored.notebook).name()));
    list(&names.collect::<Vec<_>>())
}
