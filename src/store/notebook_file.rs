//! One reader's notebook as a file: opened, watched, saved without losing anybody's words.

use crate::notes::{ArticleRef, Notebook, merge};
use crate::store::disk::{self, Durability};
use crate::store::settling::{Settling, says_less};
use crate::store::yaml;
use crate::store::{StoreError, Workspace};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// Permissions of a new notebook, as the system's mask allows.
const MODE: u32 = 0o666;

/// How long a save waits for somebody who is writing the file, and how often it looks.
const PATIENCE: Duration = Duration::from_secs(2);
const PAUSE: Duration = Duration::from_millis(20);

/// One reader's notebook file, and what it said when we last read or wrote it.
#[derive(Debug)]
pub struct NotebookFile {
    path: PathBuf,
    /// What a file that says nothing stands for.
    empty: Notebook,
    /// The text on disk as we know it; None when there was no file.
    text: Option<String>,
    notebook: Notebook,
    settling: Settling,
    /// How the article was called before it got the name in `empty`.
    renamed_from: Option<String>,
}

/// What a save led to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// What the file says now: what was wanted, and what had changed on disk.
    pub notebook: Notebook,
    /// Annotations that are new, different or gone because of a change on disk.
    pub arrived: usize,
    /// Changes that contradict each other; both sides' words are in the notebook.
    pub conflicts: usize,
}

impl Saved {
    fn as_wanted(wanted: &Notebook) -> Self {
        Self {
            notebook: wanted.clone(),
            arrived: 0,
            conflicts: 0,
        }
    }
}

impl NotebookFile {
    /// Opens the notebook of `reader` on `article` at `path`. A missing file is an empty notebook; it is created
    /// by the first save that has something to say.
    pub fn open(path: &Path, reader: &str, article: ArticleRef) -> Result<Self, StoreError> {
        let empty = Notebook::new(reader, article);
        let mut file = Self {
            path: std::path::absolute(path).unwrap_or_else(|_| path.to_owned()),
            notebook: empty.clone(),
            empty,
            text: None,
            settling: Settling::default(),
            renamed_from: None,
        };
        file.text = yaml::read_file(&file.path)?;
        if let Some(text) = &file.text {
            file.notebook = file.read(text)?;
        }
        Ok(file)
    }

    /// The same, when its article was called `old` and now has the name it was opened with: every save from now on says so
    /// where the notebook still has the old name. Neither the file's own name nor the article's SHA-256 changes: the positions in the
    /// notes count from the text with that sum.
    #[must_use]
    pub fn renamed_from(self, old: Option<String>) -> Self {
        Self {
            renamed_from: old,
            ..self
        }
    }

    /// The same, but what says less than before is believed only after it stayed so for that long, instead of a second.
    #[must_use]
    pub fn settled_after(self, after: Duration) -> Self {
        Self {
            settling: Settling::after(after),
            ..self
        }
    }

