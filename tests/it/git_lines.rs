//! What git shows of a save, and merges without any help of ours.

use crate::git::Repository;
use closeread::notes::{Annotation, ArticleRef, At, Id, Notebook, Reviewed, Selector};
use closeread::store::NotebookFile;
use std::fs;
use std::path::Path;

const NOTEBOOK: &str = "notes/anna/a.yaml";

/// How many notes there are.
const MANY: usize = 400;

fn note(id: &str, paragraph: usize) -> Annotation {
    Annotation {
        id: Id(id.to_owned()),
        at: Some(At {
            paragraph,
            column: 26,
        }),
        selector: Selector {
            quote: format!("the words of paragraph {paragraph}"),
            before: "It appears that ".to_owned(),
            after: " are remembered".to_owned(),
        },
        tags: vec!["fear".to_owned()],
        note: Some(format!("Of paragraph {paragraph}.\n\nIn two lines.")),
        created: Some("2026-11-22T17:03:05Z".to_owned()),
        ..Annotation::default()
    }
}

/// Opens the notebook, changes it, saves it.
fn change(root: &Path, change: impl FnOnce(&mut Notebook)) {
    let article = ArticleRef {
        path: "seeds/a.txt".to_owned(),
        sha256: "0a1b2c".to_owned(),
    };
    let mut file = NotebookFile::open(&root.join(NOTEBOOK), "Anna", article).unwrap();
    let mut wanted = file.notebook().clone();
    change(&mut wanted);
    file.save(&wanted).unwrap();
}

/// A repository with a notebook of [`MANY`] notes, one a paragraph, and a comment between two of them.
fn repository() -> Option<Repository> {
    let repository = Repository::empty()?;
    change(repository.path(), |notebook| {
        notebook.annotations = (1..=MANY)
            .map(|number| note(&format!("n{number}"), number))
            .collect();
    });
    let path = repository.path().join(NOTEBOOK);
    let text = fs::read_to_string(&path).unwrap();
    let commented = text.replace("  - id: n200\n", "  # what follows is hers\n  - id: n200\n");
    assert_ne!(text, commented);
    fs::write(&path, commented).unwrap();
    repository.commit("start");
    Some(repository)
}

type Row = (&'static str, fn(&mut Notebook), (usize, usize));

/// What is changed, and the lines that `git diff --numstat` counts for it: come, gone.
const CHANGES: &[Row] = &[
    ("nothing", |_| {}, (0, 0)),
    (
        "a line of a note",
        |n| n.annotations[199].note = Some("Of paragraph 200.\n\nIn three lines.".to_owned()),
        (1, 1),
    ),
    (
        "the whole note",
        |n| n.annotations[199].note = Some("Other words.".to_owned()),
        (1, 3),
    ),
    (
        "a tag",
        |n| n.annotations[0].tags.push("octopus".to_owned()),
        (1, 1),
    ),
    (
        "a flag and its reason",
        |n| {
            n.annotations[MANY - 1].flag = Some("fear".to_owned());
            n.annotations[MANY - 1].reason = Some("it frightens".to_owned());
        },
        (2, 0),
    ),
    ("the note goes", |n| n.annotations[7].note = None, (0, 4)),
    (
        "an annotation comes",
        |n| n.annotations.insert(200, note("new", 200)),
        (12, 0),
    ),
    (
        "an annotation comes last",
        |n| n.annotations.push(note("new", MANY + 1)),
        (12, 0),
    ),
    (
        "an annotation goes",
        |n| {
            n.annotations.remove(100);
        },
        (0, 12),
    ),
    (
        "two far apart",
        |n| {
            n.annotations[1].tags.clear();
            n.annotations[398].tags = vec!["hope".to_owned()];
        },
        (1, 2),
    ),
    (
        "a paragraph is reviewed",
        |n| n.reviewed.push(Reviewed::parse("p9-00c0ffee").unwrap()),
        (3, 0),
    ),
];

/// The measure that a change of one note among four hundred has to pass: the lines that git counts.
#[test]
fn git_counts_the_lines_of_the_change_only() {
    let Some(repository) = repository() else {
        return;
    };
    let before = fs::read(repository.path().join(NOTEBOOK)).unwrap();
    for (name, what, (come, gone)) in CHANGES {
        change(repository.path(), what);
        let counted = repository.git(&["diff", "--numstat"]);
        if (*come, *gone) == (0, 0) {
            assert_eq!(counted, "", "{name}");
            let after = fs::read(repository.path().join(NOTEBOOK)).unwrap();
            assert_eq!(after, before, "{name}");
        } else {
            assert_eq!(
                counted,
                format!("{come}\t{gone}\t{NOTEBOOK}\n"),
                "{name}\n{}",
                repository.git(&["diff"])
            );
        }
        repository.git(&["checkout", "-q", "--", "."]);
    }
}

/// Two people add notes at different places, on two branches; git merges them by itself.
#[test]
fn additions_at_different_places_merge_in_plain_git() {
    for (ours, theirs) in [(50, 300), (1, MANY), (199, 202), (MANY, 1)] {
        let Some(repository) = repository() else {
            return;
        };
        assert!(!repository.path().join(".gitattributes").exists());
        repository.git(&["switch", "-q", "-c", "other"]);
        change(repository.path(), |notebook| {
            notebook.annotations.insert(theirs, note("theirs", theirs));
        });
        repository.commit("theirs");
        repository.git(&["switch", "-q", "main"]);
        change(repository.path(), |notebook| {
            notebook.annotations.insert(ours, note("ours", ours));
        });
        repository.commit("ours");
        let output = repository.try_git(&["merge", "-q", "--no-edit", "other"]);
        assert!(
            output.status.success(),
            "{ours} {theirs}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
        change(repository.path(), |notebook| {
            assert_eq!(notebook.annotations.len(), MANY + 2);
            let places: Vec<_> = notebook.annotations.iter().map(|one| one.at).collect();
            assert!(places.is_sorted(), "{ours} {theirs}");
        });
        assert_eq!(repository.git(&["status", "--porcelain"]), "");
    }
}
