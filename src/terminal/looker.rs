//! Work beside the loop.

use crate::app::{Action, Work};
use std::io::{Read, Write};
use std::mem;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// So long after a key nothing is begun that nobody waits for: the next key shall find the processor free.
const REST: Duration = Duration::from_millis(250);

/// Does work in threads of its own, which begin with the first of it: most articles never need one. Where a thread cannot be
/// had, the loop does it itself.
#[derive(Debug, Default)]
pub(super) struct Looker {
    line: Option<Line>,
    /// What nobody waits for, put off while keys come.
    later: Vec<Work>,
    /// When the last key came.
    key: Option<Instant>,
    /// What is to be taken in.
    found: Vec<Action>,
}

/// The way to the thread and back.
#[derive(Debug)]
struct Line {
    asked: Sender<Work>,
    answers: Sender<Action>,
    found: Receiver<Action>,
    bell: UnixStream,
    rope: UnixStream,
}

impl Looker {
    /// Has work done. Answered by [`Self::hear`] and [`Self::take`].
    pub(super) fn ask(&mut self, work: Work) {
        if !work.is_awaited() && self.key.is_some_and(|key| key.elapsed() < REST) {
            self.later.push(work);
            return;
        }
        if self.line.is_none() {
            self.line = Line::open();
        }
        let refused = match &self.line {
            Some(line) => line.ask(work),
            None => Some(work),
        };
        if let Some(work) = refused {
            self.found.push(work.done());
        }
    }

    /// A key has come.
    pub(super) fn rest(&mut self) {
        self.key = Some(Instant::now());
    }

    /// How long until there is something to begin or to take in; none while there is nothing.
    pub(super) fn due(&self) -> Option<Duration> {
        if !self.found.is_empty() {
            return Some(Duration::ZERO);
        }
        let key = self.key.filter(|_| !self.later.is_empty())?;
        Some(REST.saturating_sub(key.elapsed()))
    }

    /// What to wait on beside the terminal.
    pub(super) fn bell(&self) -> Option<BorrowedFd<'_>> {
        self.line.as_ref().map(|line| line.bell.as_fd())
    }

    /// Begins what was put off; whether there is something to take in.
    pub(super) fn hear(&mut self) -> bool {
        let is_quiet = self.key.is_none_or(|key| key.elapsed() >= REST);
        if is_quiet {
            for work in mem::take(&mut self.later) {
                self.ask(work);
            }
        }
        if let Some(line) = &self.line {
            let mut bytes = [0; 64];
            while matches!((&line.bell).read(&mut bytes), Ok(read) if read > 0) {}
            self.found.extend(line.found.try_iter());
        }
        !self.found.is_empty()
    }

    /// What was found.
    pub(super) fn take(&mut self) -> Vec<Action> {
        mem::take(&mut self.found)
    }
}

impl Line {
    fn open() -> Option<Self> {
        let (bell, rope) = UnixStream::pair().ok()?;
        bell.set_nonblocking(true).ok()?;
        rope.set_nonblocking(true).ok()?;
        let (asked, works) = channel::<Work>();
        let (answers, found) = channel();
        let line = Self {
            asked,
            answers: answers.clone(),
            found,
            bell,
            rope: rope.try_clone().ok()?,
        };
        let looker = thread::Builder::new().name("looker".to_owned());
        let work = move || {
            for work in works {
                answer(work, &answers, &rope);
            }
        };
        looker.spawn(work).ok()?;
        Some(line)
    }

    /// Passes work on; gives it back when there is nobody to take it.
    fn ask(&self, work: Work) -> Option<Work> {
        if !work.is_long() {
            return self.asked.send(work).err().map(|refused| refused.0);
        }
        let Ok(rope) = self.rope.try_clone() else {
            return Some(work);
        };
        let answers = self.answers.clone();
        let kept = work.clone();
        let whole = thread::Builder::new().name("whole".to_owned());
        let spawned = whole.spawn(move || answer(work, &answers, &rope));
        spawned.err().map(|_| kept)
    }
}

fn answer(work: Work, answers: &Sender<Action>, mut rope: &UnixStream) {
    // Nobody is left to hear at the end of the program; a full pipe has been rung already.
    if answers.send(work.done()).is_ok() {
        let _ = rope.write(&[1]);
    }
}
