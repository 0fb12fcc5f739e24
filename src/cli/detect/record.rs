//! One line in, one object per finding out.

use crate::article::Article;
use crate::cli::detect::given::Given;
use crate::cli::detect::row::{Datum, GroundRow, Member, Row};
use crate::cli::failure::Failure;
use crate::detect::{Finding, Loaded, Quotation, QuotationKind, Speech, What};
use crate::text::Span;
use serde_json::Value;

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
pub(in crate::cli) fn row<'f>(
    finding: &'f Finding,
    article: &'f Article,
    given: &Given,
) -> Row<'f> {
    let mut row = Row::default();
    put_span(
        &mut row,
        [Member::Start, Member::End],
        Some(finding.span),
        given,
    );
    match &finding.what {
        What::Quotation(quotation) => put_quotation(&mut row, quotation, article, given),
        What::Loaded(loaded) => put_loaded(&mut row, loaded),
    }
    row.put(Member::Rule, finding.full_rule());
    row.put(Member::Reason, finding.reason.as_ref());
    row.put(Member::Score, thousandths(finding.score));
    row.put(Member::Voice, finding.voice.words());
    row.put(Member::VoiceKind, finding.voice.kind());
    row.put(Member::VoiceName, finding.voice.name());
    row.put(
        Member::VoiceSpeech,
        finding.voice.speech().map(Speech::word),
    );
    row
}

fn put_loaded<'f>(row: &mut Row<'f>, loaded: &'f Loaded) {
    row.put(Member::Category, loaded.category.name());
    row.put(Member::Technique, loaded.category.technique());
    row.put(Member::Level, loaded.level.name());
    row.put(Member::Alternative, loaded.alternative.as_deref());
    let grounds = loaded.grounds.iter().map(|ground| GroundRow {
        weight: thousandths(ground.weight),
        what: &ground.what,
    });
    row.put(Member::Grounds, Datum::Grounds(grounds.collect()));
}

fn put_quotation<'f>(
    row: &mut Row<'f>,
    quotation: &'f Quotation,
    article: &'f Article,
    given: &Given,
) {
    row.put(Member::Kind, quotation.kind.word());
    let places = [
        (
            Member::Speaker,
            [Member::SpeakerStart, Member::SpeakerEnd],
            quotation.speaker,
        ),
        (
            Member::Cue,
            [Member::CueStart, Member::CueEnd],
            quotation.cue,
        ),
        (
            Member::Relay,
            [Member::RelayStart, Member::RelayEnd],
            quotation.relay,
        ),
    ];
    for (words, edges, span) in places {
        row.put(words, span.map(|span| span.of(&article.text)));
        put_span(row, edges, span, given);
    }
    row.put(Member::Resolved, quotation.resolved.as_deref());
}

fn put_span(row: &mut Row, [start, end]: [Member; 2], span: Option<Span>, given: &Given) {
    row.put(start, span.map(|span| given.scalar(span.start)));
    row.put(end, span.map(|span| given.scalar(span.end)));
}

/// Without the digits that come from widening: 0.7, not 0.699999988079071.
fn thousandths(score: f32) -> f64 {
    (f64::from(score) * 1000.0).round() / 1000.0
}
