//! The files of a workspace, looked at one by one.

use crate::app::{Keymap, own_words};
use crate::article::Article;
use crate::cli::check::problem::{Level, Problem};
use crate::cli::check::wording::wording;
use crate::notes::{Codebook, Doubt, Notebook, check};
use crate::store::{
    Noted, Places, StoreError, Workspace, articles_under, read_article, read_codebook_text,
    read_notebook_text, reader_slug,
};
use std::path::{Path, PathBuf};

/// How the annotations of a notebook stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) path: String,
    pub(super) reader: String,
    pub(super) article: String,
    pub(super) annotations: usize,
    pub(super) found: usize,
    pub(super) moved: usize,
    pub(super) ambiguous: usize,
    pub(super) lost: usize,
    /// Whether the article's text is another than when the notebook was last changed.
    pub(super) changed: bool,
}

/// A workspace that is looked at, and what was found so far.
#[derive(Debug)]
pub(super) struct Inspection {
    pub(super) workspace: Workspace,
    /// Another folder that the workspace's files may be in.
    pub(super) aside: Option<PathBuf>,
    /// What is left out of paths that are shown.
    pub(super) base: PathBuf,
    codebook: Codebook,
    pub(super) problems: Vec<Problem>,
    pub(super) rows: Vec<Row>,
}

impl Inspection {
    /// Nothing is looked at yet but what all notebooks share: settings, codebook, lexicon.
    pub(super) fn new(workspace: Workspace, aside: Option<PathBuf>, base: PathBuf) -> Self {
        let mut this = Self {
            workspace,
            aside,
            base,
            codebook: Codebook::default(),
            problems: Vec::new(),
            rows: Vec::new(),
        };
        this.settings();
        this.codebook();
        this.lexicon();
        this
    }

