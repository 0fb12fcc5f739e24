//! Texts and notebooks that are hard on YAML.

use closeread::notes::{Annotation, ArticleRef, At, Id, Notebook, Reviewed, Selector, Verdict};
use proptest::prelude::*;
use std::collections::HashSet;

/// Texts that one reader or another takes for something else.
pub(super) const HARD: &[&str] = &[
    "no",
    "On",
    "y",
    "~",
    "null",
    "",
    "12:30",
    "1_000",
    "0x1f",
    "0o17",
    "017",
    "1e3",
    ".5",
    "1.",
    "+1",
    "-",
    "=",
    "<<",
    "2026-11-22",
    "2026-11-22T17:03:05Z",
    "true",
    "- a",
    "? a",
    "a: b",
    "a:",
    "a #b",
    "#",
    "*a",
    "&a",
    "!a",
    "%a",
    "@a",
    "`a",
    "|",
    ">",
    "'",
    "\"",
    " a",
    "a ",
    "\ta",
    "a\tb",
    "a\n",
    "a\n\n",
    "\na",
    "a\n b\n\n  c ",
    "a\r\nb",
    "a\u{85}b",
    "a\u{2028}b",
    "\u{feff}a",
    "---",
    "---\na",
    "...\na",
    "é 漢 🙂",
    "\u{1b}[31m",
    "\0",
    "[a]",
    "{a}",
    "a, b",
    "a]",
    "\u{fffe}",
    "\u{a0}",
    "x\u{a0}",
    "“q”",
    "«q»",
    "…",
    "—",
];

/// Texts that are hard on YAML, and any other.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    let pieces = [
        "no",
        "~",
        ": ",
        " #",
        "---",
        "- ",
        "\n",
        "\n\n",
        "\t",
        " ",
        "\r\n",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "'",
        "\"",
        "\\",
        "{",
        "]",
        ",",
        "word",
        "été 漢 🙂",
        "12:30",
        "|",
        ">-",
        "&a",
        "*a",
        "!b",
        "%",
        "@",
        "`",
        "\0",
        "\u{1b}",
        "=",
        "<<",
        "?",
        "\u{301}",
        "\u{fffe}",
        "<<<<<<< x",
        "\u{a0}",
    ];
    prop_oneof![
        proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..8)
            .prop_map(|pieces| pieces.concat()),
        any::<String>(),
        "[a-z ]{1,40}",
    ]
}

pub(super) fn any_annotation() -> impl Strategy<Value = Annotation> {
    let option = || proptest::option::of(any_text());
    let tags = proptest::collection::vec(any_text(), 0..3);
    let selector = (any_text(), any_text(), any_text());
    let place = proptest::option::of((1usize..99, 1usize..99));
    let texts = (option(), option(), option(), option(), option(), option());
    (("[a-f]", place, selector), (texts, tags, 0..3usize)).prop_map(
        |(
            (id, at, (quote, before, after)),
            ((flag, note, finding, speaker, reason, created), tags, verdict),
        )| Annotation {
            id: Id(id),
            at: at.map(|(paragraph, column)| At { paragraph, column }),
            selector: Selector {
                quote,
                before,
                after,
            },
            flag,
            tags,
            note,
            finding,
            speaker,
            verdict: [None, Some(Verdict::Accepted), Some(Verdict::Rejected)][verdict],
            reason,
            created,
        },
    )
}

pub(super) fn any_notebook() -> impl Strategy<Value = Notebook> {
    let marks = proptest::collection::btree_set(0usize..20, 0..3);
    let annotations = proptest::collection::vec(any_annotation(), 0..5);
    let imported = proptest::collection::btree_set("[a-f]{1,2}", 0..3);
    let about = (any_text(), any_text(), any_text());
    (about, annotations, marks, imported).prop_map(
        |((reader, path, sha256), mut annotations, marks, imported)| {
            let mut known = HashSet::new();
            annotations.retain(|annotation| known.insert(annotation.id.clone()));
            let mark = |number: &usize| Reviewed {
                number: *number,
                digest: "00c0ffee".into(),
            };
            Notebook {
                reader,
                article: ArticleRef { path, sha256 },
                annotations,
                reviewed: marks.iter().map(mark).collect(),
                imported: imported.into_iter().map(Id).collect(),
            }
        },
    )
}
