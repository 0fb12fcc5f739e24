//! What a path that was given stands for, and the project's own words there.

use crate::app::own_words;
use crate::article::Article;
use crate::cli::failure::Failure;
use crate::cli::lexicon;
use crate::cli::opened::standard_input_text;
use crate::detect::Own;
use crate::notes::Lexicon;
use crate::store::{StoreError, Workspace, articles_matching, articles_under, read_article};
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An article to scan.
#[derive(Debug)]
pub(super) struct Source {
    /// Where it is; `-` for standard input.
    path: PathBuf,
    project: Arc<Project>,
}

/// The workspace around a path that was given, and what its `lexicon.yaml` says.
#[derive(Debug)]
struct Project {
    workspace: Workspace,
    lexicon: Lexicon,
}

/// What a path that was given stands for.
#[derive(Debug)]
pub(super) struct Corpus {
    /// The path: a file, a folder, a pattern, or `-`.
    path: PathBuf,
    project: Arc<Project>,
}

impl Corpus {
    /// What `path` stands for.
    ///
    /// # Errors
    /// When anything is wrong with the project's own words: nothing is scanned by half of what a project agreed on.
    pub(super) fn at(path: &Path) -> Result<Self, Failure> {
        let workspace = Workspace::around(if is_input(path) { Path::new(".") } else { path });
        let file = workspace.lexicon_file();
        lexicon::own(&file, "")?;
        let lexicon = file.read()?;
        Ok(Self {
            path: path.to_owned(),
            project: Arc::new(Project { workspace, lexicon }),
        })
    }

    /// Its articles: itself, or those under a folder; and what cannot be listed there. A folder is read while they are asked for.
    pub(super) fn sources(&self) -> impl Iterator<Item = Result<Source, Failure>> + '_ {
        let mut found = self.paths().peekable();
        let nothing = found.peek().is_none();
        let source = |path: Result<PathBuf, StoreError>| {
            Ok(Source {
                path: path?,
                project: Arc::clone(&self.project),
            })
        };
        let nothing = nothing.then(|| Err(no_articles(&self.path)));
        found.map(source).chain(nothing)
    }

    /// The same as paths alone.
    pub(super) fn paths(&self) -> Box<dyn Iterator<Item = Result<PathBuf, StoreError>>> {
        if let Some(found) = articles_matching(&self.path) {
            return Box::new(found);
        }
        if is_input(&self.path) || !self.path.is_dir() {
            return Box::new(iter::once(Ok(self.path.clone())));
        }
        Box::new(articles_under(&self.path))
    }
}

fn is_input(path: &Path) -> bool {
    path == Path::new("-")
}

fn no_articles(folder: &Path) -> Failure {
    let remedy = "name a text file, or - for standard input";
    Failure::at(folder.display().to_string(), "no articles here", remedy)
}

impl Source {
    /// Reads the article; its name is the path as it was given.
    pub(super) fn read(&self) -> Result<Article, Failure> {
        if is_input(&self.path) {
            return Ok(Article::new("-", standard_input_text()?));
        }
        Ok(read_article(&self.path, &self.path.to_string_lossy())?)
    }

    /// What the project flags and silences in it.
    pub(super) fn own(&self) -> Own {
        let Project { workspace, lexicon } = &*self.project;
        own_words(lexicon, &workspace.name_of(&self.path)).0
    }
}
