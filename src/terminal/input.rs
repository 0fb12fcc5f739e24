//! Waiting for what the reader does, and for signals.

use crate::app::Input;
use crate::terminal::decode::Decoder;
use crate::terminal::looker::Looker;
use crate::terminal::outside::Outside;
use crate::terminal::question::Answer;
use crate::terminal::signals::{Signals, Woken};
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd};
use std::time::{Duration, Instant};

/// What wakes the program: the terminal or a signal. It sleeps until then, without a tick.
///
/// Reads the terminal itself: crossterm's reader loses track of keys that come together with a new size, or more
/// than a kilobyte at once, until the next key.
#[derive(Debug)]
pub(super) struct Inputs {
    keyboard: Keyboard,
    signals: Signals,
    decoder: Decoder,
    /// Since when the decoder holds something back.
    since: Option<Instant>,
}

/// The terminal as something to read.
#[derive(Debug)]
enum Keyboard {
    StandardInput(io::Stdin),
    /// Where standard input is not a terminal: the article came through it.
    Terminal(File),
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::StandardInput(stdin) => stdin.as_fd(),
            Self::Terminal(file) => file.as_fd(),
        }
    }
}

impl Inputs {
    pub(super) fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        Ok(Self {
            keyboard: if stdin.is_terminal() {
                Keyboard::StandardInput(stdin)
            } else {
                Keyboard::Terminal(File::open("/dev/tty")?)
            },
            signals: Signals::listen()?,
            decoder: Decoder::default(),
            since: None,
        })
    }

    /// Something was asked of the terminal: its answers are no keys.
    pub(super) fn ask(&mut self) {
        self.decoder.ask();
    }

    /// The next answer of the terminal that came among the inputs so far.
    pub(super) fn answer(&mut self) -> Option<Answer> {
        self.decoder.answer()
    }

    /// Sleeps until there is something to do.
    pub(super) fn wait(&self, outside: &mut Outside, looker: &mut Looker) -> io::Result<Woken> {
        loop {
            if let Some(woken) = self.signals.take() {
                return Ok(woken);
            }
            let due = outside.due();
            if due.is_some_and(|due| due.is_zero()) {
                return Ok(Woken::Outside);
            }
            let held = self.held();
            if held.is_some_and(|held| held.is_zero()) {
                return Ok(Woken::Input);
            }
            let due = due.into_iter().chain(looker.due()).chain(held).min();
            let keyboard = self.sleep(outside, looker, due)?;
            outside.hear();
            let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
            if keyboard.intersects(gone) {
                return Ok(Woken::Ended);
            }
            if keyboard.contains(PollFlags::IN) {
                return Ok(self.signals.take().unwrap_or(Woken::Input));
            }
            // After the keys: nobody waits for it.
            if looker.hear() {
                return Ok(self.signals.take().unwrap_or(Woken::Looked));
            }
        }
    }

    /// Sleeps until anything happens, or for so long; returns what the keyboard has.
    fn sleep(
        &self,
        outside: &Outside,
        looker: &Looker,
        due: Option<Duration>,
    ) -> io::Result<PollFlags> {
        let mut watched = vec![
            PollFd::new(&self.keyboard, PollFlags::IN),
            PollFd::new(self.signals.pipe(), PollFlags::IN),
        ];
        let bell = outside.bell();
        let found = looker.bell();
        let bells = bell.iter().chain(found.iter());
        watched.extend(bells.map(|bell| PollFd::new(bell, PollFlags::IN)));
        let until = due.and_then(|due| Timespec::try_from(due).ok());
        match rustix::event::poll(&mut watched, until.as_ref()) {
            Err(Errno::INTR) => return Ok(PollFlags::empty()),
            polled => polled?,
        };
        let keyboard = watched.first().map(PollFd::revents);
        Ok(keyboard.unwrap_or(PollFlags::empty()))
    }

    /// The next input that waits; nothing when none does.
    pub(super) fn next(&mut self) -> io::Result<Option<Input>> {
        loop {
            if let Some(input) = self.decoder.next() {
                return Ok(Some(input));
            }
            if !self.is_readable()? {
                if self.held().is_none_or(|held| !held.is_zero()) {
                    return Ok(None);
                }
                self.since = None;
                self.decoder.release();
                continue;
            }
            let mut bytes = [0; 4096];
            match rustix::io::read(&self.keyboard, &mut bytes) {
                Ok(0) => return Ok(None),
                Ok(read) => {
                    let more = self.is_readable()?;
                    self.decoder
                        .feed(bytes.get(..read).unwrap_or_default(), more);
                    self.since = self.decoder.patience().map(|_| Instant::now());
                }
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// How long what the decoder holds back may still wait for more; none where nothing is held.
    fn held(&self) -> Option<Duration> {
        let patience = self.decoder.patience()?;
        Some(patience.saturating_sub(self.since?.elapsed()))
    }

    fn is_readable(&self) -> io::Result<bool> {
        let mut watched = [PollFd::new(&self.keyboard, PollFlags::IN)];
        match rustix::event::poll(&mut watched, Some(&Timespec::default())) {
            Err(Errno::INTR) => Ok(false),
            polled => Ok(polled? > 0),
        }
    }
}
