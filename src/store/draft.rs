//! Half-typed texts, unsaved notebooks and the reading position: the user's state, not notes, so never in git.

use crate::notes::{ArticleRef, Draft, Notebook};
use crate::store::disk::{self, Durability};
use crate::store::raw_draft::RawDraft;
use crate::store::seat::{Seats, suffix};
use crate::store::state_folder::state_folder;
use crate::store::{NotebookFile, StoreError, yaml};
use crate::text::digest;
use std::fs;
use std::path::{Path, PathBuf};

/// Nobody else reads what somebody is about to say.
const MODE: u32 = 0o600;

/// The half-typed texts, the unsaved notebook and the reading position that belong to one notebook, in the user's state
/// folder. Several sessions on one notebook have each their own texts; what one left that ended in a fault goes to the next.
///
/// A write is whole or not there, but it does not wait for the disk: it happens while somebody types.
#[derive(Debug)]
pub struct Drafts {
    folder: PathBuf,
    name: String,
    seats: Seats,
}

impl Drafts {
    /// Those of the notebook at `notebook`, in the user's state folder (`$XDG_STATE_HOME/closeread`).
    pub fn of(notebook: &Path) -> Result<Self, StoreError> {
        Ok(Self::within(&state_folder()?, notebook))
    }

    /// Those of the notebook at `notebook`, in `folder`.
    pub fn within(folder: &Path, notebook: &Path) -> Self {
        let mut drafts = Self::without_seat(folder, notebook);
        // Without a folder nothing can be kept: that is said when there is something to keep.
        if disk::make_folder(folder).is_ok() {
            let left = |seat| drafts.half_typed(seat).exists() || drafts.rescue_of(seat).exists();
            drafts.seats = Seats::take(folder, &drafts.name, left);
            for seat in drafts.seats.held() {
                disk::sweep(folder, &drafts.writer(seat));
            }
        }
        drafts
    }

    /// The reading position that was kept for the notebook at `notebook` in the user's state folder; nothing else is asked or held.
    pub fn position_at(notebook: &Path) -> Option<usize> {
        Self::without_seat(&state_folder().ok()?, notebook).position()
    }

    fn without_seat(folder: &Path, notebook: &Path) -> Self {
        let path = std::path::absolute(notebook).unwrap_or_else(|_| notebook.to_owned());
        let mut name = digest(&path.to_string_lossy());
        name.truncate(24);
        Self {
            folder: folder.to_owned(),
            name,
            seats: Seats::default(),
        }
    }

    /// Keeps `drafts` in place of those before; none at all removes the file.
    pub fn save(&self, drafts: &[Draft]) -> Result<(), StoreError> {
        let path = self.half_typed(self.seats.own());
        if drafts.is_empty() {
            remove(&path)?;
        } else {
            let raw: Vec<RawDraft> = drafts.iter().map(RawDraft::of).collect();
            let text = serde_yaml::to_string(&raw)
                .map_err(|error| StoreError::write(&path, std::io::Error::other(error)))?;
            self.write(&path, &text)?;
        }
        let mut left = self.seats.left().iter();
        left.try_for_each(|seat| remove(&self.half_typed(*seat)))
    }

    /// The drafts that were kept. A file that cannot be read counts as none, and is left as it is.
    pub fn load(&self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for seat in self.seats() {
            let text = fs::read_to_string(self.half_typed(seat)).unwrap_or_default();
            let raw: Vec<RawDraft> = serde_yaml::from_str(&text).unwrap_or_default();
            for draft in raw.into_iter().map(RawDraft::draft) {
                if !drafts.contains(&draft) {
                    drafts.push(draft);
                }
            }
        }
        drafts
    }

    /// Keeps a notebook that could not be saved at its own place.
    pub fn rescue(&self, notebook: &Notebook) -> Result<(), StoreError> {
        self.write(&self.rescue_of(self.seats.own()), &yaml::whole(notebook))
    }

    /// The notebooks that could not be saved at their own place in earlier sessions.
    pub fn rescued(&self) -> Vec<Notebook> {
        let open = |path: PathBuf| NotebookFile::open(&path, "", ArticleRef::default()).ok();
        let paths = self.seats().map(|seat| self.rescue_of(seat));
        let files = paths.filter(|path| path.is_file()).filter_map(open);
        files.map(|file| file.notebook().clone()).collect()
    }

