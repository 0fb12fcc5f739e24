//! Notes in a git repository: two branches are merged by annotation and field, what is broken is not committed.
//!
//! Skipped, with a message, where git is missing.

use crate::run::closeread;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const NOTEBOOK: &str = "notes/anna/a.yaml";

const NOTES: &str = "\
# my notes
closeread: 1
reader: Anna
article:
  path: seeds/a.txt
annotations:
  - id: aa
    at: '1:1'
    quote: The council   # the lead
    tags: [fear]
    note: |-
      One.

  - id: dd
    at: '3:1'
    quote: The press
";

const ARTICLE: &str = "The council met.\nThe mayor spoke.\nThe press wrote.\nNobody knew.\n";

/// A git repository, gone when dropped; None where git is missing.
pub(crate) struct Repository {
    folder: TempDir,
}

impl Repository {
    /// With an article, a notebook, and what `closeread git-setup` makes.
    fn new() -> Option<Self> {
        let this = Self::empty()?;
        for (name, text) in [("seeds/a.txt", ARTICLE), (NOTEBOOK, NOTES)] {
            let path = this.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            this.write(name, text);
        }
        this.setup();
        this.commit("start");
        Some(this)
    }

    /// With nothing in it: no merge driver, no hook.
    pub(crate) fn empty() -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("skipped: git is not installed");
            return None;
        }
        let this = Self {
            folder: crate::run::folder(&[]),
        };
        this.git(&["init", "-q", "-b", "main"]);
        Some(this)
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    fn setup(&self) -> Output {
        closeread(self.path()).arg("git-setup").output().unwrap()
    }

    pub(crate) fn try_git(&self, arguments: &[&str]) -> Output {
        Command::new("git")
            .args(arguments)
            .current_dir(self.path())
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_SYSTEM", "/dev/null")
            .envs(["AUTHOR", "COMMITTER"].iter().flat_map(|who| {
                [
                    (format!("GIT_{who}_NAME"), "demo"),
                    (format!("GIT_{who}_EMAIL"), "demo@example.org"),
                ]
            }))
            .output()
            .unwrap()
    }

    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        let output = self.try_git(arguments);
        assert!(
            output.status.success(),
            "{arguments:?}\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn commit(&self, what: &str) {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", what]);
    }

    pub(crate) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path().join(file)).unwrap()
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.path().join(file), text).unwrap();
    }

    /// Changes `file` on a branch of its own and on main, and merges; the exit code and what git says.
    fn merge(&self, file: &str, ours: &str, theirs: &str) -> (bool, String) {
        self.git(&["switch", "-q", "-c", "other"]);
        self.write(file, theirs);
        self.commit("theirs");
        self.git(&["switch", "-q", "main"]);
        self.write(file, ours);
        self.commit("ours");
        let output = self.try_git(&["merge", "-q", "--no-edit", "other"]);
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    fn check(&self) -> String {
        let output = closeread(self.path()).arg("check").output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

fn new_note(id: &str, paragraph: usize, quote: &str) -> String {
    format!("  - id: {id}\n    at: '{paragraph}:1'\n    quote: {quote}\n\n")
}

#[test]
fn both_add_notes_and_change_one_notes_different_fields() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let before = |note: &str, text: &str| text.replace("  - id: dd", &format!("{note}  - id: dd"));
    let ours = before(
        &new_note("bb", 2, "The mayor"),
        &NOTES.replace("[fear]", "[fear, octopus]"),
    );
    let theirs = before(
        &new_note("cc", 2, "spoke"),
        &NOTES.replace("      One.", "      One, two."),
    );
    let (merged, said) = repository.merge(
        NOTEBOOK,
        &ours,
        &theirs.replace("# my notes", "# our notes"),
    );
    assert!(merged, "{said}");
    let expected = before(
        &(new_note("bb", 2, "The mayor") + &new_note("cc", 2, "spoke")),
        &NOTES
            .replace("[fear]", "[fear, octopus]")
            .replace("      One.", "      One, two.")
            .replace("# my notes", "# our notes"),
    );
    assert_eq!(repository.read(NOTEBOOK), expected);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert!(
        repository.check().ends_with(
            "1 notebook, 4 annotations: 4 found, 0 moved, 0 ambiguous, 0 lost; 0 problems\n"
        ),
        "{}",
        repository.check()
    );
}

#[test]
fn both_change_the_same_field() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let ours = NOTES.replace("      One.", "      Ours.");
    let theirs = NOTES
        .replace("      One.", "      Theirs.")
        .replace("[fear]", "[fear, octopus]");
    let (merged, said) = repository.merge(NOTEBOOK, &ours, &theirs);
    assert!(!merged);
    assert!(said.contains("closeread: notes/anna/a.yaml:11: both sides changed `note` of aa; keep what should stand"), "{said}");
    assert!(said.contains("CONFLICT (content)"), "{said}");
    let conflict = "<<<<<<< ours\n    note: |-\n      Ours.\n=======\n    note: |-\n      Theirs.\n>>>>>>> theirs\n";
    let expected = NOTES
        .replace("    note: |-\n      One.\n", conflict)
        .replace("[fear]", "[fear, octopus]");
    assert_eq!(repository.read(NOTEBOOK), expected);
    assert!(
        repository
            .check()
            .starts_with("notes/anna/a.yaml:11:1: error: git left a conflict here"),
        "{}",
        repository.check()
    );
    // Nobody commits it by mistake, and the desk leaves it alone.
    repository.git(&["add", "-A"]);
    let output = repository.try_git(&["commit", "-q", "--no-edit"]);
    let said =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert!(
        !output.status.success() && said.contains("a.yaml:11:1: error: git left a conflict"),
        "{said}"
    );
    repository.write(
        NOTEBOOK,
        &expected
            .replace("<<<<<<< ours\n", "")
            .replace("=======\n    note: |-\n      Theirs.\n>>>>>>> theirs\n", ""),
    );
    repository.commit("merged");
}

