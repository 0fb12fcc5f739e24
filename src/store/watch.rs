//! Being told that somebody else changes files.

use crate::store::disk::is_temporary;
use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::io::{Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;

/// So many times folders may come and go while they begin to be watched.
const RESTLESS: usize = 16;

/// Folders that are watched, and something to wait on: readable once anything in them has changed.
///
/// A thread of the system's own notices (inotify, `FSEvents`) sleeps until there is one: nothing here wakes up by itself.
/// Misses: what other machines change on a network mount, and more folders than the system allows to watch.
#[derive(Debug)]
pub struct Watch {
    watcher: RecommendedWatcher,
    bell: UnixStream,
    folders: Vec<PathBuf>,
}

impl Watch {
    /// A watch on nothing yet; none where the system gives none.
    pub fn start() -> Option<Self> {
        let (bell, mut rope) = UnixStream::pair().ok()?;
        bell.set_nonblocking(true).ok()?;
        rope.set_nonblocking(true).ok()?;
        let heard = move |event: notify::Result<Event>| {
            if event.as_ref().map_or(true, is_change) {
                // A full pipe has been rung already.
                let _ = rope.write(&[1]);
            }
        };
        Some(Self {
            watcher: notify::recommended_watcher(heard).ok()?,
            bell,
            folders: Vec::new(),
        })
    }

    /// Watches what `folders` says, and no others any more: until it says the same afterwards, for a folder that was made just before
    /// the one above it was watched has rung no bell. A folder that is not there or cannot be watched is left out.
    pub fn follow(&mut self, folders: impl Fn() -> Vec<PathBuf>) {
        let mut wanted = folders();
        for _ in 0..RESTLESS {
            self.follow_these(&wanted);
            let now = folders();
            if now == wanted {
                break;
            }
            wanted = now;
        }
    }

    fn follow_these(&mut self, folders: &[PathBuf]) {
        for folder in self.folders.iter().filter(|known| !folders.contains(known)) {
            // One that was removed is not watched any more: nothing to say about that.
            let _ = self.watcher.unwatch(folder);
        }
        // All of them anew: a folder that was removed and made again has only its name in common with the old one.
        let follow = |folder: &&PathBuf| {
            self.watcher
                .watch(folder, RecursiveMode::NonRecursive)
                .is_ok()
        };
        self.folders = folders.iter().filter(follow).cloned().collect();
    }

    /// Whether anything has changed since this was asked last.
    pub fn take(&self) -> bool {
        let mut rung = false;
        let mut bytes = [0; 64];
        while matches!((&self.bell).read(&mut bytes), Ok(read) if read > 0) {
            rung = true;
        }
        rung
    }
}

impl AsFd for Watch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.bell.as_fd()
    }
}

/// Whether an event can mean other content: not that somebody has looked, and not a writer's temporary file.
fn is_change(event: &Event) -> bool {
    let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
    let looked = matches!(event.kind, EventKind::Access(_)) && event.kind != written;
    let passing = !event.paths.is_empty() && event.paths.iter().all(|path| is_temporary(path));
    !looked && !passing
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use std::fs;

    /// Waits until the watch has something to say; far longer than it takes.
    fn is_rung(watch: &Watch) -> bool {
        let patience = Timespec {
            tv_sec: 20,
            tv_nsec: 0,
        };
        let mut bell = [PollFd::new(watch, PollFlags::IN)];
        poll(&mut bell, Some(&patience)).unwrap() > 0 && watch.take()
    }

    #[test]
    fn a_change_is_told_and_a_look_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.yaml");
        fs::write(&path, "one").unwrap();
        let mut watch = Watch::start().unwrap();
        watch.follow(|| vec![folder.path().to_owned(), folder.path().join("missing")]);
        fs::read(&path).unwrap();
        fs::read_dir(folder.path()).unwrap().count();
        assert!(!watch.take());
        fs::write(&path, "two").unwrap();
        assert!(is_rung(&watch));
    }

    #[test]
    fn a_folder_that_was_made_anew_is_followed_anew() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("notes");
        fs::create_dir(&inner).unwrap();
        let mut watch = Watch::start().unwrap();
        let folders = || vec![folder.path().to_owned(), inner.clone()];
        watch.follow(folders);
        fs::remove_dir(&inner).unwrap();
        fs::create_dir(&inner).unwrap();
        assert!(is_rung(&watch));
        watch.follow(folders);
        while watch.take() {}
        fs::write(inner.join("a.yaml"), "one").unwrap();
        assert!(is_rung(&watch));
    }

    /// Two sessions begin at the same time, and the first note of one makes the folder of the notes.
    #[test]
    fn a_folder_made_just_before_the_one_above_is_watched_is_followed() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("notes");
        let mut watch = Watch::start().unwrap();
        watch.follow(|| {
            let above = vec![folder.path().to_owned()];
            match fs::create_dir(&inner) {
                Ok(()) => above,
                Err(_) => vec![inner.clone()],
            }
        });
        while watch.take() {}
        fs::write(inner.join("a.yaml"), "one").unwrap();
        assert!(is_rung(&watch));
    }
}
