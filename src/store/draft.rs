//! Half-typed texts, unsaved notebooks and the reading position: the user's state, not notes, so never in git.

use crate::notes::{Annotation, ArticleRef, At, Draft, Id, Notebook, Part, Selector, Verdict};
use crate::store::disk::{self, Durability};
use crate::store::state_folder::state_folder;
use crate::store::{NotebookFile, StoreError};
use crate::text::digest;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

/// Nobody else reads what somebody is about to say.
const MODE: u32 = 0o600;

/// The half-typed texts, the unsaved notebook and the reading position that belong to one notebook, in the user's state
/// folder.
///
/// A write is whole or not there, but it does not wait for the disk: it happens while somebody types.
#[derive(Debug, Clone)]
pub struct Drafts {
    half_typed: PathBuf,
    position: PathBuf,
    rescue: PathBuf,
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
    #[serde(default)]
    speaker: Option<String>,
    reason: Option<String>,
    created: Option<String>,
    /// Of a reason: what giving it was called. None: the text is a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason_of: Option<String>,
    text: String,
}

impl Drafts {
    /// Those of the notebook at `notebook`, in the user's state folder (`$XDG_STATE_HOME/closeread`).
    pub fn of(notebook: &Path) -> Result<Self, StoreError> {
        Ok(Self::within(&state_folder()?, notebook))
    }

    /// Those of the notebook at `notebook`, in `folder`.
    pub fn within(folder: &Path, notebook: &Path) -> Self {
        let path = std::path::absolute(notebook).unwrap_or_else(|_| notebook.to_owned());
        let mut name = digest(&path.to_string_lossy());
        name.truncate(24);
        Self {
            half_typed: folder.join(format!("{name}.drafts.yaml")),
            position: folder.join(format!("{name}.position")),
            rescue: folder.join(format!("{name}.rescue.yaml")),
        }
    }

    /// Keeps `drafts` in place of those before; none at all removes the file.
    pub fn save(&self, drafts: &[Draft]) -> Result<(), StoreError> {
        if drafts.is_empty() {
            return remove(&self.half_typed);
        }
        let raw: Vec<RawDraft> = drafts.iter().map(RawDraft::of).collect();
        let text = serde_yaml::to_string(&raw)
            .map_err(|error| StoreError::write(&self.half_typed, std::io::Error::other(error)))?;
        write(&self.half_typed, &text)
    }

    /// The drafts that were kept. A file that cannot be read counts as none, and is left as it is.
    pub fn load(&self) -> Vec<Draft> {
        let text = fs::read_to_string(&self.half_typed).unwrap_or_default();
        let raw: Vec<RawDraft> = serde_yaml::from_str(&text).unwrap_or_default();
        raw.into_iter().map(RawDraft::draft).collect()
    }

    /// Keeps a notebook that could not be saved at its own place.
    pub fn rescue(&self, notebook: &Notebook) -> Result<(), StoreError> {
        self.forget_rescued()?;
        disk::make_folder(self.rescue.parent().unwrap_or(Path::new(".")))?;
        let mut file =
            NotebookFile::open(&self.rescue, &notebook.reader, notebook.article.clone())?;
        file.save(notebook).map(|_| ())
    }

    /// The notebook that could not be saved at its own place when the program ran last.
    pub fn rescued(&self) -> Option<Notebook> {
        if !self.rescue.is_file() {
            return None;
        }
        let file = NotebookFile::open(&self.rescue, "", ArticleRef::default()).ok()?;
        Some(file.notebook().clone())
    }

    /// Forgets it: its notes are where they belong.
    pub fn forget_rescued(&self) -> Result<(), StoreError> {
        remove(&self.rescue)
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
            speaker,
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
            speaker,
            reason,
            created,
            reason_of: match &draft.part {
                Part::Note => None,
                Part::Reason(what) => Some(what.clone()),
            },
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
            speaker: self.speaker,
            reason: self.reason,
            created: self.created,
        };
        Draft {
            annotation,
            part: self.reason_of.map_or(Part::Note, Part::Reason),
            text: self.text,
        }
    }
}

fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::write(path, error))
        }
        _ => Ok(()),
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
        let mode = fs::metadata(&one.half_typed).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        one.save(&[]).unwrap();
        one.save(&[]).unwrap();
        assert_eq!(one.load(), []);
        assert_eq!(fs::read_dir(&state).unwrap().count(), 1);
    }

    #[test]
    fn an_unsaved_notebook_comes_back_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::within(&folder.path().join("state"), Path::new("x"));
        assert_eq!(drafts.rescued(), None);
        for count in [1, 3, 2] {
            let mut notebook = Notebook::new("anna", ArticleRef::default());
            notebook.annotations = (0..count)
                .map(|number| Annotation {
                    id: Id(format!("note{number}")),
                    selector: Selector {
                        quote: "words".into(),
                        ..Selector::default()
                    },
                    note: Some("said".into()),
                    ..Annotation::default()
                })
                .collect();
            drafts.rescue(&notebook).unwrap();
            assert_eq!(drafts.rescued(), Some(notebook));
        }
        drafts.forget_rescued().unwrap();
        drafts.forget_rescued().unwrap();
        assert_eq!(drafts.rescued(), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_draft_comes_back(text in any::<String>(), quote in any::<String>(), note in any::<Option<String>>(), reason in any::<Option<String>>(), id in "[a-z]{6}") {
            let folder = tempfile::tempdir().unwrap();
            let drafts = Drafts::within(folder.path(), Path::new("x"));
            let part = reason.map_or(Part::Note, Part::Reason);
            let annotation = Annotation {
                id: Id(id),
                at: At::parse("3:4"),
                selector: Selector { quote, ..Selector::default() },
                note,
                verdict: Some(Verdict::Rejected),
                tags: vec![text.clone()],
                ..Annotation::default()
            };
            let draft = Draft { annotation, part, text };
            drafts.save(std::slice::from_ref(&draft)).unwrap();
            prop_assert_eq!(drafts.load(), [draft]);
        }
    }
}
