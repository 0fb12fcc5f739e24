//! Nothing is lost: at a signal, a crash, a change of the file by somebody else.

use crate::terminal::harness::{Terminal, Workspace, is_writable};
use crate::terminal::screen::{FIRST_FRAME, workspace, writing};
use rustix::process::Signal;
use std::fs;
use std::os::unix::fs::PermissionsExt;

pub(super) const NOTES: &str = "notes/anna/bridge.yaml";

/// Wide enough for a message with a long path.
const WIDE: (u16, u16) = (250, 30);

fn type_half_a_note(workspace: &Workspace) -> Terminal {
    let mut terminal = writing(workspace);
    terminal.press("half a thought");
    terminal.wait_for(&["half a thought"]);
    terminal
}

/// Holds that the half-typed note is offered again, and can be finished.
fn finish_the_note(workspace: &Workspace) {
    let mut terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&["note on “", "half a thought", "last session"]);
    terminal.press(", finished\r");
    terminal.wait_for(&["1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read(NOTES);
    assert!(
        notes.contains("note: |-\n      half a thought, finished\n"),
        "{notes}"
    );
}

#[test]
fn a_half_typed_note_survives_the_signals_that_end_programs() {
    for signal in [Signal::TERM, Signal::HUP] {
        let workspace = workspace();
        let terminal = type_half_a_note(&workspace);
        terminal.signal(signal);
        terminal.end().with_code(0);
        finish_the_note(&workspace);
    }
}

#[test]
fn a_half_typed_note_survives_a_kill() {
    let workspace = workspace();
    let terminal = type_half_a_note(&workspace);
    terminal.signal(Signal::KILL);
    assert!(terminal.end().status.signal().is_some());
    finish_the_note(&workspace);
}

/// The fault is only in builds with debug assertions.
#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_says_why_and_loses_nothing() {
    let workspace = workspace().with("CLOSEREAD_FAULT", "panic");
    let mut terminal = type_half_a_note(&workspace);
    // F12
    terminal.press("\x1b[24~");
    let ended = terminal.end();
    ended.with_code(101);
    assert!(
        ended.screen.contains("panicked at src/terminal/fault.rs"),
        "{}",
        ended.screen
    );
    finish_the_note(&workspace);
}

#[test]
fn a_pasted_note_survives_a_kill() {
    let workspace = workspace();
    let mut terminal = writing(&workspace);
    terminal.paste("half a thought");
    terminal.wait_for(&["half a thought"]);
    terminal.signal(Signal::KILL);
    terminal.end();
    finish_the_note(&workspace);
}

