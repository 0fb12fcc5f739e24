//! Where an export goes.

use crate::cli::failure::Failure;
use crate::report::{Beside, Written};
use crate::store::{in_the_way, same_file, write_export};
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

    /// Puts the export at `path` with what belongs beside it; nothing of it when something is in the way.
    pub(super) fn put(&self, path: &Path, written: &Written) -> Result<(), Failure> {
        if self.is_article(path) {
            return Err(refused(path));
        }
        self.put_beside(path, &written.beside)?;
        Ok(write_export(path, &written.bytes)?)
    }

    /// Puts what belongs beside the export at `path`.
    pub(super) fn put_beside(&self, path: &Path, files: &[Beside]) -> Result<(), Failure> {
        let files = files.iter().map(|one| (one.path(path), &one.bytes));
        let files: Vec<_> = files.collect();
        for (path, bytes) in &files {
            if in_the_way(path, bytes) && self.is_article(path) {
                return Err(refused(path));
            }
            if in_the_way(path, bytes) && !self.force {
                let remedy = "move it, write elsewhere, or replace it by --force";
                let what = "belongs beside the export, and something else stands there";
                return Err(Failure::at(path.display().to_string(), what, remedy));
            }
        }
        for (path, bytes) in files.iter().filter(|(path, _)| !self.is_article(path)) {
            write_export(path, bytes)?;
        }
        Ok(())
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
