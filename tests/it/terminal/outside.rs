//! Other programs: the clipboard, tmux, the reader's own editor.

use crate::installed::installed;
use crate::terminal::harness::{Workspace, count};
use crate::terminal::screen::{FIRST_FRAME, reading, workspace, writing};
use std::process::Command;

/// “We will rebuild the bridge,” in base64.
pub(super) const QUOTE: &str = "4oCcV2Ugd2lsbCByZWJ1aWxkIHRoZSBicmlkZ2Us4oCd";

#[test]
fn a_quote_is_copied_by_the_terminal_itself() {
    let workspace = workspace();
    let mut terminal = reading(&workspace);
    terminal.press("]qy");
    terminal.wait_for(&["copied 5 words of ¶2"]);
    terminal.press("q");
    let ended = terminal.end();
    ended.with_code(0);
    let sequence = format!("\x1b]52;c;{QUOTE}\x1b\\");
    assert_eq!(count(&ended.log, sequence.as_bytes()), 1);
}

/// A tmux server of the test's own; gone with it.
struct Tmux<'a>(&'a Workspace);

impl Tmux<'_> {
    fn command(&self, arguments: &[&str]) -> String {
        let output = Command::new("tmux")
            .args(["-L", "closeread-test"])
            .args(arguments)
            .env_clear()
            .envs(self.0.variables())
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        self.command(&["kill-server"]);
    }
}

#[test]
fn inside_tmux_a_quote_goes_to_its_buffer_and_a_closed_terminal_loses_nothing() {
    if installed("tmux").is_none() {
        return;
    }
    let workspace = workspace();
    let socket = workspace.path("").display().to_string();
    let workspace = workspace.with("TMUX_TMPDIR", &socket);
    let tmux = Tmux(&workspace);
    let program = env!("CARGO_BIN_EXE_closeread");
    let arguments = [
        "-L",
        "closeread-test",
        "-f",
        "/dev/null",
        "new-session",
        program,
        "seeds/bridge.txt",
    ];
    let mut terminal = workspace.run((100, 30), "tmux", &arguments);
    terminal.wait_for(FIRST_FRAME);
    terminal.press("]qy");
    terminal.wait_for(&["copied 5 words of ¶2"]);
    assert_eq!(
        tmux.command(&["show-buffer"]),
        "“We will rebuild the bridge,”"
    );
    terminal.press("a");
    terminal.wait_for(&["note on “"]);
    terminal.press("half a thought");
    terminal.wait_for(&["half a thought"]);
    tmux.command(&["kill-server"]);
    terminal.end();
    let terminal = workspace.open((100, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(&["half a thought", "last session"]);
}

#[test]
fn a_note_is_written_in_the_readers_own_editor() {
    let workspace = workspace();
    let script = "printf 'Who pays?\\nAnd when?\\n' > \"$1\"\n";
    workspace.write("editor.sh", script);
    let workspace = workspace.with("EDITOR", "sh editor.sh");
    let mut terminal = reading(&workspace);
    terminal.press("]qE");
    terminal.wait_for(&["Who pays?", "And when?", "1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read("notes/anna/bridge.yaml");
    assert!(
        notes.contains("    note: |-\n      Who pays?\n      And when?\n"),
        "{notes}"
    );
}

#[test]
fn a_line_appended_to_an_empty_note_is_its_first() {
    let workspace = workspace();
    workspace.write("editor.sh", "echo 'Who pays?' >> \"$1\"\n");
    let workspace = workspace.with("EDITOR", "sh editor.sh");
    let mut terminal = reading(&workspace);
    terminal.press("]qE");
    terminal.wait_for(&["Who pays?", "1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read("notes/anna/bridge.yaml");
    assert!(notes.contains("note: |-\n      Who pays?\n"), "{notes}");
}

#[test]
fn an_editor_that_fails_leaves_the_text_as_it_was() {
    let workspace = workspace().with("EDITOR", "false");
    let mut terminal = writing(&workspace);
    terminal.press("half a thought\x07");
    terminal.wait_for(&["false ended with", "half a thought"]);
    terminal.press("\r");
    terminal.wait_for(&["1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read("notes/anna/bridge.yaml");
    assert!(
        notes.contains("note: |-\n      half a thought\n"),
        "{notes}"
    );
}

#[test]
fn the_editors_file_is_private_gone_afterwards_and_kept_when_the_editor_fails() {
    let workspace = workspace();
    let script = "ls -ld \"$1\" \"${1%/*}\" | cut -c1-10 > modes\necho 'Who pays?' > \"$1\"\ntest ! -e fail\n";
    workspace.write("editor.sh", script);
    let workspace = workspace.with("EDITOR", "umask 0; sh editor.sh");
    let left = || {
        let files = std::fs::read_dir(workspace.path("../home")).unwrap();
        let names = files.map(|file| file.unwrap().path().join("note.md"));
        names.filter(|path| path.exists()).collect::<Vec<_>>()
    };
    let mut terminal = workspace.open((250, 30), &["seeds/bridge.txt"]);
    terminal.wait_for(FIRST_FRAME);
    terminal.press("]qE");
    terminal.wait_for(&["Who pays?", "1 note"]);
    assert_eq!(workspace.read("modes"), "drwx------\n-rw-------\n");
    assert_eq!(left(), [""; 0].map(std::path::PathBuf::from));
    workspace.write("fail", "");
    terminal.press("gga");
    terminal.wait_for(&["note on “"]);
    terminal.press("half a thought\x07");
    terminal.wait_for(&["ended with", "half a thought", "what was written is in "]);
    let kept = left();
    assert_eq!(kept.len(), 1);
    assert_eq!(std::fs::read_to_string(&kept[0]).unwrap(), "Who pays?\n");
}

/// In vim ^C is a way out of insert mode, and the terminal sends it to every program on it. So does this script.
#[test]
fn an_interrupt_in_the_editor_is_the_editors() {
    let workspace = workspace();
    let script = "trap : INT\nkill -INT 0\necho interrupted > \"$1\"\n";
    workspace.write("editor.sh", script);
    let workspace = workspace.with("EDITOR", "sh editor.sh");
    let mut terminal = reading(&workspace);
    terminal.press("]qE");
    terminal.wait_for(&["interrupted", "1 note"]);
    terminal.press("q");
    terminal.end().with_code(0);
    let notes = workspace.read("notes/anna/bridge.yaml");
    assert!(notes.contains("note: |-\n      interrupted\n"), "{notes}");
}
