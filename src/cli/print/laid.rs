//! An article with everything that lies on it, as the desk would show it.

use crate::app::Desk;
use crate::cli::failure::Failure;
use crate::cli::opened::Opened;
use crate::cli::print::Options;
use crate::detect::Strictness;
use crate::notes::{ArticleRef, Lexicon, Notebook};
use crate::store::{NotebookFile, Preferences, StoreError, reader_slug};

/// An article with everything that lies on it.
#[derive(Debug)]
pub(super) struct Laid {
    /// The article, with notes and without findings yet.
    pub(super) desk: Desk,
    /// What could not be read and is missing.
    pub(super) problems: Vec<String>,
}

impl Laid {
    /// Reads what lies on an article.
    pub(super) fn on(opened: Opened, options: &Options) -> Result<Self, Failure> {
        let mut problems = Vec::new();
        let settings = opened.workspace.settings()?;
        let reader = options.reader.name(&opened.workspace, &settings);
        let own = kept(own_notebook(&opened, &reader), &mut problems);
        let others = opened.workspace.other_notebooks(
            &reader_slug(&reader),
            &opened.file(),
            &opened.article,
        );
        let others = others.into_iter().filter_map(|other| match other {
            Ok(notebook) => Some(notebook),
            Err(error) => {
                problems.push(error.to_string());
                None
            }
        });
        let others = others.collect();
        let codebook = kept(opened.workspace.codebook(), &mut problems);
        let file = opened.workspace.lexicon_file();
        let lexicon: Lexicon = kept(file.read(), &mut problems);
        let mut desk = Desk::new(opened.article, own, others, codebook);
        for wrong in desk.heed(lexicon) {
            problems.push(format!(
                "{}: {}",
                file.place_of(&wrong.words),
                wrong.message
            ));
        }
        desk.set_strictness(strictness(options));
        Ok(Self { desk, problems })
    }
}

/// The reader's notebook on the article; a blank one where there is none.
fn own_notebook(opened: &Opened, reader: &str) -> Result<Notebook, StoreError> {
    let about = ArticleRef {
        path: opened.article.name.clone(),
        sha256: opened.article.sha256(),
    };
    let slug = reader_slug(reader);
    let found = opened
        .workspace
        .find_notebook(&slug, &opened.file(), &opened.article);
    Ok(NotebookFile::open(&found.path, reader, about)?
        .notebook()
        .clone())
}

/// How much of the findings is shown: as asked for, else as the reader left it on the desk.
fn strictness(options: &Options) -> Strictness {
    let left = || Preferences::of_user().ok()?.strictness();
    let left = || Strictness::parse(&left()?);
    let asked = options.reader.strictness();
    asked.or_else(left).unwrap_or_default()
}

fn kept<T: Default>(read: Result<T, StoreError>, problems: &mut Vec<String>) -> T {
    read.unwrap_or_else(|error| {
        problems.push(error.to_string());
        T::default()
    })
}
