//! What others change outside, as the program hears of it.

use crate::app::Arrival;
use crate::notes::Notebook;
use crate::store::{News, NotebookFile, Surroundings, Watch};
#[cfg(debug_assertions)]
use crate::terminal::fault;
use crate::text::visible_line;
use std::os::fd::{AsFd, BorrowedFd};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long it has to be quiet after a change before it is looked at: many programs write a file in several steps.
const QUIET: Duration = Duration::from_millis(60);

/// When it is looked at although it is not quiet.
const LONGEST: Duration = Duration::from_millis(500);

/// How often a key is reason enough to look, for files that cannot be watched: those on a network mount.
const SELDOM: Duration = Duration::from_secs(1);

/// The watch on the files of a reading. Sleeps while nothing happens.
#[derive(Debug)]
pub(super) struct Outside {
    surroundings: Surroundings,
    watch: Option<Watch>,
    /// When a change was first heard of, and when it will be looked at.
    heard: Option<(Instant, Instant)>,
    looked: Instant,
    /// When the reader's notebook is looked at again: somebody seems to be in the middle of writing it.
    again: Option<Instant>,
    /// What was said to be wrong with the reader's notebook; said once.
    wrong: Option<String>,
}

impl Outside {
    pub(super) fn new(surroundings: Surroundings) -> Self {
        Self {
            surroundings,
            watch: None,
            heard: None,
            looked: Instant::now(),
            again: None,
            wrong: None,
        }
    }

    /// Begins to watch.
    pub(super) fn watch(&mut self) {
        #[cfg(debug_assertions)]
        if fault::is_unwatched() {
            return;
        }
        self.watch = Watch::start();
        self.follow();
    }

    /// The article's file; none when it came through standard input.
    pub(super) fn article(&self) -> Option<&Path> {
        self.surroundings.article()
    }

    /// What to wait on beside the terminal.
    pub(super) fn bell(&self) -> Option<BorrowedFd<'_>> {
        self.watch.as_ref().map(AsFd::as_fd)
    }

    /// The bell has rung: there will be something to look at when it is quiet again.
    pub(super) fn hear(&mut self) {
        if self.watch.as_ref().is_some_and(Watch::take) {
            let now = Instant::now();
            let first = self.heard.map_or(now, |(first, _)| first);
            self.heard = Some((first, (now + QUIET).min(first + LONGEST)));
        }
    }

    /// How long until there is something to look at; none while nothing was heard.
    pub(super) fn due(&self) -> Option<Duration> {
        let heard = self.heard.map(|(_, due)| due);
        let due = heard.into_iter().chain(self.again).min()?;
        Some(due.saturating_duration_since(Instant::now()))
    }

    /// Whether a key is reason enough to look.
    pub(super) fn is_stale(&self) -> bool {
        self.heard.is_none() && self.again.is_none() && self.looked.elapsed() >= SELDOM
    }

    /// Whether somebody seems to be in the middle of writing the reader's notebook.
    pub(super) fn is_waiting(&self) -> bool {
        self.again.is_some()
    }

    /// Looks at everything; `own` is the reader's notebook as it is in memory.
    pub(super) fn look(&mut self, file: &mut NotebookFile, own: &Notebook) -> Vec<Arrival> {
        // Followed before they are looked at: what changes later rings.
        if self.heard.take().is_some() {
            self.follow();
        }
        let mut arrivals: Vec<Arrival> = self.look_at_notes(file, own).into_iter().collect();
        arrivals.extend(self.surroundings.look().into_iter().flat_map(arrived));
        self.looked = Instant::now();
        arrivals
    }

    fn look_at_notes(&mut self, file: &mut NotebookFile, own: &Notebook) -> Option<Arrival> {
        let left = file.unsettled();
        self.again = left.map(|left| Instant::now() + left);
        if left.is_some() {
            return None;
        }
        let wrong = match file.refresh(own) {
            Ok(Some(refreshed)) => {
                self.wrong = None;
                return Some(Arrival::Notes(
                    Box::new(refreshed.notebook),
                    refreshed.conflicts,
                ));
            }
            Ok(None) if file.is_gone() => {
                let name = file.path().display().to_string();
                format!("{name} is gone: your notes are safe here, :save writes them anew")
            }
            Ok(None) => {
                let mended = self
                    .wrong
                    .take()
                    .map(|_| "the notes’ file can be read again");
                return mended.map(|told| Arrival::Told(told.to_owned()));
            }
            Err(error) => {
                format!("{error}. Your notes are safe here and are saved when it is mended")
            }
        };
        let known = self.wrong.replace(wrong.clone());
        (known.as_ref() != Some(&wrong)).then_some(Arrival::Refused(wrong))
    }

    fn follow(&mut self) {
        if let Some(watch) = &mut self.watch {
            watch.follow(|| self.surroundings.folders());
        }
    }
}

fn arrived(news: News) -> Vec<Arrival> {
    let refused = |error: crate::store::StoreError, still: &str| {
        vec![Arrival::Refused(format!("{error}; {still}"))]
    };
    match news {
        News::Article(Ok(article)) if article.is_empty() => {
            let name = visible_line(&article.name);
            vec![Arrival::Refused(format!(
                "{name} is empty now; here it stays as it was read"
            ))]
        }
        News::Article(Ok(article)) => vec![Arrival::Article(article)],
        News::Article(Err(error)) => refused(error, "here it stays as it was read"),
        News::Others(others, errors) => {
            let refused = errors
                .iter()
                .map(|error| Arrival::Refused(error.to_string()));
            std::iter::once(Arrival::Others(others))
                .chain(refused)
                .collect()
        }
        News::Codebook(Ok(codebook)) => vec![Arrival::Codebook(codebook)],
        News::Codebook(Err(error)) => refused(error, "the tags stay as they were"),
        News::Lexicon(Ok(lexicon)) => vec![Arrival::Lexicon(Box::new(lexicon))],
        News::Lexicon(Err(error)) => refused(error, "the words stay as they were"),
    }
}
