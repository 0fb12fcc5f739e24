//! Half-typed texts and the reading position: the user's state, not notes, so never in git.

use crate::notes::{Annotation, At, Draft, Id, Selector, Verdict};
use crate::store::StoreError;
use crate::store::disk::{self, Durability};
use crate::text::digest;
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Nobody else reads what somebody is about to say.
const MODE: u32 = 0o600;

/// The half-typed texts and the reading position that belong to one notebook, in the user's state folder.
///
/// A write is whole or not there, but it does not wait for the disk: it happens while somebody types.
#[derive(Debug, Clone)]
pub struct Drafts {
    drafts: PathBuf,
    position: PathBuf,
}

/// A draft as YAML: the annotation it is to become part of, and the text.
#[derive(Serialize, Deserialize)]
struct RawDraft {
    id: String,
    at: Option<String>,
    quote: String,
    before: String,
    after: String,
    flag: Option<String>,
    tags: Vec<String>,
    note: Option<String>,
    finding: Option<String>,
    verdict: Option<String>,
    reason: Option<String>,
    created: Option<String>,
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
            drafts: folder.join(format!("{name}.drafts.yaml")),
            position: folder.join(format!("{name}.position")),
        }
    }

    /// Keeps `drafts` in place of those before; none at all removes the file.
    pub fn save(&self, drafts: &[Draft]) -> Result<(), StoreError> {
        if drafts.is_empty() {
            return self.clear();
        }
        let raw: Vec<RawDraft> = drafts.iter().map(RawDraft::of).collect();
        let text = serde_yaml::to_string(&raw)
            .map_err(|error| StoreError::write(&self.drafts, std::io::Error::other(error)))?;
        write(&self.drafts, &text)
    }

    /// The drafts that were kept. A file that cannot be read counts as none, and is left as it is.
    pub fn load(&self) -> Vec<Draft> {
        let text = fs::read_to_string(&self.drafts).unwrap_or_default();
        let raw: Vec<RawDraft> = serde_yaml::from_str(&text).unwrap_or_default();
        raw.into_iter().map(RawDraft::draft).collect()
    }

    /// Keeps the reading position: a paragraph's index, from 0.
    pub fn save_position(&self, paragraph: usize) -> Result<(), StoreError> {
        write(&self.position, &format!("{paragraph}\n"))
    }

    /// The reading position that was kept.
    pub fn position(&self) -> Option<usize> {
        fs::read_to_string(&self.position).ok()?.trim().parse().ok()
    }

    fn clear(&self) -> Result<(), StoreError> {
        match fs::remove_file(&self.drafts) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(StoreError::write(&self.drafts, error))
            }
            _ => Ok(()),
        }
    }
}

impl RawDraft {
    fn of(draft: &Draft) -> Self {
        let Annotation {
            id,
            at,
            selector,
            flag,
            tags,
            note,
            finding,
            verdict,
            reason,
            created,
        } = draft.annotation.clone();
        Self {
            id: id.0,
            at: at.map(|at| at.to_string()),
            quote: selector.quote,
            before: selector.before,
            after: selector.after,
            flag,
            tags,
            note,
            finding,
            verdict: verdict.map(|verdict| verdict.word().to_owned()),
            reason,
            created,
            text: draft.text.clone(),
        }
    }

    fn draft(self) -> Draft {
        let annotation = Annotation {
            id: Id(self.id),
            at: self.at.as_deref().and_then(At::parse),
            selector: Selector {
                quote: self.quote,
                before: self.before,
                after: self.after,
            },
            flag: self.flag,
            tags: self.tags,
            note: self.note,
            finding: self.finding,
            verdict: self.verdict.as_deref().and_then(Verdict::parse),
            reason: self.reason,
            created: self.created,
        };
        Draft {
            annotation,
            text: self.text,
        }
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
        assert_eq!((one.load(), one.position()), (vec![], None));
        let draft = Draft {
            text: "half a sen".into(),
            ..Draft::default()
        };
        one.save(&[draft.clone(), draft.clone()]).unwrap();
        one.save_position(17).unwrap();
        assert_eq!(one.load(), [draft.clone(), draft]);
        assert_eq!(one.position(), Some(17));
        assert_eq!(other.load(), []);
        let mode = fs::metadata(&one.drafts).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        one.save(&[]).unwrap();
        one.save(&[]).unwrap();
        assert_eq!(one.load(), []);
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_draft_comes_back(text in any::<String>(), quote in any::<String>(), note in any::<Option<String>>(), id in "[a-z]{6}") {
            let folder = tempfile::tempdir().unwrap();
            let drafts = Drafts::within(folder.path(), Path::new("x"));
            let annotation = Annotation {
                id: Id(id),
                at: At::parse("3:4"),
                selector: Selector { quote, ..Selector::default() },
                note,
                verdict: Some(Verdict::Rejected),
                tags: vec![text.clone()],
                ..Annotation::default()
            };
            let draft = Draft { annotation, text };
            drafts.save(std::slice::from_ref(&draft)).unwrap();
            prop_assert_eq!(drafts.load(), [draft]);
        }
    }
}
