//! Looking for findings beside the loop.

use crate::app::{Aim, Look};
use crate::detect::Finding;
use std::io::{Read, Write};
use std::mem;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// So long after a key nothing is begun that nobody waits for: the next key shall find the processor free.
const REST: Duration = Duration::from_millis(250);

type Found = (Box<Look>, Vec<Finding>);

/// Looks for findings in threads of its own, which begin with the first look: most articles never need one. Where a thread cannot be
/// had, the loop looks itself.
#[derive(Debug, Default)]
pub(super) struct Looker {
    line: Option<Line>,
    /// What nobody waits for, put off while keys come.
    later: Option<Box<Look>>,
    /// When the last key came.
    key: Option<Instant>,
    /// What is to be taken in.
    found: Vec<Found>,
}

/// The way to the thread and back.
#[derive(Debug)]
struct Line {
    asked: Sender<Box<Look>>,
    answers: Sender<Found>,
    found: Receiver<Found>,
    bell: UnixStream,
    rope: UnixStream,
}

impl Looker {
    /// Has a part looked at. Answered by [`Self::hear`] and [`Self::take`].
    pub(super) fn ask(&mut self, look: Box<Look>) {
        if look.aim == Aim::Rest && self.key.is_some_and(|key| key.elapsed() < REST) {
            self.later = Some(look);
            return;
        }
        if self.line.is_none() {
            self.line = Line::open();
        }
        let refused = match &self.line {
            Some(line) => line.ask(look),
            None => Some(look),
        };
        if let Some(look) = refused {
            let findings = look.find();
            self.found.push((look, findings));
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
        let key = self.key.filter(|_| self.later.is_some())?;
        Some(REST.saturating_sub(key.elapsed()))
    }

    /// What to wait on beside the terminal.
    pub(super) fn bell(&self) -> Option<BorrowedFd<'_>> {
        self.line.as_ref().map(|line| line.bell.as_fd())
    }

    /// Begins what was put off; whether there is something to take in.
    pub(super) fn hear(&mut self) -> bool {
        let is_quiet = self.key.is_none_or(|key| key.elapsed() >= REST);
        if is_quiet && let Some(look) = self.later.take() {
            self.ask(look);
        }
        if let Some(line) = &self.line {
            let mut bytes = [0; 64];
            while matches!((&line.bell).read(&mut bytes), Ok(read) if read > 0) {}
            self.found.extend(line.found.try_iter());
        }
        !self.found.is_empty()
    }

    /// What was found.
    pub(super) fn take(&mut self) -> Vec<Found> {
        mem::take(&mut self.found)
    }
}

impl Line {
    fn open() -> Option<Self> {
        let (bell, rope) = UnixStream::pair().ok()?;
        bell.set_nonblocking(true).ok()?;
        rope.set_nonblocking(true).ok()?;
        let (asked, looks) = channel::<Box<Look>>();
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
            for look in looks {
                answer(look, &answers, &rope);
            }
        };
        looker.spawn(work).ok()?;
        Some(line)
    }

    /// Passes a look on; gives it back when there is nobody to take it.
    fn ask(&self, look: Box<Look>) -> Option<Box<Look>> {
        if look.aim != Aim::Whole {
            return self.asked.send(look).err().map(|refused| refused.0);
        }
        // It takes long, and what is to be seen cannot wait for it.
        let Ok(rope) = self.rope.try_clone() else {
            return Some(look);
        };
        let answers = self.answers.clone();
        let kept = look.clone();
        let whole = thread::Builder::new().name("whole".to_owned());
        let spawned = whole.spawn(move || answer(look, &answers, &rope));
        spawned.err().map(|_| kept)
    }
}

fn answer(look: Box<Look>, answers: &Sender<Found>, mut rope: &UnixStream) {
    let findings = look.find();
    // Nobody is left to hear at the end of the program; a full pipe has been rung already.
    if answers.send((look, findings)).is_ok() {
        let _ = rope.write(&[1]);
    }
}
