//! Notebooks on disk: what is written, what survives, what is refused.

use closeread::notes::{Annotation, ArticleRef, At, Id, Notebook, Reviewed, Selector, Verdict};
use closeread::store::{NotebookFile, StoreError, Workspace, read_article};
use proptest::prelude::*;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
        desk
    }

    fn with(text: &str) -> Self {
        let desk = Self::new();
        desk.write(text);
        desk
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("notes/anna/a.yaml")
    }

    fn write(&self, text: &str) {
        fs::write(self.path(), text).unwrap();
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn open(&self) -> NotebookFile {
        self.try_open().unwrap()
    }

    fn try_open(&self) -> Result<NotebookFile, StoreError> {
        let article = ArticleRef {
            path: "seeds/a.txt".into(),
            sha256: "0a1b2c".into(),
        };
        NotebookFile::open(&self.path(), "Anna Petrova", article)
    }

    /// Opens, changes, saves.
    fn change(
        &self,
        change: impl FnOnce(&mut Notebook),
    ) -> Result<closeread::store::Saved, StoreError> {
        let mut file = self.try_open()?;
        let mut wanted = file.notebook().clone();
        change(&mut wanted);
        file.save(&wanted)
    }
}

fn annotation(id: &str, paragraph: usize) -> Annotation {
    Annotation {
        id: Id(id.into()),
        at: Some(At {
            paragraph,
            column: 26,
        }),
        selector: Selector {
            quote: "get its tentacles into".into(),
            before: "It appears that Turkey will ".into(),
            after: " Turkic-speaking republics".into(),
        },
        flag: Some("dehumanising".into()),
        tags: vec!["fear".into(), "octopus".into()],
        note: Some("Agency on one side only.\n\nCompare # 13: yes".into()),
        created: Some("2026-11-22T17:03:05Z".into()),
        ..Annotation::default()
    }
}

const NEW_FILE: &str = "\
# Notes on one article. Edit freely: comments, order and unknown keys are kept.
closeread: 1
reader: Anna Petrova
article:
  path: seeds/a.txt
  sha256: '0a1b2c'  # of the normalised text
annotations:
  - id: k7f3q2
    at: '17:26'
    quote: get its tentacles into
    before: 'It appears that Turkey will '
    after: ' Turkic-speaking republics'
    flag: dehumanising
    tags: [fear, octopus]
    note: |-
      Agency on one side only.

      Compare # 13: yes
    created: '2026-11-22T17:03:05Z'

  - id: m2x9wd
    at: '18:26'
    quote: It appears that
    finding: unattributed
    verdict: rejected
    reason: marked as the writer's guess

reviewed:
  - p17-3b1f0c2d
";

fn two() -> Vec<Annotation> {
    let answer = Annotation {
        id: Id("m2x9wd".into()),
        selector: Selector {
            quote: "It appears that".into(),
            ..Selector::default()
        },
        finding: Some("unattributed".into()),
        verdict: Some(Verdict::Rejected),
        reason: Some("marked as the writer's guess".into()),
        at: At::parse("18:26"),
        ..Annotation::default()
    };
    vec![annotation("k7f3q2", 17), answer]
}

#[test]
fn a_new_file_is_the_template() {
    let desk = Desk::new();
    desk.change(|notebook| {
        notebook.annotations = two();
        notebook.reviewed = vec![Reviewed::parse("p17-3b1f0c2d").unwrap()];
    })
    .unwrap();
    assert_eq!(desk.text(), NEW_FILE);
    assert_eq!(desk.open().notebook().annotations, two());
}

#[test]
fn nothing_to_say_writes_nothing() {
    let desk = Desk::new();
    desk.change(|_| {}).unwrap();
    assert!(!desk.path().exists());
    let desk = Desk::with(NEW_FILE);
    let before = fs::metadata(desk.path()).unwrap().modified().unwrap();
    desk.change(|_| {}).unwrap();
    assert_eq!(
        fs::metadata(desk.path()).unwrap().modified().unwrap(),
        before
    );
}

