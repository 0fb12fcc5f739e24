//! W3C Web Annotation (JSON-LD): an `AnnotationCollection` with one page.
//!
//! What an annotation says stands in bodies by purpose: a category as `classifying`, tags as `tagging`, a verdict as `assessing`
//! (`rejected:fear`), a note as `commenting`, a reason as `describing`, a speaker as `identifying`. The quote comes first among
//! selectors, then the position in scalar values. An annotation without a place keeps the words it was made on, and no position.

use crate::report::left_out::{moved, undated, written};
use crate::report::published::{iri, utc};
use crate::report::record::thousandths;
use crate::report::{Author, Code, Coding, Codings, Exporter, Many, Reading, Written, guid};
use serde::Serialize;
use std::borrow::Cow;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "w3c",
    extension: "jsonld",
    about: "W3C Web Annotation (JSON-LD), for annotation servers and libraries",
    write: |reading| write(std::slice::from_ref(reading)),
    many: Many::Together(write),
};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

#[derive(Serialize)]
struct Collection {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    label: String,
    total: usize,
    first: Page,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    id: String,
    r#type: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Item>,
}

/// One annotation, whole by itself.
#[derive(Serialize)]
struct Item {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    r#type: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    creator: Agent,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Body>,
    target: Target,
}

#[derive(Serialize)]
struct Agent {
    id: String,
    r#type: &'static str,
    name: String,
}

#[derive(Serialize)]
struct Body {
    r#type: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Serialize)]
struct Target {
    r#type: &'static str,
    source: String,
    selector: Vec<Selector>,
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextQuoteSelector {
        exact: String,
        prefix: String,
        suffix: String,
    },
    TextPositionSelector {
        start: usize,
        end: usize,
    },
}

fn write(readings: &[Reading]) -> Written {
    let codings: Vec<Codings> = readings.iter().map(Codings::of).collect();
    let mut items = Vec::new();
    for (reading, codings) in readings.iter().zip(&codings) {
        let source = iri(reading);
        items.extend(codings.all.iter().map(|coding| item(coding, &source)));
    }
    let mut bytes = serde_json::to_vec_pretty(&collection(readings, &codings, items));
    let all = || codings.iter().flat_map(|codings| &codings.all);
    let left_out = [moved(all()), undated(all())];
    if let Ok(bytes) = &mut bytes {
        bytes.push(b'\n');
    }
    written(bytes.unwrap_or_default(), left_out)
}

fn collection(readings: &[Reading], codings: &[Codings], items: Vec<Item>) -> Collection {
    let articles: Vec<String> = codings.iter().map(|c| c.article.to_string()).collect();
    let articles: Vec<&str> = articles.iter().map(String::as_str).collect();
    let urn = |kind| format!("urn:uuid:{}", guid(kind, &articles));
    let label = match readings {
        [one] => format!("Annotations on {}", one.article.name),
        many => format!("Annotations on {} articles", many.len()),
    };
    Collection {
        context: CONTEXT,
        id: urn("collection"),
        r#type: "AnnotationCollection",
        label,
        total: items.len(),
        first: Page {
            id: urn("page"),
            r#type: "AnnotationPage",
            part_of: urn("collection"),
            start_index: 0,
            items,
        },
    }
}

fn item(coding: &Coding, source: &str) -> Item {
    Item {
        context: CONTEXT,
        id: format!("urn:uuid:{}", coding.guid),
        r#type: "Annotation",
        motivation: motivation(coding),
        created: coding.created.and_then(utc).map(str::to_owned),
        creator: Agent {
            id: format!("urn:uuid:{}", coding.author.guid()),
            r#type: match coding.author {
                Author::Reader(_) => "Person",
                Author::Machine => "Software",
            },
            name: coding.author.name().to_owned(),
        },
        body: bodies(coding),
        target: Target {
            r#type: "SpecificResource",
            source: source.to_owned(),
            selector: selectors(coding),
        },
    }
}

/// The one that says most of why it was made.
fn motivation(coding: &Coding) -> &'static str {
    match coding.codes.first() {
        _ if coding.verdict.is_some() => "assessing",
        Some(Code::Category(_) | Code::Candidate(_)) => "classifying",
        Some(Code::Quotation) => "identifying",
        Some(Code::Tag(_)) => "tagging",
        _ if coding.note.is_some() => "commenting",
        _ => "highlighting",
    }
}

fn bodies(coding: &Coding) -> Vec<Body> {
    let mut bodies = Vec::new();
    let mut put = |purpose, value: Cow<str>| {
        bodies.push(Body {
            r#type: "TextualBody",
            purpose,
            format: "text/plain",
            value: value.into_owned(),
        });
    };
    for code in &coding.codes {
        match code {
            Code::Category(name) => put("classifying", (*name).into()),
            Code::Candidate(_) => put("classifying", code.label()),
            Code::Tag(name) => put("tagging", (*name).into()),
            Code::Quotation | Code::Scare | Code::Rejected(_) | Code::Note => {}
        }
    }
    if let Some(answer) = coding.answer() {
        put("assessing", answer.into());
    }
    if let Some(note) = coding.note {
        put("commenting", note.into());
    }
    if let Some(reason) = coding.reason {
        put("describing", reason.into());
    }
    if let Some(speaker) = coding.speaker {
        put("identifying", speaker.into());
    }
    if coding.is_machine() {
        let rule = coding.rule.as_deref().unwrap_or_default();
        let score = coding.score.map(thousandths).unwrap_or_default();
        put("describing", format!("rule {rule}, score {score}").into());
    }
    bodies
}

fn selectors(coding: &Coding) -> Vec<Selector> {
    let quote = Selector::TextQuoteSelector {
        exact: coding.selector.quote.clone(),
        prefix: coding.selector.before.clone(),
        suffix: coding.selector.after.clone(),
    };
    let position = coding.place.map(|place| Selector::TextPositionSelector {
        start: place.scalars.start,
        end: place.scalars.end,
    });
    std::iter::once(quote).chain(position).collect()
}
