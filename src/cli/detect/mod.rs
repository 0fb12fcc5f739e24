//! `closeread detect quotes|loaded`: findings of JSON lines, for scorers and pipelines.

mod given;
pub(in crate::cli) mod record;
pub(in crate::cli) mod row;

use crate::article::Article;
use crate::cli::failure::Failure;
use crate::cli::lexicon;
use crate::detect::{Finding, Own, Strictness, find_for};
use crate::store::{LexiconFile, StoreError};
pub(in crate::cli) use given::Given;
use record::Record;
use serde_json::{Map, Value};
use std::io::{BufRead, Write};
use std::path::Path;

/// What to look for.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum What {
    /// Reported speech with speaker and cue
    Quotes,
    /// Wording that argues while it seems to describe
    Loaded,
}

/// What the file of a project's own words says; nothing without one. Texts have no names here: what is silenced in one
/// article only is not.
pub(super) fn own(file: Option<&Path>) -> Result<Own, Failure> {
    let Some(file) = file else {
        return Ok(Own::default());
    };
    if !file.is_file() {
        return Err(StoreError::Missing(file.to_owned()).into());
    }
    lexicon::own(&LexiconFile::at(file), "")
}

/// Answers each `{"id","text"}` line of `input` with one line of findings, before it reads the next.
///
/// Empty lines are passed over. A line that is not such an object ends the run: a scorer must not take a damaged
/// file for a text without findings.
pub(super) fn run(
    what: What,
    level: Strictness,
    own: &Own,
    mut input: impl BufRead,
    mut output: impl Write,
) -> Result<(), Failure> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = input.read_until(b'\n', &mut line);
        if read.map_err(|error| Failure::io("standard input", &error))? == 0 {
            break;
        }
        let Some(record) = Record::parse(&line, number)? else {
            continue;
        };
        let mut answer = answer(what, level, own, record).to_string();
        answer.push('\n');
        output
            .write_all(answer.as_bytes())
            .and_then(|()| output.flush())
            .map_err(|error| Failure::io("standard output", &error))?;
    }
    Ok(())
}

fn answer(what: What, level: Strictness, own: &Own, record: Record) -> Value {
    let article = Article::new(String::new(), record.text.as_str());
    let given = Given::new(&record.text, &article.text);
    let findings = find_for(&article, 0..article.len(), own, level);
    // Neither the row nor memory can refuse.
    let row = |finding: &Finding| {
        serde_json::to_value(record::row(finding, &article, &given)).unwrap_or_default()
    };
    let mut answer = Map::new();
    answer.insert("id".to_owned(), record.id);
    match what {
        What::Quotes => {
            let quotations = findings
                .iter()
                .filter(|finding| finding.quotation().is_some());
            let (scare, speech): (Vec<&Finding>, Vec<&Finding>) =
                quotations.partition(|finding| record::is_scare(finding));
            let (nested, speech) = apart(speech);
            answer.insert("quotes".to_owned(), speech.into_iter().map(row).collect());
            answer.insert("nested".to_owned(), nested.into_iter().map(row).collect());
            answer.insert("scare".to_owned(), scare.into_iter().map(row).collect());
        }
        What::Loaded => {
            let loaded = findings
                .iter()
                .filter(|finding| finding.category().is_some() && finding.is_shown_at(level));
            answer.insert("flags".to_owned(), loaded.map(row).collect());
        }
    }
    Value::Object(answer)
}

/// Quotations inside other quotations, and those inside none; `speech` is in text order, wider ones first.
pub(in crate::cli) fn apart(speech: Vec<&Finding>) -> (Vec<&Finding>, Vec<&Finding>) {
    let mut end = 0;
    speech.into_iter().partition(|finding| {
        let nested = finding.span.end <= end;
        end = end.max(finding.span.end);
        nested
    })
}
