//! `closeread fit-quotations`: the weights of the quotation detector's ranker, made anew. For developers; not among the commands of
//! `--help`.

use crate::article::Article;
use crate::cli::detect::Given;
use crate::cli::failure::Failure;
use crate::detect::{self, Annotated, Reported};
use crate::store::read_text;
use crate::text::Span;
use serde_json::Value;
use std::io::{self, Write};
use std::path::PathBuf;

/// What to fit on.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Annotated articles, one a line: {"text", "quotes": [{"start", "end", "speaker", "cue", "class"}]}
    #[arg(required = true)]
    annotated: Vec<PathBuf>,
}

const REMEDY: &str = "each line must be an object {\"text\": …, \"quotes\": [{\"start\", \"end\", \"speaker\", \"cue\"}]}";

/// Fits, and writes the weights to standard output.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let mut texts: Vec<Annotated> = Vec::new();
    for path in &options.annotated {
        let file = read_text(path)?;
        let lines = (1..).zip(file.lines());
        for (number, line) in lines.filter(|(_, line)| !line.trim().is_empty()) {
            let value: Option<Value> = serde_json::from_str(line).ok();
            let text = value.as_ref().and_then(annotated).ok_or_else(|| {
                let place = format!("{}:{number}", path.display());
                Failure::at(place, "not an annotated article", REMEDY)
            })?;
            texts.push(text);
        }
    }
    let mut output = io::stdout().lock();
    output
        .write_all(&detect::fit_quotations(&texts))
        .and_then(|()| output.flush())
        .map_err(|error| Failure::io("standard output", &error))
}

/// The article in a line with what its annotators found; offsets in the line are scalar values.
fn annotated(line: &Value) -> Option<Annotated> {
    let words = line.get("text")?.as_str()?;
    let article = Article::new(String::new(), words);
    let given = Given::new(words, &article.text);
    let chars = article.text.char_indices();
    let places: Vec<(usize, usize)> = chars.map(|(at, _)| (given.scalar(at), at)).collect();
    let byte = |scalar: usize| {
        let place = places.partition_point(|(given, _)| *given < scalar);
        places.get(place).map_or(article.text.len(), |(_, at)| *at)
    };
    let span = |value: &Value| {
        let at = |name: &str| Some(byte(usize::try_from(value.get(name)?.as_u64()?).ok()?));
        Some(Span::new(at("start")?, at("end")?))
    };
    let quotes = line.get("quotes")?.as_array()?;
    let reported = |quote: &Value| {
        Some(Reported {
            words: span(quote)?,
            cue: quote.get("cue").and_then(span),
            speaker: quote.get("speaker").and_then(span),
            is_speech: quote.get("class").and_then(Value::as_str) != Some("attitude"),
        })
    };
    let reported = quotes.iter().filter_map(reported).collect();
    Some((article, reported))
}
