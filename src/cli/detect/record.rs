//! One line in, one object per finding out.

use crate::article::Article;
use crate::cli::detect::given::Given;
use crate::cli::failure::Failure;
use crate::detect::{Finding, Ground, Quotation, QuotationKind, Speech, Voice, What};
use crate::text::Span;
use serde_json::{Map, Value};

/// A text to look at.
#[derive(Debug)]
pub(super) struct Record {
    /// Given back as it came.
    pub(super) id: Value,
    /// The text as given.
    pub(super) text: String,
}

impl Record {
    /// Reads one line, the `number`-th from 1; nothing when it is empty.
    pub(super) fn parse(line: &[u8], number: usize) -> Result<Option<Self>, Failure> {
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        let line = line.trim_ascii_end();
        if line.is_empty() {
            return Ok(None);
        }
        let value = serde_json::from_slice(line).map_err(|error| {
            let place = format!("standard input:{number}:{}", error.column());
            let said = error.to_string();
            let what = said.split(" at line ").next().unwrap_or(&said);
            Failure::at(place, format!("not JSON: {what}"), REMEDY)
        })?;
        let wrong = |what: &str| Failure::at(format!("standard input:{number}"), what, REMEDY);
        let Value::Object(mut object) = value else {
            return Err(wrong("not a JSON object"));
        };
        let id = object.remove("id").ok_or_else(|| wrong("no \"id\""))?;
        match object.remove("text") {
            Some(Value::String(text)) => Ok(Some(Self { id, text })),
            Some(_) => Err(wrong("\"text\" is not a string")),
            None => Err(wrong("no \"text\"")),
        }
    }
}

const REMEDY: &str = "each line must be an object {\"id\": …, \"text\": \"…\"}";

/// Whether it is a quotation that is nobody's speech: listed apart, so that it counts as nobody's words.
pub(in crate::cli) fn is_scare(finding: &Finding) -> bool {
    finding
        .quotation()
        .is_some_and(|quotation| quotation.kind == QuotationKind::Scare)
}

/// A finding as the members of an object; offsets are scalar values of the text as given.
pub(in crate::cli) fn row(
    finding: &Finding,
    article: &Article,
    given: &Given,
) -> Map<String, Value> {
    let mut row = Map::new();
    put_span(&mut row, "", Some(finding.span), given);
    match &finding.what {
        What::Quotation(quotation) => put_quotation(&mut row, quotation, article, given),
        What::Loaded(loaded) => {
            put(&mut row, "category", loaded.category.name().into());
            put(&mut row, "technique", loaded.category.technique().into());
            put(&mut row, "level", loaded.level.name().into());
            put(
                &mut row,
                "alternative",
                loaded.alternative.as_deref().into(),
            );
        }
    }
    put(&mut row, "rule", finding.full_rule().into());
    put(&mut row, "reason", finding.reason.as_ref().into());
    put(&mut row, "score", thousandths(finding.score).into());
    if let What::Loaded(loaded) = &finding.what {
        let grounds = loaded.grounds.iter().map(ground);
        put(&mut row, "grounds", grounds.collect());
    }
    put_voice(&mut row, &finding.voice);
    row
}

/// Whose words it stands in: in words, and in parts.
fn put_voice(row: &mut Map<String, Value>, voice: &Voice) {
    put(row, "voice", voice.words().into());
    put(row, "voice_kind", voice.kind().into());
    put(row, "voice_name", voice.name().into());
    put(row, "voice_speech", voice.speech().map(Speech::word).into());
}

/// One of the things that made a score, with its weight in log-odds.
fn ground(ground: &Ground) -> Value {
    let mut row = Map::new();
    put(&mut row, "what", ground.what.as_ref().into());
    put(&mut row, "weight", thousandths(ground.weight).into());
    Value::Object(row)
}

fn put_quotation(
    row: &mut Map<String, Value>,
    quotation: &Quotation,
    article: &Article,
    given: &Given,
) {
    put(row, "kind", quotation.kind.word().into());
    for (name, span) in [
        ("speaker", quotation.speaker),
        ("cue", quotation.cue),
        ("relay", quotation.relay),
    ] {
        put(row, name, span.map(|span| span.of(&article.text)).into());
        put_span(row, &format!("{name}_"), span, given);
    }
    put(row, "resolved", quotation.resolved.as_deref().into());
}

fn put_span(row: &mut Map<String, Value>, prefix: &str, span: Option<Span>, given: &Given) {
    let [start, end] = match span {
        Some(span) => [span.start, span.end].map(|offset| Some(given.scalar(offset))),
        None => [None, None],
    };
    put(row, &format!("{prefix}start"), start.into());
    put(row, &format!("{prefix}end"), end.into());
}

fn put(row: &mut Map<String, Value>, key: &str, value: Value) {
    row.insert(key.to_owned(), value);
}

/// Without the digits that come from widening: 0.7, not 0.699999988079071.
fn thousandths(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
