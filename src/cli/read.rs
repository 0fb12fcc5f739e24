//! `closeread [PATH]`: reading.

use crate::app::Keymap;
use crate::article::Article;
use crate::cli::failure::Failure;
use crate::cli::look::Look;
use crate::cli::opened::{Opened, open};
use crate::cli::reader::Reader;
use crate::notes::{ArticleRef, Codebook, Lexicon};
use crate::store::{
    Drafts, NotebookFile, Preferences, Settings, Surroundings, Workspace, articles_in,
    beginning_of, reader_slug,
};
use crate::terminal::{self, Beginning, Capability, Start};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// What to read and how.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// An article, a folder, or - for standard input; without it, the workspace's only article
    path: Option<PathBuf>,
    #[command(flatten)]
    reader: Reader,
    #[command(flatten)]
    look: Look,
}

impl Options {
    /// What to read, as it was given.
    pub(super) fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

/// Opens the article on the desk.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let path = article(options.path.as_deref())?;
    let is_terminal = io::stdout().is_terminal();
    if is_terminal && let Some(why) = Capability::refusal(|name| std::env::var(name).ok()) {
        return Err(Failure::at(
            "TERM",
            why,
            "closeread print writes the same page without drawing; if it is wrong, name another: TERM=xterm closeread …",
        ));
    }
    if is_terminal && let Some(beginning) = beginning(&path, options) {
        let run = terminal::run_behind(beginning, || prepare(&path, options));
        return run.map_err(|error| Failure::io("the terminal", &error))?;
    }
    let start = prepare(&path, options)?;
    if !is_terminal {
        return Err(Failure::at(
            "standard output",
            "not a terminal",
            "closeread print writes the same page there, closeread export the summary",
        ));
    }
    terminal::run(start).map_err(|error| Failure::io("the terminal", &error))
}

/// What can be seen of a long article before all of it is read: its first page, or that it is being read where the reader left it
/// further on.
fn beginning(path: &Path, options: &Options) -> Option<Beginning> {
    let (text, size) = beginning_of(path)?;
    let workspace = Workspace::around(path);
    let settings = workspace.settings().ok()?;
    let reader = options.reader.name(&workspace, &settings);
    let notebook = workspace.notebook_path(&reader_slug(&reader), path);
    let is_left = Drafts::position_at(&notebook).is_some_and(|paragraph| paragraph > 0);
    let share = size as usize / text.len().max(1);
    let article = Article::new(workspace.name_of(path), text);
    Some(Beginning {
        capability: options.look.capability(&settings),
        paragraphs: article.len() * share,
        article: if is_left {
            Article::new(article.name, "")
        } else {
            article
        },
    })
}

/// Opens the article and everything around it.
fn prepare(path: &Path, options: &Options) -> Result<Start, Failure> {
    let opened = open(path)?;
    let settings = opened.workspace.settings()?;
    let keymap = Keymap::with(&settings.keys).map_err(|why| keys_refused(&opened, &why))?;
    start(opened, options, &settings, keymap)
}

/// Everything the desk starts from. What can be done without is left out and said on the desk.
fn start(
    opened: Opened,
    options: &Options,
    settings: &Settings,
    keymap: Keymap,
) -> Result<Start, Failure> {
    let reader = options.reader.name(&opened.workspace, settings);
    let slug = reader_slug(&reader);
    let about = ArticleRef {
        path: opened.article.name.clone(),
        sha256: opened.article.sha256(),
    };
    let file = opened.file();
    let found = opened
        .workspace
        .find_notebook(&slug, &file, &opened.article);
    let path = found.path;
    let surroundings = Surroundings::new(&opened.workspace, &slug, opened.path.as_deref(), &file);
    let mut problems = Vec::new();
    if let Some(old) = &found.renamed_from {
        problems.push(format!(
            "{old} is not there any more; its notes are on this text and are shown"
        ));
    }
    problems.extend(Look::odd_theme(settings));
    let mut others = Vec::new();
    for other in opened
        .workspace
        .other_notebooks(&slug, &file, &opened.article)
    {
        match other {
            Ok(notebook) => others.push(notebook),
            Err(error) => problems.push(error.to_string()),
        }
    }
    let codebook = opened.workspace.codebook().unwrap_or_else(|error| {
        problems.push(error.to_string());
        Codebook::default()
    });
    let lexicon_file = opened.workspace.lexicon_file();
    let lexicon = lexicon_file.read().unwrap_or_else(|error| {
        problems.push(error.to_string());
        Lexicon::default()
    });
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    Ok(Start {
        capability: options.look.capability(settings),
        surroundings,
        notebook: NotebookFile::open(&path, &reader, about)?.renamed_from(found.renamed_from),
        others,
        codebook,
        lexicon,
        lexicon_file,
        preferences: Preferences::of_user().ok(),
        strictness: options.reader.strictness(),
        keymap,
        drafts: Drafts::of(&path).ok(),
        export_path: format!("{stem}.{slug}.md"),
        problems,
        root: opened.workspace.root,
        article: opened.article,
    })
}

fn keys_refused(opened: &Opened, why: &str) -> Failure {
    let file = opened.workspace.root.join("closeread.yaml");
    Failure::at(
        file.display().to_string(),
        why.to_owned(),
        "change its keys",
    )
}

/// The article that `path` stands for: itself, or the only one of its folder; without a path, the workspace's only one.
fn article(path: Option<&Path>) -> Result<PathBuf, Failure> {
    let given = path;
    let path = path.unwrap_or(Path::new("."));
    if !path.is_dir() {
        return Ok(path.to_owned());
    }
    let workspace = Workspace::around(path);
    let own = given.is_none() || workspace.is_at(path);
    let mut articles = if own {
        workspace.articles()
    } else {
        Vec::new()
    };
    if articles.is_empty() {
        articles = articles_in(path);
    }
    let place = path.display().to_string();
    match articles.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Failure::at(
            place,
            "no articles here",
            "name a text file, or - for standard input",
        )),
        several => {
            let names: Vec<String> = several
                .iter()
                .map(|path| format!("\n  {}", path.display()))
                .collect();
            let what = format!("{} articles here", several.len());
            Err(Failure::at(
                place,
                what,
                format!("name one of them:{}", names.concat()),
            ))
        }
    }
}
