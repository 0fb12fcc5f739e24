//! Whatever is written is read again, by us and by other YAML readers.

use crate::store::any::{any_annotation, any_notebook, any_text};
use crate::store::desk::Desk;
use crate::store::edit::BY_HAND;
use closeread::notes::{Annotation, Notebook};
use proptest::prelude::*;

/// The fields of every annotation as a strict YAML 1.2 reader reads them.
fn second_reading(text: &str) -> Vec<Vec<Option<String>>> {
    #[derive(serde::Deserialize)]
    struct Row {
        id: String,
        quote: String,
        flag: Option<String>,
        note: Option<String>,
        finding: Option<String>,
        reason: Option<String>,
        created: Option<String>,
        #[serde(default)]
        tags: Vec<String>,
    }
    #[derive(serde::Deserialize)]
    struct Shape {
        annotations: Vec<Row>,
    }
    let shape: Shape =
        serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let row = |row: Row| {
        let mut fields = vec![
            Some(row.id),
            Some(row.quote),
            row.flag,
            row.note,
            row.finding,
            row.reason,
            row.created,
        ];
        fields.extend(row.tags.into_iter().map(Some));
        fields
    };
    shape.annotations.into_iter().map(row).collect()
}

fn expected_reading(notebook: &Notebook) -> Vec<Vec<Option<String>>> {
    let row = |a: &Annotation| {
        let (id, quote) = (a.id.0.clone(), a.selector.quote.clone());
        let mut fields = vec![
            Some(id),
            Some(quote),
            a.flag.clone(),
            a.note.clone(),
            a.finding.clone(),
            a.reason.clone(),
            a.created.clone(),
        ];
        fields.extend(a.tags.iter().cloned().map(Some));
        fields
    };
    notebook.annotations.iter().map(row).collect()
}

fn sorted(mut rows: Vec<Vec<Option<String>>>) -> Vec<Vec<Option<String>>> {
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    /// Any notebook becomes any other by edits of its file, and both readers read what was meant.
    #[test]
    fn any_notebook_comes_back(first in any_notebook(), second in any_notebook()) {
        let desk = Desk::new();
        let mut file = desk.open();
        for wanted in [first, second] {
            let saved = file.save(&wanted).unwrap();
            if !desk.path().exists() {
                continue;
            }
            prop_assert_eq!(sorted(expected_reading(&saved.notebook)), sorted(expected_reading(&wanted)));
            prop_assert_eq!(&saved.notebook.reviewed, &wanted.reviewed);
            prop_assert_eq!(&saved.notebook.article, &wanted.article);
            let again = desk.open();
            prop_assert_eq!(again.notebook(), &saved.notebook);
            prop_assert_eq!(second_reading(&desk.text()), expected_reading(&saved.notebook));
        }
    }

    /// A file written by hand takes any change; what is not ours stays.
    #[test]
    fn a_file_by_hand_takes_any_change(note in any_text(), tags in proptest::collection::vec(any_text(), 0..3), one in any_annotation()) {
        let desk = Desk::with(BY_HAND);
        desk.change(|notebook| {
            notebook.annotations[0].note = Some(note.clone());
            notebook.annotations[0].tags = tags.clone();
            notebook.annotations[1].reason = Some(note);
            notebook.annotations[2].tags = tags;
            notebook.annotations.insert(1, one);
        })
        .unwrap();
        let text = desk.text();
        for kept in ["# my notes", "# me", "# not ours", "# the lead", "weight: {a: [1, 2]}", "mood: bad", "# the end", "appendix: [x]", "url:"] {
            prop_assert!(text.contains(kept), "{kept} is gone\n{text}");
        }
        prop_assert_eq!(second_reading(&text), expected_reading(desk.open().notebook()));
    }

    #[test]
    fn any_text_opens_or_is_refused(text in any_text()) {
        let desk = Desk::with(&text);
        let _ = desk.try_open();
    }
}
