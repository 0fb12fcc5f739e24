//! The files around one reading that others change while it goes on.

use crate::article::Article;
use crate::notes::{Codebook, Lexicon, Notebook};
use crate::store::mark::Mark;
use crate::store::{LexiconFile, StoreError, Workspace, read_article};
use std::fs;
use std::path::{Path, PathBuf};

/// The files around one reading, all but the reader's own notebook: the article, the notebooks of others, the codebook, the
/// project's own words. Knows how they were when they were last looked at.
#[derive(Debug)]
pub struct Surroundings {
    workspace: Workspace,
    slug: String,
    /// The article's file; none when it came through standard input.
    article: Option<PathBuf>,
    /// What the names of notebooks come from.
    file: PathBuf,
    article_mark: Mark,
    others_mark: Mark,
    codebook_mark: Mark,
    lexicon_mark: Mark,
}

/// What a file says since it changed.
#[derive(Debug)]
pub enum News {
    /// The article, or why it cannot be read any more.
    Article(Result<Box<Article>, StoreError>),
    /// All notebooks of others that can be read, and why some cannot.
    Others(Vec<Notebook>, Vec<StoreError>),
    /// The agreed tags, or why they cannot be read.
    Codebook(Result<Codebook, StoreError>),
    /// The project's own words, or why they cannot be read.
    Lexicon(Result<Lexicon, StoreError>),
}

impl Surroundings {
    /// The article's file; none when it came through standard input.
    pub fn article(&self) -> Option<&Path> {
        self.article.as_deref()
    }

    /// What surrounds the reading of `article` by the reader `slug`. `file` is what the notebooks are called after: the
    /// article's file, or what stands for it. Make it before the files are read, so that no change falls between.
    pub fn new(workspace: &Workspace, slug: &str, article: Option<&Path>, file: &Path) -> Self {
        let mut surroundings = Self {
            workspace: workspace.clone(),
            slug: slug.to_owned(),
            article: article.map(absolute),
            file: absolute(file),
            article_mark: Mark::default(),
            others_mark: Mark::default(),
            codebook_mark: Mark::default(),
            lexicon_mark: Mark::default(),
        };
        surroundings.article_mark = surroundings.mark_article();
        surroundings.others_mark = surroundings.mark_others();
        surroundings.codebook_mark = Mark::of([surroundings.workspace.codebook_path()]);
        surroundings.lexicon_mark = Mark::of([surroundings.lexicon().path().to_owned()]);
        surroundings
    }

    /// What has changed since the last look. Reads only what was touched.
    pub fn look(&mut self) -> Vec<News> {
        let mut news = Vec::new();
        let now = self.mark_article();
        if self.article_mark.renew(now) {
            news.extend(self.read_article().map(News::Article));
        }
        let now = self.mark_others();
        if self.others_mark.renew(now) {
            let (read, refused) = self.read_others();
            news.push(News::Others(read, refused));
        }
        if self
            .codebook_mark
            .renew(Mark::of([self.workspace.codebook_path()]))
        {
            news.push(News::Codebook(self.workspace.codebook()));
        }
        let lexicon = self.lexicon();
        if self
            .lexicon_mark
            .renew(Mark::of([lexicon.path().to_owned()]))
        {
            news.push(News::Lexicon(lexicon.read()));
        }
        news
    }

    /// The folders in which changes can show; for one that is not there yet, the nearest above it that is.
    pub fn folders(&self) -> Vec<PathBuf> {
        let slugs = self.workspace.slugs();
        let own = self.workspace.notebook_path(&self.slug, &self.file);
        let notebooks = slugs
            .iter()
            .map(|slug| self.workspace.notebook_path(slug, &self.file));
        let files = self
            .article
            .iter()
            .cloned()
            .chain([own, self.workspace.codebook_path()])
            .chain(notebooks);
        let mut folders: Vec<PathBuf> = files
            .flat_map(|file| [fs::canonicalize(&file).ok(), Some(file)])
            .flatten()
            .filter_map(|file| nearest_folder(&file))
            .chain(nearest_folder(&self.workspace.notes_folder().join("any")))
            .collect();
        folders.sort();
        folders.dedup();
        folders
    }

    fn lexicon(&self) -> LexiconFile {
        self.workspace.lexicon_file()
    }

    fn read_article(&self) -> Option<Result<Box<Article>, StoreError>> {
        let path = self.article.as_ref()?;
        Some(read_article(path, &self.workspace.name_of(path)).map(Box::new))
    }

    fn read_others(&self) -> (Vec<Notebook>, Vec<StoreError>) {
        let (mut read, mut refused) = (Vec::new(), Vec::new());
        let article = self.read_article().and_then(Result::ok);
        let article = article.map_or_else(|| Article::new("", ""), |article| *article);
        let others = self
            .workspace
            .other_notebooks(&self.slug, &self.file, &article);
        for other in others {
            match other {
                Ok(notebook) => read.push(notebook),
                Err(error) => refused.push(error),
            }
        }
        (read, refused)
    }

    fn mark_article(&self) -> Mark {
        Mark::of(self.article.clone())
    }

    fn mark_others(&self) -> Mark {
        let mut slugs = self.workspace.slugs();
        slugs.retain(|slug| *slug != self.slug);
        let path = |slug: String| self.workspace.notebook_path(&slug, &self.file);
        // Readers without a notebook on this article are no difference.
        Mark::of(slugs.into_iter().map(path).filter(|path| path.exists()))
    }
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// The folder a file is in, or the nearest above that is there.
fn nearest_folder(file: &Path) -> Option<PathBuf> {
    let folder = file.ancestors().skip(1).find(|folder| folder.is_dir());
    folder.map(Path::to_owned)
}
