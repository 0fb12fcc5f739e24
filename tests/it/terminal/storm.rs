//! Many saves: killed at random moments, by two sessions at once, on a disk that is full.

use crate::terminal::harness::{Terminal, Workspace};
use crate::terminal::loss::{NOTES, WIDE};
use crate::terminal::screen::{FIRST_FRAME, workspace};
use closeread::notes::ArticleRef;
use closeread::store::NotebookFile;
use rustix::process::Signal;
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

/// Kills in the gate; `CLOSEREAD_KILLS` asks for others.
const KILLS: u64 = 8;

/// Undo and redo: twenty saves of one note.
const STORM: &str = "u\x12u\x12u\x12u\x12u\x12u\x12u\x12u\x12u\x12u\x12";

/// An article with a paragraph for each note: a second one on the same words would change the first.
fn long(paragraphs: u64) -> Workspace {
    let text: String = (1..=paragraphs)
        .map(|n| format!("Sentence {n} stands here.\n\n"))
        .collect();
    Workspace::new(&[("seeds/bridge.txt", &text)])
}

fn open(workspace: &Workspace) -> Terminal {
    let terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&["stands here", "help"]);
    terminal
}

/// A moment within a storm; the same in every run (a linear congruential generator).
fn moment(seed: &mut u64) -> Duration {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    Duration::from_micros((*seed >> 33) % 40_000)
}

#[test]
fn kills_at_random_moments_leave_the_file_whole() {
    let kills = std::env::var("CLOSEREAD_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let workspace = long(2 * kills + 1);
    let mut seed = 5;
    for round in 0..kills {
        let mut terminal = open(&workspace);
        terminal.press(&format!("{}Gakept {round}.\r", 2 * round + 1));
        terminal.wait_until("the note on disk", |_| {
            workspace.read(NOTES).contains(&format!("kept {round}."))
        });
        terminal.press(&format!("{}Gain the storm\r", 2 * round + 2));
        terminal.press(STORM);
        // A random moment is a time, not something to wait for.
        let (start, moment) = (Instant::now(), moment(&mut seed));
        while start.elapsed() < moment {
            std::thread::yield_now();
        }
        terminal.signal(Signal::KILL);
        terminal.end();
        // Kept for the next start if it was killed while it was typed: tried elsewhere.
        let _ = fs::remove_dir_all(workspace.state_folder().join("closeread"));
        let path = workspace.path(NOTES);
        let file = NotebookFile::open(&path, "anna", ArticleRef::default()).unwrap();
        let notes: Vec<_> = file.notebook().annotations.iter().collect();
        for earlier in 0..=round {
            let kept = format!("kept {earlier}.");
            let times = notes.iter().filter(|a| a.note.as_ref() == Some(&kept));
            assert_eq!(times.count(), 1, "{kept} after kill {round}");
        }
    }
    let mut terminal = open(&workspace);
    terminal.press("Gathe last\r");
    terminal.wait_until("the note on disk", |_| {
        workspace.read(NOTES).contains("the last")
    });
    terminal.press("q");
    terminal.end().with_code(0);
    let folder = fs::read_dir(workspace.path("notes/anna")).unwrap();
    let names: Vec<_> = folder.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["bridge.yaml"]);
}

#[test]
fn two_sessions_that_save_in_turns_both_keep_everything() {
    let workspace = long(24);
    let mut sessions = [open(&workspace), open(&workspace)];
    for turn in 0..24 {
        let terminal = &mut sessions[turn % 2];
        terminal.press(&format!("{}Gaturn {turn}.\r", turn + 1));
        let notes = if turn == 0 { "note" } else { "notes" };
        terminal.wait_for(&[&format!(" {} {notes}", turn + 1)]);
    }
    for mut terminal in sessions {
        terminal.press("q");
        terminal.end().with_code(0);
    }
    let file = workspace.read(NOTES);
    for turn in 0..24 {
        assert!(file.contains(&format!("turn {turn}.\n")), "{turn}: {file}");
    }
}

/// A small disk of its own at a folder of the workspace; taken away with it.
struct Disk(std::path::PathBuf);

impl Disk {
    /// None where this user may not mount one.
    fn at(workspace: &Workspace, folder: &str) -> Option<Self> {
        let path = workspace.path(folder);
        fs::create_dir_all(&path).unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
            .arg(&path)
            .output();
        let mounted = mount.is_ok_and(|output| output.status.success());
        mounted.then_some(Self(path))
    }

    /// Leaves no room on it.
    fn fill(&self) {
        let _ = fs::write(self.0.join("filler"), vec![b'x'; 1 << 20]);
    }

    fn make_room(&self) {
        fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_is_said_and_what_was_written_is_saved_when_there_is_room() {
    let workspace = workspace();
    let Some(disk) = Disk::at(&workspace, "notes/anna") else {
        eprintln!("not tried: this user may not mount a disk");
        return;
    };
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    terminal.press("]qabefore\r");
    terminal.wait_for(&["before", "1 note"]);
    let before = workspace.read(NOTES);
    disk.fill();
    terminal.press("Gameanwhile\r");
    terminal.wait_for(&["not saved: ", "meanwhile"]);
    assert_eq!(workspace.read(NOTES), before);
    disk.make_room();
    terminal.press(":save\r");
    terminal.wait_for(&["2 notes"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let file = workspace.read(NOTES);
    assert!(
        file.contains("before\n") && file.contains("meanwhile\n"),
        "{file}"
    );
}
