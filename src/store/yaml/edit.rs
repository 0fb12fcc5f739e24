//! The difference of two notebooks, made in a YAML text: everything else stays as it is, byte for byte.

mod fields;
mod items;
mod silence;
mod window;

pub(in crate::store) use silence::silenced;

use crate::notes::{Annotation, Id, Notebook};
use crate::store::yaml::edit::window::windowed;
use crate::store::yaml::layout::{FieldPlace, MappingPlace, content, keeps_blank_lines};
use crate::store::yaml::scalar::Value;
use crate::store::yaml::splice::Splices;
use crate::store::yaml::{notebook, template};
use std::collections::HashMap;
use yaml_edit::YamlNode;

/// A change cannot be made without rewriting what somebody wrote by hand; why, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::store) struct Refusal(pub String);

type Outcome = Result<(), Refusal>;

/// `text`, which says `old`, changed so that it says `new`; and what it says then.
///
/// What comes back was read again and says `new`; the order of annotations that both have is that of the text.
pub(in crate::store) fn changed(
    text: &str,
    old: &Notebook,
    new: &Notebook,
) -> Result<(String, Notebook), Refusal> {
    if same(old, new) {
        return Ok((text.to_owned(), old.clone()));
    }
    let mut text = text.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let quick = windowed(&text, old, new).and_then(|changed| {
        let read = notebook(&changed, new).ok();
        Some((changed, read.filter(|read| same(read, new))?))
    });
    if let Some(done) = quick {
        return Ok(done);
    }
    let changed = edited(&text, old, new)?;
    match notebook(&changed, new) {
        Ok(read) if same(&read, new) => Ok((changed, read)),
        Ok(_) => Err(refusal("the way this file is written")),
        Err(problem) => Err(refusal(&problem.message)),
    }
}

/// Whether two notebooks say the same; the order of annotations is not part of that.
pub(super) fn same(a: &Notebook, b: &Notebook) -> bool {
    let known: HashMap<&Id, &Annotation> = a.annotations.iter().map(|one| (&one.id, one)).collect();
    a.reader == b.reader
        && a.article == b.article
        && a.reviewed == b.reviewed
        && a.imported == b.imported
        && a.annotations.len() == b.annotations.len()
        && b.annotations
            .iter()
            .all(|one| known.get(&one.id) == Some(&one))
}

fn refusal(what: &str) -> Refusal {
    Refusal(format!(
        "cannot be changed without rewriting it: {what}; write each annotation on its own lines, starting with `- id:`"
    ))
}

fn edited(text: &str, old: &Notebook, new: &Notebook) -> Result<String, Refusal> {
    let top = match content(text) {
        Some(YamlNode::Mapping(top)) => top,
        Some(_) => return Err(refusal("it is a list")),
        None => return Ok(text.to_owned() + &template::body(new)),
    };
    let top = MappingPlace::of(text, &top);
    if top.flow {
        return Err(refusal("it is written in braces"));
    }
    if !top.complete {
        return Err(refusal("a key that is not a plain word"));
    }
    let mut edit = Edit {
        text,
        splices: Splices::default(),
    };
    let reader = |notebook: &Notebook| [None, Some(Value::Line(notebook.reader.clone()))];
    edit.fields(&top, &["closeread", "reader"], &reader(old), &reader(new));
    edit.article(&top, old, new);
    edit.annotations(&top, old, new)?;
    let marks = |of: &Notebook| -> Vec<_> { of.reviewed.iter().map(ToString::to_string).collect() };
    let ids = |of: &Notebook| -> Vec<_> { of.imported.iter().map(|id| id.0.clone()).collect() };
    let mut lists = [
        ("reviewed", marks(old), marks(new)),
        ("imported", ids(old), ids(new)),
    ];
    // A list that is new stands behind what another gets at its end, where both go to the same place.
    lists.sort_by_key(|(key, _, _)| top.field(key).is_none());
    for (key, old, new) in &lists {
        edit.texts(&top, key, old, new)?;
    }
    Ok(edit.splices.apply(text))
}

/// A text and what is to be changed in it.
struct Edit<'a> {
    text: &'a str,
    splices: Splices,
}

impl Edit<'_> {
    fn article(&mut self, top: &MappingPlace, old: &Notebook, new: &Notebook) {
        if old.article == new.article {
            return;
        }
        let keys = ["path", "sha256"];
        let (before, after) = (
            template::article_fields(&old.article),
            template::article_fields(&new.article),
        );
        let whole = template::article(&new.article);
        match top.field("article") {
            Some(FieldPlace {
                node: Some(YamlNode::Mapping(mapping)),
                ..
            }) => {
                self.fields(
                    &MappingPlace::of(self.text, mapping),
                    &keys,
                    &before,
                    &after,
                );
            }
            Some(field) => {
                self.splices.replace((field.start..field.end).into(), whole);
            }
            None => self
                .splices
                .insert(end_of(top, &["closeread", "reader"]), whole),
        }
    }

    /// Makes the list of texts called `key`, which says `old`, say `new`.
    fn texts(&mut self, top: &MappingPlace, key: &str, old: &[String], new: &[String]) -> Outcome {
        if old == new {
            return Ok(());
        }
        let lines = template::list_lines(new, 2);
        match top.field(key) {
            Some(field) if matches!(&field.node, Some(YamlNode::Sequence(list)) if !list.is_flow_style()) =>
            {
                self.list(field, old, new)?;
            }
            // Not what we wrote: somebody's own.
            Some(field) if old.is_empty() && !is_blank(field.value.of(self.text)) => {
                let what = format!("has a key `{key}` that says something else; rename that key");
                return Err(Refusal(what));
            }
            Some(field) if lines.is_empty() => self.cut_field(top, field),
            Some(field) => self
                .splices
                .replace((field.start..field.end).into(), format!("{key}:\n{lines}")),
            None => {
                let gap = if keeps_blank_lines(self.text) {
                    ""
                } else {
                    "\n"
                };
                let list = format!("{gap}{key}:\n{lines}");
                self.splices.insert(end_of(top, &[]), list);
            }
        }
        Ok(())
    }
}

/// Whether a value in the text says nothing.
fn is_blank(value: &str) -> bool {
    matches!(value.trim(), "" | "[]" | "~" | "null")
}

/// One past the last of `keys` that is there; one past the last field when none is.
fn end_of(place: &MappingPlace, keys: &[&str]) -> usize {
    let known = keys.iter().rev().find_map(|key| place.field(key));
    known.or(place.fields.last()).map_or(0, |field| field.end)
}
