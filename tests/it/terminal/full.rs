//! No room left, for the notes, for what is half-typed, for both: said, nothing lost, saved when there is room again.

use crate::terminal::harness::{Terminal, Workspace, note};
use crate::terminal::screen::{FIRST_FRAME, workspace};
use rustix::process::Signal;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

const NOTES: &str = "notes/anna/bridge.yaml";

/// Wide enough for a message with a long path.
const WIDE: (u16, u16) = (250, 30);

/// A disk of a few kilobytes on a folder; gone when dropped.
struct SmallDisk(PathBuf);

impl SmallDisk {
    /// None where this user may not mount one.
    fn on(folder: &Path) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"]);
        let mounted = mount.arg(folder).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder.to_owned()));
        }
        eprintln!("not tried: no small disk can be mounted here");
        None
    }

    /// Takes all the room there is.
    fn fill(&self) {
        let mut file = fs::File::create(self.filler()).unwrap();
        while file.write_all(&[b'x'; 1024]).is_ok() {}
    }

    fn free(&self) {
        fs::remove_file(self.filler()).unwrap();
    }

    fn filler(&self) -> PathBuf {
        self.0.join("filler")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

fn reading(workspace: &Workspace) -> Terminal {
    let terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    terminal
}

#[test]
fn a_full_disk_is_said_and_everything_saved_once_there_is_room() {
    let workspace = workspace();
    let Some(disk) = SmallDisk::on(&workspace.path("notes")) else {
        return;
    };
    let mut terminal = reading(&workspace);
    note(&mut terminal, "a", "before");
    terminal.press("\r");
    terminal.wait_for(&["1 note "]);
    let before = workspace.read(NOTES);
    disk.fill();
    note(&mut terminal, "Ga", "without room");
    terminal.press("\r");
    terminal.wait_for(&["not saved: ", "no room is left on the disk", "2 notes"]);
    assert_eq!(workspace.read(NOTES), before);
    terminal.press("q");
    terminal.wait_for(&["not everything is saved"]);
    // The program dies before there is room: what it could not save waits in the state folder.
    terminal.signal(Signal::KILL);
    terminal.end();
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["not saved: ", "without room", "2 notes"]);
    assert_eq!(workspace.read(NOTES), before);
    disk.free();
    terminal.wait_for(&["everything is saved now"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("      without room\n"));
    let terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["1 quote", "2 notes", "help"]);
    let screen = terminal.screen();
    assert!(!screen.contains("restore"), "{screen}");
}

#[test]
fn no_room_for_what_is_half_typed_is_said_while_typing() {
    let workspace = workspace();
    let Some(disk) = SmallDisk::on(&workspace.state_folder()) else {
        return;
    };
    let mut terminal = reading(&workspace);
    note(&mut terminal, "a", "half");
    disk.fill();
    terminal.press(" a thought");
    terminal.wait_for(&[
        "half a thought",
        "the draft is not safe: ",
        "no room is left on the disk",
    ]);
    disk.free();
    terminal.press(" more");
    terminal.wait_until("the warning gone", |seen| {
        let shown = seen.contents();
        shown.contains("half a thought more") && !shown.contains("not safe")
    });
    terminal.signal(Signal::KILL);
    terminal.end();
    let mut terminal = reading_on(&workspace);
    disk.fill();
    terminal.press("\r");
    terminal.wait_for(&["1 note "]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(
        workspace
            .read(NOTES)
            .contains("      half a thought more\n")
    );
}

/// The program with what was half-typed when the last session ended.
fn reading_on(workspace: &Workspace) -> Terminal {
    let terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["half a thought more", "last session"]);
    terminal
}

#[test]
fn no_room_anywhere_keeps_the_notes_in_memory() {
    let workspace = workspace();
    let notes = SmallDisk::on(&workspace.path("notes"));
    let state = SmallDisk::on(&workspace.state_folder());
    let (Some(notes), Some(state)) = (notes, state) else {
        return;
    };
    let mut terminal = reading(&workspace);
    notes.fill();
    state.fill();
    note(&mut terminal, "a", "without room");
    terminal.press("\r");
    terminal.wait_for(&["not saved: ", "in memory only: ", "1 note "]);
    terminal.press("q");
    terminal.wait_for(&["not everything is saved"]);
    notes.free();
    terminal.wait_for(&["everything is saved now"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("      without room\n"));
}

/// A limit on the size of files is not a full disk: the system sends a signal that ends programs that do not expect it.
#[test]
fn a_limit_on_the_size_of_files_ends_nothing() {
    let workspace = workspace().with("PROGRAM", env!("CARGO_BIN_EXE_closeread"));
    let script = "ulimit -S -f 4; exec \"$PROGRAM\" seeds/bridge.txt";
    let mut terminal = workspace.run(WIDE, "/bin/sh", &["-c", script]);
    terminal.wait_for(FIRST_FRAME);
    terminal.press("a");
    terminal.wait_for(&["note on “"]);
    terminal.press(&format!("{}end", "word ".repeat(2_000)));
    terminal.wait_for(&["the draft is not safe: ", "word end"]);
    terminal.press("\r");
    terminal.wait_for(&["not saved: ", "lift the limit", "1 note "]);
    let pid = terminal.process().to_string();
    let lifted = Command::new("prlimit")
        .args(["--pid", &pid, "--fsize=unlimited"])
        .status();
    if !lifted.is_ok_and(|status| status.success()) {
        eprintln!("not tried to the end: the limit cannot be lifted here");
        return;
    }
    terminal.press(":save\r");
    terminal.wait_for(&["everything is saved now"]);
    terminal.press("q");
    terminal.end().with_code(0);
    assert!(workspace.read(NOTES).contains("word word end\n"));
}
