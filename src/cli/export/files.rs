//! Where an export goes.

use crate::cli::failure::Failure;
use crate::report::{Beside, Written};
use crate::store::{put_beside, same_file, write_export};
use std::path::Path;

/// Puts exports into files, never over the article they are of.
#[derive(Debug)]
pub(super) struct Files<'a> {
    /// Whether other files may be replaced by what belongs beside an export.
    force: bool,
    /// The article, where it is a file.
    article: Option<&'a Path>,
}

impl<'a> Files<'a> {
    pub(super) fn new(force: bool, article: Option<&'a Path>) -> Self {
        Self { force, article }
    }

    /// Puts the export at `path`, what belongs beside it first.
    pub(super) fn put(&self, path: &Path, written: &Written) -> Result<(), Failure> {
        if self.is_article(path) {
            return Err(refused(path));
        }
        for beside in &written.beside {
            self.put_beside(path, beside)?;
        }
        Ok(write_export(path, &written.bytes)?)
    }

    /// Puts a file beside the export at `path`.
    pub(super) fn put_beside(&self, path: &Path, beside: &Beside) -> Result<(), Failure> {
        let path = beside.path(path);
        let force = self.force && !self.is_article(&path);
        if put_beside(&path, &beside.bytes, force)? {
            return Ok(());
        }
        if self.is_article(&path) {
            return Err(refused(&path));
        }
        let remedy = "move it, write elsewhere, or replace it by --force";
        let what = "belongs beside the export, and something else stands there";
        Err(Failure::at(path.display().to_string(), what, remedy))
    }

    fn is_article(&self, path: &Path) -> bool {
        self.article.is_some_and(|article| same_file(path, article))
    }
}

fn refused(path: &Path) -> Failure {
    let place = path.display().to_string();
    let what = "this is the article itself, which is never written to";
    Failure::at(place, what, "write into another folder")
}
