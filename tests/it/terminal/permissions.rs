//! Folders and files that this user may not write: said, nothing lost, saved once they may be.
//!
//! Nothing is read-only to root: where the tests run as root, the program runs as somebody else.

use crate::terminal::harness::{Terminal, Workspace};
use crate::terminal::screen::workspace;
use std::fs;
use std::os::unix::fs::{PermissionsExt, chown};
use std::path::Path;
use std::process::Command;

const NOTES: &str = "notes/anna/bridge.yaml";

/// Wide enough for a message with a long path.
const WIDE: (u16, u16) = (250, 30);

/// What nobody is called in numbers.
const NOBODY: u32 = 65_534;

/// The program as a user whom permissions bind; none where it cannot be started as one.
fn open(workspace: &Workspace) -> Option<Terminal> {
    let program = env!("CARGO_BIN_EXE_closeread");
    if !rustix::process::geteuid().is_root() {
        return Some(workspace.open(WIDE, &["seeds/bridge.txt"]));
    }
    give_away(workspace.path("..").as_path());
    let nobody = NOBODY.to_string();
    let as_nobody = ["--reuid", &nobody, "--regid", &nobody, "--clear-groups"];
    let can_run = Command::new("setpriv")
        .args(as_nobody)
        .args([program, "--version"])
        .output();
    if !can_run.is_ok_and(|output| output.status.success()) {
        eprintln!("not tried: the program cannot be started as another user here");
        return None;
    }
    let arguments = [as_nobody.as_slice(), &[program, "seeds/bridge.txt"]].concat();
    Some(workspace.run(WIDE, "setpriv", &arguments))
}

fn give_away(folder: &Path) {
    chown(folder, Some(NOBODY), Some(NOBODY)).unwrap();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
        if path.is_dir() {
            give_away(&path);
        }
    }
}

fn permit(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn note(terminal: &mut Terminal, keys: &str, words: &str) {
    terminal.press(keys);
    terminal.wait_for(&["note on “"]);
    terminal.press(words);
    terminal.wait_for(&[words]);
    terminal.press("\r");
}

#[test]
fn notes_in_a_folder_without_write_permission_wait_for_it() {
    let workspace = workspace();
    let folder = workspace.path("notes");
    permit(&folder, 0o555);
    let Some(mut terminal) = open(&workspace) else {
        return;
    };
    terminal.wait_for(&["behind closed doors", "help"]);
    note(&mut terminal, "a", "mine");
    terminal.wait_for(&[
        "not saved: ",
        "permission denied; check the permissions of its folder",
    ]);
    terminal.press("q");
    terminal.wait_for(&["not everything is saved", "ZQ"]);
    terminal.press("ZQ");
    terminal.end().with_code(0);
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    let mut terminal = open(&workspace).unwrap();
    terminal.wait_for(&["mine", "not saved: ", "1 note "]);
    permit(&folder, 0o755);
    terminal.wait_for(&["everything is saved now"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("      mine\n"));
}

/// The folder of one reader, with a notebook in it, may only be read.
#[test]
fn a_notebook_in_a_read_only_folder_is_read_and_left_as_it_is() {
    let workspace = workspace();
    let before =
        "annotations:\n  - id: b4c5d6\n    quote: behind closed doors\n    note: was there\n";
    workspace.write(NOTES, before);
    let folder = workspace.path("notes/anna");
    permit(&folder, 0o555);
    let Some(mut terminal) = open(&workspace) else {
        return;
    };
    terminal.wait_for(&["was there", "1 note "]);
    note(&mut terminal, "Ga", "mine");
    terminal.wait_for(&["not saved: ", "check the permissions", "2 notes"]);
    assert_eq!(workspace.read(NOTES), before);
    permit(&folder, 0o755);
    terminal.wait_for(&["everything is saved now"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let after = workspace.read(NOTES);
    assert!(
        after.starts_with(before) && after.contains("      mine\n"),
        "{after}"
    );
}

#[test]
fn notes_that_may_not_be_read_any_more_stay_in_memory() {
    let workspace = workspace();
    workspace.write(
        NOTES,
        "annotations:\n  - id: b4c5d6\n    quote: behind closed doors\n    note: was there\n",
    );
    let Some(mut terminal) = open(&workspace) else {
        return;
    };
    terminal.wait_for(&["was there", "1 note "]);
    let path = workspace.path(NOTES);
    permit(&path, 0o000);
    terminal.wait_for(&["cannot be read: ", "Your notes are safe here", "was there"]);
    note(&mut terminal, "Ga", "mine");
    terminal.wait_for(&["not saved: ", "2 notes"]);
    permit(&path, 0o644);
    terminal.wait_for(&["everything is saved now"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let after = workspace.read(NOTES);
    assert!(
        after.contains("note: was there\n") && after.contains("      mine\n"),
        "{after}"
    );
}

#[test]
fn a_state_folder_without_write_permission_is_said_while_typing() {
    let workspace = workspace();
    permit(&workspace.state_folder(), 0o555);
    let Some(mut terminal) = open(&workspace) else {
        return;
    };
    terminal.wait_for(&["behind closed doors", "help"]);
    terminal.press("a");
    terminal.wait_for(&["note on “"]);
    terminal.press("mine");
    terminal.wait_for(&["the draft is not safe: "]);
    terminal.press("\r");
    terminal.wait_for(&["1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("      mine\n"));
}
