//! What a format cannot hold, in sentences with counts.

use crate::report::prose::{counted, list};
use crate::report::published::utc;
use crate::report::{Author, Coding, Codings, Written};
use std::collections::BTreeSet;

/// A number of things, of which a sentence is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Count(usize);

impl Count {
    /// The form of a verb that fits the number.
    pub(super) fn verb(self, one: &'static str, many: &'static str) -> &'static str {
        if self.0 == 1 { one } else { many }
    }
}

/// `2 tags hold …`, where `rest` goes on behind number and noun; nothing of none.
pub(super) fn told(count: usize, noun: &str, rest: impl FnOnce(Count) -> String) -> Option<String> {
    (count > 0).then(|| format!("{} {}", counted(count, noun), rest(Count(count))))
}

/// Annotations without a place, for formats that hold nothing without one.
pub(super) fn without_place(codings: &Codings) -> Option<String> {
    let unplaced = || codings.all.iter().filter(|coding| coding.place.is_none());
    let kinds: Vec<String> = ["ambiguous", "lost"]
        .into_iter()
        .filter_map(|kind| {
            let count = unplaced().filter(|coding| coding.anchor == kind).count();
            (count > 0).then(|| format!("{count} {kind}"))
        })
        .collect();
    told(unplaced().count(), "annotation", |it| {
        format!(
            "({}) {} no place in this text and {} left out",
            list(&kinds),
            it.verb("has", "have"),
            it.verb("is", "are")
        )
    })
}

/// Annotations whose words moved, for formats that cannot mark them as uncertain.
pub(super) fn moved<'c>(codings: impl IntoIterator<Item = &'c Coding<'c>>) -> Option<String> {
    let moved = codings
        .into_iter()
        .filter(|coding| coding.anchor == "moved");
    told(moved.count(), "annotation", |it| {
        format!(
            "{} where the words probably moved to; the format cannot say that this is not certain",
            it.verb("stands", "stand")
        )
    })
}

/// What formats with nothing but labels cannot hold: words of readers, and whose label is whose. `is_kept` tells which
/// codings have labels in the file.
pub(super) fn labels_only(
    codings: &Codings,
    is_kept: impl Fn(&Coding) -> bool,
) -> [Option<String>; 2] {
    let written = || codings.all.iter().filter(|coding| !coding.is_machine());
    let count = |has: fn(&Coding) -> bool| written().filter(|coding| has(coding)).count();
    let kinds = [
        ("note", count(|coding| coding.note.is_some())),
        ("reason", count(|coding| coding.reason.is_some())),
        ("speaker", count(|coding| coding.speaker.is_some())),
    ];
    let kinds = kinds.into_iter().filter(|(_, count)| *count > 0);
    let kinds: Vec<String> = kinds.map(|(noun, count)| counted(count, noun)).collect();
    let kept = codings.placed().filter(|(coding, _)| is_kept(coding));
    let authors: BTreeSet<Author> = kept.map(|(coding, _)| coding.author).collect();
    [
        (!kinds.is_empty()).then(|| {
            let kinds = list(&kinds);
            format!("left out, as the format holds labels only: {kinds}")
        }),
        (authors.len() > 1).then(|| {
            let authors = authors.len();
            format!(
                "labels of {authors} authors stand together, as the format does not say whose they are: --reader exports one of them"
            )
        }),
    ]
}

/// Annotations whose time is not written as the web's formats want it.
pub(super) fn undated<'c>(codings: impl IntoIterator<Item = &'c Coding<'c>>) -> Option<String> {
    let is_odd = |coding: &&Coding| coding.created.is_some_and(|at| utc(at).is_none());
    told(
        codings.into_iter().filter(is_odd).count(),
        "annotation",
        |it| {
            let gets = it.verb("gets", "get");
            format!("{gets} no time: what is written there is not of the form 2026-11-22T17:03:05Z")
        },
    )
}

/// The format's file with what it could not hold.
pub(super) fn written(
    bytes: Vec<u8>,
    left_out: impl IntoIterator<Item = Option<String>>,
) -> Written {
    Written {
        bytes,
        left_out: left_out.into_iter().flatten().collect(),
        ..Written::default()
    }
}
