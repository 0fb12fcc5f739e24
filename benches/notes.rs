//! How fast notes are opened and saved: `cargo bench --bench notes`.
//!
//! An article of 1 MB with 5,000 annotations: `open` reads both files and finds every annotation, on the text they were made
//! on and on one that was edited since; `save` changes one note of the file.

#![expect(clippy::expect_used, reason = "a bench may end early")]

#[allow(dead_code, reason = "shared with the other bench")]
mod corpus;

use closeread::article::Article;
use closeread::notes::{Anchor, Anchorer, Annotation, ArticleRef, At, Id, Notebook, Selector};
use closeread::store::{NotebookFile, read_article};
use closeread::text::Span;
use divan::Bencher;
use std::fs;
use std::path::PathBuf;
use tempfile::TempDir;

const ARTICLE: usize = 1_000_000;
const ANNOTATIONS: usize = 5_000;

fn main() {
    divan::main();
}

/// A workspace with the article and the notebook, gone when dropped.
struct Workspace {
    folder: TempDir,
}

impl Workspace {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let this = Self { folder };
        let text = corpus::articles(ARTICLE).join("\n");
        fs::create_dir_all(this.folder.path().join("notes/demo")).expect("a folder");
        fs::write(this.article(), &text).expect("the article is written");
        let article = Article::new("seeds/long.txt", text);
        let mut file = this.open(&article);
        let mut notebook = file.notebook().clone();
        notebook.annotations = annotations(&article);
        file.save(&notebook).expect("the notebook is written");
        this
    }

    fn article(&self) -> PathBuf {
        self.folder.path().join("long.txt")
    }

    fn notebook(&self) -> PathBuf {
        self.folder.path().join("notes/demo/long.yaml")
    }

    fn open(&self, article: &Article) -> NotebookFile {
        let about = ArticleRef {
            path: article.name.clone(),
            sha256: article.sha256(),
        };
        NotebookFile::open(&self.notebook(), "demo", about).expect("the notebook opens")
    }
}

/// Annotations of passages of 20 to 80 characters, all over the article.
fn annotations(article: &Article) -> Vec<Annotation> {
    let text = &article.text;
    let step = text.len() / (ANNOTATIONS + 1);
    let annotation = |n: usize| {
        let start = text.floor_char_boundary(n * step);
        let end = text.floor_char_boundary(start + 20 + (n * 7) % 60);
        let span = Span::new(start, end).trim(text);
        Annotation {
            id: Id::from_seed(n as u64),
            at: Some(At::of(article, span.start)),
            selector: Selector::of(article, span),
            tags: vec!["fear".to_owned()],
            note: Some(format!(
                "What is said here is number {n}.\nIt has two lines."
            )),
            created: Some("2026-11-22T17:03:05Z".to_owned()),
            ..Annotation::default()
        }
    };
    (0..ANNOTATIONS).map(annotation).collect()
}

fn placed(article: &Article, notebook: &Notebook) -> usize {
    let unchanged = notebook.article.sha256 == article.sha256();
    let anchorer = Anchorer::new(article);
    let anchors = notebook.annotations.iter();
    anchors
        .map(|annotation| anchorer.anchor(annotation, unchanged))
        .filter(|anchor| matches!(anchor, Anchor::Found(_)))
        .count()
}

/// Both files read, every annotation found.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn open(bencher: Bencher) {
    let workspace = Workspace::new();
    bencher.bench_local(|| {
        let article = read_article(&workspace.article(), "long.txt").expect("it reads");
        let file = workspace.open(&article);
        placed(&article, file.notebook())
    });
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_article_only(bencher: Bencher) {
    let workspace = Workspace::new();
    bencher.bench_local(|| read_article(&workspace.article(), "long.txt").expect("it reads"));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_notebook_only(bencher: Bencher) {
    let workspace = Workspace::new();
    let article = read_article(&workspace.article(), "long.txt").expect("it reads");
    bencher.bench_local(|| workspace.open(&article));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_edited(bencher: Bencher) {
    let workspace = Workspace::new();
    let text = fs::read_to_string(workspace.article()).expect("it reads");
    let edited = text.replacen(". ", ". It was said before. ", 1000);
    fs::write(workspace.article(), edited).expect("it is written");
    bencher.bench_local(|| {
        let article = read_article(&workspace.article(), "long.txt").expect("it reads");
        let file = workspace.open(&Article::default());
        placed(&article, file.notebook())
    });
}

/// One note changed and the file saved.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn save(bencher: Bencher) {
    let workspace = Workspace::new();
    let article = read_article(&workspace.article(), "long.txt").expect("it reads");
    let mut file = workspace.open(&article);
    let mut turn = 0;
    bencher.bench_local(|| {
        let mut notebook = file.notebook().clone();
        turn += 1;
        notebook.annotations[2_500].note = Some(format!("Changed for the time {turn}."));
        file.save(&notebook).expect("it is saved")
    });
}
