//! The file of a project's own words: what silencing writes, and what it leaves alone.

use crate::store::any::HARD;
use closeread::notes::{LexiconEdit, Silence};
use closeread::store::LexiconFile;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use tempfile::TempDir;

const HEAD: &str =
    "# This project's own words. Edit freely: comments, order and unknown keys are kept.\n";

/// A file that was written by hand.
const FULL: &str = "\
# ours
flag:
  - words: tin-pot dictator(n)      # notation of the lists
    category: name-calling
    instead: ruler
never:
  - civil defence
team: Ankara
silence:
  # too many of them here
  - rule: emotive/blow              # all of them
  - rule: fear/danger/threat
    article: seeds/storm.txt        # only there
    since: 2026-11-22
  # the end
# a last word
";

struct Project {
    folder: TempDir,
}

impl Project {
    fn with(text: Option<&str>) -> Self {
        let project = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        if let Some(text) = text {
            fs::create_dir_all(project.path().parent().unwrap()).unwrap();
            fs::write(project.path(), text).unwrap();
        }
        project
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("notes/lexicon.yaml")
    }

    fn file(&self) -> LexiconFile {
        LexiconFile::at(&self.path())
    }

    fn text(&self) -> String {
        fs::read_to_string(self.path()).unwrap()
    }

    fn change(&self, edit: &LexiconEdit) -> Result<usize, String> {
        let changed = self
            .file()
            .change(edit)
            .map_err(|error| error.to_string())?;
        assert_eq!(changed, self.file().read().unwrap());
        Ok(changed.silence.len())
    }
}

fn line(rule: &str, article: Option<&str>) -> Silence {
    Silence {
        rule: rule.into(),
        article: article.map(str::to_owned),
    }
}

fn silence(rule: &str, article: Option<&str>) -> LexiconEdit {
    LexiconEdit::Silence(line(rule, article))
}

fn lift(rule: &str, article: Option<&str>) -> LexiconEdit {
    silence(rule, article).inverse()
}

#[test]
fn a_new_file() {
    let project = Project::with(None);
    assert_eq!(project.file().read().unwrap().silence, []);
    assert_eq!(project.change(&silence("fear/danger", None)), Ok(1));
    assert_eq!(
        project.change(&silence("emotive/blow/slam", Some("seeds/a b.txt"))),
        Ok(2)
    );
    assert_eq!(project.change(&silence("fear/danger", None)), Ok(2));
    assert_eq!(
        project.text(),
        format!(
            "{HEAD}silence:\n  - rule: emotive/blow/slam\n    article: seeds/a b.txt\n  - rule: fear/danger\n"
        )
    );
    project.change(&lift("fear/danger", None)).unwrap();
    project
        .change(&lift("emotive/blow/slam", Some("seeds/a b.txt")))
        .unwrap();
    assert_eq!(project.text(), format!("{HEAD}silence: []\n"));
    project.change(&silence("fear/danger", None)).unwrap();
    assert_eq!(
        project.text(),
        format!("{HEAD}silence:\n  - rule: fear/danger\n")
    );
}

#[test]
fn everything_else_stays() {
    for (rule, article, before) in [
        ("certainty/proof", None, "  # too many of them here\n"),
        ("emotive/blow/slam", None, "  - rule: fear/danger/threat\n"),
        (
            "fear/danger/threat",
            Some("seeds/a.txt"),
            "  - rule: fear/danger/threat\n",
        ),
        ("praise/skill", None, "  # the end\n"),
    ] {
        let project = Project::with(Some(FULL));
        project.change(&silence(rule, article)).unwrap();
        let mut added = format!("  - rule: {rule}\n");
        if let Some(article) = article {
            added += &format!("    article: {article}\n");
        }
        assert_eq!(
            project.text(),
            FULL.replace(before, &format!("{added}{before}")),
            "{rule}"
        );
        project.change(&lift(rule, article)).unwrap();
        assert_eq!(project.text(), FULL, "{rule}");
    }
    let project = Project::with(Some(FULL));
    project.change(&lift("emotive/blow", None)).unwrap();
    assert_eq!(
        project.text(),
        FULL.replace("  - rule: emotive/blow              # all of them\n", "")
    );
}

