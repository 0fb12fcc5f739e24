//! Few bytes: what has not changed is not written.

use crate::terminal::harness::{Terminal, Workspace, count};
use crate::terminal::screen::{ARTICLE, FIRST_FRAME, reading, workspace};
use std::fs;
use std::path::Path;

const FRAME: &[u8] = b"\x1b[?2026h";

/// What came for keys, once all of `texts` are on the screen.
fn bytes(terminal: &mut Terminal, keys: &str, texts: &[&str]) -> Vec<u8> {
    let before = terminal.seen().log.len();
    terminal.press(keys);
    terminal.wait_for(texts);
    terminal.seen().log.split_off(before)
}

#[test]
fn the_first_frame_of_the_sample_is_small() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = "seeds/000_c6d07a3c0f466bd7.txt";
    let notes = "notes/demo/000_c6d07a3c0f466bd7.yaml";
    let read = |name: &str| fs::read_to_string(own.join(name)).unwrap();
    let workspace = Workspace::new(&[(sample, &read(sample)), (notes, &read(notes))]);
    let terminal = workspace.open((120, 40), &["--reader", "demo", sample]);
    terminal.wait_for(&["14 notes", "help"]);
    let size = terminal.seen().log.len();
    assert!(size < 5000, "{size} bytes");
}

#[test]
fn a_step_writes_markers_and_notes_and_no_text() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    let step = bytes(&mut terminal, "j", &["¶2/3"]);
    let shown = String::from_utf8(step).unwrap();
    for line in ARTICLE.lines() {
        let words: Vec<&str> = line.split(' ').take(3).collect();
        assert!(!shown.contains(&words.join(" ")), "{shown:?}");
    }
}

#[test]
fn a_row_that_scrolls_in_is_written_alone() {
    let lines: Vec<String> = (1..80)
        .map(|n| format!("Paragraph {n} of many.\n"))
        .collect();
    let workspace = Workspace::new(&[("seeds/long.txt", &lines.concat())]);
    let mut terminal = workspace.open((80, 24), &["seeds/long.txt"]);
    terminal.wait_for(&["Paragraph 10 of many.", "help"]);
    let scrolled = bytes(&mut terminal, "\x05", &["Paragraph 11 of many."]);
    let shown = String::from_utf8(scrolled).unwrap();
    assert!(!shown.contains("Paragraph 9 of many."), "{shown:?}");
    assert!(shown.len() < 400, "{shown:?}");
}

#[test]
fn keys_that_come_at_once_make_one_frame() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    let many = bytes(&mut terminal, "jkjkjkj", &["¶2/3"]);
    assert_eq!(count(&many, FRAME), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_frame_is_one_write() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    bytes(&mut terminal, "j", &["¶2/3"]);
    let before = writes(terminal.process());
    for (key, shown) in [("j", "¶3/3"), ("k", "¶2/3"), ("k", "¶1/3"), ("j", "¶2/3")] {
        bytes(&mut terminal, key, &[shown]);
    }
    let written = writes(terminal.process()) - before;
    // What was just seen may be counted a moment later.
    assert!((3..=5).contains(&written), "{written} writes");
}

/// How often a process has written anything so far.
#[cfg(target_os = "linux")]
fn writes(process: u32) -> u32 {
    let counts = fs::read_to_string(format!("/proc/{process}/io")).unwrap();
    let line = counts.lines().find_map(|line| line.strip_prefix("syscw: "));
    line.unwrap().parse().unwrap()
}

#[test]
fn a_redraw_shows_what_was_shown() {
    let workspace = workspace();
    let mut terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    terminal.press("jjk");
    terminal.wait_for(&["¶2/3"]);
    let before = terminal.screen();
    terminal.press("\x0c");
    terminal.wait_until("everything once more", |seen| {
        count(&seen.log, b"\x1b[2J") == 2 && seen.contents() == before
    });
}