#[test]
fn no_litter_is_left() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let names: Vec<_> = fs::read_dir(desk.path().parent().unwrap())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names, ["a.yaml"]);
}

/// A file as people write them by hand.
const BY_HAND: &str = "\
# my notes
closeread: 1
reader: \"Anna Petrova\"   # me
project: turkey            # not ours
article: {path: seeds/a.txt, sha256: '0a1b2c', url: 'https://example.org'}
annotations:

    # first things first
    - id: aa
      at: 2:1              # the lead
      quote: \"civil defense\"
      tags:
        - fear
        # the second one is new
        - octopus
      weight: {a: [1, 2]}
      note: >-
        folded
        by hand

    # about bb
    - quote: mechanism
      id: bb
      note:
      tags: [one]
    - {id: cc, quote: Kyiv regime, mood: bad}
    # the end

appendix: [x]
";

/// Lines that differ: those of either text that the other has not, in order.
fn changed_lines(old: &str, new: &str) -> (Vec<String>, Vec<String>) {
    let (old, new): (Vec<_>, Vec<_>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old
        .iter()
        .rev()
        .zip(new.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let tail = tail.min(old.len() - head).min(new.len() - head);
    let of = |lines: &[&str]| {
        lines[head..lines.len() - tail]
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    (of(&old), of(&new))
}

type Change = fn(&mut Notebook);

#[test]
fn a_change_touches_its_own_lines_only() {
    let rows: &[(&str, Change, &[&str], &[&str])] = &[
        (
            "note by hand",
            |n| n.annotations[0].note = Some("one\ntwo".into()),
            &["      note: >-", "        folded", "        by hand"],
            &["      note: |-", "        one", "        two"],
        ),
        (
            "position, with its comment",
            |n| n.annotations[0].at = At::parse("3:12"),
            &["      at: 2:1              # the lead"],
            &["      at: '3:12'              # the lead"],
        ),
        (
            "quotation",
            |n| n.annotations[0].selector.quote = "no".into(),
            &["      quote: \"civil defense\""],
            &["      quote: 'no'"],
        ),
        (
            "tag added to lines",
            |n| n.annotations[0].tags.push("12:30".into()),
            &[],
            &["        - '12:30'"],
        ),
        (
            "tag taken from lines",
            |n| {
                n.annotations[0].tags.remove(0);
            },
            &["        - fear"],
            &[],
        ),
        (
            "all tags taken",
            |n| n.annotations[0].tags.clear(),
            &[
                "      tags:",
                "        - fear",
                "        # the second one is new",
                "        - octopus",
            ],
            &[],
        ),
        (
            "tag added in brackets",
            |n| n.annotations[1].tags.push("a, b".into()),
            &["      tags: [one]"],
            &["      tags: [one, 'a, b']"],
        ),
        (
            "empty note filled",
            |n| n.annotations[1].note = Some("x".into()),
            &["      note:"],
            &["      note: |-", "        x"],
        ),
        (
            "flag added",
            |n| n.annotations[1].flag = Some("praise".into()),
            &[],
            &["      flag: praise"],
        ),
        (
            "in braces",
            |n| n.annotations[2].note = Some("a, b\nc".into()),
            &["    - {id: cc, quote: Kyiv regime, mood: bad}"],
            &["    - {id: cc, quote: Kyiv regime, note: \"a, b\\nc\", mood: bad}"],
        ),
        (
            "the article's digest, in braces",
            |n| n.article.sha256 = "ffff".into(),
            &["article: {path: seeds/a.txt, sha256: '0a1b2c', url: 'https://example.org'}"],
            &["article: {path: seeds/a.txt, sha256: ffff, url: 'https://example.org'}"],
        ),
        (
            "reader",
            |n| n.reader = "Bo".into(),
            &["reader: \"Anna Petrova\"   # me"],
            &["reader: Bo   # me"],
        ),
        (
            "first goes",
            |n| {
                n.annotations.remove(0);
            },
            &[
                "    - id: aa",
                "      at: 2:1              # the lead",
                "      quote: \"civil defense\"",
                "      tags:",
                "        - fear",
                "        # the second one is new",
                "        - octopus",
                "      weight: {a: [1, 2]}",
                "      note: >-",
                "        folded",
                "        by hand",
            ],
            &[],
        ),
        (
            "last goes",
            |n| {
                n.annotations.pop();
            },
            &["    - {id: cc, quote: Kyiv regime, mood: bad}"],
            &[],
        ),
        (
            "one comes in between",
            |n| {
                n.annotations.insert(
                    1,
                    Annotation {
                        id: Id("nn".into()),
                        ..Annotation::default()
                    },
                )
            },
            &[],
            &["    - id: nn", "      quote: ''", ""],
        ),
        (
            "one comes first",
            |n| {
                n.annotations.insert(
                    0,
                    Annotation {
                        id: Id("nn".into()),
                        ..Annotation::default()
                    },
                )
            },
            &[],
            &["    - id: nn", "      quote: ''", ""],
        ),
        (
            "one comes last",
            |n| {
                n.annotations.push(Annotation {
                    id: Id("nn".into()),
                    ..Annotation::default()
                })
            },
            &[],
            &["", "    - id: nn", "      quote: ''"],
        ),
        (
            "reviewed",
            |n| n.reviewed.push(Reviewed::parse("p1-00000000").unwrap()),
            &[],
            &["", "reviewed:", "  - p1-00000000"],
        ),
    ];
    for (name, change, gone, come) in rows {
        let desk = Desk::with(BY_HAND);
        let saved = desk
            .change(change)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        let (old, new) = changed_lines(BY_HAND, &desk.text());
        assert_eq!(
            (old, new),
            (
                gone.iter().map(ToString::to_string).collect(),
                come.iter().map(ToString::to_string).collect()
            ),
            "{name}\n{}",
            desk.text()
        );
        assert_eq!(desk.open().notebook(), &saved.notebook, "{name}");
        // and the same in a file with CR LF, and in one without a last line break
        let crlf = Desk::with(&BY_HAND.replace('\n', "\r\n"));
        crlf.change(change)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(crlf.text(), desk.text().replace('\n', "\r\n"), "{name}");
        let short = Desk::with(BY_HAND.trim_end());
        short
            .change(change)
            .unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(short.text(), desk.text(), "{name}");
    }
}

#[test]
fn every_shape_of_an_empty_list_can_be_filled() {
    for text in [
        "",
        "# only a comment\n",
        "reader: x\n",
        "annotations:\n",
        "annotations: []  # none yet\nreviewed: []\n",
        "annotations: ~\nreviewed:\n",
        "---\nannotations: null\n...\n",
        "\u{feff}annotations:\n",
        "annotations: []",
    ] {
        let desk = Desk::with(text);
        desk.change(|notebook| {
            notebook.annotations = two();
            notebook.reviewed = vec![Reviewed::parse("p2-00000000").unwrap()];
        })
        .unwrap_or_else(|error| panic!("{text:?}: {error}"));
        let again = desk.open();
        assert_eq!(
            again.notebook().annotations,
            two(),
            "{text:?}\n{}",
            desk.text()
        );
        assert_eq!(again.notebook().reviewed.len(), 1);
        let comments = |text: &str| text.matches("# ").count();
        assert!(comments(&desk.text()) >= comments(text));
        // and emptied again
        desk.change(|notebook| {
            notebook.annotations.clear();
            notebook.reviewed.clear();
        })
        .unwrap_or_else(|error| panic!("{text:?}: {error}\n{}", desk.text()));
        assert!(desk.open().notebook().annotations.is_empty());
    }
}

fn four_hundred() -> Vec<Annotation> {
    (0..400)
        .map(|n| annotation(&format!("id{n}"), n + 1))
        .collect()
}

#[test]
fn one_note_among_four_hundred_changes_its_line() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = four_hundred())
        .unwrap();
    let before = desk.text();
    desk.change(|notebook| {
        notebook.annotations[200].note =
            Some("Agency on one side only.\n\nCompare # 14: yes".into())
    })
    .unwrap();
    let (gone, come) = changed_lines(&before, &desk.text());
    assert_eq!(gone, ["      Compare # 13: yes"]);
    assert_eq!(come, ["      Compare # 14: yes"]);
    desk.change(|notebook| notebook.annotations = four_hundred())
        .unwrap();
    assert_eq!(desk.text(), before);
}

#[test]
fn putting_back_what_was_deleted_leaves_no_trace() {
    for at in [0, 1, 2] {
        let desk = Desk::new();
        desk.change(|notebook| notebook.annotations = four_hundred()[..3].to_vec())
            .unwrap();
        let before = desk.text();
        desk.change(|notebook| {
            notebook.annotations.remove(at);
        })
        .unwrap();
        desk.change(|notebook| notebook.annotations = four_hundred()[..3].to_vec())
            .unwrap();
        assert_eq!(desk.text(), before, "{at}");
    }
}

#[test]
fn what_changed_on_disk_is_merged() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    let mut ours = desk.open();
    desk.change(|notebook| {
        notebook.annotations[0].tags.push("theirs".into());
        notebook.annotations.push(annotation("new", 30));
    })
    .unwrap();
    desk.write(&(desk.text() + "# a comment from elsewhere\n"));
    let mut wanted = ours.notebook().clone();
    wanted.annotations[0].note = Some("ours".into());
    wanted.annotations[1].reason = Some("because".into());
    let foreseen = ours.outside_change(&wanted).unwrap().unwrap();
    let saved = ours.save(&wanted).unwrap();
    assert_eq!(foreseen, saved);
    assert_eq!((saved.arrived, saved.conflicts), (2, 0));
    assert_eq!(ours.outside_change(&saved.notebook).unwrap(), None);
    let again = desk.open();
    assert_eq!(again.notebook(), &saved.notebook);
    assert_eq!(again.notebook().annotations.len(), 3);
    assert_eq!(
        again.notebook().annotations[0].tags.last().unwrap(),
        "theirs"
    );
    assert_eq!(
        again.notebook().annotations[0].note.as_deref(),
        Some("ours")
    );
    assert!(desk.text().ends_with("# a comment from elsewhere\n"));
}