#[test]
fn every_way_to_write_nothing() {
    for (text, head) in [
        ("", ""),
        ("# ours\n", "# ours\n\n"),
        ("never: [a]", "never: [a]\n\n"),
        ("never: [a]\nsilence: []\n", "never: [a]\n"),
        ("never: [a]\nsilence:\n", "never: [a]\n"),
        ("never: [a]\nsilence: ~\n", "never: [a]\n"),
    ] {
        let project = Project::with(Some(text));
        assert_eq!(
            project.change(&silence("fear/danger", None)),
            Ok(1),
            "{text:?}"
        );
        let written = project.text();
        assert_eq!(
            written,
            format!("{head}silence:\n  - rule: fear/danger\n"),
            "{text:?}"
        );
    }
    let project = Project::with(Some("never: [a]\r\nsilence:\r\n- rule: b\r\n"));
    project.change(&silence("a", None)).unwrap();
    assert_eq!(
        project.text(),
        "never: [a]\r\nsilence:\r\n- rule: a\r\n- rule: b\r\n"
    );
}

#[test]
fn what_cannot_be_changed_is_left_alone() {
    for (text, part) in [
        ("silence:\n  - rule: 'a\n", "lexicon.yaml:"),
        ("silence: [{rule: a}]\n", "in brackets"),
        ("{silence: []}\n", "in braces"),
        ("silence:\n  - blow\n", ":2:5: silence[0]: invalid type"),
        ("flag:\n<<<<<<< HEAD\n", ":2:1: git left a conflict"),
        ("a: 1\n...\n", "own line"),
    ] {
        let project = Project::with(Some(text));
        let error = project.change(&silence("b", None)).unwrap_err();
        assert!(error.contains(part), "{error}");
        assert_eq!(project.text(), text);
    }
}

#[test]
fn any_rule_and_article_come_back() {
    let project = Project::with(Some("silence:\n  - rule: m\n"));
    for hard in HARD {
        let edit = silence(hard, Some(hard));
        project.change(&edit).unwrap();
        assert!(
            project
                .file()
                .read()
                .unwrap()
                .silence
                .contains(&line(hard, Some(hard))),
            "{hard:?}"
        );
        serde_saphyr::from_str::<serde_json::Value>(&project.text()).unwrap();
    }
    for hard in HARD {
        project.change(&lift(hard, Some(hard))).unwrap();
    }
    assert_eq!(project.text(), "silence:\n  - rule: m\n");
}

#[test]
fn lines_that_came_meanwhile_stay() {
    let project = Project::with(Some(FULL));
    let (one, other) = (project.file(), project.file());
    one.read().unwrap();
    other.change(&silence("praise/skill", None)).unwrap();
    let now = one.change(&silence("certainty/proof", None)).unwrap();
    assert_eq!(now.silence.len(), 4);
    assert!(now.silence.contains(&line("praise/skill", None)));
    fs::remove_file(project.path()).unwrap();
    assert_eq!(
        one.change(&silence("a", None)).unwrap().silence,
        [line("a", None)]
    );
}

/// Two readers silence something on two branches; git puts both together by itself.
#[test]
fn two_branches_merge() {
    let base = Project::with(Some(FULL));
    let (ours, theirs) = (Project::with(Some(FULL)), Project::with(Some(FULL)));
    ours.change(&silence("certainty/proof", None)).unwrap();
    theirs.change(&silence("praise/skill", None)).unwrap();
    let merged = Command::new("git")
        .args(["merge-file", "-p"])
        .args([ours.path(), base.path(), theirs.path()])
        .output();
    let Ok(merged) = merged else {
        eprintln!("not tried: there is no git here");
        return;
    };
    assert!(merged.status.success());
    fs::write(base.path(), merged.stdout).unwrap();
    assert_eq!(base.file().read().unwrap().silence.len(), 4);
}
