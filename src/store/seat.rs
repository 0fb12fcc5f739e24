//! Which of several sessions on one notebook this is.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Sessions on one notebook at most that have files of their own; the next ones share.
const SEATS: u32 = 64;

/// How often a seat where something half-typed lies is tried again, and how long apart.
const TRIES: u32 = 10;
const PAUSE: Duration = Duration::from_millis(30);

/// The seat of this session among those on the same notebook, and the seats of sessions that ended in a fault: what they
/// left belongs to this one now. A seat is held by a lock, which the system lets go when its holder ends, however that is.
#[derive(Debug, Default)]
pub(super) struct Seats {
    own: u32,
    left: Vec<u32>,
    /// Held for as long as the session lasts.
    locks: Vec<File>,
}

/// What tells the files of a seat from those of others; nothing for the first.
pub(super) fn suffix(seat: u32) -> String {
    if seat == 0 {
        String::new()
    } else {
        format!(".{seat}")
    }
}

impl Seats {
    /// Takes the first free seat at the notebook called `name` in `folder`, and every other free one where `has_left` says
    /// that something is left. Where the file system knows no locks, all sessions sit on the first.
    pub(super) fn take(folder: &Path, name: &str, has_left: impl Fn(u32) -> bool) -> Self {
        let path = |seat| folder.join(format!("{name}{}.lock", suffix(seat)));
        let mut locks = Vec::new();
        let mut own = 0;
        while own < SEATS {
            let mut held = lock(&path(own));
            // A session whose connection was cut may be ending right now: what it left is then ours.
            for _ in 0..TRIES {
                if !matches!(held, Lock::Taken) || !has_left(own) {
                    break;
                }
                std::thread::sleep(PAUSE);
                held = lock(&path(own));
            }
            match held {
                Lock::Ours(file) => {
                    locks.push(file);
                    break;
                }
                Lock::Taken => own += 1,
                Lock::Unknown => return Self::default(),
            }
        }
        if own == SEATS {
            return Self::default();
        }
        let mut left = Vec::new();
        let others = (0..SEATS).filter(|seat| *seat != own);
        for seat in others.take_while(|seat| *seat < own || path(*seat).exists()) {
            if let (true, Lock::Ours(file)) = (has_left(seat), lock(&path(seat))) {
                locks.push(file);
                left.push(seat);
            }
        }
        Self { own, left, locks }
    }

    /// This session's.
    pub(super) fn own(&self) -> u32 {
        self.own
    }

    /// Those that no other session can sit on now; none where the file system knows no locks.
    pub(super) fn held(&self) -> impl Iterator<Item = u32> {
        let own = (!self.locks.is_empty()).then_some(self.own);
        own.into_iter().chain(self.left.iter().copied())
    }

    /// Those of sessions that ended in a fault.
    pub(super) fn left(&self) -> &[u32] {
        &self.left
    }
}

enum Lock {
    Ours(File),
    Taken,
    Unknown,
}

fn lock(path: &PathBuf) -> Lock {
    let opened = OpenOptions::new()
        .create(true)
        .append(true)
        .mode(0o600)
        .open(path);
    match opened.map(|file| (file.try_lock(), file)) {
        Ok((Ok(()), file)) => Lock::Ours(file),
        Ok((Err(TryLockError::WouldBlock), _)) => Lock::Taken,
        Ok((Err(TryLockError::Error(_)), _)) | Err(_) => Lock::Unknown,
    }
}
