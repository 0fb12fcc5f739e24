//! `closeread check`: whether the notes hold.

mod inspection;
mod problem;
mod staged;
mod wording;

use crate::cli::complain;
use crate::cli::failure::Failure;
use crate::store::{Noted, StoreError, Workspace, read_notebook_text, scratch_folder};
use crate::text::visible;
use inspection::{Inspection, Row};
use problem::{Level, Problem};
use serde_json::{Value, json};
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What to check.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Notebooks, articles (every notebook on them), or folders [default: the workspace around the current folder]
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// What to write
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// How bad a problem must be for the exit code to be 1
    #[arg(long, value_enum, default_value_t = Level::Warning)]
    level: Level,
    /// Check what is staged in git and nothing else, errors only, for a pre-commit hook
    #[arg(long)]
    staged: bool,
}

/// What to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum Format {
    /// path:line:column: level: what and what to do; at the end the counts
    #[default]
    Text,
    /// One object: notebooks with counts, problems with places
    Json,
}

/// Checks and tells.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let here = env::current_dir().map_err(|error| Failure::io("the current folder", &error))?;
    let mut inspections = Vec::new();
    let given: &[PathBuf] = if options.paths.is_empty() {
        &[PathBuf::from(".")]
    } else {
        &options.paths
    };
    for path in given {
        if options.staged {
            inspections.extend(of_staged(path)?);
        } else {
            look(path, &here, &mut inspections)?;
        }
    }
    let level = if options.staged {
        Level::Error
    } else {
        options.level
    };
    let rows: Vec<Row> = inspections
        .iter()
        .flat_map(|one| one.rows.clone())
        .collect();
    let problems: Vec<Problem> = inspections
        .into_iter()
        .flat_map(|one| one.problems)
        .filter(|problem| !options.staged || problem.level >= level)
        .collect();
    let text = match options.format {
        Format::Text if options.staged && problems.is_empty() => String::new(),
        Format::Text => text(&rows, &problems),
        Format::Json => json(&rows, &problems),
    };
    let mut output = io::stdout().lock();
    let written = output
        .write_all(text.as_bytes())
        .and_then(|()| output.flush());
    written.map_err(|error| Failure::io("standard output", &error))?;
    if problems.iter().any(|problem| problem.unreadable) {
        Err(Failure::Told)
    } else if problems.iter().any(|problem| problem.level >= level) {
        Err(Failure::Found)
    } else {
        Ok(())
    }
}

/// Looks at what `path` stands for, in the inspection of its workspace.
fn look(path: &Path, here: &Path, inspections: &mut Vec<Inspection>) -> Result<(), Failure> {
    if !path.exists() {
        return Err(StoreError::Missing(path.to_owned()).into());
    }
    let workspace = Workspace::around(path);
    let known = inspections
        .iter()
        .position(|known| known.workspace == workspace);
    let at = known.unwrap_or_else(|| {
        inspections.push(Inspection::new(workspace.clone(), None, here.to_owned()));
        inspections.len() - 1
    });
    let Some(inspection) = inspections.get_mut(at) else {
        return Ok(());
    };
    for notebook in notebooks(&workspace, path) {
        match notebook {
            Ok(notebook) => {
                let shown = inspection.shown(&notebook);
                if inspection.rows.iter().all(|row| row.path != shown) {
                    inspection.notebook(&notebook);
                }
            }
            Err(error) => complain(&format!("closeread: {error}")),
        }
    }
    Ok(())
}

/// The notebooks that `path` stands for: itself, those on an article, those in a folder or on the articles in it.
fn notebooks(workspace: &Workspace, path: &Path) -> Vec<Result<PathBuf, StoreError>> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let path: PathBuf = path.components().collect();
    // Not looked for among all of them: a shell makes thousands of paths of `notes/*/*.yaml`.
    if workspace.has_notebook(&path) {
        return vec![Ok(path)];
    }
    let all = workspace.notebooks();
    if workspace.is_at(&path) {
        return all;
    }
    let notes = workspace.notes_folder();
    let inside = |notebook: &Path, article: Option<PathBuf>| {
        notebook.starts_with(&path) || article.is_some_and(|article| article.starts_with(&path))
    };
    let is_meant = |notebook: &PathBuf| {
        let named = || match read_notebook_text(notebook) {
            Ok((read, _)) => workspace.article_of(notebook, &read.article),
            Err(_) => Noted::Missing,
        };
        let article = match (
            path.starts_with(&notes),
            workspace.article_by_place(notebook),
        ) {
            (true, _) => None,
            (false, Some(article)) => Some(article),
            (false, None) => match named() {
                Noted::There(article) => Some(article),
                Noted::Missing | Noted::Outside => None,
            },
        };
        inside(notebook, article)
    };
    all.into_iter()
        .filter(|one| one.as_ref().map_or(true, is_meant))
        .collect()
}

fn of_staged(path: &Path) -> Result<Option<Inspection>, Failure> {
    let workspace = Workspace::around(path);
    let Some(staged) = staged::staged(&workspace, scratch_folder()?)? else {
        return Ok(None);
    };
    let copy = Workspace::around(&staged.root);
    let mut inspection = Inspection::new(copy, Some(workspace.root), staged.root.clone());
    for notebook in &staged.notebooks {
        inspection.notebook(notebook);
    }
    Ok(Some(inspection))
}

fn text(rows: &[Row], problems: &[Problem]) -> String {
    let text: String = problems
        .iter()
        .map(|problem| visible(&problem.line()).into_owned() + "\n")
        .collect();
    let sum = |count: fn(&Row) -> usize| rows.iter().map(count).sum::<usize>();
    let counted =
        |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let counts = format!(
        "{}, {}: {} found, {} moved, {} ambiguous, {} lost; {}\n",
        counted(rows.len(), "notebook"),
        counted(sum(|row| row.annotations), "annotation"),
        sum(|row| row.found),
        sum(|row| row.moved),
        sum(|row| row.ambiguous),
        sum(|row| row.lost),
        counted(
            problems
                .iter()
                .filter(|problem| problem.level > Level::Note)
                .count(),
            "problem"
        ),
    );
    text + &counts
}

fn json(rows: &[Row], problems: &[Problem]) -> String {
    let row = |row: &Row| {
        json!({
            "path": row.path,
            "reader": row.reader,
            "article": row.article,
            "annotations": row.annotations,
            "found": row.found,
            "moved": row.moved,
            "ambiguous": row.ambiguous,
            "lost": row.lost,
            "article_changed": row.changed,
        })
    };
    let all = json!({
        "notebooks": rows.iter().map(row).collect::<Vec<Value>>(),
        "problems": problems.iter().map(Problem::json).collect::<Vec<Value>>(),
    });
    format!("{all:#}\n")
}
