//! Inside GNU screen, the program.

use crate::installed::installed;
use crate::terminal::harness::{Terminal, Workspace, count};
use crate::terminal::outside::QUOTE;
use crate::terminal::screen::workspace;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

/// A screen of the test's own; gone with it.
struct Screen {
    workspace: Workspace,
}

impl Screen {
    fn new() -> Self {
        let workspace = workspace();
        let sockets = workspace.path("../sockets");
        fs::create_dir(&sockets).unwrap();
        // It takes no other.
        fs::set_permissions(&sockets, fs::Permissions::from_mode(0o700)).unwrap();
        let sockets = sockets.display().to_string();
        let workspace = workspace.with("SCREENDIR", &sockets).with("PS1", "ready> ");
        workspace.write("screenrc", "startup_message off\ndefencoding utf8\n");
        Self { workspace }
    }

    /// A shell inside, on a terminal of 100x30.
    fn shell(&self) -> Terminal {
        let terminal = self.workspace.run(
            (100, 30),
            "screen",
            &["-U", "-S", "test", "-c", "screenrc", "sh"],
        );
        terminal.wait_until("a shell", |seen| seen.contents().contains("ready>"));
        terminal
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let mut end = Command::new("screen");
        end.args(["-S", "test", "-X", "quit"]).env_clear();
        let _ = end.envs(self.workspace.variables()).output();
    }
}

#[test]
fn inside_screen_the_desk_reads_annotates_copies_and_leaves_nothing_behind() {
    if installed("screen").is_none() {
        return;
    }
    let screen = Screen::new();
    let mut terminal = screen.shell();
    terminal.press(&format!(
        "{} seeds/bridge.txt\r",
        env!("CARGO_BIN_EXE_closeread")
    ));
    terminal.wait_until("the desk", |seen| {
        let shown = seen.contents();
        // screen passes a frame on in parts.
        [
            "behind closed doors",
            "“We will rebuild",
            "5 words · Ada Lowe",
            "│",
            "help",
        ]
        .iter()
        .all(|text| shown.contains(text))
    });
    // Slanted letters would be.
    assert!(!terminal.seen().is_reversed("“We will rebuild"));
    terminal.press("]qy");
    let copied = format!("\x1b]52;c;{QUOTE}\x07");
    terminal.wait_until("a copy that came through, with its end", |seen| {
        count(&seen.log, copied.as_bytes()) == 1
    });
    terminal.press("a");
    terminal.wait_until("the editor", |seen| seen.contents().contains("note on “"));
    terminal.press("Who pays?\r");
    terminal.wait_until("the note", |seen| seen.contents().contains("1 note"));
    let notes = screen.workspace.read("notes/anna/bridge.yaml");
    assert!(notes.contains("note: |-\n      Who pays?\n"), "{notes}");
    terminal.press("q");
    // It has no second screen unless asked to: what was drawn is taken off.
    terminal.wait_until("nothing but the shell", |seen| {
        seen.contents().trim() == "ready>"
    });
    terminal.press("exit\r");
    terminal.end().with_code(0);
}
