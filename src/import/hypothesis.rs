//! What the Hypothesis client exports (`annotations`) and its server answers to a search (`rows`).
//!
//! Misses: in a file of our own, a last paragraph of a note that begins with `Reason: ` beside a flag or verdict without a
//! reason becomes the reason.

use crate::import::codes::{self, CANDIDATES, note};
use crate::import::json::{each, string};
use crate::import::w3c::{quote, source_names};
use crate::import::{Foreign, Hint, Package};
use serde_json::Value;

/// Reads the annotations in `list`, which stands in `whole`.
pub(super) fn read(whole: &Value, list: &[Value]) -> Package {
    let mut package = Package::default();
    let is_ours = string(whole, "client_version") == Some("closeread");
    for item in list {
        one(item, is_ours, &mut package);
    }
    package
}

fn one(item: &Value, is_ours: bool, package: &mut Package) {
    if !each(item.get("references")).is_empty() {
        return package.leave("replies to other annotations");
    }
    let name = item
        .get("user_info")
        .and_then(|info| string(info, "display_name"));
    let mut foreign = Foreign {
        author: name.or_else(|| string(item, "user")).map(str::to_owned),
        ..Foreign::default()
    };
    let title = item
        .get("document")
        .and_then(|document| document.get("title"));
    let titles = each(title).iter().filter_map(Value::as_str);
    let uri = string(item, "uri").map(source_names).unwrap_or_default();
    foreign.sources = titles.map(str::to_owned).chain(uri).collect();
    let targets = each(item.get("target"));
    for _ in targets.iter().skip(1) {
        package.leave("further targets of one annotation");
    }
    for selector in each(targets.first().and_then(|target| target.get("selector"))) {
        match string(selector, "type") {
            Some("TextQuoteSelector") => foreign.annotation.selector = quote(selector),
            Some("TextPositionSelector") => {
                let start = selector.get("start").and_then(Value::as_u64);
                let start = start.and_then(|start| usize::try_from(start).ok());
                foreign.hint = start.map(Hint::Utf16);
            }
            _ => {}
        }
    }
    let annotation = &mut foreign.annotation;
    annotation.created = string(item, "created").map(str::to_owned);
    for tag in each(item.get("tags")).iter().filter_map(Value::as_str) {
        if tag.starts_with("candidate:") {
            return package.leave(CANDIDATES);
        }
        codes::add(annotation, tag, package);
    }
    let text = string(item, "text").unwrap_or_default();
    let has_reason = is_ours && (annotation.flag.is_some() || annotation.verdict.is_some());
    let reason = text
        .rsplit_once("Reason: ")
        .filter(|(before, _)| has_reason && (before.is_empty() || before.ends_with("\n\n")));
    let Some((before, reason)) = reason else {
        note(annotation, text);
        return package.take(foreign);
    };
    note(annotation, before.strip_suffix("\n\n").unwrap_or(before));
    annotation.reason = Some(reason.to_owned());
    package.take(foreign);
}
