//! What a format cannot hold, in sentences with counts.

use crate::report::prose::{counted, list};
use crate::report::{Coding, Codings, Written};

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

/// What formats with nothing but labels cannot hold: words of readers, and whose label is whose.
pub(super) fn labels_only(codings: &Codings) -> Vec<Option<String>> {
    let count = |has: fn(&Coding) -> bool| codings.all.iter().filter(|coding| has(coding)).count();
    let kinds = [
        ("note", count(|coding| coding.note.is_some())),
        ("reason", count(|coding| coding.reason.is_some())),
        ("speaker", count(|coding| coding.speaker.is_some())),
    ];
    let kinds = kinds.into_iter().filter(|(_, count)| *count > 0);
    let kinds: Vec<String> = kinds.map(|(noun, count)| counted(count, noun)).collect();
    let authors = codings.authors().len();
    vec![
        (!kinds.is_empty()).then(|| format!("left out, as the format holds labels only: {}", list(&kinds))),
        (authors > 1).then(|| {
            format!("labels of {authors} authors stand together, as the format does not say whose they are: --reader exports one of them")
        }),
    ]
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
