//! Label Studio's tasks (JSON), with the labelling configuration beside: a task for each article, an annotation for each reader.
//!
//! The machine's findings are predictions. Offsets are scalar values, as Label Studio keeps them.

use crate::detect::Category;
use crate::report::left_out::{without_place, written};
use crate::report::record::thousandths;
use crate::report::{
    Author, Beside, Code, Coding, Codings, Exporter, Many, Name, Place, Reading, Written, guid,
};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "label-studio",
    extension: "label-studio.json",
    about: "tasks for Label Studio, with the labelling configuration beside",
    write: |reading| write(std::slice::from_ref(reading)),
    many: Many::Together(write),
};

#[derive(Serialize)]
struct Task<'a> {
    data: Data<'a>,
    annotations: Vec<Annotation<'a>>,
    predictions: Vec<Prediction<'a>>,
}

#[derive(Serialize)]
struct Data<'a> {
    text: &'a str,
    source: &'a str,
    sha256: String,
}

/// What one reader says.
#[derive(Serialize)]
struct Annotation<'a> {
    unique_id: String,
    created_username: &'a str,
    result: Vec<Region<'a>>,
}

/// What the machine says.
#[derive(Serialize)]
struct Prediction<'a> {
    model_version: &'static str,
    result: Vec<Region<'a>>,
}

#[derive(Serialize)]
struct Region<'a> {
    id: String,
    from_name: &'static str,
    to_name: &'static str,
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    value: Value<'a>,
    meta: Meta<'a>,
}

/// What Label Studio shows of a region besides: whose it is, and that it may not stand where it belongs.
#[derive(Serialize)]
struct Meta<'a> {
    text: Vec<&'a str>,
}

#[derive(Serialize)]
struct Value<'a> {
    start: usize,
    end: usize,
    #[serde(flatten)]
    what: What<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum What<'a> {
    Labels { text: &'a str, labels: Vec<String> },
    Note { text: [String; 1] },
}

fn write(readings: &[Reading]) -> Written {
    let all: Vec<Codings> = readings.iter().map(Codings::of).collect();
    let tasks: Vec<Task> = readings
        .iter()
        .zip(&all)
        .map(|(reading, codings)| task(reading, codings))
        .collect();
    let mut bytes = serde_json::to_vec_pretty(&tasks).unwrap_or_default();
    bytes.push(b'\n');
    let config = config(&all);
    let beside = Beside {
        name: Name::Ending("xml"),
        bytes: config.into_bytes(),
    };
    let left_out = all.iter().map(without_place);
    Written {
        beside: vec![beside],
        ..written(bytes, left_out)
    }
}

fn task<'a>(reading: &'a Reading, codings: &'a Codings) -> Task<'a> {
    let of = |author: Author| -> Vec<Region> {
        let theirs = codings
            .placed()
            .filter(|(coding, _)| coding.author == author);
        theirs
            .flat_map(|(coding, place)| regions(&reading.article.text, coding, place))
            .collect()
    };
    let authors = codings.authors();
    let is_machine = authors.contains(&Author::Machine);
    let readers = authors
        .into_iter()
        .filter(|author| *author != Author::Machine);
    Task {
        data: Data {
            text: &reading.article.text,
            source: &reading.article.name,
            sha256: reading.article.sha256(),
        },
        annotations: readers
            .map(|author| Annotation {
                unique_id: guid("task", &[author.name(), &codings.article.to_string()]).to_string(),
                created_username: author.name(),
                result: of(author),
            })
            .collect(),
        predictions: is_machine
            .then(|| Prediction {
                model_version: "closeread",
                result: of(Author::Machine),
            })
            .into_iter()
            .collect(),
    }
}

/// The labels of a coding and, under the same id, what was written about them.
fn regions<'a>(text: &'a str, coding: &Coding<'a>, place: Place) -> Vec<Region<'a>> {
    let region = |from_name, r#type, what| Region {
        id: coding.guid.to_string(),
        from_name,
        to_name: "text",
        r#type,
        score: coding
            .score
            .filter(|_| coding.is_machine())
            .map(thousandths),
        value: Value {
            start: place.scalars.start,
            end: place.scalars.end,
            what,
        },
        meta: Meta {
            text: std::iter::once(coding.author.name())
                .chain((coding.anchor == "moved").then_some("moved"))
                .collect(),
        },
    };
    let labels = coding.codes.iter().map(|code| code.label().into_owned());
    let labels = What::Labels {
        text: place.span.of(text),
        labels: labels.collect(),
    };
    let mut regions = vec![region("label", "labels", labels)];
    for (name, said) in [
        ("note", coding.note),
        ("reason", coding.reason),
        ("speaker", coding.speaker),
    ] {
        if let Some(said) = said {
            let what = What::Note {
                text: [said.to_owned()],
            };
            regions.push(region(name, "textarea", what));
        }
    }
    regions
}

/// The labelling configuration: every category, and what else is used.
fn config(all: &[Codings]) -> String {
    let mut codes: BTreeSet<Code> = Category::ALL.map(|c| Code::Category(c.name())).into();
    codes.extend(all.iter().flat_map(Codings::codes));
    let labels: BTreeSet<_> = codes.iter().map(|code| code.label()).collect();
    let mut text =
        "<View>\n  <Labels name=\"label\" toName=\"text\" choice=\"multiple\">\n".to_owned();
    for label in labels {
        let _ = writeln!(text, "    <Label value=\"{}\"/>", attribute(&label));
    }
    text += "  </Labels>\n  <Text name=\"text\" value=\"$text\"/>\n";
    for name in ["note", "reason", "speaker"] {
        let _ = writeln!(
            text,
            "  <TextArea name=\"{name}\" toName=\"text\" perRegion=\"true\" placeholder=\"{name}\"/>"
        );
    }
    text + "</View>\n"
}

/// Words as the value of an XML attribute; what XML cannot hold becomes the replacement character.
fn attribute(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\t' | '\n' | '\r' => {
                let _ = write!(escaped, "&#{};", u32::from(c));
            }
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}
