//! A folder with articles and the notes on them.

use crate::article::Article;
use crate::notes::{ArticleRef, Codebook, Notebook};
use crate::store::notebook_file::read_notebook;
use crate::store::{LexiconFile, Settings, StoreError, codebook, settings};
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What the settings are called.
const SETTINGS: &str = "closeread.yaml";

/// A folder with articles and the notes on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    /// The nearest folder above an article that has `notes/` or `closeread.yaml`, else the article's own.
    pub root: PathBuf,
    /// Folder with the articles, from `root`.
    articles: String,
    /// Folder with the notebooks, from `root`.
    notes: String,
}

/// The articles (`.txt`, `.md`) directly in a folder, sorted by name; hidden files are not among them.
pub fn articles_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut articles: Vec<_> = entries
        .map(|entry| entry.path())
        .filter(|path| is_article(path))
        .collect();
    articles.sort();
    articles
}

impl Workspace {
    /// The workspace around a file or folder, whether or not that is there.
    ///
    /// Settings that cannot be read count as absent here; [`Self::settings`] says what is wrong with them.
    pub fn around(path: &Path) -> Self {
        let path = absolute(path);
        let own = if path.is_dir() {
            path.as_path()
        } else {
            path.parent().unwrap_or(&path)
        };
        let marked =
            |folder: &&Path| folder.join("notes").is_dir() || folder.join(SETTINGS).is_file();
        let root = own.ancestors().find(marked).unwrap_or(own).to_owned();
        let settings = settings::read(&root.join(SETTINGS)).unwrap_or_default();
        Self {
            root,
            articles: settings.articles.unwrap_or_else(|| "seeds".to_owned()),
            notes: settings.notes.unwrap_or_else(|| "notes".to_owned()),
        }
    }

    /// Folder with the articles.
    pub fn articles_folder(&self) -> PathBuf {
        self.root.join(&self.articles)
    }

    /// Folder with the notebooks.
    pub fn notes_folder(&self) -> PathBuf {
        self.root.join(&self.notes)
    }

    /// The articles of the workspace: those of the articles' folder.
    pub fn articles(&self) -> Vec<PathBuf> {
        articles_in(&self.articles_folder())
    }

    /// Whether `folder` is the workspace's own.
    pub fn is_at(&self, folder: &Path) -> bool {
        absolute(folder) == self.root
    }

    /// How an article is called: its path from the root, with `/`; its whole path when it is outside.
    pub fn name_of(&self, path: &Path) -> String {
        let path = absolute(path);
        let Ok(inside) = path.strip_prefix(&self.root) else {
            return path.to_string_lossy().into_owned();
        };
        let parts: Vec<_> = inside.iter().map(OsStr::to_string_lossy).collect();
        parts.join("/")
    }

    /// The notebook of reader `slug` on `article`: `notes/<slug>/<path from the articles' folder, else from the
    /// root>.yaml`. `.txt` is dropped, other extensions stay.
    ///
    /// Misses: an article in the articles' folder and one of the same name in the root share a notebook.
    pub fn notebook_path(&self, slug: &str, article: &Path) -> PathBuf {
        let article = absolute(article);
        let inside = article
            .strip_prefix(self.articles_folder())
            .or_else(|_| article.strip_prefix(&self.root))
            .ok()
            .or_else(|| article.file_name().map(Path::new))
            .unwrap_or(Path::new("article"));
        let mut path = self.notes_folder().join(slug).join(inside);
        if path.extension() == Some(OsStr::new("txt")) {
            path.set_extension("");
        }
        path.as_mut_os_string().push(".yaml");
        path
    }

    /// Where the settings are.
    pub fn settings_path(&self) -> PathBuf {
        self.root.join(SETTINGS)
    }

    /// What `closeread.yaml` says.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        settings::read(&self.settings_path())
    }

    /// Where the agreed tags are: `codebook.yaml` in the notes' folder.
    pub fn codebook_path(&self) -> PathBuf {
        self.notes_folder().join("codebook.yaml")
    }

    /// The agreed tags.
    pub fn codebook(&self) -> Result<Codebook, StoreError> {
        codebook::read(&self.codebook_path())
    }

    /// The project's own words: `lexicon.yaml` in the notes' folder.
    pub fn lexicon_file(&self) -> LexiconFile {
        LexiconFile::at(&self.notes_folder().join("lexicon.yaml"))
    }

    /// Everybody who has notes here: the folders in the notes' folder, sorted; hidden ones are not among them.
    pub(super) fn slugs(&self) -> Vec<String> {
        let entries = fs::read_dir(self.notes_folder())
            .into_iter()
            .flatten()
            .flatten();
        let mut slugs: Vec<_> = entries
            .filter(|entry| entry.path().is_dir())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .filter(|slug| !slug.starts_with('.'))
            .collect();
        slugs.sort();
        slugs
    }

    /// Every other reader's notebook on `article`, which is the file at `path`, sorted by slug; those of an article that was
    /// renamed are found by its text.
    pub fn other_notebooks(
        &self,
        slug: &str,
        path: &Path,
        article: &Article,
    ) -> Vec<Result<Notebook, StoreError>> {
        let mut slugs = self.slugs();
        slugs.retain(|other| other != slug);
        let path_of = |other: &String| self.find_notebook(other, path, article).path;
        let known = ArticleRef {
            path: self.name_of(path),
            sha256: String::new(),
        };
        let read = |other: String| {
            let empty = Notebook::new(other.clone(), known.clone());
            read_notebook(&path_of(&other), &empty).transpose()
        };
        slugs.into_iter().filter_map(read).collect()
    }
}

fn is_article(path: &Path) -> bool {
    !is_hidden(path) && is_called_article(path) && path.is_file()
}

/// Whether its name is that of an article: `.txt` or `.md`, in any case.
pub(super) fn is_called_article(path: &Path) -> bool {
    let kind = path
        .extension()
        .map(OsStr::to_ascii_lowercase)
        .unwrap_or_default();
    kind == "txt" || kind == "md"
}

/// Whether its name begins with a stop.
fn is_hidden(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with('.')
}

/// The path from the file system's root, without `.` and `..`; links are not followed.
fn absolute(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut clean = PathBuf::new();
    for part in whole.components() {
        match part {
            Component::ParentDir => {
                clean.pop();
            }
            Component::CurDir => {}
            part => clean.push(part),
        }
    }
    clean
}
