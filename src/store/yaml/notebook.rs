//! YAML text to a notebook.

use crate::notes::{Annotation, ArticleRef, At, Id, Notebook, Reviewed, Selector, Verdict};
use crate::store::yaml::layout::content;
use crate::store::yaml::{Problem, parse};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::HashSet;
use yaml_edit::YamlNode;

/// The version of the format that we read and write.
pub(super) const VERSION: u64 = 1;

#[derive(Deserialize)]
struct RawNotebook {
    closeread: Option<u64>,
    reader: Option<String>,
    article: Option<RawArticle>,
    annotations: Option<Vec<RawAnnotation>>,
    reviewed: Option<Vec<String>>,
    imported: Option<RawImported>,
}

/// Somebody may have a key of that name for something else.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawImported {
    Ids(Vec<String>),
    Other(IgnoredAny),
}

#[derive(Deserialize, Default)]
struct RawArticle {
    path: Option<String>,
    sha256: Option<String>,
}

#[derive(Deserialize)]
struct RawAnnotation {
    id: String,
    at: Option<String>,
    quote: String,
    before: Option<String>,
    after: Option<String>,
    flag: Option<String>,
    tags: Option<Vec<String>>,
    note: Option<String>,
    finding: Option<String>,
    verdict: Option<String>,
    reason: Option<String>,
    speaker: Option<String>,
    created: Option<String>,
}

/// Reads a notebook; `empty` gives what a missing or blank field stands for. Unknown keys are passed over.
///
/// A hint that cannot be read (`at`, an entry of `reviewed`) counts as absent; it stays in the file.
pub(in crate::store) fn notebook(text: &str, empty: &Notebook) -> Result<Notebook, Problem> {
    let Some(raw) = parse::<RawNotebook>(text)? else {
        return Ok(empty.clone());
    };
    if let Some(version) = raw.closeread.filter(|&version| version != VERSION) {
        let message = format!(
            "`closeread: {version}` is a format this program does not know; use a newer closeread"
        );
        return Err(Problem::at(
            text,
            text.find("closeread:").unwrap_or(0),
            message,
        ));
    }
    let article = raw.article.unwrap_or_default();
    let mut reviewed: Vec<_> = raw
        .reviewed
        .unwrap_or_default()
        .iter()
        .filter_map(|mark| Reviewed::parse(mark))
        .collect();
    reviewed.sort();
    reviewed.dedup();
    Ok(Notebook {
        reader: raw.reader.unwrap_or_else(|| empty.reader.clone()),
        article: ArticleRef {
            path: article.path.unwrap_or_else(|| empty.article.path.clone()),
            sha256: article
                .sha256
                .unwrap_or_else(|| empty.article.sha256.clone()),
        },
        annotations: annotations(text, raw.annotations.unwrap_or_default())?,
        reviewed,
        imported: imported(raw.imported),
    })
}

fn imported(raw: Option<RawImported>) -> Vec<Id> {
    let Some(RawImported::Ids(ids)) = raw else {
        return Vec::new();
    };
    let mut ids: Vec<Id> = ids.into_iter().map(Id).collect();
    ids.sort();
    ids.dedup();
    ids
}

fn annotations(text: &str, raw: Vec<RawAnnotation>) -> Result<Vec<Annotation>, Problem> {
    let mut known = HashSet::new();
    let mut annotations = Vec::with_capacity(raw.len());
    for (index, raw) in raw.into_iter().enumerate() {
        let problem = |message| Err(Problem::at(text, item_start(text, index), message));
        if raw.id.is_empty() {
            return problem(
                "this annotation's `id` is empty; give it a word that no other has".to_owned(),
            );
        }
        if !known.insert(raw.id.clone()) {
            return problem(format!(
                "the id `{}` is used twice; change one of them",
                raw.id
            ));
        }
        let verdict = match raw.verdict.as_deref() {
            None => None,
            Some(word) => match Verdict::parse(word) {
                Some(verdict) => Some(verdict),
                None => {
                    return problem(format!(
                        "`verdict: {word}` is no verdict; write accepted or rejected"
                    ));
                }
            },
        };
        annotations.push(annotation(raw, verdict));
    }
    Ok(annotations)
}

fn annotation(raw: RawAnnotation, verdict: Option<Verdict>) -> Annotation {
    Annotation {
        id: Id(raw.id),
        at: raw.at.as_deref().and_then(At::parse),
        selector: Selector {
            quote: raw.quote,
            before: raw.before.unwrap_or_default(),
            after: raw.after.unwrap_or_default(),
        },
        flag: raw.flag,
        tags: raw.tags.unwrap_or_default(),
        note: raw.note,
        finding: raw.finding,
        verdict,
        reason: raw.reason,
        speaker: raw.speaker,
        created: raw.created,
    }
}

/// Where annotation `index` starts; only asked for when something is wrong with it.
fn item_start(text: &str, index: usize) -> usize {
    let Some(YamlNode::Mapping(top)) = content(text) else {
        return 0;
    };
    let list = top.get_sequence("annotations");
    match list.and_then(|list| list.get(index)) {
        Some(YamlNode::Mapping(item)) => item.byte_range().start as usize,
        _ => 0,
    }
}
