//! An article as a command was given it.

use crate::article::{Article, STANDARD_INPUT};
use crate::cli::failure::Failure;
use crate::store::{Workspace, decode, read_article};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// An article that was opened, and where it belongs.
#[derive(Debug)]
pub(super) struct Opened {
    /// The workspace around it; around the current folder for standard input.
    pub(super) workspace: Workspace,
    /// Its file; nothing for standard input.
    pub(super) path: Option<PathBuf>,
    /// The article.
    pub(super) article: Article,
}

impl Opened {
    /// Its file; of standard input, the one that notes on that text are called after.
    pub(super) fn file(&self) -> PathBuf {
        self.path.clone().unwrap_or_else(|| {
            let mark: String = self.article.sha256().chars().take(8).collect();
            self.workspace.root.join(format!("stdin-{mark}.txt"))
        })
    }
}

/// Opens the article at `path`, or the one on standard input for `-`.
pub(super) fn open(path: &Path) -> Result<Opened, Failure> {
    if path == Path::new("-") {
        return standard_input();
    }
    let workspace = Workspace::around(path);
    let article = read_article(path, &workspace.name_of(path))?;
    Ok(Opened {
        workspace,
        path: Some(path.to_owned()),
        article,
    })
}

fn standard_input() -> Result<Opened, Failure> {
    Ok(Opened {
        workspace: Workspace::around(Path::new(".")),
        path: None,
        article: Article::new(STANDARD_INPUT, standard_input_text()?),
    })
}

/// All of standard input, decoded.
pub(super) fn standard_input_text() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::io(STANDARD_INPUT, &error))?;
    decode(bytes).map_err(|reason| Failure::at(STANDARD_INPUT, reason.to_string(), ""))
}
