//! `closeread [PATH]`: reading.

use crate::cli::failure::Failure;
use crate::cli::opened::{Opened, open};
use crate::cli::reader::reader_name;
use crate::store::{Settings, Workspace};
use std::path::{Path, PathBuf};

/// What to read and how.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// An article, a folder, or - for standard input; without it, the workspace's only article
    path: Option<PathBuf>,
    #[arg(
        long,
        value_name = "NAME",
        help = "Who reads [default: CLOSEREAD_READER, closeread.yaml, git's user.name, USER]"
    )]
    reader: Option<String>,
    /// Colours
    #[arg(long, value_enum, default_value_t)]
    theme: Theme,
    /// Draw with ASCII characters only
    #[arg(long)]
    ascii: bool,
}

/// Which colours to draw in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Theme {
    /// As the terminal's background asks for
    #[default]
    Auto,
    /// For a dark background
    Dark,
    /// For a light background
    Light,
}

/// Everything the terminal program starts from.
#[derive(Debug)]
pub struct ToRead {
    /// The article.
    pub opened: Opened,
    /// What the workspace's settings say.
    pub settings: Settings,
    /// The reader's name; its slug names the folder of the notebook.
    pub reader: String,
    /// The colours asked for.
    pub theme: Theme,
    /// Whether to keep to ASCII.
    pub ascii: bool,
}

/// Resolves `options` to what is read. The terminal is not touched.
pub(super) fn prepare(options: &Options) -> Result<ToRead, Failure> {
    let opened = open(&article(options.path.as_deref())?)?;
    let settings = opened.workspace.settings()?;
    let reader = reader_name(options.reader.as_deref(), &opened.workspace, &settings);
    Ok(ToRead {
        opened,
        settings,
        reader,
        theme: options.theme,
        ascii: options.ascii,
    })
}

/// The article that `path` stands for: itself, or the only one of its folder or workspace.
fn article(path: Option<&Path>) -> Result<PathBuf, Failure> {
    let path = path.unwrap_or(Path::new("."));
    if !path.is_dir() {
        return Ok(path.to_owned());
    }
    let workspace = Workspace::around(path);
    let articles = workspace.articles();
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
