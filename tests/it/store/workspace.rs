//! Folders and articles.

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
    let others = workspace.other_notebooks("anna", &article);
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].as_ref().unwrap().reader, "bo");
    assert!(workspace.other_notebooks("bo", &article)[0].is_err());
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