    /// A path as it is shown.
    pub(super) fn shown(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.base).unwrap_or(path);
        path.to_string_lossy().into_owned()
    }

    fn fail(&mut self, error: &StoreError, kind: &'static str) {
        let problem = Problem::of(error, kind, |path| self.shown(path));
        self.problems.push(problem);
    }

    fn say(
        &mut self,
        level: Level,
        kind: &'static str,
        path: &Path,
        place: Option<(usize, usize)>,
        message: String,
    ) {
        self.problems.push(Problem {
            level,
            kind,
            path: self.shown(path),
            place,
            id: None,
            message,
            unreadable: false,
        });
    }

    fn settings(&mut self) {
        match self.workspace.settings() {
            Ok(settings) => {
                if let Err(why) = Keymap::with(&settings.keys) {
                    let path = self.workspace.settings_path();
                    self.say(
                        Level::Error,
                        "settings",
                        &path,
                        None,
                        format!("{why}; change its keys"),
                    );
                }
            }
            Err(error) => self.fail(&error, "settings"),
        }
    }

    fn codebook(&mut self) {
        let path = self.workspace.codebook_path();
        let (codebook, places) = match read_codebook_text(&path) {
            Ok(read) => read,
            Err(StoreError::Missing(_)) => return,
            Err(error) => return self.fail(&error, "codebook"),
        };
        for (index, tag) in codebook.tags.iter().enumerate() {
            if let Some(parent) = tag
                .parent
                .as_deref()
                .filter(|parent| codebook.get(parent).is_none())
            {
                let message = format!(
                    "`{}` is put under `{parent}`, which is no tag here; define it or correct the name",
                    tag.name
                );
                self.say(
                    Level::Error,
                    "codebook",
                    &path,
                    Some(places.of_item(index, "parent")),
                    message,
                );
            }
        }
        self.codebook = codebook;
    }

    fn lexicon(&mut self) {
        let file = self.workspace.lexicon_file();
        match file.read() {
            Ok(lexicon) => {
                for problem in own_words(&lexicon, "").1 {
                    let place = file.line_and_column_of(&problem.words);
                    self.say(Level::Error, "lexicon", file.path(), place, problem.message);
                }
            }
            Err(error) => self.fail(&error, "lexicon"),
        }
    }

    /// Looks at the notebook at `path`.
    pub(super) fn notebook(&mut self, path: &Path) {
        if self.workspace.leads_out(path) {
            let message = "this is a link out of the workspace and was not looked at; replace it by a file or by a link inside";
            return self.say(Level::Error, "outside", path, None, message.to_owned());
        }
        let (notebook, places) = match read_notebook_text(path) {
            Ok(read) => read,
            Err(error) => return self.fail(&error, "notebook"),
        };
        let article = self.article(path, &notebook, &places);
        let checkup = check(&notebook, article.as_ref(), &self.codebook);
        let is = |index: &usize| notebook.annotations.get(*index);
        let mut row = Row {
            path: self.shown(path),
            reader: notebook.reader.clone(),
            article: notebook.article.path.clone(),
            annotations: notebook.annotations.len(),
            found: checkup.found,
            changed: article
                .as_ref()
                .is_some_and(|article| is_other(article, &notebook)),
            ..Row::default()
        };
        for (index, doubt) in &checkup.doubts {
            match doubt {
                Doubt::Moved(_) => row.moved += 1,
                Doubt::Ambiguous(_) => row.ambiguous += 1,
                Doubt::Lost => row.lost += 1,
                Doubt::UnknownTag(_) => {}
            }
            let Some(annotation) = is(index) else {
                continue;
            };
            let worded = wording(doubt, annotation, article.as_ref());
            self.problems.push(Problem {
                level: worded.level,
                kind: worded.kind,
                path: self.shown(path),
                place: Some(places.of_item(*index, worded.key)),
                id: Some(annotation.id.0.clone()),
                message: worded.message,
                unreadable: false,
            });
        }
        if row.changed && row.found == row.annotations && row.annotations > 0 {
            let message = format!(
                "{} changed since these notes were made; every one of them is found",
                row.article
            );
            self.say(
                Level::Note,
                "changed",
                path,
                Some(places.of_field("article", "sha256")),
                message,
            );
        }
        self.rows.push(row);
    }

    /// The article of a notebook; what is wrong with it is told.
    fn article(&mut self, path: &Path, notebook: &Notebook, places: &Places) -> Option<Article> {
        let name = &notebook.article.path;
        let place = Some(places.of_field("article", "path"));
        let mut noted = self.workspace.article_of(path, &notebook.article);
        if noted == Noted::Missing
            && let Some(aside) = &self.aside
        {
            noted = Workspace::around(aside).inside(name);
        }
        match noted {
            Noted::There(file) => match read_article(&file, name) {
                Ok(article) => {
                    self.home(path, &file, place);
                    Some(article)
                }
                Err(error) => {
                    self.fail(&error, "article");
                    None
                }
            },
            Noted::Outside => {
                let message = format!(
                    "the article `{name}` is outside the workspace and was not looked at; name a file inside"
                );
                self.say(Level::Error, "outside", path, place, message);
                None
            }
            Noted::Missing => {
                let message = format!(
                    "the article `{name}` is not there; {}",
                    self.remedy(notebook)
                );
                self.say(Level::Error, "article", path, place, message);
                None
            }
        }
    }

    /// Says so when the desk would not look for the notebook where it is.
    fn home(&mut self, path: &Path, article: &Path, place: Option<(usize, usize)>) {
        if self.aside.is_some() {
            return;
        }
        let notes = self.workspace.notes_folder();
        let slug = path
            .strip_prefix(&notes)
            .ok()
            .and_then(|inside| inside.iter().next());
        let slug = slug.unwrap_or_default().to_string_lossy();
        let home = self.workspace.notebook_path(&slug, article);
        if home != path {
            let message = format!(
                "the notes on {} belong in {}; move this file there",
                self.shown(article),
                self.shown(&home)
            );
            self.say(Level::Warning, "misplaced", path, place, message);
        } else if slug != reader_slug(&slug) {
            let message = format!(
                "no reader's folder is called `{slug}`; rename it to {}",
                reader_slug(&slug)
            );
            self.say(Level::Warning, "misplaced", path, None, message);
        }
    }

    /// What to do about a missing article: an article with the very text it had is it, renamed.
    fn remedy(&self, notebook: &Notebook) -> String {
        let folder = self.workspace.articles_folder();
        let renamed = articles_under(&folder).flatten().find(|file| {
            !notebook.article.sha256.is_empty()
                && read_article(file, "")
                    .is_ok_and(|article| article.sha256() == notebook.article.sha256)
        });
        match renamed {
            Some(file) => {
                let name = self.workspace.name_of(&file);
                format!("{name} has the text it had: open that, or write `path: {name}`")
            }
            None => "bring it back or correct `path:`".to_owned(),
        }
    }
}

/// Whether the notebook says that it was made on another text.
fn is_other(article: &Article, notebook: &Notebook) -> bool {
    let sha256 = &notebook.article.sha256;
    !sha256.is_empty() && *sha256 != article.sha256()
}
