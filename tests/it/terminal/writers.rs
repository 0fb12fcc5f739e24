//! Writers of every kind behind the program's back: slow ones, ones with another clock, ones on another machine.

use crate::terminal::harness::{Terminal, Workspace, note};
use crate::terminal::screen::{reading, workspace};
use rustix::process::Signal;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

const NOTES: &str = "notes/anna/bridge.yaml";

/// Wide enough for a message with a long path.
const WIDE: (u16, u16) = (250, 30);

/// 2001 and 2100, in seconds.
const PAST: u64 = 978_307_200;
const FUTURE: u64 = 4_102_444_800;

fn notebook(notes: &[&str]) -> String {
    let notes = notes.iter().map(|note| {
        format!("  - id: id{note}\n    at: '1:27'\n    quote: behind closed doors\n    note: words of {note}\n")
    });
    let head = "closeread: 1\nreader: anna\narticle:\n  path: seeds/bridge.txt\nannotations:\n";
    head.to_owned() + &notes.collect::<String>()
}

/// However long this machine takes from one step of a writer to the next, it is not believed to have ended in between.
fn unhurried() -> Workspace {
    workspace().with("CLOSEREAD_FAULT", "slow")
}

fn opened(workspace: &Workspace) -> Terminal {
    let terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["words of b4c5", "help"]);
    terminal
}

fn append(path: &Path, text: &str) {
    let mut file = OpenOptions::new().append(true).open(path).unwrap();
    file.write_all(text.as_bytes()).unwrap();
}

fn stamp(path: &Path, time: SystemTime) {
    let file = File::options().write(true).open(path).unwrap();
    file.set_modified(time).unwrap();
}

/// What the writer has put there so far can be read, as a notebook with fewer notes and half a sentence.
#[test]
fn a_writer_that_pauses_in_the_middle_takes_no_notes_away() {
    let workspace = unhurried();
    workspace.write(NOTES, &notebook(&["b4c5", "e7f8"]));
    let mut terminal = opened(&workspace);
    note(&mut terminal, "Ga", "half a thought");
    let whole = notebook(&["b4c5", "e7f8", "h2j3"]);
    let (begun, rest) = whole.split_at(whole.find(" of b4c5").unwrap());
    workspace.write(NOTES, begun);
    // That it was looked at in the meantime shows in what comes after it.
    workspace.write("notes/codebook.yaml", "tags:\n  - name: fear\n");
    terminal.wait_for(&["the codebook changed on disk", "words of b4c5", "2 notes"]);
    append(&workspace.path(NOTES), rest);
    terminal.wait_for(&["1 note arrived from disk", "half a thought", "3 notes"]);
    terminal.press("\r");
    terminal.wait_for(&["4 notes"]);
    terminal.press("q");
    let ended = terminal.end();
    ended.with_code(0);
    let log = String::from_utf8_lossy(&ended.log);
    assert!(!log.contains("deleted on disk") && !log.contains("changed here"));
    let written = workspace.read(NOTES);
    assert!(
        written.starts_with(&whole) && written.contains("      half a thought\n"),
        "{written}"
    );
}

/// Programs that cannot replace a file empty it first, or take it away.
#[test]
fn a_file_that_is_away_for_a_moment_is_no_news() {
    let workspace = unhurried();
    let whole = notebook(&["b4c5", "e7f8"]);
    workspace.write(NOTES, &whole);
    let mut terminal = opened(&workspace);
    fs::remove_file(workspace.path(NOTES)).unwrap();
    workspace.write("notes/codebook.yaml", "tags:\n  - name: fear\n");
    terminal.wait_for(&["the codebook changed on disk", "2 notes"]);
    workspace.write(NOTES, "");
    workspace.write(
        "notes/codebook.yaml",
        "tags:\n  - name: fear\n  - name: anger\n",
    );
    terminal.wait_for(&["the codebook changed on disk: 2 tags", "2 notes"]);
    workspace.write(NOTES, &notebook(&["b4c5", "e7f8", "h2j3"]));
    terminal.wait_for(&["1 note arrived from disk", "3 notes"]);
    terminal.press("q");
    let ended = terminal.end();
    ended.with_code(0);
    let log = String::from_utf8_lossy(&ended.log);
    assert!(!log.contains("deleted on disk") && !log.contains("is gone"));
}

