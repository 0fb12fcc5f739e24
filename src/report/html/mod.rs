//! The HTML report: one self-contained page with the article, its margin notes, and what can be counted.
//!
//! Nothing is loaded and nothing runs: the page's own policy allows one style, by its fingerprint, and nothing else. Every
//! paragraph and its notes are one row, so that notes never run into each other; on narrow screens they stand under it.

mod flags;
mod margin;
mod opening;
mod passage;
mod safe;
mod sheet;
mod speakers;
mod strip;
mod table;
mod tags;
mod text;
mod verdicts;

use crate::report::html::margin::{margin, note};
use crate::report::html::sheet::Sheet;
use crate::report::html::tags::Tags;
use crate::report::html::text::text;
use crate::report::method::method;
use crate::report::{Exporter, Many, Reading, Written};
use crate::text::digest_bytes;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "html",
    extension: "html",
    about: "the article with its margin notes and charts, one page to look at and to print",
    write: |reading| Written::whole(page(reading).into_string().into_bytes()),
    many: Many::Files,
};

/// How the page looks.
const STYLE: &str = include_str!("style.css");

fn page(reading: &Reading) -> Markup {
    let sheet = Sheet::of(reading);
    let tags = Tags::of(reading);
    let sections = [
        ("article", "The article", article(&sheet, &tags)),
        (
            "misplaced",
            "Annotations to check",
            misplaced(&sheet, &tags),
        ),
        ("flags", "Loaded language", flags::flags(&sheet)),
        ("quoted", "Who is quoted", speakers::speakers(&sheet)),
        (
            "verdicts",
            "Findings and verdicts",
            verdicts::verdicts(&sheet),
        ),
        ("tags", "Tags", tags.section()),
        ("method", "How this was made", closing(reading)),
    ]
    .map(|(id, title, body)| (id, title, body.into_string()));
    let mut sections = sections.into_iter().collect::<Vec<_>>();
    sections.retain(|(_, _, body)| !body.is_empty());
    html! {
        (DOCTYPE)
        html lang="en" {
            (head(reading))
            body {
                a.skip href="#article" { "To the article" }
                (opening::opening(&sheet))
                (contents(&sections))
                "\n" main { @for (id, title, body) in &sections { (section(id, title, body)) } }
            }
        }
    }
}

/// Links to the parts of the page.
fn contents(sections: &[(&str, &str, String)]) -> Markup {
    html! {
        "\n" nav aria-label="Contents" {
            ul { @for (id, title, _) in sections { li { a href={ "#" (id) } { (title) } } } }
        }
    }
}

/// A part of the page; `body` is markup already.
fn section(id: &str, title: &str, body: &str) -> Markup {
    html! {
        "\n" section aria-labelledby=(id) {
            h2 id=(id) { (title) }
            (PreEscaped(body))
        }
    }
}

/// How findings are made.
fn closing(reading: &Reading) -> Markup {
    html! { @for paragraph in method(reading) { p { (paragraph) } } }
}

fn head(reading: &Reading) -> Markup {
    let fingerprint = STANDARD.encode(digest_bytes(STYLE));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'"
    );
    html! {
        head {
            "\n" meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(policy);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="generator" content="closeread";
            title { "A close reading of " (opening::name(reading)) }
            "\n" style { (PreEscaped(STYLE)) }
        }
    }
}

/// Every paragraph with what stands beside it.
fn article(sheet: &Sheet, tags: &Tags) -> Markup {
    let article = sheet.reading.article;
    html! {
        "\n" article aria-labelledby="article" {
            @if article.is_empty() { p { "There is nothing to read: the text is empty." } }
            @for index in 0..article.len() {
                "\n" div.row id={ "p" (index + 1) } {
                    a.number href={ "#p" (index + 1) } aria-label={ "paragraph " (index + 1) } { (index + 1) }
                    p.text dir="auto" lang="" { (text(sheet, index)) }
                    (margin(sheet, tags, index))
                }
            }
            @if !article.is_empty() { (key(sheet)) }
        }
    }
}

/// What the marks mean.
fn key(sheet: &Sheet) -> Markup {
    html! {
        @if !sheet.passages.is_empty() {
            p.key aria-hidden="true" {
                "In the text: " mark.flag { "flag" } ", " mark.open { "open finding" } ", " mark.note { "remark" } ", " mark.quoted { "somebody’s words" }
                ". Numbers lead to the notes."
            }
        }
    }
}

/// The annotations whose words have no place in this text: never dropped.
fn misplaced(sheet: &Sheet, tags: &Tags) -> Markup {
    html! {
        @if !sheet.misplaced.is_empty() {
            p { "These have no certain place in this text. They are kept here with the words they were made on." }
            ul.misplaced {
                @for said in &sheet.misplaced {
                    (note(sheet, tags, said, &said.annotation.selector.quote, None))
                }
            }
        }
    }
}
