//! The reader's clipboard, also from far away.

use crossterm::clipboard::CopyToClipboard;
use crossterm::queue;
use std::env;
use std::io::{self, Write};
use std::process::{Command, Stdio};

/// The end of a sequence with a text.
const END: &[u8] = b"\x1b\\";

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
    let is_inside = env::var_os("STY").is_some();
    let is_called_so = env::var("TERM").is_ok_and(|term| term.starts_with("screen"));
    if is_inside || is_called_so {
        through_screen(&sequence, out)?;
    }
    if is_inside {
        return Ok(());
    }
    // By SSH from tmux the name may be the same; each of the two passes by what is for the other.
    out.write_all(&sequence)
}

/// Hands a sequence on to the terminal around GNU screen, which takes at most 768 bytes at a time.
fn through_screen(sequence: &[u8], out: &mut impl Write) -> io::Result<()> {
    // It would take the end of the sequence for the end of what is handed on: the other end is a bell.
    let stem = sequence.strip_suffix(END).unwrap_or(sequence);
    for part in [stem, b"\x07"].concat().chunks(700) {
        out.write_all(b"\x1bP")?;
        out.write_all(part)?;
        out.write_all(END)?;
    }
    Ok(())
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
