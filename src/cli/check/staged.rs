//! What is staged in git, as a workspace of its own.

use crate::cli::failure::Failure;
use crate::cli::git::Repository;
use crate::store::{Workspace, read_notebook_text};
use std::path::{Path, PathBuf};

/// The staged versions of a workspace's files, in a folder that is gone when dropped.
pub(super) struct Staged<F> {
    _folder: F,
    /// The workspace with the staged versions.
    pub(super) root: PathBuf,
    /// The notebooks that the next commit changes.
    pub(super) notebooks: Vec<PathBuf>,
    /// Whether it changes anything that a check looks at.
    pub(super) any: bool,
}

/// Puts the staged notebooks of `workspace`, what all notebooks share and their articles into `folder`.
pub(super) fn staged<F: AsRef<Path>>(
    workspace: &Workspace,
    folder: F,
) -> Result<Staged<F>, Failure> {
    let repository = Repository::around(&workspace.root)?;
    let prefix = repository.ask_in(&workspace.root, ["rev-parse", "--show-prefix"])?;
    let prefix = prefix.trim_end_matches('\n').to_owned();
    let notes = format!("{prefix}{}", workspace.name_of(&workspace.notes_folder()));
    let shared = [
        format!("{prefix}closeread.yaml"),
        format!("{notes}/codebook.yaml"),
        format!("{notes}/lexicon.yaml"),
    ];
    let paths = [notes.clone(), shared[0].clone()];
    let mut changed = vec![
        "diff",
        "--cached",
        "--name-only",
        "-z",
        "--diff-filter=ACMRT",
        "--",
    ];
    changed.extend(paths.iter().map(String::as_str));
    let changed = repository.ask(changed)?;
    let changed: Vec<&str> = changed
        .split('\0')
        .filter(|path| path.ends_with(".yaml"))
        .collect();
    let mut known = vec!["ls-files", "-z", "--"];
    known.extend(shared.iter().map(String::as_str));
    let known = repository.ask(known)?;
    let target = format!("--prefix={}/", folder.as_ref().display());
    let write = |paths: &str| {
        repository.tell(
            ["checkout-index", "-q", "-f", "-z", "--stdin", &target],
            paths,
        )
    };
    write(&(changed.join("\0") + "\0" + &known))?;
    let root = folder.as_ref().join(&prefix);
    let is_notebook = |path: &&&str| {
        path.strip_prefix(&format!("{notes}/"))
            .is_some_and(|inside| inside.contains('/'))
    };
    let notebooks: Vec<PathBuf> = changed
        .iter()
        .filter(is_notebook)
        .map(|path| folder.as_ref().join(path))
        .collect();
    let articles = notebooks
        .iter()
        .filter_map(|path| read_notebook_text(path).ok());
    let articles: Vec<String> = articles
        .map(|(notebook, _)| format!("{prefix}{}", notebook.article.path))
        .collect();
    if !articles.is_empty() {
        // Those that git does not know are looked for in the working tree.
        let _ = write(&(articles.join("\0") + "\0"));
    }
    Ok(Staged {
        _folder: folder,
        root,
        any: !changed.is_empty(),
        notebooks,
    })
}
