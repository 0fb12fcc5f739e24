//! W3C Web Annotation (JSON-LD): one, a page, a collection, or a list.
//!
//! Misses: contexts other than the W3C's own (names are taken as they stand), pages that stand elsewhere, targets behind the first.

use crate::import::codes::{CANDIDATES, classify, note, tag};
use crate::import::json::{each, string, words};
use crate::import::{Foreign, Hint, Package, codes};
use crate::notes::{Annotation, Selector, Verdict};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// Reads all annotations in `value` into `package`; false when it is none of these.
pub(super) fn read(value: &Value, package: &mut Package) -> bool {
    let mut known = false;
    for item in each(Some(value)) {
        known |= if is(item, "Annotation") {
            one(item, package);
            true
        } else if let Some(items) = item.get("items") {
            if item.get("next").is_some() {
                package.leave("pages that stand elsewhere");
            }
            for item in each(Some(items)) {
                one(item, package);
            }
            true
        } else if let Some(first) = item
            .get("first")
            .filter(|_| is(item, "AnnotationCollection"))
        {
            match first.get("items") {
                Some(_) => return read(first, package),
                None => package.leave("pages that stand elsewhere"),
            }
            true
        } else {
            false
        };
    }
    known
}

fn is(value: &Value, name: &str) -> bool {
    let types = each(value.get("type").or_else(|| value.get("@type")));
    types
        .iter()
        .filter_map(Value::as_str)
        .any(|one| one == name || one.strip_prefix("oa:") == Some(name))
}

fn one(item: &Value, package: &mut Package) {
    let targets = each(item.get("target"));
    for _ in targets.iter().skip(1) {
        package.leave("further targets of one annotation");
    }
    let mut foreign = Foreign {
        author: each(item.get("creator")).iter().find_map(name),
        ..Foreign::default()
    };
    foreign.annotation.created = string(item, "created").map(str::to_owned);
    if let Some(target) = targets.first() {
        aim(target, &mut foreign);
    }
    let is_ours = item.get("generator").and_then(name).as_deref() == Some("closeread");
    let motivation = each(item.get("motivation")).first().and_then(Value::as_str);
    let bodies = each(item.get("body"));
    for body in bodies.iter().chain(each(item.get("bodyValue"))) {
        if !says(body, motivation, is_ours, &mut foreign.annotation, package) {
            return package.leave(CANDIDATES);
        }
    }
    let annotation = &mut foreign.annotation;
    if is_ours
        && annotation.verdict == Some(Verdict::Accepted)
        && annotation.flag == annotation.finding
    {
        annotation.flag = None;
    }
    package.take(foreign);
}

/// A name of somebody or something.
fn name(agent: &Value) -> Option<String> {
    let named = ["name", "nickname", "id"]
        .iter()
        .find_map(|key| string(agent, key));
    named.or_else(|| agent.as_str()).map(str::to_owned)
}

/// Puts what `body` says into `annotation`; false when it is a finding that no reader answered.
fn says(
    body: &Value,
    motivation: Option<&str>,
    is_ours: bool,
    annotation: &mut Annotation,
    package: &mut Package,
) -> bool {
    let purpose = each(body.get("purpose")).first().and_then(Value::as_str);
    let purpose = purpose.or(motivation).unwrap_or("commenting");
    let value = string(body, "value").or_else(|| body.as_str());
    let Some(value) = value else {
        let is_tag = matches!(purpose, "tagging" | "classifying" | "identifying");
        match ["source", "id"]
            .iter()
            .find_map(|key| string(body, key))
            .filter(|_| is_tag)
        {
            Some(iri) => tag(annotation, iri, package),
            None => package.leave("bodies that are no text"),
        }
        return true;
    };
    match purpose {
        "classifying" if is_ours && value.starts_with("candidate:") => return false,
        "assessing" if is_ours => codes::add(annotation, value, package),
        // A finding that was accepted comes as its class, too.
        "classifying" if is_ours && annotation.flag.is_some() => {}
        "classifying" if is_ours => annotation.flag = Some(value.to_owned()),
        "describing" if is_ours => annotation.reason = Some(value.to_owned()),
        "identifying" if is_ours => annotation.speaker = Some(value.to_owned()),
        "classifying" | "identifying" => classify(annotation, value, package),
        "tagging" => tag(annotation, value, package),
        _ => note(annotation, value),
    }
    true
}

/// Takes source, words and position of a target.
fn aim(target: &Value, foreign: &mut Foreign) {
    let source = target.get("source").unwrap_or(target);
    if let Some(iri) = source.as_str().or_else(|| string(source, "id")) {
        foreign.sources.extend(source_names(iri));
    }
    let mut open: Vec<&Value> = each(target.get("selector")).iter().collect();
    while let Some(selector) = open.pop() {
        open.extend(each(selector.get("refinedBy")));
        if string(selector, "exact").is_some() {
            foreign.annotation.selector = quote(selector);
        } else if let Some(start) = selector.get("start").and_then(Value::as_u64) {
            foreign.hint = usize::try_from(start).ok().map(Hint::Scalars);
        }
    }
}

/// What a `TextQuoteSelector` says.
pub(super) fn quote(selector: &Value) -> Selector {
    Selector {
        quote: words(selector, "exact"),
        before: words(selector, "prefix"),
        after: words(selector, "suffix"),
    }
}

/// The path that an address of our own making stands for, and the address.
pub(super) fn source_names(iri: &str) -> Vec<String> {
    let ours = iri.strip_prefix("urn:x-closeread:");
    let path = ours.map(|path| percent_decode_str(path).decode_utf8_lossy().into_owned());
    path.into_iter().chain([iri.to_owned()]).collect()
}