#[test]
fn both_create_a_lexicon() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let head = "# This project's own words.\n";
    let ours = format!("{head}never:\n  - civil defence\nsilence:\n  - rule: fear/danger\n");
    let theirs =
        format!("{head}silence:\n  - rule: emotive/blow   # of weather\n  - rule: fear/danger\n");
    let (merged, said) = repository.merge("notes/lexicon.yaml", &ours, &theirs);
    assert!(merged, "{said}");
    let expected = format!(
        "{head}never:\n  - civil defence\nsilence:\n  - rule: emotive/blow   # of weather\n  - rule: fear/danger\n"
    );
    assert_eq!(repository.read("notes/lexicon.yaml"), expected);
}

#[test]
fn one_deletes_what_the_other_changes() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let (kept, _) = NOTES.split_once("\n  - id: dd").unwrap();
    let theirs = NOTES.replace("quote: The press", "quote: The press\n    note: look");
    let (merged, said) = repository.merge(NOTEBOOK, kept, &theirs);
    assert!(
        !merged && said.contains("both sides changed `dd`"),
        "{said}"
    );
    let text = repository.read(NOTEBOOK);
    let conflict = "<<<<<<< ours\n=======\n  - id: dd\n    at: '3:1'\n    quote: The press\n    note: look\n>>>>>>> theirs\n";
    assert!(text.contains(conflict), "{text}");
}

/// A driver that is not there any more must not pass for a merge: git stops, nothing is changed.
#[test]
fn without_the_program_git_stops() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let driver = repository.git(&["config", "merge.closeread.driver"]);
    let gone = driver.replace(env!("CARGO_BIN_EXE_closeread"), "/nowhere/closeread");
    assert_ne!(gone, driver);
    repository.git(&["config", "merge.closeread.driver", gone.trim()]);
    let (ours, theirs) = (NOTES.replace("One", "Ours"), NOTES.replace("One", "Theirs"));
    let (merged, said) = repository.merge(NOTEBOOK, &ours, &theirs);
    assert!(!merged && !said.contains("CONFLICT"), "{said}");
    assert_eq!(repository.read(NOTEBOOK), ours);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn git_setup_can_be_run_again_and_overwrites_no_hook() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let files = [".gitattributes", ".git/config", ".git/hooks/pre-commit"];
    let before = files.map(|file| repository.read(file));
    assert_eq!(before[0], "notes/**/*.yaml merge=closeread\n");
    let output = repository.setup();
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said.matches("already").count(), 3, "{said}");
    assert_eq!(files.map(|file| repository.read(file)), before);
    repository.write(".git/hooks/pre-commit", "#!/bin/sh\nmake lint\n");
    repository.write(".gitattributes", "*.txt text");
    let output = repository.setup();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(
        said.contains("there is another hook, which was left as it is; add to it: ")
            && said.contains("check --staged -- . || exit 1"),
        "{said}"
    );
    assert_eq!(
        repository.read(".git/hooks/pre-commit"),
        "#!/bin/sh\nmake lint\n"
    );
    assert_eq!(
        repository.read(".gitattributes"),
        "*.txt text\nnotes/**/*.yaml merge=closeread\n"
    );
    let nowhere = tempfile::tempdir().unwrap();
    let output = closeread(nowhere.path())
        .env("GIT_CEILING_DIRECTORIES", nowhere.path().parent().unwrap())
        .arg("git-setup")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not a git repository"));
}

#[test]
fn the_hook_looks_at_what_is_staged() {
    let Some(repository) = Repository::new() else {
        return;
    };
    // Lost notes are no reason to refuse a commit, and what is not staged is not looked at.
    repository.write(NOTEBOOK, &NOTES.replace("The press", "Zebra crossing"));
    repository.git(&["add", "-A"]);
    repository.write(NOTEBOOK, "annotations: [\n");
    repository.git(&["commit", "-q", "-m", "whole"]);
    repository.git(&["add", "-A"]);
    repository.write(NOTEBOOK, NOTES);
    let output = repository.try_git(&["commit", "-q", "-m", "broken"]);
    assert!(!output.status.success());
    let said =
        String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("notes/anna/a.yaml:2:1: error: "), "{said}");
    repository.commit("whole again");
    // A commit without notes is nobody's business; an article that git does not know is looked for in the folder.
    repository.write("other.md", "text");
    repository.commit("other");
    repository.write("seeds/b.txt", "Words.\n");
    repository.write(
        "notes/anna/b.yaml",
        "article: {path: seeds/b.txt}\nannotations:\n  - id: x\n    quote: Words\n",
    );
    repository.git(&["add", "notes"]);
    repository.git(&[
        "commit",
        "-q",
        "-m",
        "notes on an article that is not kept here",
    ]);
}
