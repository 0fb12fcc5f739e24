//! Folders and articles.

use closeread::article::Article;
use closeread::store::{Workspace, read_article};
use std::fs;
use std::path::PathBuf;

#[test]
fn a_workspace_is_the_nearest_folder_with_notes() {
    let folder = tempfile::tempdir().unwrap();
    let root = fs::canonicalize(folder.path()).unwrap();
    for path in ["notes/anna/sub", "notes/bo/sub", "seeds/sub"] {
        fs::create_dir_all(root.join(path)).unwrap();
    }
    for path in [
        "seeds/b.txt",
        "seeds/a.md",
        "seeds/.hidden.txt",
        "seeds/x.pdf",
        "seeds/sub/c.txt",
        "loose.txt",
    ] {
        fs::write(root.join(path), "words").unwrap();
    }
    let article = root.join("seeds/sub/c.txt");
    let workspace = Workspace::around(&article);
    assert_eq!(workspace.root, root);
    assert_eq!(Workspace::around(&root.join("seeds/../seeds")).root, root);
    assert_eq!(
        workspace.articles(),
        [root.join("seeds/a.md"), root.join("seeds/b.txt")]
    );
    assert_eq!(workspace.name_of(&article), "seeds/sub/c.txt");
    for (article, notebook) in [
        ("seeds/sub/c.txt", "notes/anna/sub/c.yaml"),
        ("seeds/a.md", "notes/anna/a.md.yaml"),
        ("loose.txt", "notes/anna/loose.yaml"),
        ("seeds/../seeds/b.v2.txt", "notes/anna/b.v2.yaml"),
        ("../b.txt", "notes/anna/b.yaml"),
    ] {
        assert_eq!(
            workspace.notebook_path("anna", &root.join(article)),
            root.join(notebook)
        );
    }
    fs::write(root.join("notes/codebook.yaml"), "tags: []\n").unwrap();
    fs::write(root.join("notes/bo/sub/c.yaml"), "annotations: []\n").unwrap();
    fs::write(root.join("notes/anna/sub/c.yaml"), "annotations: [\n").unwrap();
    let text = Article::new("seeds/sub/c.txt", "words");
    let others = workspace.other_notebooks("anna", &article, &text);
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].as_ref().unwrap().reader, "bo");
    assert!(workspace.other_notebooks("bo", &article, &text)[0].is_err());
    assert!(workspace.codebook().unwrap().tags.is_empty());
    fs::write(
        root.join("closeread.yaml"),
        "articles: texts\nnotes: marks\n",
    )
    .unwrap();
    let workspace = Workspace::around(&root.join("texts/b.txt"));
    assert_eq!(workspace.root, root);
    assert_eq!(
        workspace.notebook_path("anna", &root.join("texts/b.txt")),
        root.join("marks/anna/b.yaml")
    );
}

#[test]
fn without_notes_the_articles_own_folder_is_the_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("b.txt");
    assert_eq!(Workspace::around(&article).root, folder.path());
    assert_eq!(Workspace::around(folder.path()).root, folder.path());
}

#[test]
fn articles_are_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let article = read_article(&write("a.txt", b"caf\xe9\r\ntwo\r\n"), "a").unwrap();
    assert_eq!((article.text.as_str(), article.len()), ("café\ntwo\n", 2));
    assert!(
        read_article(&write("empty.txt", b""), "e")
            .unwrap()
            .is_empty()
    );
    for (path, says) in [
        (folder.path().join("none.txt"), "no such file"),
        (folder.path().to_owned(), "is a folder"),
        (PathBuf::from("/dev/null"), "not a regular file"),
        (write("a.pdf", b"%PDF-1.4"), "a PDF document"),
        (write("a.bin", &[0; 64]), "binary"),
    ] {
        let error = read_article(&path, "x").unwrap_err().to_string();
        assert!(
            error.contains(says) && error.contains(path.to_str().unwrap()),
            "{error}"
        );
    }
}

