//! The floor for a reader in a terminal: the least a program can do that shows one paragraph and eight notes beside it.
//!
//! `floor FILE`: `j` and `k` to the next and the previous paragraph, `G` to the last, `gg` to the first, `q` to leave. One write
//! per key, nothing kept of the file, nothing found, nothing saved. `benches/terminal.py` measures closeread beside it.

use rustix::termios::{OptionalActions, tcgetattr, tcgetwinsize, tcsetattr};
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::unix::fs::FileExt;

/// So much of the file is looked at for one paragraph.
const WINDOW: usize = 64 * 1024;

const NOTE: &str = "note: who says so, and how do they know?";

struct Floor {
    file: File,
    /// Where the paragraph that is shown begins.
    at: u64,
    width: usize,
    height: usize,
    /// Rows that are filled.
    filled: usize,
    out: Vec<u8>,
}

fn main() -> io::Result<()> {
    let path = std::env::args_os().nth(1).unwrap_or_default();
    let terminal = io::stdin();
    let size = tcgetwinsize(&terminal)?;
    let before = tcgetattr(&terminal)?;
    let mut raw = before.clone();
    raw.make_raw();
    tcsetattr(&terminal, OptionalActions::Now, &raw)?;
    let mut floor = Floor {
        file: File::open(path)?,
        at: 0,
        width: usize::from(size.ws_col),
        height: usize::from(size.ws_row),
        filled: 0,
        out: b"\x1b[?1049h\x1b[?25l\x1b[2J".to_vec(),
    };
    let read = floor.run(terminal);
    io::stdout().write_all(b"\x1b[?25h\x1b[?1049l")?;
    tcsetattr(io::stdin(), OptionalActions::Now, &before)?;
    read
}

impl Floor {
    fn run(&mut self, mut keys: impl Read) -> io::Result<()> {
        let left = self.width * 6 / 10;
        for row in 1..=self.height.min(8) {
            let note: String = NOTE.chars().take(self.width - left).collect();
            write!(self.out, "\x1b[{row};{}H{note}", left + 1)?;
        }
        self.show()?;
        let mut key = [0];
        while keys.read(&mut key)? > 0 {
            match key {
                [b'q'] => return Ok(()),
                [b'j'] => self.at = self.next()?,
                [b'k'] => self.at = self.before(self.at)?,
                [b'G'] => self.at = self.before(self.file.metadata()?.len())?,
                [b'g'] => self.at = 0,
                _ => continue,
            }
            self.show()?;
        }
        Ok(())
    }

    /// The text from a place on, as much of it as is looked at.
    fn window(&self, from: u64) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; WINDOW];
        let read = self.file.read_at(&mut bytes, from)?;
        bytes.truncate(read);
        Ok(bytes)
    }

    fn next(&self) -> io::Result<u64> {
        let bytes = self.window(self.at)?;
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let next = end.filter(|end| end + 1 < bytes.len());
        Ok(next.map_or(self.at, |end| self.at + end as u64 + 1))
    }

    /// Where the paragraph before a place begins.
    fn before(&self, place: u64) -> io::Result<u64> {
        let from = place.saturating_sub(WINDOW as u64);
        let mut bytes = self.window(from)?;
        bytes.truncate((place - from).saturating_sub(1) as usize);
        let start = bytes.iter().rposition(|byte| *byte == b'\n');
        Ok(start.map_or(from, |start| from + start as u64 + 1))
    }

    fn show(&mut self) -> io::Result<()> {
        let room = self.width * 6 / 10 - 1;
        let bytes = self.window(self.at)?;
        let text = String::from_utf8_lossy(&bytes);
        let mut rest = text.lines().next().unwrap_or_default();
        let mut row = 0;
        while !rest.is_empty() && row + 1 < self.height {
            let (line, more) = wrap(rest, room);
            row += 1;
            write!(self.out, "\x1b[{row}H{line}")?;
            let used = line.chars().count();
            if used < room && row <= self.filled {
                write!(self.out, "\x1b[{}X", room - used)?;
            }
            rest = more.trim_start();
        }
        for row in row + 1..=self.filled {
            write!(self.out, "\x1b[{row}H\x1b[{room}X")?;
        }
        self.filled = row;
        let mut out = io::stdout().lock();
        out.write_all(&self.out)?;
        out.flush()?;
        self.out.clear();
        Ok(())
    }
}

/// As many words as a row has room for, and the rest.
fn wrap(text: &str, room: usize) -> (&str, &str) {
    let Some((end, _)) = text.char_indices().nth(room) else {
        return (text, "");
    };
    let row = text.get(..end).unwrap_or_default();
    let end = row.rfind(' ').filter(|space| *space > 0).unwrap_or(end);
    text.split_at_checked(end).unwrap_or((text, ""))
}
