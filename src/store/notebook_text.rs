//! Files as they are checked: what they say, and where they say it.

use crate::notes::{ArticleRef, Codebook, Notebook};
use crate::store::codebook::codebook;
use crate::store::yaml;
use crate::store::{Places, StoreError};
use std::path::Path;

/// Reads the notebook at `path` and where its annotations stand.
pub fn read_notebook_text(path: &Path) -> Result<(Notebook, Places), StoreError> {
    let text = read(path)?;
    let empty = Notebook::new("", ArticleRef::default());
    let notebook = yaml::notebook(&text, &empty).map_err(|problem| problem.in_file(path))?;
    Ok((notebook, Places::new(text, "annotations")))
}

/// Reads the codebook at `path` and where its tags stand.
pub fn read_codebook_text(path: &Path) -> Result<(Codebook, Places), StoreError> {
    let text = read(path)?;
    let codebook = codebook(&text).map_err(|problem| problem.in_file(path))?;
    Ok((codebook, Places::new(text, "tags")))
}

fn read(path: &Path) -> Result<String, StoreError> {
    let missing = || StoreError::Missing(path.to_owned());
    yaml::read_file(path)?.ok_or_else(missing)
}