/// `rsync -t`, `cp -p`, a restored backup: other words, the length and the time of before.
#[test]
fn other_words_with_the_same_length_and_time_are_noticed() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook(&["b4c5"]));
    workspace.write("notes/codebook.yaml", "tags:\n  - name: fear\n");
    let time = UNIX_EPOCH + Duration::from_secs(PAST);
    let codebook = workspace.path("notes/codebook.yaml");
    stamp(&workspace.path(NOTES), time);
    stamp(&codebook, time);
    let mut terminal = opened(&workspace);
    let other = notebook(&["b4c5"]).replace("words of b4c5", "other of b4c5");
    workspace.write(NOTES, &other);
    stamp(&workspace.path(NOTES), time);
    terminal.wait_for(&["other of b4c5", "1 note changed on disk"]);
    workspace.write("notes/codebook.yaml", "tags:\n  - name: rage\n");
    stamp(&codebook, time);
    terminal.wait_for(&["the codebook changed on disk"]);
    terminal.press("t");
    terminal.wait_for(&["rage"]);
    terminal.press("\x03q");
    terminal.end().with_code(0);
    assert_eq!(workspace.read(NOTES), other);
}

/// Only in builds with debug assertions can the clock of the program be set.
#[cfg(debug_assertions)]
#[test]
fn a_clock_that_goes_backwards_loses_nothing() {
    let workspace = workspace();
    workspace.write(NOTES, &notebook(&["b4c5"]));
    let future = UNIX_EPOCH + Duration::from_secs(FUTURE);
    // A killed writer's litter, and a half-typed text, from a day that has not come.
    let litter = workspace.path("notes/anna/.closeread-k3jd8a");
    fs::write(&litter, "half").unwrap();
    for path in [&litter, &workspace.path(NOTES)] {
        stamp(path, future);
    }
    let workspace = workspace.with("CLOSEREAD_FAULT", &format!("clock={FUTURE}"));
    let mut terminal = opened(&workspace);
    note(&mut terminal, "2Ga", "late");
    terminal.press("\r");
    terminal.wait_for(&["2 notes"]);
    assert!(!litter.exists());
    note(&mut terminal, "3Ga", "half a thought");
    terminal.signal(Signal::KILL);
    terminal.end();
    for entry in fs::read_dir(workspace.state_folder().join("closeread")).unwrap() {
        stamp(&entry.unwrap().path(), future);
    }
    // A hundred years back; it stands still, so every note is of the same moment.
    let workspace = workspace.with("CLOSEREAD_FAULT", &format!("clock={PAST}"));
    let mut terminal = workspace.open(WIDE, &["seeds/bridge.txt"]);
    terminal.wait_for(&["half a thought", "last session", "2 notes"]);
    terminal.press("\r");
    terminal.wait_for(&["3 notes"]);
    note(&mut terminal, "1Ga", "early");
    terminal.press("\r");
    terminal.wait_for(&["4 notes"]);
    terminal.press("2Gvwa");
    terminal.wait_for(&["note on “"]);
    terminal.press("early, too\r");
    terminal.wait_for(&["5 notes"]);
    terminal.press("uu\x12\x12");
    terminal.wait_for(&["5 notes", "did again"]);
    // A file that is older than what is known is news all the same.
    let more = workspace
        .read(NOTES)
        .replace("words of b4c5", "news of b4c5");
    workspace.write(NOTES, &more);
    stamp(&workspace.path(NOTES), UNIX_EPOCH + Duration::from_secs(1));
    terminal.wait_for(&["1 note changed on disk"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let written = workspace.read(NOTES);
    for words in [
        "news of b4c5",
        "late\n",
        "half a thought\n",
        "early\n",
        "early, too\n",
        "2100-01-01T",
        "2001-01-01T",
    ] {
        assert!(written.contains(words), "{words}: {written}");
    }
    let ids = written
        .lines()
        .filter_map(|line| line.strip_prefix("  - id: "));
    assert_eq!(ids.collect::<std::collections::HashSet<_>>().len(), 5);
}

/// Only in builds with debug assertions can watching be switched off.
#[cfg(debug_assertions)]
#[test]
fn without_a_watch_a_change_is_noticed_at_a_key() {
    let workspace = workspace().with("CLOSEREAD_FAULT", "unwatched");
    let mut terminal = reading(&workspace);
    workspace.write(NOTES, &notebook(&["b4c5", "e7f8"]));
    // A key looks again when the last look is a second ago.
    for key in ["j", "k"].iter().cycle() {
        terminal.press(key);
        terminal.wait_for(&[if *key == "j" { "¶2/3" } else { "¶1/3" }]);
        if terminal.screen().contains("2 notes  ") {
            break;
        }
    }
    // A save looks whenever it comes.
    workspace.write(NOTES, &notebook(&["b4c5", "e7f8", "h2j3"]));
    note(&mut terminal, "Ga", "mine");
    terminal.press("\r");
    terminal.wait_for(&["4 notes"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let written = workspace.read(NOTES);
    assert!(
        written.contains("of h2j3\n") && written.contains("      mine\n"),
        "{written}"
    );
}
