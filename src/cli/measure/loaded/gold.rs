//! Texts that people annotated.

use crate::article::Article;
use crate::cli::detect::Given;
use crate::cli::failure::Failure;
use crate::detect::Marked;
use crate::text::Span;
use serde_json::{Map, Value};
use std::path::Path;

/// A text with the passages that people marked in it. Offsets are scalar values of the text as given.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::cli) struct Text {
    /// The text.
    pub(in crate::cli) words: String,
    /// Marked passages.
    pub(in crate::cli) spans: Vec<Span>,
    /// Those of them that any careful reader would mark.
    pub(super) must: Vec<Span>,
    /// Passages that nobody should mark.
    pub(super) never: Vec<Span>,
    /// Whether the whole text, which is one sentence, counts as loaded, where the file says so.
    pub(super) sentence: Option<bool>,
    /// What it belongs to, such as an article: intervals draw whole groups.
    pub(super) group: String,
}

const REMEDY: &str =
    "each line must be an object {\"text\": …, \"spans\": [{\"start\", \"end\", \"label\"}]}";

impl Text {
    /// The article that it is, with the marked passages in bytes of the article's text.
    pub(in crate::cli) fn marked(&self) -> Marked {
        let article = Article::new(String::new(), self.words.as_str());
        let given = Given::new(&self.words, &article.text);
        let places: Vec<(usize, usize)> = article
            .text
            .char_indices()
            .map(|(at, _)| (given.scalar(at), at))
            .collect();
        let byte = |scalar: usize| {
            let place = places.partition_point(|(given, _)| *given < scalar);
            places.get(place).map_or(article.text.len(), |(_, at)| *at)
        };
        let spans = self.spans.iter();
        let spans = spans
            .map(|span| Span::new(byte(span.start), byte(span.end)))
            .collect();
        (article, spans)
    }

    /// The texts of the file at `path`; of their spans those whose label is one of `labels`, or all where the file has none
    /// of these labels.
    pub(in crate::cli) fn read(path: &Path, labels: &[String]) -> Result<Vec<Self>, Failure> {
        let place = path.display().to_string();
        let file = crate::store::read_text(path)?;
        let mut rows = Vec::new();
        for (number, line) in (1..).zip(file.lines()) {
            if !line.trim().is_empty() {
                let row = row(line)
                    .map_err(|what| Failure::at(format!("{place}:{number}"), what, REMEDY))?;
                rows.push(row);
            }
        }
        if rows.is_empty() {
            return Err(Failure::at(place, "no texts", REMEDY));
        }
        let wanted = |span: &Labelled| labels.contains(&span.label);
        let some = rows.iter().any(|row| row.spans.iter().any(wanted));
        Ok(rows
            .into_iter()
            .map(|row| {
                let spans: Vec<Labelled> = row
                    .spans
                    .into_iter()
                    .filter(|span| !some || wanted(span))
                    .collect();
                Self {
                    must: spans
                        .iter()
                        .filter(|span| span.must)
                        .map(|span| span.span)
                        .collect(),
                    spans: spans.into_iter().map(|span| span.span).collect(),
                    ..row.text
                }
            })
            .collect())
    }
}

/// A text, and its spans with their labels.
struct Row {
    text: Text,
    spans: Vec<Labelled>,
}

struct Labelled {
    span: Span,
    label: String,
    must: bool,
}

fn row(line: &str) -> Result<Row, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("not JSON: {error}"))?;
    let Value::Object(mut object) = value else {
        return Err("not a JSON object".to_owned());
    };
    let Some(Value::String(words)) = object.remove("text") else {
        return Err("no \"text\"".to_owned());
    };
    let id = object.get("group").or(object.get("id"));
    let group = id.map(Value::to_string).unwrap_or_default();
    let sentence = object.get("sentence_label").and_then(Value::as_i64);
    Ok(Row {
        spans: spans(&object, "spans")?,
        text: Text {
            words,
            never: spans(&object, "never")?
                .into_iter()
                .map(|span| span.span)
                .collect(),
            sentence: sentence.map(|label| label == 1),
            group,
            ..Text::default()
        },
    })
}

fn spans(object: &Map<String, Value>, key: &str) -> Result<Vec<Labelled>, String> {
    let Some(spans) = object.get(key) else {
        return Ok(Vec::new());
    };
    let spans = spans
        .as_array()
        .ok_or_else(|| format!("\"{key}\" is not a list"))?;
    spans
        .iter()
        .map(|span| {
            labelled(span)
                .ok_or_else(|| format!("a span of \"{key}\" has no \"start\" before its \"end\""))
        })
        .collect()
}

fn labelled(span: &Value) -> Option<Labelled> {
    let offset = |key| usize::try_from(span.get(key)?.as_u64()?).ok();
    let (start, end) = (offset("start")?, offset("end")?);
    let label = span
        .get("label")
        .and_then(Value::as_str)
        .unwrap_or_default();
    (start <= end).then(|| Labelled {
        span: Span::new(start, end),
        label: label.to_owned(),
        must: span.get("must").and_then(Value::as_bool).unwrap_or(false),
    })
}
