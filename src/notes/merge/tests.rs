use super::*;
use crate::notes::{At, Selector, Verdict};
use proptest::prelude::*;

fn noted(id: &str, note: &str) -> Annotation {
    Annotation {
        id: Id(id.into()),
        at: At::parse("1:1"),
        selector: Selector {
            quote: format!("words of {id}"),
            ..Selector::default()
        },
        note: Some(note.into()),
        ..Annotation::default()
    }
}

fn notebook(annotations: &[Annotation]) -> Notebook {
    Notebook {
        annotations: annotations.to_vec(),
        ..Notebook::default()
    }
}

fn shown(merged: &Merged) -> Vec<String> {
    let line = |annotation: &Annotation| {
        format!(
            "{} {:?}",
            annotation.id,
            annotation.note.as_deref().unwrap_or_default()
        )
    };
    merged.notebook.annotations.iter().map(line).collect()
}

#[test]
fn by_annotation() {
    let (a, b) = (noted("a", "A"), noted("b", "B"));
    let base = notebook(&[a.clone(), b.clone()]);
    let rows = [
        // (ours, theirs, result, conflicts, arrived)
        (
            vec![noted("a", "mine"), b.clone()],
            vec![a.clone(), noted("b", "other")],
            vec!["a \"mine\"", "b \"other\""],
            0,
            1,
        ),
        (
            vec![a.clone()],
            vec![a.clone(), b.clone(), noted("c", "C")],
            vec!["a \"A\"", "c \"C\""],
            0,
            1,
        ),
        (
            vec![a.clone(), noted("n", "N"), b.clone()],
            vec![noted("m", "M"), a.clone(), b.clone()],
            vec!["m \"M\"", "a \"A\"", "n \"N\"", "b \"B\""],
            0,
            1,
        ),
        (
            vec![a.clone()],
            vec![a.clone(), noted("b", "changed")],
            vec!["a \"A\"", "b \"changed\""],
            1,
            1,
        ),
        (
            vec![noted("a", "mine"), b.clone()],
            vec![noted("a", "other"), b.clone()],
            vec!["a \"mine\\n--- the other version: ---\\nother\"", "b \"B\""],
            1,
            1,
        ),
        (vec![], vec![b.clone()], vec![], 0, 0),
    ];
    for (ours, theirs, result, conflicts, arrived) in rows {
        let merged = merge(&base, &notebook(&ours), &notebook(&theirs));
        assert_eq!(shown(&merged), result);
        assert_eq!(
            (merged.conflicts.len(), merged.arrived),
            (conflicts, arrived),
            "{result:?}"
        );
    }
}

#[test]
fn by_field() {
    let base = noted("a", "A");
    let mut ours = base.clone();
    ours.tags = vec!["fear".into(), "mine".into()];
    ours.flag = Some("euphemism".into());
    let mut theirs = base.clone();
    theirs.tags = vec!["theirs".into(), "fear".into()];
    theirs.flag = Some("praise".into());
    theirs.reason = Some("because".into());
    let merged = merge(&notebook(&[base]), &notebook(&[ours]), &notebook(&[theirs]));
    let annotation = &merged.notebook.annotations[0];
    assert_eq!(annotation.tags, ["fear", "mine", "theirs"]);
    assert_eq!(annotation.flag.as_deref(), Some("euphemism"));
    assert_eq!(annotation.reason.as_deref(), Some("because"));
    assert_eq!(
        annotation.note.as_deref(),
        Some("A\n--- the other version: --- flag: praise")
    );
    assert_eq!(
        merged.conflicts,
        [Conflict {
            id: Id("a".into()),
            field: "flag"
        }]
    );
}

#[test]
fn one_id_for_two_passages_becomes_two() {
    let mut other = noted("a", "other");
    other.selector.quote = "elsewhere".into();
    let merged = merge(
        &Notebook::default(),
        &notebook(&[noted("a", "mine")]),
        &notebook(&[other]),
    );
    assert_eq!(merged.notebook.annotations.len(), 2);
    assert!(merged.conflicts.is_empty());
}