#[test]
fn two_who_write_at_once_both_keep_everything() {
    let desk = Desk::new();
    desk.change(|notebook| notebook.annotations = two())
        .unwrap();
    std::thread::scope(|scope| {
        for writer in ["x", "y"] {
            let mut file = desk.open();
            scope.spawn(move || {
                let mut wanted = file.notebook().clone();
                for n in 0..20 {
                    wanted
                        .annotations
                        .push(annotation(&format!("{writer}{n}"), 20 + n));
                    wanted = file.save(&wanted).unwrap().notebook;
                }
            });
        }
    });
    assert_eq!(desk.open().notebook().annotations.len(), 42);
}

#[test]
fn a_deleted_file_is_written_again_with_its_comments() {
    let desk = Desk::with(BY_HAND);
    let mut file = desk.open();
    fs::remove_file(desk.path()).unwrap();
    let mut wanted = file.notebook().clone();
    wanted.annotations[0].flag = Some("praise".into());
    file.save(&wanted).unwrap();
    assert!(desk.text().contains("# first things first"));
    assert!(desk.text().contains("flag: praise"));
}

#[test]
fn a_file_with_an_error_is_refused_and_left_alone() {
    let deep = format!("a: {}", "[".repeat(10_000));
    let bomb = format!(
        "a: &a '{}'\nb: &b [*a, *a]\nannotations:\n- id: x\n  quote: *a\n",
        "x".repeat(1000)
    );
    for (text, line, column, says) in [
        (
            "annotations:\n<<<<<<< HEAD\n- id: a\n=======\n- id: b\n>>>>>>> x\n",
            2,
            1,
            "git left a conflict",
        ),
        (
            "annotations:\n  - id: a\n    quote: c\n   note: b\n",
            4,
            4,
            "did not find",
        ),
        ("annotations:\n  - id: a\n", 2, 5, "missing field `quote`"),
        ("annotations:\n  - quote: a\n", 2, 5, "missing field `id`"),
        (
            "annotations:\n  - id: a\n    quote: b\n\n  - id: a\n    quote: c\n",
            5,
            5,
            "used twice",
        ),
        (
            "annotations:\n  - id: a\n    quote: b\n    verdict: maybe\n",
            2,
            5,
            "write accepted or rejected",
        ),
        (
            "annotations:\n  - id: a\n    quote: b\n    tags: fear\n",
            4,
            11,
            "sequence",
        ),
        (
            "annotations:\n  - id: a\n    quote: b\n    note: x\n    note: y\n",
            2,
            5,
            "duplicate",
        ),
        ("# c\ncloseread: 2\n", 2, 1, "newer closeread"),
        ("just text\n", 1, 1, "invalid type"),
        ("--- \na: 1\n---\nb: 2\n", 1, 1, "more than one document"),
        (&deep, 1, 1004, "nested too deeply"),
        (&bomb, 2, 7, "aliases"),
    ] {
        let desk = Desk::new();
        let mut file = desk.open();
        desk.write(text);
        for error in [
            desk.try_open().unwrap_err(),
            file.save(&Notebook {
                annotations: two(),
                ..Notebook::default()
            })
            .unwrap_err(),
        ] {
            let shown = error.to_string();
            assert!(
                shown.contains(&format!("a.yaml:{line}:{column}: ")) && shown.contains(says),
                "{shown}"
            );
        }
        assert_eq!(desk.text(), text);
    }
}