#[test]
fn a_note_that_somebody_else_wrote_meanwhile_is_kept() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook(&["b4c5d6"]));
    let mut terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&["note b4c5d6", "1 note"]);
    workspace.write(NOTES, &notebook(&["b4c5d6", "e7f8g9"]));
    terminal.wait_for(&["1 note arrived from disk", "2 notes"]);
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal.press("mine\r");
    terminal.wait_for(&["3 notes"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read(NOTES);
    for note in [
        "note: note b4c5d6\n",
        "note: note e7f8g9\n",
        "note: |-\n      mine\n",
    ] {
        assert!(notes.contains(note), "{notes}");
    }
}

#[test]
fn what_arrives_on_disk_is_shown_without_a_key_and_typing_goes_on() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook(&["b4c5d6"]));
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["note b4c5d6", "1 note"]);
    workspace.write(NOTES, &notebook(&["b4c5d6", "e7f8g9"]));
    terminal.wait_for(&["note e7f8g9", "1 note arrived from disk"]);
    terminal.press("]qahalf a sen");
    terminal.wait_for(&["half a sen"]);
    workspace.write(NOTES, &notebook(&["b4c5d6", "e7f8g9", "h1j2k3"]));
    terminal.wait_for(&["half a sen", "3 notes"]);
    terminal.press("tence\r");
    terminal.wait_for(&["half a sentence", "4 notes"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let file = workspace.read(NOTES);
    for words in ["half a sentence", "note e7f8g9", "note h1j2k3"] {
        assert!(file.contains(words), "{file}");
    }
}

#[test]
fn two_sessions_on_one_notebook_both_keep_everything() {
    let workspace = workspace();
    let mut first = workspace.open(WIDE, &["seeds/bridge.txt"]);
    first.wait_for(FIRST_FRAME);
    let mut second = workspace.open(WIDE, &["seeds/bridge.txt"]);
    second.wait_for(FIRST_FRAME);
    first.press("]qafrom the first\r");
    first.wait_for(&["from the first", "1 note"]);
    second.wait_for(&["from the first", "1 note"]);
    second.press("Gafrom the second\r");
    second.wait_for(&["from the second", "2 notes"]);
    first.wait_for(&["2 notes"]);
    first.press("q");
    first.end().with_code(0);
    second.press("q");
    second.end().with_code(0);
    let file = workspace.read(NOTES);
    assert!(
        file.contains("from the first") && file.contains("from the second"),
        "{file}"
    );
}

#[test]
fn a_file_that_got_broken_meanwhile_is_left_alone() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook(&["b4c5d6"]));
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["note b4c5d6", "1 note"]);
    let broken = notebook(&["b4c5d6"]) + "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n";
    workspace.write(NOTES, &broken);
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal.press("mine\r");
    terminal.wait_for(&["not saved: ", "notes/anna/bridge.yaml:10:"]);
    terminal.press("q");
    terminal.wait_for(&["not everything is saved", "ZQ"]);
    assert_eq!(workspace.read(NOTES), broken);
    // Mended, it is saved after all.
    workspace.write(NOTES, &notebook(&["b4c5d6", "e7f8g9"]));
    terminal.wait_for(&["everything is saved now", "arrived from disk", "3 notes"]);
    assert!(workspace.read(NOTES).contains("note: |-\n      mine\n"));
    workspace.write(NOTES, &broken);
    terminal.press("dd");
    terminal.wait_for(&["not saved: "]);
    terminal.press("ZQ");
    terminal.end().with_code(0);
    assert_eq!(workspace.read(NOTES), broken);
}

#[test]
fn notes_that_cannot_be_saved_are_said_not_to_be() {
    let workspace = workspace();
    let folder = workspace.path("notes");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    if is_writable(&folder) {
        // Nothing is read-only to root; a file in the place of the folder is.
        fs::remove_dir(&folder).unwrap();
        workspace.write("closeread.yaml", "");
    }
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    if !folder.exists() {
        workspace.write("notes", "a file");
    }
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal.press("mine\r");
    terminal.wait_for(&["not saved: ", "cannot be saved", "check the permissions"]);
    terminal.press("q");
    terminal.wait_for(&["not everything is saved", "ZQ"]);
    terminal.press("ZQ");
    terminal.end().with_code(0);
}

#[test]
fn a_state_folder_that_cannot_be_written_is_said_while_typing() {
    let workspace = workspace();
    fs::remove_dir(workspace.state_folder()).unwrap();
    fs::write(workspace.state_folder(), "a file").unwrap();
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    terminal.press("a");
    terminal.wait_for(&["note on “"]);
    terminal.press("mine");
    terminal.wait_for(&["the draft is not safe: "]);
    terminal.press("\r");
    terminal.wait_for(&["1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("note: |-\n      mine\n"));
}

/// A notebook on the article, with one note on the first paragraph for each id.
fn notebook(ids: &[&str]) -> String {
    let mut text =
        "closeread: 1\nreader: Anna\narticle:\n  path: seeds/bridge.txt\nannotations:\n".to_owned();
    for id in ids {
        text.push_str(&format!(
            "  - id: {id}\n    at: '1:27'\n    quote: behind closed doors\n    note: note {id}\n"
        ));
    }
    text
}
