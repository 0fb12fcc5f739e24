//! What is staged in git, as a workspace of its own.

use crate::cli::failure::Failure;
use crate::cli::git::{Repository, ask_in};
use crate::store::{Workspace, read_notebook_text};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The staged versions of a workspace's files, in a folder that is gone when dropped.
pub(super) struct Staged<F> {
    _folder: F,
    /// The workspace with the staged versions.
    pub(super) root: PathBuf,
    /// The notebooks that the next commit changes.
    pub(super) notebooks: Vec<PathBuf>,
}

/// Puts the staged notebooks of `workspace`, what all notebooks share and their articles into `folder`. None when the next
/// commit changes nothing of that.
pub(super) fn staged<F: AsRef<Path>>(
    workspace: &Workspace,
    folder: F,
) -> Result<Option<Staged<F>>, Failure> {
    let repository = Repository::around(&workspace.root)?;
    let prefix = ask_in(&workspace.root, ["rev-parse", "--show-prefix"])?;
    let prefix = prefix.trim_end_matches('\n').to_owned();
    let notes = prefix.clone() + &workspace.name_of(&workspace.notes_folder());
    let settings = format!("{prefix}closeread.yaml");
    let shared = [
        settings.clone(),
        format!("{notes}/codebook.yaml"),
        format!("{notes}/lexicon.yaml"),
    ];
    let changed = listed(&repository, &CHANGED, &[notes.clone(), settings])?;
    let changed: Vec<String> = changed
        .into_iter()
        .filter(|path| Path::new(path).extension() == Some(OsStr::new("yaml")))
        .collect();
    if changed.is_empty() {
        return Ok(None);
    }
    let known = listed(&repository, &["ls-files", "-z", "--"], &shared)?;
    let folder_path = folder.as_ref().to_owned();
    let target = format!("--prefix={}/", folder_path.display());
    let write = |paths: &[String]| {
        let paths: Vec<&str> = paths.iter().flat_map(|path| [path, "\0"]).collect();
        repository.tell(
            ["checkout-index", "-q", "-f", "-z", "--stdin", &target],
            &paths.concat(),
        )
    };
    write(&changed)?;
    write(&known)?;
    let notes = notes + "/";
    let is_notebook = |path: &&String| {
        path.strip_prefix(&notes)
            .is_some_and(|inside| inside.contains('/'))
    };
    let notebooks = changed
        .iter()
        .filter(is_notebook)
        .map(|path| folder_path.join(path));
    let notebooks: Vec<PathBuf> = notebooks.collect();
    let read = notebooks
        .iter()
        .filter_map(|path| read_notebook_text(path).ok());
    let articles: Vec<String> = read
        .map(|(notebook, _)| prefix.clone() + &notebook.article.path)
        .collect();
    // Those that git does not know are looked for in the working tree.
    let _ = write(&articles);
    Ok(Some(Staged {
        _folder: folder,
        root: folder_path.join(&prefix),
        notebooks,
    }))
}

/// Asks git for the files that the next commit adds or changes.
const CHANGED: [&str; 6] = [
    "diff",
    "--cached",
    "--name-only",
    "-z",
    "--diff-filter=ACMRT",
    "--",
];

fn listed(
    repository: &Repository,
    question: &[&str],
    paths: &[String],
) -> Result<Vec<String>, Failure> {
    let arguments = question
        .iter()
        .copied()
        .chain(paths.iter().map(String::as_str));
    let answer = repository.ask(arguments)?;
    let files = answer.split('\0').filter(|path| !path.is_empty());
    Ok(files.map(str::to_owned).collect())
}
