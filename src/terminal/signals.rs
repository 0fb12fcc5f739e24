//! Signals, as something to wait for.

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH, SIGXFSZ};
use signal_hook::low_level::pipe;
use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What woke the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Woken {
    /// Keys, a paste, the mouse.
    Input,
    /// Others have changed files.
    Outside,
    /// Something was found meanwhile.
    Looked,
    /// The screen has a new size.
    Resized,
    /// The terminal is gone, or somebody asks the program to end.
    Ended,
    /// The program was stopped and goes on.
    Continued,
}

/// Signals that have come.
#[derive(Debug)]
pub(super) struct Signals {
    pipe: UnixStream,
    resized: Arc<AtomicBool>,
    ended: Arc<AtomicBool>,
    continued: Arc<AtomicBool>,
}

impl Signals {
    pub(super) fn listen() -> io::Result<Self> {
        let (pipe, writer) = UnixStream::pair()?;
        pipe.set_nonblocking(true)?;
        let flag = || Arc::new(AtomicBool::new(false));
        let signals = Self {
            pipe,
            resized: flag(),
            ended: flag(),
            continued: flag(),
        };
        for (signal, flag) in [
            (SIGWINCH, &signals.resized),
            (SIGHUP, &signals.ended),
            (SIGTERM, &signals.ended),
            (SIGCONT, &signals.continued),
        ] {
            signal_hook::flag::register(signal, Arc::clone(flag))?;
            pipe::register(signal, writer.try_clone()?)?;
        }
        // Here ^C is a key. An interrupt comes from ^C in `$EDITOR`, where it is the editor's: caught, it ends nothing,
        // and what is started does not inherit that.
        signal_hook::flag::register(SIGINT, flag())?;
        signal_hook::flag::register(SIGQUIT, flag())?;
        // A file grew over the limit for files: caught, it is an error of that write and can be told.
        signal_hook::flag::register(SIGXFSZ, flag())?;
        Ok(signals)
    }

    /// What to wait on beside the terminal.
    pub(super) fn pipe(&self) -> &UnixStream {
        &self.pipe
    }

    /// The most urgent thing that has come, if any.
    pub(super) fn take(&self) -> Option<Woken> {
        let mut bytes = [0; 64];
        while matches!((&self.pipe).read(&mut bytes), Ok(read) if read > 0) {}
        if self.ended.swap(false, Ordering::SeqCst) {
            return Some(Woken::Ended);
        }
        if self.continued.swap(false, Ordering::SeqCst) {
            return Some(Woken::Continued);
        }
        self.resized
            .swap(false, Ordering::SeqCst)
            .then_some(Woken::Resized)
    }
}
