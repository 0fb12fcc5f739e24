//! Over SSH: a real login, a connection that is cut, a terminal multiplexer at the far end.

mod server;

use crate::installed::installed;
use crate::terminal::harness::{Workspace, count, note};
use crate::terminal::outside::QUOTE;
use crate::terminal::screen::{FIRST_FRAME, workspace};
use rustix::process::{Pid, Signal, kill_process};
use server::{Alive, Server};
use std::process::Command;

const NOTES: &str = "notes/anna/bridge.yaml";

/// The program on the article.
fn reading() -> String {
    format!(
        "exec '{}' seeds/bridge.txt",
        env!("CARGO_BIN_EXE_closeread")
    )
}

#[test]
fn a_login_draws_annotates_copies_and_takes_on_a_new_size() {
    let workspace = workspace();
    let Some(server) = Server::start(&workspace) else {
        return;
    };
    let (mut terminal, far) = server.log_in((100, 30), &reading()).into_parts();
    terminal.wait_for(FIRST_FRAME);
    terminal.press("]qa");
    terminal.wait_for(&["note on “"]);
    terminal.press("Who pays?\r");
    terminal.wait_for(&["Who pays?", "1 note"]);
    assert!(
        workspace
            .read(NOTES)
            .contains("note: |-\n      Who pays?\n")
    );
    terminal.press("]qy");
    let copied = format!("\x1b]52;c;{QUOTE}\x1b\\");
    terminal.wait_until("a copy that came through", |seen| {
        count(&seen.log, copied.as_bytes()) == 1
    });
    terminal.resize((60, 20));
    terminal.wait_until("panes above each other", |seen| {
        let shown = seen.contents();
        shown.contains("bridge") && shown.contains("Who pays?") && !shown.contains('│')
    });
    terminal.press("q");
    terminal.end().with_code(0);
    far.wait_until_ended();
}

#[test]
fn a_connection_that_is_cut_in_the_middle_of_a_note_loses_none_of_it() {
    for is_near in [true, false] {
        let workspace = workspace();
        let Some(server) = Server::start(&workspace) else {
            return;
        };
        let (mut terminal, far) = server.log_in((100, 30), &reading()).into_parts();
        terminal.wait_for(FIRST_FRAME);
        note(&mut terminal, "]qa", "half a thought");
        if is_near {
            terminal.signal(Signal::KILL);
        } else {
            kill(far.server_process());
        }
        terminal.end();
        far.wait_until_ended();
        let (mut terminal, far) = server.log_in((100, 30), &reading()).into_parts();
        terminal.wait_for(&["note on “", "half a thought", "last session"]);
        terminal.press(", finished\r");
        terminal.wait_for(&["1 note"]);
        terminal.press("q");
        terminal.end().with_code(0);
        far.wait_until_ended();
        let notes = workspace.read(NOTES);
        assert!(
            notes.contains("      half a thought, finished\n"),
            "{notes}"
        );
    }
}

/// A tmux server at the far end; gone with the test.
struct Tmux<'a>(&'a Workspace);

impl Tmux<'_> {
    fn call(&self) -> String {
        format!(
            "tmux -S '{}' -f /dev/null",
            self.0.path("../ssh/tmux").display()
        )
    }
}

impl Drop for Tmux<'_> {
    fn drop(&mut self) {
        let end = format!("{} kill-server 2>/dev/null", self.call());
        let _ = Command::new("sh").args(["-c", &end]).status();
    }
}

#[test]
fn inside_tmux_at_the_far_end_a_session_outlives_its_connections() {
    let workspace = workspace();
    if installed("tmux").is_none() {
        return;
    }
    let Some(server) = Server::start(&workspace) else {
        return;
    };
    let tmux = Tmux(&workspace);
    let path = workspace.path("../ssh/alive");
    let alive = Alive::new(&path);
    // What runs inside is no part of the login.
    let begin = format!(
        "{} set -g set-clipboard on \\; new-session \"exec 3> '{}'; {}\" 3>&-",
        tmux.call(),
        path.display(),
        reading(),
    );
    let again = format!("{} attach 3>&-", tmux.call());
    let (mut terminal, far) = server.log_in((100, 30), &begin).into_parts();
    terminal.wait_for(FIRST_FRAME);
    terminal.press("]qy");
    terminal.wait_until("a copy that came through", |seen| {
        count(&seen.log, QUOTE.as_bytes()) == 1
    });
    note(&mut terminal, "]qa", "half a thought");
    // Detached by its key.
    terminal.press("\x02d");
    terminal.end().with_code(0);
    far.wait_until_ended();
    let (mut terminal, far) = server.log_in((90, 28), &again).into_parts();
    terminal.wait_for(&["note on “", "half a thought"]);
    terminal.press(" goes on");
    terminal.wait_for(&["half a thought goes on"]);
    // Detached by a cut.
    kill(far.server_process());
    terminal.end();
    far.wait_until_ended();
    let (mut terminal, _far) = server.log_in((100, 30), &again).into_parts();
    terminal.wait_for(&["half a thought goes on"]);
    terminal.press("\r");
    terminal.wait_for(&["1 note"]);
    assert!(workspace.read(NOTES).contains("half a thought goes on\n"));
    terminal.press("j");
    note(&mut terminal, "]qa", "a second one");
    // The far end goes down with all that runs there.
    drop(tmux);
    terminal.end();
    alive.wait_until_ended();
    let (terminal, _far) = server.log_in((100, 30), &reading()).into_parts();
    terminal.wait_for(&["a second one", "last session"]);
}

fn kill(process: i32) {
    kill_process(Pid::from_raw(process).unwrap(), Signal::KILL).unwrap();
}
