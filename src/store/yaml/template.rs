//! A notebook as a new file.

use crate::notes::{Annotation, ArticleRef, Notebook};
use crate::store::yaml::notebook::VERSION;
use crate::store::yaml::scalar::{Value, scalar};
use std::fmt::Write;

/// The keys of an annotation in the order we write them.
pub(super) const ANNOTATION_KEYS: &[&str] = &[
    "id", "at", "quote", "before", "after", "flag", "tags", "note", "finding", "verdict",
    "speaker", "reason", "created",
];

/// What each of [`ANNOTATION_KEYS`] says; None when the annotation has nothing there.
pub(super) fn fields(annotation: &Annotation) -> [Option<Value>; 13] {
    let line = |text: &Option<String>| text.clone().map(Value::Line);
    let around = |text: &String| (!text.is_empty()).then(|| Value::Line(text.clone()));
    [
        Some(Value::Line(annotation.id.0.clone())),
        annotation.at.map(|at| Value::Line(at.to_string())),
        Some(prose(&annotation.selector.quote)),
        around(&annotation.selector.before),
        around(&annotation.selector.after),
        line(&annotation.flag),
        (!annotation.tags.is_empty()).then(|| Value::List(annotation.tags.clone())),
        annotation.note.as_deref().map(Value::lines),
        line(&annotation.finding),
        annotation
            .verdict
            .map(|verdict| Value::Line(verdict.word().to_owned())),
        line(&annotation.speaker),
        annotation.reason.as_deref().map(prose),
        line(&annotation.created),
    ]
}

/// What each of `path` and `sha256` says.
pub(super) fn article_fields(article: &ArticleRef) -> [Option<Value>; 2] {
    [&article.path, &article.sha256].map(|text| Some(Value::Line(text.clone())))
}

fn prose(text: &str) -> Value {
    if text.contains('\n') {
        Value::lines(text)
    } else {
        Value::Line(text.to_owned())
    }
}

/// A whole new file.
pub(in crate::store) fn whole(notebook: &Notebook) -> String {
    let mut text = String::from(
        "# Notes on one article. Edit freely: comments, order and unknown keys are kept.\n",
    );
    text.push_str(&body(notebook));
    text
}

/// The same without the comment at its head.
pub(super) fn body(notebook: &Notebook) -> String {
    let mut text = String::new();
    let _ = writeln!(text, "closeread: {VERSION}");
    let _ = writeln!(text, "reader: {}", scalar(&notebook.reader));
    text.push_str(&article(&notebook.article));
    if notebook.annotations.is_empty() {
        text.push_str("annotations: []\n");
    } else {
        text.push_str("annotations:\n");
    }
    for (index, annotation) in notebook.annotations.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        text.push_str(&entry(annotation, 2));
    }
    if !notebook.reviewed.is_empty() {
        let marks: Vec<_> = notebook.reviewed.iter().map(ToString::to_string).collect();
        text.push_str("\nreviewed:\n");
        text.push_str(&list_lines(&marks, 2));
    }
    if !notebook.imported.is_empty() {
        let ids: Vec<_> = notebook.imported.iter().map(|id| id.0.clone()).collect();
        text.push_str("\nimported:\n");
        text.push_str(&list_lines(&ids, 2));
    }
    text
}

/// The `article:` field.
pub(super) fn article(article: &ArticleRef) -> String {
    format!(
        "article:\n  path: {}\n  sha256: {}  # of the normalised text\n",
        scalar(&article.path),
        scalar(&article.sha256)
    )
}

/// Texts as the lines of a list whose dashes stand `indent` columns in.
pub(super) fn list_lines(texts: &[String], indent: usize) -> String {
    let mut lines = String::new();
    for text in texts {
        let _ = writeln!(lines, "{}- {}", " ".repeat(indent), scalar(text));
    }
    lines
}

/// One annotation as an item of a list whose dashes stand `indent` columns in.
pub(super) fn entry(annotation: &Annotation, indent: usize) -> String {
    let mut text = String::new();
    for (key, value) in ANNOTATION_KEYS.iter().zip(fields(annotation)) {
        if let Some(value) = value {
            text.push_str(&field(key, &value, indent + 2));
        }
    }
    let dash = format!("{}- ", " ".repeat(indent));
    match text.get(dash.len()..) {
        Some(rest) => dash + rest,
        None => text,
    }
}

/// One `key: value` whose key stands `indent` columns in; whole lines.
pub(super) fn field(key: &str, value: &Value, indent: usize) -> String {
    let pad = " ".repeat(indent);
    format!("{pad}{key}: {}\n{}", value.head(), value.body(indent + 2))
}