    /// What the file said when it was last read or written.
    pub fn notebook(&self) -> &Notebook {
        &self.notebook
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes the file say `wanted`, which came from [`Self::notebook`] by edits.
    ///
    /// If the file changed since, both changes are kept (a three-way merge). A file that says the same already is
    /// not touched. After an error the file is as it was, and `wanted` can be saved again later. A file that
    /// was deleted meanwhile is written anew with everything in it. Where the file says less than before, somebody may be in the
    /// middle of writing it: that takes up to two seconds.
    pub fn save(&mut self, wanted: &Notebook) -> Result<Saved, StoreError> {
        let folder = self.path.parent().unwrap_or(Path::new(".")).to_owned();
        let nothing_to_say = wanted.annotations.is_empty() && wanted.reviewed.is_empty();
        if self.text.is_none() && nothing_to_say && !self.path.exists() {
            return Ok(Saved::as_wanted(wanted));
        }
        disk::make_folder(&folder)?;
        let _lock = disk::lock(&folder)?;
        let root = Workspace::around(&self.path).root;
        let target = disk::target(&self.path, &root)?;
        let disk = self.settled()?;
        let (saved, text) = self.merged(disk.as_deref(), &self.with_name(wanted))?;
        if disk.as_ref() != Some(&text) {
            disk::replace(&target, &text, MODE, Durability::Synced)
                .map_err(|reason| StoreError::write(&self.path, reason))?;
        }
        self.notebook = saved.notebook.clone();
        self.text = Some(text);
        Ok(saved)
    }

    /// If the file changed since it was last read or written: `mine` merged with it, to go on with. The file is not
    /// touched; it says the same after the next save. None when it did not change, or is gone ([`Self::is_gone`]).
    pub fn refresh(&mut self, mine: &Notebook) -> Result<Option<Saved>, StoreError> {
        let disk = self.on_disk()?;
        let Some(text) = disk.filter(|text| Some(text) != self.text.as_ref()) else {
            return Ok(None);
        };
        let theirs = self.read(&text)?;
        let merged = merge(&self.notebook, mine, &theirs);
        self.notebook = theirs;
        self.text = Some(text);
        Ok(Some(Saved {
            arrived: merged.arrived,
            conflicts: merged.conflicts.len(),
            notebook: merged.notebook,
        }))
    }

    /// How long a change on disk should be left to itself before [`Self::refresh`]: the file says less than before, cannot be
    /// read, or is gone, as it is while somebody writes it. None when there is nothing to wait for.
    pub fn unsettled(&mut self) -> Option<Duration> {
        let disk = self.on_disk();
        self.doubt(&disk)
    }

    fn doubt(&mut self, disk: &Result<Option<String>, StoreError>) -> Option<Duration> {
        let is_doubtful = match disk {
            Ok(text) if *text == self.text => false,
            Ok(Some(text)) => {
                !text.ends_with('\n')
                    || self
                        .read(text)
                        .map_or(true, |notebook| says_less(&notebook, &self.notebook))
            }
            Ok(None) | Err(_) => true,
        };
        if !is_doubtful {
            self.settling.settle();
            return None;
        }
        let text = disk.as_ref().ok().and_then(Option::as_deref);
        self.settling.left(text)
    }

    /// The text of the file, once nobody seems to be writing it. One that cannot be read is not waited for: nothing is saved.
    fn settled(&mut self) -> Result<Option<String>, StoreError> {
        let begun = Instant::now();
        loop {
            let disk = self.on_disk();
            let Some(left) = self.doubt(&disk) else {
                return disk;
            };
            let is_readable = match &disk {
                Ok(Some(text)) => self.read(text).is_ok(),
                Ok(None) => true,
                Err(_) => false,
            };
            if !is_readable {
                return disk;
            }
            if begun.elapsed() > PATIENCE {
                return Err(StoreError::Busy(self.path.clone()));
            }
            thread::sleep(left.min(PAUSE));
        }
    }

    /// Whether somebody has taken the file away, or everything out of it, since it was last read or written. What it said is
    /// still known here: the next save writes it anew, with everything in it.
    pub fn is_gone(&self) -> bool {
        self.text.is_some() && matches!(self.on_disk(), Ok(None))
    }

    /// The text of the file. An empty file where there was a notebook counts as none: that is what is left of one whose
    /// writer ran out of disk or was interrupted, and nobody's way to delete every note.
    fn on_disk(&self) -> Result<Option<String>, StoreError> {
        let text = yaml::read_file(&self.path)?;
        Ok(text.filter(|text| self.text.is_none() || !text.trim().is_empty()))
    }

    /// `wanted` with the article's name of today.
    fn with_name<'n>(&self, wanted: &'n Notebook) -> Cow<'n, Notebook> {
        if self.renamed_from.as_ref() != Some(&wanted.article.path) {
            return Cow::Borrowed(wanted);
        }
        let mut renamed = wanted.clone();
        renamed.article.path.clone_from(&self.empty.article.path);
        Cow::Owned(renamed)
    }

    /// `wanted` merged with what is on disk, and the text that says so.
    fn merged(&self, disk: Option<&str>, wanted: &Notebook) -> Result<(Saved, String), StoreError> {
        let known = self.text.as_deref();
        let Some(text) = disk.or(known) else {
            return Ok((Saved::as_wanted(wanted), yaml::whole(wanted)));
        };
        let theirs = if Some(text) == known {
            self.notebook.clone()
        } else {
            self.read(text)?
        };
        let merged = merge(&self.notebook, wanted, &theirs);
        let changed = yaml::changed(text, &theirs, &merged.notebook);
        let (text, notebook) = changed.map_err(|refusal| StoreError::Unchangeable {
            path: self.path.clone(),
            message: refusal.0,
        })?;
        let saved = Saved {
            arrived: merged.arrived,
            conflicts: merged.conflicts.len(),
            notebook,
        };
        Ok((saved, text))
    }

    fn read(&self, text: &str) -> Result<Notebook, StoreError> {
        yaml::notebook(text, &self.empty).map_err(|problem| problem.in_file(&self.path))
    }
}

/// The notebook at `path`; None when there is no such file.
pub(super) fn read_notebook(path: &Path, empty: &Notebook) -> Result<Option<Notebook>, StoreError> {
    let Some(text) = yaml::read_file(path)? else {
        return Ok(None);
    };
    let notebook = yaml::notebook(&text, empty).map_err(|problem| problem.in_file(path))?;
    Ok(Some(notebook))
}