    /// Forgets them: their notes are where they belong.
    pub fn forget_rescued(&self) -> Result<(), StoreError> {
        self.seats()
            .try_for_each(|seat| remove(&self.rescue_of(seat)))
    }

    /// This session's seat, and those whose texts it took over.
    fn seats(&self) -> impl Iterator<Item = u32> {
        let left = self.seats.left().iter().copied();
        left.chain([self.seats.own()])
    }

    fn half_typed(&self, seat: u32) -> PathBuf {
        self.folder
            .join(format!("{}{}.drafts.yaml", self.name, suffix(seat)))
    }

    fn rescue_of(&self, seat: u32) -> PathBuf {
        self.folder
            .join(format!("{}{}.rescue.yaml", self.name, suffix(seat)))
    }

    fn position_path(&self) -> PathBuf {
        self.folder.join(format!("{}.position", self.name))
    }

    /// Keeps the reading position: a paragraph's index, from 0.
    pub fn save_position(&self, paragraph: usize) -> Result<(), StoreError> {
        self.write(&self.position_path(), &format!("{paragraph}\n"))
    }

    /// The reading position that was kept.
    pub fn position(&self) -> Option<usize> {
        fs::read_to_string(self.position_path())
            .ok()?
            .trim()
            .parse()
            .ok()
    }

    fn write(&self, path: &Path, text: &str) -> Result<(), StoreError> {
        disk::make_folder(&self.folder)?;
        let writer = self.writer(self.seats.own());
        disk::replace_as(&writer, path, text, MODE, Durability::Atomic)
            .map_err(|reason| StoreError::write(path, reason))
    }

    /// What tells a seat's temporary files from those of others.
    fn writer(&self, seat: u32) -> String {
        format!("{}{}", self.name, suffix(seat))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notes::{Annotation, At, Id, Part, Selector, Verdict};
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
        let other_draft = Draft {
            text: "another".into(),
            ..Draft::default()
        };
        one.save(&[draft.clone(), other_draft.clone()]).unwrap();
        one.save_position(17).unwrap();
        assert_eq!(one.load(), [draft, other_draft]);
        assert_eq!(one.position(), Some(17));
        assert_eq!(other.load(), []);
        let mode = fs::metadata(one.half_typed(0))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
        one.save(&[]).unwrap();
        one.save(&[]).unwrap();
        assert_eq!(one.load(), []);
        assert!(!one.half_typed(0).exists());
    }

    #[test]
    fn an_unsaved_notebook_comes_back_until_it_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::within(&folder.path().join("state"), Path::new("x"));
        assert_eq!(drafts.rescued(), []);
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
            assert_eq!(drafts.rescued(), [notebook]);
        }
        drafts.forget_rescued().unwrap();
        drafts.forget_rescued().unwrap();
        assert_eq!(drafts.rescued(), []);
    }

    #[test]
    fn what_a_killed_session_left_is_swept_and_nothing_of_the_living() {
        let folder = tempfile::tempdir().unwrap();
        let session = || Drafts::within(folder.path(), Path::new("x"));
        let living = session();
        let file = |seat| {
            folder
                .path()
                .join(format!(".closeread-{}-k3jd8a", living.writer(seat)))
        };
        for seat in 0..3 {
            fs::write(file(seat), "half").unwrap();
        }
        let other = folder.path().join(".closeread-0123-k3jd8a");
        fs::write(&other, "half").unwrap();
        let _next = session();
        assert_eq!(
            [0, 1, 2].map(|seat| file(seat).exists()),
            [true, false, true]
        );
        assert!(other.exists());
    }

    #[test]
    fn two_sessions_keep_their_texts_apart_and_the_next_one_gets_both() {
        let folder = tempfile::tempdir().unwrap();
        let session = || Drafts::within(folder.path(), Path::new("x"));
        let draft = |text: &str| Draft {
            text: text.into(),
            ..Draft::default()
        };
        let (one, two) = (session(), session());
        one.save(&[draft("one")]).unwrap();
        two.save(&[draft("two")]).unwrap();
        assert_eq!(session().load(), [], "both still go on");
        drop((one, two));
        let next = session();
        assert_eq!(next.load(), [draft("two"), draft("one")]);
        assert_eq!(session().load(), []);
        next.save(&[draft("one")]).unwrap();
        drop(next);
        assert_eq!(session().load(), [draft("one")]);
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