#[test]
fn what_cannot_be_changed_in_place_is_refused() {
    for text in [
        "{annotations: [{id: a, quote: b}]}\n",
        "annotations: [{id: a, quote: b}]\n",
    ] {
        let desk = Desk::with(text);
        let error = desk
            .change(|notebook| notebook.annotations = two())
            .unwrap_err();
        assert!(matches!(error, StoreError::Unchangeable { .. }), "{error}");
        assert!(error.to_string().contains("`- id:`"));
        assert_eq!(desk.text(), text);
    }
}

#[test]
fn files_that_are_none_are_refused() {
    let desk = Desk::new();
    fs::create_dir(desk.path()).unwrap();
    assert!(matches!(desk.try_open(), Err(StoreError::Folder(_))));
    fs::remove_dir(desk.path()).unwrap();
    fs::write(desk.path(), b"reader: caf\xe9\n").unwrap();
    assert!(
        desk.try_open()
            .unwrap_err()
            .to_string()
            .contains("a.yaml:1:12: this byte is not UTF-8")
    );
    let large = fs::File::create(desk.path()).unwrap();
    large.set_len(65 << 20).unwrap();
    assert!(matches!(desk.try_open(), Err(StoreError::TooLarge { .. })));
}

/// Whether permissions bind us: they do not bind root.
fn permissions_bind(folder: &Path) -> bool {
    fs::write(folder.join("probe"), "").is_err()
}

