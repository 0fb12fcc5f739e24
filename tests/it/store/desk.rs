//! A workspace for one test.

use closeread::notes::{Annotation, ArticleRef, At, Id, Notebook, Selector, Verdict};
use closeread::store::{NotebookFile, Saved, StoreError};
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

/// A workspace with one notebook, gone when dropped.
pub(super) struct Desk {
    pub(super) folder: TempDir,
}

impl Desk {
    pub(super) fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        fs::create_dir_all(desk.path().parent().unwrap()).unwrap();
        desk
    }

    pub(super) fn with(text: &str) -> Self {
        let desk = Self::new();
        desk.write(text);
        desk
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("notes/anna/a.yaml")
    }

    pub(super) fn write(&self, text: &str) {
        fs::write(self.path(), text).unwrap();
    }

    pub(super) fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    pub(super) fn open(&self) -> NotebookFile {
        self.try_open().unwrap()
    }

    pub(super) fn try_open(&self) -> Result<NotebookFile, StoreError> {
        let article = ArticleRef {
            path: "seeds/a.txt".into(),
            sha256: "0a1b2c".into(),
        };
        NotebookFile::open(&self.path(), "Anna Petrova", article)
    }

    /// Opens, changes, saves.
    pub(super) fn change(&self, change: impl FnOnce(&mut Notebook)) -> Result<Saved, StoreError> {
        let mut file = self.try_open()?;
        let mut wanted = file.notebook().clone();
        change(&mut wanted);
        file.save(&wanted)
    }
}

pub(super) fn annotation(id: &str, paragraph: usize) -> Annotation {
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

pub(super) fn two() -> Vec<Annotation> {
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
