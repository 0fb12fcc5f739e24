//! An article with everything that is written up of it.

use crate::cli::failure::Failure;
use crate::cli::lexicon;
use crate::cli::opened::Opened;
use crate::detect::{self, Finding, Strictness};
use crate::notes::{Anchor, Anchorer, ArticleRef, Codebook, Notebook};
use crate::report::{AnchoredNotebook, Exchange, Reading, retain_told};
use crate::store::{NotebookFile, StoreError, reader_slug};
use std::path::Path;

/// An article with everything that is written up of it.
#[derive(Debug)]
pub(super) struct Material {
    pub(super) opened: Opened,
    notebooks: Vec<(Notebook, Vec<Anchor>)>,
    findings: Vec<Finding>,
    codebook: Codebook,
    level: Strictness,
}

impl Material {
    /// What is known of `opened`: the notebook of one reader, or those of all in the order of their folders, and the findings of
    /// the level that the project does not silence, and all that a reader has answered.
    pub(super) fn of(
        opened: Opened,
        reader: Option<&str>,
        level: Strictness,
    ) -> Result<Self, Failure> {
        let codebook = opened.workspace.codebook()?;
        let notebooks = notebooks(&opened, reader)?;
        let notebooks = with_anchors(notebooks, &opened);
        let mut material = Self {
            notebooks,
            findings: Vec::new(),
            codebook,
            level,
            opened,
        };
        material.findings = material.found()?;
        Ok(material)
    }

    /// The same as it is written up.
    pub(super) fn reading(&self, date: &str, exchange: &Exchange) -> Reading<'_> {
        Reading {
            article: &self.opened.article,
            findings: &self.findings,
            codebook: &self.codebook,
            level: self.level,
            notebooks: self.anchored(),
            date: date.to_owned(),
            exchange: exchange.clone(),
        }
    }

    fn anchored(&self) -> Vec<AnchoredNotebook<'_>> {
        let notebooks = self.notebooks.iter();
        notebooks
            .map(|(notebook, anchors)| AnchoredNotebook { notebook, anchors })
            .collect()
    }

    fn found(&self) -> Result<Vec<Finding>, Failure> {
        let article = &self.opened.article;
        let own = lexicon::own(&self.opened.workspace.lexicon_file(), &article.name)?;
        let mut findings = detect::find(article, 0..article.len(), &own.unsilenced());
        let is_shown =
            |finding: &Finding| finding.is_shown_at(self.level) && !own.silences(finding);
        retain_told(&mut findings, &self.anchored(), is_shown);
        Ok(findings)
    }
}

/// The notebooks on the article: of one reader, or of all in the order of their folders.
fn notebooks(opened: &Opened, reader: Option<&str>) -> Result<Vec<Notebook>, Failure> {
    let Some(path) = &opened.path else {
        return Ok(Vec::new());
    };
    let Some(reader) = reader else {
        // No reader has the empty slug, so these are all.
        let all: Result<Vec<_>, StoreError> = opened
            .workspace
            .other_notebooks("", path, &opened.article)
            .into_iter()
            .collect();
        return Ok(all?);
    };
    let slug = reader_slug(reader);
    let found = opened.workspace.find_notebook(&slug, path, &opened.article);
    let file = found.path;
    if !file.is_file() {
        return Err(no_notebook(opened, path, &file));
    }
    let about = ArticleRef {
        path: opened.article.name.clone(),
        sha256: opened.article.sha256(),
    };
    let notebook = NotebookFile::open(&file, reader, about)?;
    Ok(vec![notebook.notebook().clone()])
}

fn no_notebook(opened: &Opened, article: &Path, file: &Path) -> Failure {
    let readers: Vec<String> = opened
        .workspace
        .other_notebooks("", article, &opened.article)
        .into_iter()
        .flatten()
        .map(|notebook| notebook.reader)
        .collect();
    let remedy = if readers.is_empty() {
        "nobody has notes on this article".to_owned()
    } else {
        format!("there are notes by {}", readers.join(", "))
    };
    Failure::at(file.display().to_string(), "no such notebook", remedy)
}

/// The notebooks with the places of their annotations; the article is folded once for all of them.
fn with_anchors(notebooks: Vec<Notebook>, opened: &Opened) -> Vec<(Notebook, Vec<Anchor>)> {
    let sha256 = opened.article.sha256();
    let anchorer = Anchorer::new(&opened.article);
    let anchored = |notebook: Notebook| {
        let unchanged = notebook.article.sha256 == sha256;
        let annotations = notebook.annotations.iter();
        let anchors = annotations
            .map(|annotation| anchorer.anchor(annotation, unchanged))
            .collect();
        (notebook, anchors)
    };
    notebooks.into_iter().map(anchored).collect()
}