#[test]
fn a_folder_without_write_permission_is_named() {
    let desk = Desk::with(NEW_FILE);
    let folder = desk.path().parent().unwrap().to_owned();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if permissions_bind(&folder) {
        let error = desk
            .change(|notebook| notebook.annotations.clear())
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("a.yaml: cannot be saved") && error.contains("permissions"),
            "{error}"
        );
    }
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(desk.text(), NEW_FILE);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let desk = Desk::new();
    let folder = desk.path().parent().unwrap().to_owned();
    fs::remove_dir(&folder).unwrap();
    fs::write(&folder, "a file is in the way").unwrap();
    let mut file = NotebookFile::open(&folder.join("b/a.yaml"), "x", ArticleRef::default());
    let error = match &mut file {
        Ok(file) => file
            .save(&Notebook {
                annotations: two(),
                ..Notebook::default()
            })
            .unwrap_err(),
        Err(error) => std::mem::replace(error, StoreError::NoStateFolder),
    };
    assert!(error.to_string().contains("notes/anna"), "{error}");
}

#[test]
fn permissions_and_links_stay() {
    let desk = Desk::with(NEW_FILE);
    fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o640)).unwrap();
    desk.change(|notebook| notebook.annotations[0].flag = None)
        .unwrap();
    assert_eq!(
        fs::metadata(desk.path()).unwrap().permissions().mode() & 0o777,
        0o640
    );
    let real = desk.folder.path().join("notes/real.yaml");
    fs::rename(desk.path(), &real).unwrap();
    symlink(&real, desk.path()).unwrap();
    desk.change(|notebook| notebook.annotations.truncate(1))
        .unwrap();
    assert!(fs::symlink_metadata(desk.path()).unwrap().is_symlink());
    assert!(!fs::read_to_string(&real).unwrap().contains("m2x9wd"));
}

