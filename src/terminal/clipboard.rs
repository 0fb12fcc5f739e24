//! The reader's clipboard, also from far away.

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// Puts `text` on the clipboard of the reader's own terminal by OSC 52, which passes through SSH.
///
/// tmux keeps such a sequence to itself unless told otherwise, but hands its own buffer on: inside tmux the text goes
/// that way, and through GNU screen's pass-through inside screen. Misses: terminals that do not know OSC 52.
pub(super) fn copy(text: &str, out: &mut impl Write) -> io::Result<()> {
    if env::var_os("TMUX").is_some() && to_tmux(text) {
        return Ok(());
    }
    let mut sequence = Vec::new();
    queue!(sequence, CopyToClipboard::to_clipboard_from(text))?;
    if env::var("TERM").is_ok_and(|term| term.starts_with("screen")) && env::var_os("STY").is_some()
    {
        // screen passes on at most 768 bytes at a time.
        for part in sequence.chunks(700) {
            out.write_all(b"\x1bP")?;
            out.write_all(part)?;
            out.write_all(b"\x1b\\")?;
        }
        return Ok(());
    }
    out.write_all(&sequence)
}

fn to_tmux(text: &str) -> bool {
    let child = Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else {
        return false;
    };
    let written = child
        .stdin
        .take()
        .is_some_and(|mut stdin| stdin.write_all(text.as_bytes()).is_ok());
    child.wait().is_ok_and(|status| status.success()) && written
}
