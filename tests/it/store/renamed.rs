//! A notebook whose article was renamed names it anew at the next save, and is found ever after.

use closeread::article::Article;
use closeread::notes::{ArticleRef, Notebook};
use closeread::store::{NotebookFile, Workspace, read_article};
use std::fs;
use std::path::{Path, PathBuf};

const TEXT: &str = "The council met on Monday.\nThe mayor spoke of nothing but zebras.\n";

/// As somebody wrote it, by hand and with a key that nobody knows.
fn by_hand() -> String {
    let sha256 = Article::new("a", TEXT).sha256();
    format!(
        "# mine\nreader: anna\narticle:\n  path: 'seeds/old.txt'   # the storm\n  sha256: {sha256}\n  url: https://example.org/\n\
         annotations:\n  - {{id: a, quote: council met, note: \"when?\"}}\n\n  # the best one\n  - id: b\n    quote: nothing but zebras\n"
    )
}

/// The workspace's folder, the article as it is called now.
fn renamed(text: &str) -> (tempfile::TempDir, PathBuf) {
    let notes = by_hand();
    let folder = crate::run::folder(&[
        ("notes/anna/old.yaml", notes.as_bytes()),
        ("seeds/new.txt", text.as_bytes()),
    ]);
    let root = fs::canonicalize(folder.path()).unwrap();
    (folder, root.join("seeds/new.txt"))
}

fn open(path: &Path) -> NotebookFile {
    let article = read_article(path, "seeds/new.txt").unwrap();
    let about = ArticleRef {
        path: article.name.clone(),
        sha256: article.sha256(),
    };
    let found = Workspace::around(path).find_notebook("anna", path, &article);
    let file = NotebookFile::open(&found.path, "anna", about).unwrap();
    file.renamed_from(found.renamed_from)
}

fn with_note(notebook: &Notebook, index: usize, note: &str) -> Notebook {
    let mut wanted = notebook.clone();
    wanted.annotations[index].note = Some(note.to_owned());
    wanted
}

#[test]
fn a_save_names_the_article_as_it_is_called_now() {
    let (_folder, path) = renamed(TEXT);
    let mut file = open(&path);
    let text = || fs::read_to_string(file.path()).unwrap();
    assert_eq!(text(), by_hand(), "opening changes nothing");
    let wanted = with_note(file.notebook(), 0, "where");
    let saved = file.save(&wanted).unwrap();
    assert_eq!(saved.notebook.article.path, "seeds/new.txt");
    assert_eq!((saved.arrived, saved.conflicts), (0, 0));
    let expected = by_hand()
        .replace("'seeds/old.txt'", "seeds/new.txt")
        .replace("when?", "where");
    let text = fs::read_to_string(file.path()).unwrap();
    assert_eq!(text.replace('\'', ""), expected.replace('\'', ""));
    // What was undone meanwhile comes with the old name and is saved under the new one.
    let undone = with_note(&wanted, 0, "when?");
    assert_eq!(undone.article.path, "seeds/old.txt");
    let saved = file.save(&undone).unwrap();
    assert_eq!(saved.notebook.article.path, "seeds/new.txt");
    assert_eq!(file.refresh(&saved.notebook).unwrap(), None);
}

#[test]
fn a_second_session_keeps_the_name_and_both_notes() {
    let (_folder, path) = renamed(TEXT);
    let (mut one, mut two) = (open(&path), open(&path));
    one.save(&with_note(one.notebook(), 0, "one")).unwrap();
    let saved = two.save(&with_note(two.notebook(), 1, "two")).unwrap();
    assert_eq!(saved.notebook.article.path, "seeds/new.txt");
    let notes = saved.notebook.annotations;
    let notes: Vec<_> = notes.iter().filter_map(|one| one.note.as_deref()).collect();
    assert_eq!(notes, ["one", "two"]);
}

/// The sum stays that of the text the positions count in.
#[test]
fn an_edited_article_leaves_the_sum_and_is_found_however_it_is_edited() {
    let (_folder, path) = renamed(&format!("Once.\n{TEXT}"));
    let mut file = open(&path);
    let saved = file.save(&with_note(file.notebook(), 0, "one")).unwrap();
    assert_eq!(
        saved.notebook.article.sha256,
        Article::new("a", TEXT).sha256()
    );
    fs::write(&path, "Nothing of it is left.\n").unwrap();
    let again = open(&path);
    assert!(again.path().ends_with("notes/anna/old.yaml"));
    assert_eq!(again.notebook().annotations.len(), 2);
}