#[test]
fn a_link_out_of_the_workspace_is_refused() {
    let desk = Desk::new();
    let outside = tempfile::tempdir().unwrap();
    let real = outside.path().join("a.yaml");
    fs::write(&real, NEW_FILE).unwrap();
    symlink(&real, desk.path()).unwrap();
    let error = desk
        .change(|notebook| notebook.annotations.clear())
        .unwrap_err();
    assert!(matches!(error, StoreError::Outside { .. }), "{error}");
    assert_eq!(fs::read_to_string(&real).unwrap(), NEW_FILE);
}

#[test]
fn a_workspace_is_the_nearest_folder_with_notes() {
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    for path in ["notes/anna/sub", "notes/bo/sub", "seeds/sub"] {
        fs::create_dir_all(root.join(path)).unwrap();
    }
    for path in [
        "seeds/b.txt",
        "seeds/a.md",
        "seeds/.hidden.txt",
        "seeds/x.pdf",
        "seeds/sub/c.txt",
        "loose.txt",
    ] {
        fs::write(root.join(path), "words").unwrap();
    }
    let article = root.join("seeds/sub/c.txt");
    let workspace = Workspace::around(&article);
    assert_eq!(workspace.root, root);
    assert_eq!(Workspace::around(&root.join("seeds/../seeds")).root, root);
    assert_eq!(
        workspace.articles(),
        [root.join("seeds/a.md"), root.join("seeds/b.txt")]
    );
    assert_eq!(workspace.name_of(&article), "seeds/sub/c.txt");
    for (article, notebook) in [
        ("seeds/sub/c.txt", "notes/anna/sub/c.yaml"),
        ("seeds/a.md", "notes/anna/a.md.yaml"),
        ("loose.txt", "notes/anna/loose.yaml"),
        ("seeds/../seeds/b.v2.txt", "notes/anna/b.v2.yaml"),
        ("../b.txt", "notes/anna/b.yaml"),
    ] {
        assert_eq!(
            workspace.notebook_path("anna", &root.join(article)),
            root.join(notebook)
        );
    }
    fs::write(root.join("notes/bo/sub/c.yaml"), "annotations: []\n").unwrap();
    fs::write(root.join("notes/anna/sub/c.yaml"), "annotations: [\n").unwrap();
    let others = workspace.other_notebooks("anna", &article);
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].as_ref().unwrap().reader, "bo");
    assert!(workspace.other_notebooks("bo", &article)[0].is_err());
    assert!(workspace.codebook().unwrap().tags.is_empty());
    fs::write(
        root.join("closeread.yaml"),
        "articles: texts\nnotes: marks\n",
    )
    .unwrap();
    let workspace = Workspace::around(&root.join("texts/b.txt"));
    assert_eq!(workspace.root, root);
    assert_eq!(
        workspace.notebook_path("anna", &root.join("texts/b.txt")),
        root.join("marks/anna/b.yaml")
    );
}

#[test]
fn without_notes_the_articles_own_folder_is_the_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("b.txt");
    assert_eq!(Workspace::around(&article).root, folder.path());
    assert_eq!(Workspace::around(folder.path()).root, folder.path());
}

