use super::*;
use crate::notes::{Annotation, ArticleRef, At, Id, Notebook, Reviewed, Selector, Verdict, merge};
use crate::store::yaml::{any_text, changed, notebook, whole};
use proptest::prelude::*;
use std::collections::HashSet;

const BASE: &str = "\
# my notes
closeread: 1
reader: Anna
project: turkey   # not ours
article:
  path: seeds/a.txt
  sha256: '0a1b'
annotations:
  # the first
  - id: aa
    at: '1:1'
    quote: civil defense
    tags: [fear]
    weight: 3
    note: |-
      one
      two

  - id: bb
    at: '5:1'
    quote: mechanism
    tags:
      - fear   # why
      - octopus
  # the end

appendix: [x]
";

/// [`BASE`] with these replacements.
fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(BASE.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

type Edits<'a> = &'a [(&'a str, &'a str)];

/// What ours and theirs change, and what of both the merge has: changes that do not contradict each other.
const CLEAN: &[(&str, Edits, Edits, Edits)] = &[
    (
        "two fields of one note",
        &[("civil defense", "civil defence")],
        &[("weight: 3", "weight: 4")],
        &[
            ("civil defense", "civil defence"),
            ("weight: 3", "weight: 4"),
        ],
    ),
    (
        "text and comment",
        &[("      two\n", "      2\n")],
        &[("# the first", "# the very first")],
        &[
            ("      two\n", "      2\n"),
            ("# the first", "# the very first"),
        ],
    ),
    (
        "two notes",
        &[("      two\n", "      2\n")],
        &[("quote: mechanism", "quote: 'mechanism'\n    flag: praise")],
        &[
            ("      two\n", "      2\n"),
            ("quote: mechanism", "quote: 'mechanism'\n    flag: praise"),
        ],
    ),
    (
        "tags in brackets",
        &[("[fear]", "[fear, ours]")],
        &[("[fear]", "[theirs, fear]")],
        &[("[fear]", "[fear, ours, theirs]")],
    ),
    (
        "tags in lines",
        &[("      - octopus\n", "      - octopus\n      - ours\n")],
        &[
            ("      - fear   # why\n", ""),
            (
                "      - octopus\n",
                "      - octopus\n      - theirs  # so\n",
            ),
        ],
        &[
            ("      - fear   # why\n", ""),
            (
                "      - octopus\n",
                "      - octopus\n      - ours\n      - theirs  # so\n",
            ),
        ],
    ),
    (
        "both add at the end",
        &[(
            "  # the end",
            "\n  - id: o1\n    at: '9:1'\n    quote: ours\n  # the end",
        )],
        &[(
            "  # the end",
            "\n  # new\n  - id: t1\n    at: '8:1'\n    quote: theirs\n  # the end",
        )],
        &[(
            "  # the end",
            "\n  # new\n  - id: t1\n    at: '8:1'\n    quote: theirs\n\n  - id: o1\n    at: '9:1'\n    quote: ours\n  # the end",
        )],
    ),
    (
        "both add at the front",
        &[(
            "  # the first\n",
            "  - id: o1\n    at: '0:1'\n    quote: ours\n\n  # the first\n",
        )],
        &[(
            "  # the first\n",
            "  - id: t1\n    at: '0:2'\n    quote: theirs\n\n  # the first\n",
        )],
        &[(
            "  # the first\n",
            "  - id: o1\n    at: '0:1'\n    quote: ours\n\n  - id: t1\n    at: '0:2'\n    quote: theirs\n\n  # the first\n",
        )],
    ),
    (
        "a field each",
        &[("    weight: 3\n", "    weight: 3\n    flag: praise\n")],
        &[("    weight: 3\n", "    weight: 3\n    reason: because\n")],
        &[(
            "    weight: 3\n",
            "    weight: 3\n    flag: praise\n    reason: because\n",
        )],
    ),
    (
        "one deletes, one changes another",
        &[(
            "  - id: bb\n    at: '5:1'\n    quote: mechanism\n    tags:\n      - fear   # why\n      - octopus\n",
            "",
        )],
        &[("      two\n", "      2\n")],
        &[
            (
                "  - id: bb\n    at: '5:1'\n    quote: mechanism\n    tags:\n      - fear   # why\n      - octopus\n",
                "",
            ),
            ("      two\n", "      2\n"),
        ],
    ),
    (
        "the same change",
        &[("      two\n", "      2\n")],
        &[("      two\n", "      2\n"), ("Anna", "Bo")],
        &[("      two\n", "      2\n"), ("Anna", "Bo")],
    ),
    (
        "the same in another writing",
        &[("Anna", "Bo")],
        &[("Anna", "'Bo'"), ("turkey", "t")],
        &[("Anna", "Bo"), ("turkey", "t")],
    ),
    (
        "path here, digest there",
        &[("seeds/a.txt", "seeds/b.txt")],
        &[("0a1b", "ffff")],
        &[("seeds/a.txt", "seeds/b.txt"), ("0a1b", "ffff")],
    ),
    (
        "both review",
        &[("appendix", "reviewed:\n  - p1-00000001\nappendix")],
        &[("appendix", "reviewed:\n  - p2-00000002\nappendix")],
        &[(
            "appendix",
            "reviewed:\n  - p1-00000001\n  - p2-00000002\nappendix",
        )],
    ),
    (
        "place from one side",
        &[(
            "at: '1:1'\n    quote: civil defense",
            "at: '2:1'\n    quote: civil defence\n    before: 'of '",
        )],
        &[("weight: 3", "weight: 4"), ("'1:1'", "'1:1'")],
        &[
            (
                "at: '1:1'\n    quote: civil defense",
                "at: '2:1'\n    quote: civil defence\n    before: 'of '",
            ),
            ("weight: 3", "weight: 4"),
        ],
    ),
];

#[test]
fn changes_that_do_not_contradict() {
    for (name, ours, theirs, both) in CLEAN {
        let (ours, theirs, both) = (edited(ours), edited(theirs), edited(both));
        let merged = merged(BASE, &ours, &theirs, 7);
        assert_eq!(merged.contradictions, [], "{name}\n{}", merged.text);
        assert_eq!(merged.text, both, "{name}\n{}", merged.text);
        let crlf = |text: &str| text.replace('\n', "\r\n");
        let other = super::merged(&crlf(BASE), &crlf(&ours), &theirs, 7);
        assert_eq!(other.text, crlf(&merged.text), "{name}, with CR LF");
    }
}

/// What ours and theirs change; what the markers stand around, and what is said about it.
const CONTRARY: &[(&str, Edits, Edits, &str, &str)] = &[
    (
        "a note",
        &[("      two\n", "      2\n")],
        &[("      two\n", "      zwei\n")],
        "\
<<<<<<< ours
    note: |-
      one
      2
=======
    note: |-
      one
      zwei
>>>>>>> theirs
",
        "`note` of aa",
    ),
    (
        "an unknown key",
        &[("weight: 3", "weight: 4")],
        &[("weight: 3", "weight: 5")],
        "\
<<<<<<< ours
    weight: 4
=======
    weight: 5
>>>>>>> theirs
",
        "`weight` of aa",
    ),
    (
        "a quote, with what belongs to it",
        &[("civil defense", "civil defence")],
        &[(
            "'1:1'\n    quote: civil defense",
            "'1:2'\n    quote: defense",
        )],
        "\
<<<<<<< ours
    at: '1:1'
    quote: civil defence
=======
    at: '1:2'
    quote: defense
>>>>>>> theirs
",
        "`quote` of aa",
    ),
    (
        "deleted and changed",
        &[(
            "    tags: [fear]\n    weight: 3\n    note: |-\n      one\n      two\n",
            "    note: 1\n",
        )],
        &[(
            "  - id: aa\n    at: '1:1'\n    quote: civil defense\n    tags: [fear]\n    weight: 3\n    note: |-\n      one\n      two\n\n",
            "",
        )],
        "\
<<<<<<< ours
  - id: aa
    at: '1:1'
    quote: civil defense
    note: 1
=======
>>>>>>> theirs
",
        "`aa`",
    ),
    (
        "two neighbours",
        &[(
            "    weight: 3\n    note: |-\n      one\n      two\n",
            "    weight: 4\n    note: ours\n",
        )],
        &[(
            "    weight: 3\n    note: |-\n      one\n      two\n",
            "    weight: 5\n    note: theirs\n",
        )],
        "\
<<<<<<< ours
    weight: 4
    note: ours
=======
    weight: 5
    note: theirs
>>>>>>> theirs
",
        "`weight` of aa, `note` of aa",
    ),
    (
        "a comment that would be lost",
        &[(
            "project: turkey   # not ours",
            "project: greece   # not ours",
        )],
        &[("# not ours", "# but whose?")],
        "\
<<<<<<< ours
project: greece   # not ours
=======
project: turkey   # but whose?
>>>>>>> theirs
",
        "`project`",
    ),
    (
        "one new id for two passages",
        &[("  # the end", "  - id: n1\n    quote: ours\n  # the end")],
        &[("  # the end", "  - id: n1\n    quote: theirs\n  # the end")],
        "\
  - id: n1
<<<<<<< ours
    quote: ours
=======
    quote: theirs
>>>>>>> theirs
",
        "`quote` of n1",
    ),
];

#[test]
fn what_is_contradictory_stands_between_markers() {
    for (name, ours, theirs, lines, about) in CONTRARY {
        let merged = merged(BASE, &edited(ours), &edited(theirs), 7);
        assert!(merged.text.contains(lines), "{name}\n{}", merged.text);
        let [contradiction] = merged.contradictions.as_slice() else {
            panic!("{name}: {:?}\n{}", merged.contradictions, merged.text);
        };
        assert_eq!(contradiction.about, *about, "{name}");
        let line = merged.text.lines().nth(contradiction.line - 1);
        assert_eq!(line, Some("<<<<<<< ours"), "{name}");
        assert!(
            notebook(&merged.text, &Notebook::default()).is_err(),
            "{name}"
        );
        // What the markers do not stand around is merged, and either side can be taken.
        for side in [0, 1] {
            let taken = taken(&merged.text, side);
            notebook(&taken, &Notebook::default())
                .unwrap_or_else(|problem| panic!("{name}: {problem:?}\n{taken}"));
        }
    }
}

/// The text with one side of every conflict.
fn taken(text: &str, side: usize) -> String {
    let mut inside = None;
    let mut taken = String::new();
    for line in text.split_inclusive('\n') {
        match line.trim_end() {
            "<<<<<<< ours" => inside = Some(0),
            "=======" => inside = Some(1),
            ">>>>>>> theirs" => inside = None,
            _ if inside.is_none_or(|now| now == side) => taken.push_str(line),
            _ => {}
        }
    }
    taken
}

#[test]
fn codebooks_and_lexicons() {
    let merged = |base: &str, ours: &str, theirs: &str| {
        let merged = merged(base, ours, theirs, 7);
        (merged.text, merged.contradictions.len())
    };
    let codebook = merged(
        "tags:\n  - name: fear\n    definition: x\n",
        "tags:\n  - name: fear\n    definition: x\n    colour: red\n  - name: ours\n",
        "# agreed\ntags:\n  - name: fear\n    definition: y\n  - name: theirs\n    parent: fear\n",
    );
    assert_eq!(codebook, ("# agreed\ntags:\n  - name: fear\n    definition: y\n    colour: red\n  - name: ours\n  - name: theirs\n    parent: fear\n".to_owned(), 0));
    let head = "# This project's own words.\n";
    let lexicon = merged(
        "",
        &format!("{head}silence:\n  - rule: fear/danger\n"),
        &format!(
            "{head}never:\n  - civil defence\nsilence:\n  - rule: emotive/blow\n    article: a.txt\n  - rule: fear/danger\n    article: b.txt\n"
        ),
    );
    assert_eq!(lexicon.1, 0, "{}", lexicon.0);
    assert_eq!(
        lexicon.0,
        format!(
            "{head}never:\n  - civil defence\nsilence:\n  - rule: emotive/blow\n    article: a.txt\n  - rule: fear/danger\n  - rule: fear/danger\n    article: b.txt\n"
        )
    );
}

#[test]
fn what_cannot_be_read_is_merged_by_lines() {
    let broken = edited(&[("quote: mechanism", "quote: [mechanism")]);
    let ours = edited(&[("Anna", "Bo")]);
    let merged = merged(BASE, &ours, &broken, 7);
    assert_eq!(merged.contradictions.len(), 1, "{}", merged.text);
    assert!(merged.text.contains("reader: Bo") && merged.text.contains("[mechanism"));
    let both = super::merged("a\nb\nc\n", "a\n1\nc\n", "a\n2\nc\n", 9);
    assert_eq!(
        both.text,
        "a\n<<<<<<<<< ours\n1\n=========\n2\n>>>>>>>>> theirs\nc\n"
    );
    assert_eq!(
        (both.contradictions.len(), both.contradictions[0].line),
        (1, 2)
    );
}

fn any_annotation() -> impl Strategy<Value = Annotation> {
    let text = || proptest::option::of(prop_oneof![any_text(), "[a-c]"]);
    let tags = proptest::collection::vec("[a-c]", 0..3);
    let place = proptest::option::of((1usize..9, 1usize..3));
    (
        "[a-f]",
        place,
        "[xy]",
        (text(), text(), text()),
        tags,
        0..3usize,
    )
        .prop_map(|(id, at, quote, (note, flag, reason), mut tags, verdict)| {
            tags.dedup();
            Annotation {
                id: Id(id),
                at: at.map(|(paragraph, column)| At { paragraph, column }),
                selector: Selector {
                    quote,
                    ..Selector::default()
                },
                flag,
                tags,
                note,
                reason,
                verdict: [None, Some(Verdict::Accepted), Some(Verdict::Rejected)][verdict],
                ..Annotation::default()
            }
        })
}

fn any_notebook() -> impl Strategy<Value = Notebook> {
    let annotations = proptest::collection::vec(any_annotation(), 0..5);
    let marks = proptest::collection::btree_set(0usize..4, 0..3);
    ("[ab]", "[ab]", annotations, marks).prop_map(|(reader, path, mut annotations, marks)| {
        let mut known = HashSet::new();
        annotations.retain(|annotation| known.insert(annotation.id.clone()));
        let mark = |number: &usize| Reviewed {
            number: *number,
            digest: "00c0ffee".into(),
        };
        Notebook {
            reader,
            article: ArticleRef {
                path,
                sha256: "00".into(),
            },
            annotations,
            reviewed: marks.iter().map(mark).collect(),
            imported: marks
                .iter()
                .map(|number| Id(format!("i{number}")))
                .collect(),
        }
    })
}

/// What `side` has and `base` has not, as texts.
fn news(base: &Notebook, side: &Notebook) -> Vec<(Id, String, String)> {
    let mut news = Vec::new();
    for is in &side.annotations {
        let was = base.get(&is.id).cloned().unwrap_or_default();
        for (field, is_text, was_text) in [
            ("note", &is.note, &was.note),
            ("flag", &is.flag, &was.flag),
            ("reason", &is.reason, &was.reason),
        ] {
            if let Some(text) = is_text.clone().filter(|_| is_text != was_text) {
                news.push((is.id.clone(), field.to_owned(), text));
            }
        }
        news.extend(
            is.tags
                .iter()
                .filter(|tag| !was.tags.contains(tag))
                .map(|tag| (is.id.clone(), "tags".to_owned(), tag.clone())),
        );
    }
    news
}

fn says(notebook: &Notebook, (id, field, text): &(Id, String, String)) -> bool {
    notebook
        .get(id)
        .is_some_and(|annotation| match field.as_str() {
            "note" => annotation.note.as_ref() == Some(text),
            "flag" => annotation.flag.as_ref() == Some(text),
            "reason" => annotation.reason.as_ref() == Some(text),
            _ => annotation.tags.contains(text),
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever two sides made of a notebook: the merge has all that is new on either, where it is clean; where it is not,
    /// each side can be taken and has all that is new there. It is clean whenever the notebooks' merge is.
    #[test]
    fn no_words_vanish(base in any_notebook(), ours in any_notebook(), theirs in any_notebook()) {
        let text = whole(&base);
        let mine = changed(&text, &base, &ours).unwrap();
        let others = changed(&text, &base, &theirs).unwrap();
        let result = merged(&text, &mine.0, &others.0, 7);
        prop_assert!(result.contradictions.iter().all(|one| one.about != "the whole file"), "{}", result.text);
        let model = merge(&base, &ours, &theirs);
        if result.contradictions.is_empty() {
            let read = notebook(&result.text, &Notebook::default()).unwrap();
            for new in news(&base, &ours).iter().chain(&news(&base, &theirs)) {
                prop_assert!(says(&read, new), "{new:?}\n{}", result.text);
            }
        }
        prop_assert!(!result.contradictions.is_empty() || model.conflicts.is_empty());
        for (side, other) in [(0, &ours), (1, &theirs)] {
            let taken = taken(&result.text, side);
            let read = notebook(&taken, &Notebook::default());
            prop_assert!(read.is_ok(), "{read:?}\n{taken}");
            let read = read.unwrap();
            for new in news(&base, other) {
                prop_assert!(says(&read, &new), "{new:?} side {side}\n{}", result.text);
            }
        }
    }
}
