//! A coding as a selection with its codes and memos.

use crate::report::published::utc;
use crate::report::refi::codes::{code_guid, names};
use crate::report::refi::element::Element;
use crate::report::{Coding, Place, guid};

/// The selection of `coding`, and its memos. `line`: the line it begins on, from 0, which some programs go by.
pub(super) fn selection(coding: &Coding, place: Place, line: usize) -> (Element, Vec<Element>) {
    let id = coding.guid.to_string();
    let user = coding.author.guid().to_string();
    let created = coding.created.and_then(utc);
    let memos = memos(coding);
    let codings = names(coding).into_iter().map(|name| {
        Element::new("Coding")
            .with("guid", guid("refi coding", &[&id, &name]).to_string())
            .with("creatingUser", &user)
            .with_some("creationDateTime", created)
            .children([Element::new("CodeRef").with("targetGUID", code_guid(&name))])
    });
    let memo_guid = |kind: &str| guid("refi memo", &[&id, kind]).to_string();
    let references = memos
        .iter()
        .map(|(kind, _)| Element::new("NoteRef").with("targetGUID", memo_guid(kind)));
    let description = description(&memos).map(|text| Element::new("Description").text(text));
    let selection = Element::new("PlainTextSelection")
        .with("guid", &id)
        .with("name", format!("line:{line}"))
        .with("startPosition", place.scalars.start.to_string())
        .with("endPosition", place.scalars.end.to_string())
        .with("creatingUser", &user)
        .with_some("creationDateTime", created)
        .children(description)
        .children(codings)
        .children(references);
    let note = |(kind, text): &(&'static str, String)| {
        Element::new("Note")
            .with("guid", memo_guid(kind))
            .with("name", *kind)
            .with("creatingUser", &user)
            .with_some("creationDateTime", created)
            .children([Element::new("PlainTextContent").text(text)])
    };
    (selection, memos.iter().map(note).collect())
}

/// What was written, each by what it is.
fn memos(coding: &Coding) -> Vec<(&'static str, String)> {
    let moved = (coding.anchor == "moved").then_some(&*coding.quote);
    let all = [
        ("note", coding.note),
        ("reason", coding.reason),
        ("speaker", coding.speaker),
        ("rule", coding.rule.as_deref()),
        ("moved from", moved),
    ];
    let written = all.into_iter();
    written
        .filter_map(|(kind, text)| Some((kind, text?.to_owned())))
        .collect()
}

/// The same as one text: the note, then the rest behind what it is.
fn description(memos: &[(&'static str, String)]) -> Option<String> {
    let line = |(kind, text): &(&'static str, String)| match *kind {
        "note" => text.clone(),
        kind => format!("{kind}: {text}"),
    };
    let text = memos.iter().map(line).collect::<Vec<_>>().join("\n\n");
    (!text.is_empty()).then_some(text)
}