#[test]
fn articles_are_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let article = read_article(&write("a.txt", b"caf\xe9\r\ntwo\r\n"), "a").unwrap();
    assert_eq!((article.text.as_str(), article.len()), ("café\ntwo\n", 2));
    assert!(
        read_article(&write("empty.txt", b""), "e")
            .unwrap()
            .is_empty()
    );
    for (path, says) in [
        (folder.path().join("none.txt"), "no such file"),
        (folder.path().to_owned(), "is a folder"),
        (PathBuf::from("/dev/null"), "not a regular file"),
        (write("a.pdf", b"%PDF-1.4"), "a PDF document"),
        (write("a.bin", &[0; 64]), "binary"),
    ] {
        let error = read_article(&path, "x").unwrap_err().to_string();
        assert!(
            error.contains(says) && error.contains(path.to_str().unwrap()),
            "{error}"
        );
    }
}

/// Texts that are hard on YAML, and any other.
fn any_text() -> impl Strategy<Value = String> {
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

fn any_annotation() -> impl Strategy<Value = Annotation> {
    let option = || proptest::option::of(any_text());
    let tags = proptest::collection::vec(any_text(), 0..3);
    let selector = (any_text(), any_text(), any_text());
    let place = proptest::option::of((1usize..99, 1usize..99));
    let texts = (option(), option(), option(), option(), option());
    (("[a-f]", place, selector), (texts, tags, 0..3usize)).prop_map(
        |(
            (id, at, (quote, before, after)),
            ((flag, note, finding, reason, created), tags, verdict),
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
            verdict: [None, Some(Verdict::Accepted), Some(Verdict::Rejected)][verdict],
            reason,
            created,
        },
    )
}

fn any_notebook() -> impl Strategy<Value = Notebook> {
    let marks = proptest::collection::btree_set(0usize..20, 0..3);
    let annotations = proptest::collection::vec(any_annotation(), 0..5);
    (any_text(), any_text(), any_text(), annotations, marks).prop_map(
        |(reader, path, sha256, mut annotations, marks)| {
            let mut known = std::collections::HashSet::new();
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
            }
        },
    )
}

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

/// PyYAML reads YAML 1.1, where `no` is false and `12:30` is 750.
#[test]
fn a_yaml_1_1_reader_reads_the_same() {
    let has_yaml = std::process::Command::new("python3")
        .args(["-c", "import yaml"])
        .output();
    if !has_yaml.is_ok_and(|output| output.status.success()) {
        return;
    }
    let hard = [
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
    let long = "word ".repeat(2_000);
    let texts: Vec<String> = hard.iter().map(ToString::to_string).chain([long]).collect();
    let desk = Desk::new();
    desk.change(|notebook| {
        notebook.annotations = texts
            .iter()
            .enumerate()
            .map(|(n, text)| Annotation {
                id: Id(format!("n{n}")),
                selector: Selector {
                    quote: text.clone(),
                    before: text.clone(),
                    after: text.clone(),
                },
                at: At::parse("12:30"),
                flag: Some(text.clone()),
                tags: vec![text.clone(), text.clone()],
                note: Some(text.clone()),
                reason: Some(text.clone()),
                created: Some("2026-11-22T17:03:05Z".into()),
                ..Annotation::default()
            })
            .collect();
    })
    .unwrap();
    let script = "import sys,json,yaml;print(json.dumps(yaml.safe_load(open(sys.argv[1],encoding='utf-8',newline='').read())))";
    let output = std::process::Command::new("python3")
        .args(["-c", script])
        .arg(desk.path())
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let read: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for (row, text) in read["annotations"].as_array().unwrap().iter().zip(&texts) {
        for key in ["quote", "before", "after", "flag", "note", "reason"] {
            let absent = text.is_empty() && (key == "before" || key == "after");
            assert_eq!(
                row.get(key).and_then(|value| value.as_str()),
                (!absent).then_some(text.as_str()),
                "{key}"
            );
        }
        assert_eq!(row["tags"], serde_json::json!([text, text]));
        assert_eq!(row["at"], "12:30");
        assert_eq!(row["created"], "2026-11-22T17:03:05Z");
    }
}
