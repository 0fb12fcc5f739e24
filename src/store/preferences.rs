//! What a reader prefers at every article: the user's state, not notes, so never in git.

use crate::store::StoreError;
use crate::store::disk::{self, Durability};
use crate::store::state_folder::state_folder;
use std::fs;
use std::path::{Path, PathBuf};

/// Permissions: it is nobody else's business how somebody reads.
const MODE: u32 = 0o600;

/// What a reader prefers at every article, in the user's state folder.
#[derive(Debug, Clone)]
pub struct Preferences {
    strictness: PathBuf,
}

impl Preferences {
    /// Those in the user's state folder (`$XDG_STATE_HOME/closeread`).
    pub fn of_user() -> Result<Self, StoreError> {
        Ok(Self::within(&state_folder()?))
    }

    /// Those in `folder`.
    pub fn within(folder: &Path) -> Self {
        Self {
            strictness: folder.join("strictness"),
        }
    }

    /// Keeps the name of the level at which findings are shown.
    pub fn save_strictness(&self, name: &str) -> Result<(), StoreError> {
        let failed = |reason| StoreError::write(&self.strictness, reason);
        disk::make_folder(self.strictness.parent().unwrap_or(Path::new(".")))?;
        disk::replace(
            &self.strictness,
            format!("{name}\n"),
            MODE,
            Durability::Atomic,
        )
        .map_err(failed)
    }

    /// The name that was kept. What cannot be read counts as nothing; whether it names a level is for others to say.
    pub fn strictness(&self) -> Option<String> {
        let text = fs::read_to_string(&self.strictness).ok()?;
        Some(text.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let preferences = Preferences::within(&folder.path().join("new/closeread"));
        assert_eq!(preferences.strictness(), None);
        for name in ["few", "all"] {
            preferences.save_strictness(name).unwrap();
            assert_eq!(preferences.strictness().as_deref(), Some(name));
        }
        fs::write(&preferences.strictness, b"\xff\xfe").unwrap();
        assert_eq!(preferences.strictness(), None);
    }
}