fn any_annotation() -> impl Strategy<Value = Annotation> {
    let text = proptest::option::of("[a-c]{1,2}");
    let tags = proptest::collection::vec("[a-c]", 0..3);
    (
        "[a-e]",
        "[xy]",
        text.clone(),
        text.clone(),
        text,
        tags,
        0..3usize,
    )
        .prop_map(|(id, quote, note, flag, reason, mut tags, verdict)| {
            tags.dedup();
            let verdict = [None, Some(Verdict::Accepted), Some(Verdict::Rejected)][verdict];
            let selector = Selector {
                quote,
                ..Selector::default()
            };
            Annotation {
                id: Id(id),
                selector,
                flag,
                tags,
                note,
                reason,
                verdict,
                ..Annotation::default()
            }
        })
}

fn any_notebook() -> impl Strategy<Value = Notebook> {
    proptest::collection::vec(any_annotation(), 0..5).prop_map(|mut annotations| {
        let mut known = HashSet::new();
        annotations.retain(|annotation| known.insert(annotation.id.clone()));
        notebook(&annotations)
    })
}

/// Every text of `side` that `base` does not have.
fn words(base: &Notebook, side: &Notebook) -> Vec<String> {
    let in_base = by_id(base);
    let mut words = Vec::new();
    for annotation in &side.annotations {
        let nothing = Annotation::default();
        let base = in_base.get(&annotation.id).copied().unwrap_or(&nothing);
        for (is, was) in [
            (&annotation.note, &base.note),
            (&annotation.flag, &base.flag),
            (&annotation.reason, &base.reason),
        ] {
            words.extend(is.clone().filter(|_| is != was));
        }
        words.extend(
            annotation
                .tags
                .iter()
                .filter(|tag| !base.tags.contains(tag))
                .cloned(),
        );
    }
    words
}

proptest! {
    #[test]
    fn one_side_alone_is_taken_whole(base in any_notebook(), other in any_notebook()) {
        prop_assert_eq!(&merge(&base, &other, &base).notebook, &other);
        prop_assert_eq!(&merge(&base, &base, &other).notebook, &other);
        prop_assert_eq!(&merge(&base, &other, &other).notebook, &other);
    }

    #[test]
    fn no_words_vanish(base in any_notebook(), ours in any_notebook(), theirs in any_notebook()) {
        let merged = merge(&base, &ours, &theirs);
        let all = format!("{:?}", merged.notebook);
        for word in words(&base, &ours).into_iter().chain(words(&base, &theirs)) {
            prop_assert!(all.contains(&word), "{word} is not in {all}");
        }
        let ids: HashSet<_> = ids(&merged.notebook).collect();
        prop_assert_eq!(ids.len(), merged.notebook.annotations.len());
    }
}

#[test]
fn a_speaker_is_merged_by_itself() {
    let said = |speaker: Option<&str>, note: &str| Annotation {
        speaker: speaker.map(str::to_owned),
        ..noted("a", note)
    };
    for (base, ours, theirs, speaker, conflicts) in [
        (None, Some("Bo"), None, Some("Bo"), 0),
        (Some("Bo"), Some("Bo"), Some("Cy"), Some("Cy"), 0),
        (Some("Bo"), None, Some("Bo"), None, 0),
        (Some("Bo"), Some("Ida"), Some("Cy"), Some("Ida"), 1),
    ] {
        let [base, ours, theirs] = [(base, "A"), (ours, "A"), (theirs, "B")]
            .map(|(speaker, note)| notebook(&[said(speaker, note)]));
        let merged = merge(&base, &ours, &theirs);
        let one = &merged.notebook.annotations[0];
        assert_eq!(one.speaker.as_deref(), speaker);
        assert_eq!(merged.conflicts.len(), conflicts);
        let note = one.note.as_deref().unwrap();
        assert!(note.starts_with('B'), "{note}");
        assert_eq!(note.contains("speaker: Cy"), conflicts > 0, "{note}");
    }
}
