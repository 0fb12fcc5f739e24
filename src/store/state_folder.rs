//! Where the user's state is kept.

use crate::store::StoreError;
use etcetera::BaseStrategy;
use std::path::PathBuf;

/// The program's folder for the user's state: `$XDG_STATE_HOME/closeread`. It need not be there.
pub(super) fn state_folder() -> Result<PathBuf, StoreError> {
    let strategy = etcetera::base_strategy::Xdg::new().map_err(|_| StoreError::NoStateFolder)?;
    let folder = strategy.state_dir().ok_or(StoreError::NoStateFolder)?;
    Ok(folder.join("closeread"))
}
