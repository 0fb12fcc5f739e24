//! Foreign annotations put into a notebook.

use crate::article::Article;
use crate::cli::failure::Failure;
use crate::cli::opened::{Opened, open};
use crate::import::{Foreign, id, place, says_the_same};
use crate::notes::{Anchor, Anchorer, Annotation, ArticleRef, Edit, Notebook};
use crate::store::{NotebookFile, reader_slug};
use crate::text::Span;
use std::fmt;
use std::path::Path;

/// A notebook that foreign annotations are put into.
#[derive(Debug)]
pub(super) struct Merging {
    article: Article,
    file: NotebookFile,
}

/// What became of them.
#[derive(Debug, Default)]
pub(super) struct Said {
    article: String,
    notebook: String,
    is_dry: bool,
    found: usize,
    moved: usize,
    ambiguous: usize,
    lost: usize,
    known: usize,
    /// Imported before, and deleted by the reader since.
    dropped: usize,
}

impl Merging {
    /// The notebook of `reader` on the article at `path`.
    pub(super) fn open(path: &Path, reader: &str) -> Result<Self, Failure> {
        let Opened {
            workspace, article, ..
        } = open(path)?;
        let slug = reader_slug(reader);
        let found = workspace.find_notebook(&slug, path, &article);
        let about = ArticleRef {
            path: article.name.clone(),
            sha256: article.sha256(),
        };
        let file = NotebookFile::open(&found.path, reader, about)?;
        Ok(Self { article, file })
    }

    /// Adds those of `all` that are not there yet; what is there stays as it is, and what its reader deleted after an
    /// import stays away, unless `again`. Writes nothing when `is_dry`.
    pub(super) fn put(
        mut self,
        all: &[Foreign],
        again: bool,
        is_dry: bool,
    ) -> Result<Said, Failure> {
        let anchorer = Anchorer::new(&self.article);
        let mut notebook = self.file.notebook().clone();
        let mut there = anchored(&notebook, &anchorer, &self.article);
        let mut said = Said {
            article: self.article.name.clone(),
            notebook: self.file.path().display().to_string(),
            is_dry,
            ..Said::default()
        };
        for foreign in all {
            let id = id(foreign);
            if notebook.get(&id).is_some() {
                notebook.remember(id);
                said.known += 1;
                continue;
            }
            let (mut annotation, anchor) = place(foreign, &self.article, &anchorer);
            annotation.created = annotation.created.map(in_utc);
            let span = anchor.span();
            let new = (&annotation, span);
            if there
                .iter()
                .any(|(known, at)| says_the_same((known, *at), new))
            {
                said.known += 1;
                continue;
            }
            if !again && notebook.has_dropped(&id) {
                said.dropped += 1;
                continue;
            }
            said.count(&anchor);
            notebook.remember(id);
            there.push((annotation.clone(), span));
            Edit::Put(Box::new(annotation)).apply(&mut notebook);
        }
        if !is_dry {
            self.file.save(&notebook)?;
        }
        Ok(said)
    }
}

/// What the notebook says already, and where.
fn anchored(
    notebook: &Notebook,
    anchorer: &Anchorer,
    article: &Article,
) -> Vec<(Annotation, Option<Span>)> {
    let unchanged = notebook.article.sha256 == article.sha256();
    let annotations = notebook.annotations.iter().cloned();
    annotations
        .map(|annotation| {
            let span = anchorer.anchor(&annotation, unchanged).span();
            (annotation, span)
        })
        .collect()
}

/// The time in our form, if it is one: RFC 3339, UTC, whole seconds.
fn in_utc(created: String) -> String {
    let time = created.parse::<jiff::Timestamp>();
    time.map_or(created, |time| {
        time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    })
}

impl Said {
    fn count(&mut self, anchor: &Anchor) {
        let count = match anchor {
            Anchor::Found(_) => &mut self.found,
            Anchor::Moved(_) => &mut self.moved,
            Anchor::Ambiguous(_) => &mut self.ambiguous,
            Anchor::Lost(_) => &mut self.lost,
        };
        *count += 1;
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            article,
            notebook,
            found,
            moved,
            ambiguous,
            lost,
            known,
            dropped,
            ..
        } = self;
        let would = if self.is_dry { "would be new" } else { "new" };
        let new = found + moved + ambiguous + lost;
        write!(
            f,
            "{article}: {new} {would} ({found} found, {moved} moved, {ambiguous} ambiguous, {lost} lost), {known} there already; {notebook}"
        )?;
        if *dropped > 0 {
            let were = if *dropped == 1 { "was" } else { "were" };
            write!(
                f,
                "; {dropped} {were} deleted there after an import and not brought back (--again does)"
            )?;
        }
        Ok(())
    }
}
