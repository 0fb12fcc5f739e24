//! Many saves by two sessions at once.

use crate::terminal::harness::{Terminal, Workspace};
use crate::terminal::loss::NOTES;

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
