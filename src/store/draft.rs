//! Half-typed text and the reading position: the user's state, not notes, so never in git.

use crate::notes::{At, Id, Selector};
use crate::store::StoreError;
use crate::store::disk::{self, Durability};
use crate::text::digest;
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Nobody else reads what somebody is about to say.
const MODE: u32 = 0o600;

/// Text that somebody is typing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The annotation it is about; None when that is being made.
    pub id: Option<Id>,
    /// Where it is.
    pub at: Option<At>,
    /// The words it is about.
    pub selector: Selector,
    /// Which text it is.
    pub field: DraftField,
    /// What was typed so far.
    pub text: String,
}

/// Which text of an annotation is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DraftField {
    /// The note.
    #[default]
    Note,
    /// The reason of a flag or verdict.
    Reason,
}

/// The draft and the reading position that belong to one notebook, in the user's state folder.
///
/// A write is whole or not there, but it does not wait for the disk: it happens while somebody types.
#[derive(Debug, Clone)]
pub struct Drafts {
    draft: PathBuf,
    position: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct RawDraft {
    id: Option<String>,
    at: Option<String>,
    quote: String,
    before: String,
    after: String,
    field: DraftField,
    text: String,
}

impl Drafts {
    /// Those of the notebook at `notebook`, in the user's state folder (`$XDG_STATE_HOME/closeread`).
    pub fn of(notebook: &Path) -> Result<Self, StoreError> {
        let strategy =
            etcetera::base_strategy::Xdg::new().map_err(|_| StoreError::NoStateFolder)?;
        let folder = strategy.state_dir().ok_or(StoreError::NoStateFolder)?;
        Ok(Self::within(&folder.join("closeread"), notebook))
    }

    /// Those of the notebook at `notebook`, in `folder`.
    pub fn within(folder: &Path, notebook: &Path) -> Self {
        let path = std::path::absolute(notebook).unwrap_or_else(|_| notebook.to_owned());
        let mut name = digest(&path.to_string_lossy());
        name.truncate(24);
        Self {
            draft: folder.join(format!("{name}.draft.yaml")),
            position: folder.join(format!("{name}.position")),
        }
    }

    /// Keeps `draft` in place of the one before.
    pub fn save(&self, draft: &Draft) -> Result<(), StoreError> {
        let raw = RawDraft {
            id: draft.id.as_ref().map(|id| id.0.clone()),
            at: draft.at.map(|at| at.to_string()),
            quote: draft.selector.quote.clone(),
            before: draft.selector.before.clone(),
            after: draft.selector.after.clone(),
            field: draft.field,
            text: draft.text.clone(),
        };
        let text = serde_yaml::to_string(&raw)
            .map_err(|error| StoreError::write(&self.draft, io::Error::other(error)))?;
        write(&self.draft, &text)
    }

    /// The draft that was kept, if any. One that cannot be read counts as none.
    pub fn load(&self) -> Option<Draft> {
        let raw: RawDraft = serde_yaml::from_str(&fs::read_to_string(&self.draft).ok()?).ok()?;
        Some(Draft {
            id: raw.id.map(Id),
            at: raw.at.as_deref().and_then(At::parse),
            selector: Selector {
                quote: raw.quote,
                before: raw.before,
                after: raw.after,
            },
            field: raw.field,
            text: raw.text,
        })
    }

    /// Forgets the draft.
    pub fn clear(&self) -> Result<(), StoreError> {
        match fs::remove_file(&self.draft) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::write(&self.draft, error))
            }
            _ => Ok(()),
        }
    }

    /// Keeps the reading position: a paragraph's index, from 0.
    pub fn save_position(&self, paragraph: usize) -> Result<(), StoreError> {
        write(&self.position, &format!("{paragraph}\n"))
    }

    /// The reading position that was kept.
    pub fn position(&self) -> Option<usize> {
        fs::read_to_string(&self.position).ok()?.trim().parse().ok()
    }
}

fn write(path: &Path, text: &str) -> Result<(), StoreError> {
    disk::make_folder(path.parent().unwrap_or(Path::new(".")))?;
    disk::replace(path, text, MODE, Durability::Atomic)
        .map_err(|reason| StoreError::write(path, reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn drafts_are_kept_apart_and_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        let one = Drafts::within(&state, Path::new("/a/notes/x.yaml"));
        let other = Drafts::within(&state, Path::new("/b/notes/x.yaml"));
        assert_eq!((one.load(), one.position()), (None, None));
        let draft = Draft {
            text: "half a sen".into(),
            ..Draft::default()
        };
        one.save(&draft).unwrap();
        one.save_position(17).unwrap();
        assert_eq!(one.load(), Some(draft));
        assert_eq!(one.position(), Some(17));
        assert_eq!(other.load(), None);
        let mode = fs::metadata(&one.draft).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        one.clear().unwrap();
        one.clear().unwrap();
        assert_eq!(one.load(), None);
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_draft_comes_back(text in any::<String>(), quote in any::<String>(), id in proptest::option::of("[a-z]{6}")) {
            let folder = tempfile::tempdir().unwrap();
            let drafts = Drafts::within(folder.path(), Path::new("x"));
            let draft = Draft {
                id: id.map(Id),
                at: At::parse("3:4"),
                selector: Selector { quote, ..Selector::default() },
                field: DraftField::Reason,
                text,
            };
            drafts.save(&draft).unwrap();
            prop_assert_eq!(drafts.load(), Some(draft));
        }
    }
}
