//! Notebooks follow their articles: one whose article was renamed, moved or edited on the way is found by the text.

use crate::article::Article;
use crate::notes::{Anchor, Anchorer, ArticleRef, Notebook};
use crate::store::notebook_file::read_notebook;
use crate::store::{Noted, Workspace, yaml};
use std::path::{Component, Path, PathBuf};

/// Annotations that must be found in an article of another name and text before their notebook is taken for one on it;
/// and of all of the notebook's, how many in four.
const ENOUGH: usize = 2;
const QUARTERS: usize = 3;

/// Where the notes on an article are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The notebook's file, whether or not it is there.
    pub path: PathBuf,
    /// How the article was called when the notes were made, if that is not how it is called now.
    pub renamed_from: Option<String>,
}

impl Workspace {
    /// The notebook of reader `slug` on `article`, which is the file at `path`: the one of that name; else the only one
    /// that names this article; else the only one whose own article is not there any more and which was made on this very
    /// text, or most of whose annotations are found in it.
    pub fn find_notebook(&self, slug: &str, path: &Path, article: &Article) -> Found {
        let home = self.notebook_path(slug, path);
        let here = Found {
            path: home,
            renamed_from: None,
        };
        if here.path.symlink_metadata().is_ok() {
            return here;
        }
        let orphans = self.orphans(slug, &article.name);
        if orphans.is_empty() {
            return here;
        }
        let naming = orphans
            .iter()
            .filter(|(_, notebook)| notebook.article.path == article.name);
        let same = orphans
            .iter()
            .filter(|(_, notebook)| notebook.article.sha256 == article.sha256());
        let found = only(naming).or_else(|| only(same)).or_else(|| {
            let anchorer = Anchorer::new(article);
            only(
                orphans
                    .iter()
                    .filter(|(_, notebook)| is_on(notebook, &anchorer)),
            )
        });
        found.map_or(here, |(path, notebook)| Found {
            path: path.clone(),
            renamed_from: Some(notebook.article.path.clone()).filter(|old| *old != article.name),
        })
    }

    /// The notebooks of a reader that name the article called `name`, or one that is not there. What cannot be read is left
    /// out.
    fn orphans(&self, slug: &str, name: &str) -> Vec<(PathBuf, Notebook)> {
        // Of the usual names one question to the system tells; the others are looked at as carefully as anywhere.
        let is_there = |article: &str| {
            let plain = Path::new(article).components();
            plain
                .clone()
                .all(|part| matches!(part, Component::Normal(_)))
                && self.root.join(article).is_file()
        };
        let is_orphan = |article: &str| {
            article == name || !is_there(article) && self.inside(article) == Noted::Missing
        };
        let leads_out = self.leads_out(&self.notes_folder().join(slug));
        let files = self.notebooks_of(slug).into_iter();
        let files = files.filter(|path| !(leads_out || path.is_symlink() && self.leads_out(path)));
        let read = |path: PathBuf| {
            let text = yaml::read_file(&path).ok()??;
            // Most are told by a glance.
            if named(&text).is_some_and(|article| !is_orphan(article)) {
                return None;
            }
            let notebook =
                read_notebook(&path, &Notebook::new("", ArticleRef::default())).ok()??;
            let article = &notebook.article.path;
            (!article.is_empty() && is_orphan(article)).then_some((path, notebook))
        };
        files.filter_map(read).collect()
    }
}

/// The article that a notebook names, where that is written on a line of its own without quotation marks.
fn named(text: &str) -> Option<&str> {
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("  path: "))?;
    let plain = !line.contains(['\'', '"', '#', '&', '*', '!', '|', '>']);
    plain.then(|| line.trim())
}

/// Whether most of its annotations are found.
fn is_on(notebook: &Notebook, anchorer: &Anchorer) -> bool {
    let annotations = &notebook.annotations;
    let is_found = |anchor: Anchor| matches!(anchor, Anchor::Found(_));
    let found = annotations
        .iter()
        .filter(|annotation| is_found(anchorer.anchor(annotation, false)));
    let found = found.count();
    found >= ENOUGH && found * 4 >= annotations.len() * QUARTERS
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.next().is_none().then_some(first)
}
