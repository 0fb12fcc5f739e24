//! An export as files.

use crate::app::Action;
use crate::report::{Name, Written};
use crate::store::{StoreError, in_the_way, same_file, write_export};
use std::path::Path;

/// Puts an export at `path` with what belongs beside it. Nothing is ever written over the article; over another file only
/// when the reader said so, and then also over what bears the same name with another ending.
pub(super) fn write(
    path: &str,
    written: Written,
    overwrite: bool,
    article: Option<&Path>,
) -> Action {
    let file = Path::new(path);
    let is_article = |path: &Path| article.is_some_and(|article| same_file(path, article));
    if is_article(file) {
        return Action::Fail(format!("{path} is the article itself: nothing was written"));
    }
    if !overwrite && file.symlink_metadata().is_ok() {
        return Action::FileExists(path.to_owned());
    }
    for beside in &written.beside {
        let target = beside.path(file);
        let is_pair = matches!(beside.name, Name::Ending(_)) && !is_article(&target);
        if in_the_way(&target, &beside.bytes) && !(overwrite && is_pair) {
            return Action::Fail(format!(
                "{path} was not written: {} belongs beside it and says something else there",
                target.display()
            ));
        }
    }
    match put(file, &written, is_article) {
        Ok(()) => Action::Written(path.to_owned(), written.left_out),
        Err(error) => Action::Fail(error.to_string()),
    }
}

fn put(
    file: &Path,
    written: &Written,
    is_article: impl Fn(&Path) -> bool,
) -> Result<(), StoreError> {
    for beside in &written.beside {
        let target = beside.path(file);
        if !is_article(&target) {
            write_export(&target, &beside.bytes)?;
        }
    }
    write_export(file, &written.bytes)
}
