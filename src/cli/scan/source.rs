//! What a path that was given stands for, and the project's own words there.

use crate::app::own_words;
use crate::article::Article;
use crate::cli::failure::Failure;
use crate::cli::lexicon;
use crate::cli::opened::standard_input_text;
use crate::detect::Own;
use crate::notes::Lexicon;
use crate::store::{StoreError, Workspace, articles_under, read_article};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// An article to scan.
#[derive(Debug)]
pub(super) struct Source {
    /// Where it is; `-` for standard input.
    pub(super) path: PathBuf,
    project: Arc<Project>,
}

/// The workspace around a path that was given, and what its `lexicon.yaml` says.
#[derive(Debug)]
struct Project {
    workspace: Workspace,
    lexicon: Lexicon,
}

/// The articles that `path` stands for: itself, or those under a folder; and what cannot be listed there.
///
/// # Errors
/// When anything is wrong with the project's own words: nothing is scanned by half of what a project agreed on.
pub(super) fn sources(path: &Path) -> Result<Vec<Result<Source, Failure>>, Failure> {
    let is_input = path == Path::new("-");
    let workspace = Workspace::around(if is_input { Path::new(".") } else { path });
    let file = workspace.lexicon_file();
    lexicon::own(&file, "")?;
    let lexicon = file.read()?;
    let project = Arc::new(Project { workspace, lexicon });
    let source = |path: Result<PathBuf, StoreError>| {
        Ok(Source {
            path: path?,
            project: Arc::clone(&project),
        })
    };
    let sources: Vec<_> = if is_input || !path.is_dir() {
        vec![source(Ok(path.to_owned()))]
    } else {
        articles_under(path).into_iter().map(source).collect()
    };
    Ok(if sources.is_empty() {
        vec![Err(no_articles(path))]
    } else {
        sources
    })
}

fn no_articles(folder: &Path) -> Failure {
    let remedy = "name a text file, or - for standard input";
    Failure::at(folder.display().to_string(), "no articles here", remedy)
}

impl Source {
    /// Reads the article; its name is the path as it was given.
    pub(super) fn read(&self) -> Result<Article, Failure> {
        if self.path == Path::new("-") {
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
