//! UIMA CAS as JSON, for `INCEpTION`: one layer with a feature for everything a coding says.
//!
//! Offsets count UTF-16 units. The members of the object stand in the order in which Java's streaming reader wants them.

use crate::report::left_out::{without_place, written};
use crate::report::record::thousandths;
use crate::report::{Coding, Codings, Exporter, Many, Offsets, Place, Reading, Written};
use crate::text::Utf16Index;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "cas",
    extension: "cas.json",
    about: "UIMA CAS JSON, for INCEpTION and DKPro",
    write,
    many: Many::Files,
};

/// The layer's name; `INCEpTION` wants this beginning of layers that it does not know.
const LAYER: &str = "webanno.custom.Closeread";

/// Everything that is said, as features; all of them strings but the score.
const FEATURES: [&str; 18] = [
    "label",
    "category",
    "tags",
    "note",
    "finding",
    "verdict",
    "reason",
    "rule",
    "speaker",
    "foundSpeaker",
    "quotation",
    "voice",
    "voiceKind",
    "anchor",
    "quote",
    "reader",
    "created",
    "guid",
];

/// The score's feature.
const SCORE: &str = "score";

const SOFA: usize = 1;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "%TYPES")]
    types: Value,
    #[serde(rename = "%FEATURE_STRUCTURES")]
    structures: Vec<Structure<'a>>,
    #[serde(rename = "%VIEWS")]
    views: Value,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Structure<'a> {
    Sofa(Sofa<'a>),
    Annotation(Annotation),
}

#[derive(Serialize)]
struct Sofa<'a> {
    #[serde(rename = "%ID")]
    id: usize,
    #[serde(rename = "%TYPE")]
    kind: &'static str,
    #[serde(rename = "sofaNum")]
    number: usize,
    #[serde(rename = "sofaID")]
    name: &'static str,
    #[serde(rename = "mimeType")]
    mime: &'static str,
    #[serde(rename = "sofaString")]
    text: &'a str,
}

#[derive(Serialize)]
struct Annotation {
    #[serde(rename = "%ID")]
    id: usize,
    #[serde(rename = "%TYPE")]
    kind: &'static str,
    #[serde(rename = "@sofa")]
    sofa: usize,
    begin: usize,
    end: usize,
    #[serde(flatten)]
    features: Map<String, Value>,
}

fn write(reading: &Reading) -> Written {
    let codings = Codings::of(reading);
    let text = &reading.article.text;
    let mut structures = vec![
        Structure::Sofa(Sofa {
            id: SOFA,
            kind: "uima.cas.Sofa",
            number: 1,
            name: "_InitialView",
            mime: "text/plain",
            text,
        }),
        Structure::Annotation(whole(text)),
    ];
    for (coding, place) in codings.placed() {
        let next = structures.len() + 1;
        structures.push(Structure::Annotation(annotation(next, coding, place)));
    }
    let members: Vec<usize> = (SOFA + 1..=structures.len()).collect();
    let document = Document {
        types: types(),
        structures,
        views: json!({"_InitialView": {"%SOFA": SOFA, "%MEMBERS": members}}),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
    bytes.push(b'\n');
    written(bytes, [without_place(&codings)])
}

fn types() -> Value {
    let mut layer = Map::new();
    layer.insert("%NAME".to_owned(), LAYER.into());
    layer.insert("%SUPER_TYPE".to_owned(), "uima.tcas.Annotation".into());
    let strings = FEATURES.map(|name| (name, "uima.cas.String"));
    for (name, range) in strings.into_iter().chain([(SCORE, "uima.cas.Float")]) {
        layer.insert(name.to_owned(), json!({"%NAME": name, "%RANGE": range}));
    }
    json!({ LAYER: layer })
}

/// The annotation of the whole text, which every CAS has.
fn whole(text: &str) -> Annotation {
    let mut features = Map::new();
    features.insert("language".to_owned(), "x-unspecified".into());
    Annotation {
        id: SOFA + 1,
        kind: "uima.tcas.DocumentAnnotation",
        sofa: SOFA,
        begin: 0,
        end: Utf16Index::new(text).units(text.len()),
        features,
    }
}

fn annotation(id: usize, coding: &Coding, place: Place) -> Annotation {
    let Offsets { start, end } = place.utf16;
    Annotation {
        id,
        kind: LAYER,
        sofa: SOFA,
        begin: start,
        end,
        features: features(coding),
    }
}

fn features(coding: &Coding) -> Map<String, Value> {
    let labels: Vec<_> = coding.codes.iter().map(|code| code.label()).collect();
    let guid = coding.guid.to_string();
    let values: [Option<Cow<str>>; FEATURES.len()] = [
        Some(labels.join("; ").into()),
        coding.category().map(Cow::from),
        (!coding.tags.is_empty()).then(|| coding.tags.join("; ").into()),
        coding.note.map(Cow::from),
        coding.finding.map(Cow::from),
        coding.verdict.map(|verdict| verdict.word().into()),
        coding.reason.map(Cow::from),
        coding.rule.as_deref().map(Cow::from),
        coding.speaker.map(Cow::from),
        coding.found_speaker.map(Cow::from),
        coding.quotation.map(|kind| kind.word().into()),
        coding.voice.as_ref().map(crate::detect::Voice::words),
        coding.voice.as_ref().map(|voice| voice.kind().into()),
        Some(coding.anchor.into()),
        Some(coding.quote.as_ref().into()),
        Some(coding.author.name().into()),
        coding.created.map(Cow::from),
        Some(guid.into()),
    ];
    let named = FEATURES.into_iter().zip(values);
    let mut features: Map<String, Value> = named
        .filter_map(|(name, value)| Some((name.to_owned(), value?.into())))
        .collect();
    if let Some(score) = coding.score {
        features.insert(SCORE.to_owned(), thousandths(score).into());
    }
    features
}