/// Notes follow an article that was renamed, moved or edited on the way; never to another text, never away from one that
/// is there.
/// The article's name and text; another article; notebooks with what they were about; which is found, and what it was called.
type Row<'a> = (
    &'a str,
    &'a str,
    &'a str,
    Vec<(&'a str, &'a str)>,
    &'a str,
    Option<&'a str>,
);

#[test]
fn notes_follow_their_article() {
    const TEXT: &str = "The council met on Monday.\nThe mayor spoke of nothing but zebras.\nThe press wrote it down.\n";
    let notes = |name: &str| {
        let sha256 = Article::new("a", TEXT).sha256();
        let quotes = ["council met", "nothing but zebras", "press wrote"];
        let items = quotes.map(|quote| format!("  - {{id: '{quote}', quote: {quote}}}\n"));
        format!(
            "article:\n  path: {name}\n  sha256: {sha256}\nannotations:\n{}",
            items.concat()
        )
    };
    let longer = format!("An editor's note.\n{TEXT}");
    // The article's name and text now; the other article there is; the notebooks; which is found, and what it was called.
    let old = ("notes/anna/old.yaml", "seeds/old.txt");
    let rows: Vec<Row> = vec![
        (
            "seeds/new.txt",
            TEXT,
            "",
            vec![old],
            "notes/anna/old.yaml",
            Some("seeds/old.txt"),
        ),
        (
            "seeds/2026/old.txt",
            TEXT,
            "",
            vec![old],
            "notes/anna/old.yaml",
            Some("seeds/old.txt"),
        ),
        (
            "seeds/new.txt",
            &longer,
            "",
            vec![old],
            "notes/anna/old.yaml",
            Some("seeds/old.txt"),
        ),
        // There is a notebook of that name.
        (
            "seeds/new.txt",
            TEXT,
            "",
            vec![old, ("notes/anna/new.yaml", "seeds/new.txt")],
            "notes/anna/new.yaml",
            None,
        ),
        // The notebook's article is there: this is a copy of it.
        (
            "seeds/new.txt",
            TEXT,
            "seeds/old.txt",
            vec![old],
            "notes/anna/new.yaml",
            None,
        ),
        // Another text.
        (
            "seeds/new.txt",
            "The council met nobody.\n",
            "",
            vec![old],
            "notes/anna/new.yaml",
            None,
        ),
        // Two that could be meant.
        (
            "seeds/new.txt",
            TEXT,
            "",
            vec![old, ("notes/anna/older.yaml", "seeds/older.txt")],
            "notes/anna/new.yaml",
            None,
        ),
        // Another reader's.
        (
            "seeds/new.txt",
            TEXT,
            "",
            vec![("notes/bo/old.yaml", "seeds/old.txt")],
            "notes/anna/new.yaml",
            None,
        ),
        // The notebook lies elsewhere, but names this article.
        (
            "seeds/new.txt",
            TEXT,
            "",
            vec![("notes/anna/x/y.yaml", "seeds/new.txt")],
            "notes/anna/x/y.yaml",
            None,
        ),
    ];
    for (name, text, other, notebooks, found, renamed_from) in rows {
        let mut files = vec![(name, text.to_owned())];
        files.extend(Some((other, TEXT.to_owned())).filter(|(name, _)| !name.is_empty()));
        files.extend(
            notebooks
                .iter()
                .map(|(path, article)| (*path, notes(article))),
        );
        let files: Vec<(&str, &[u8])> = files
            .iter()
            .map(|(path, text)| (*path, text.as_bytes()))
            .collect();
        let folder = crate::run::folder(&files);
        let root = fs::canonicalize(folder.path()).unwrap();
        let path = root.join(name);
        let article = read_article(&path, name).unwrap();
        let is = Workspace::around(&path).find_notebook("anna", &path, &article);
        assert_eq!(
            is.path.strip_prefix(&root).unwrap().to_str(),
            Some(found),
            "{files:?}"
        );
        assert_eq!(is.renamed_from.as_deref(), renamed_from, "{files:?}");
    }
}
