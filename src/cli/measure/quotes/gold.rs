//! Articles whose quotations people annotated.

use crate::cli::failure::Failure;
use crate::cli::measure::quotes::marks::trimmed;
use crate::detect::QuotationKind;
use crate::text::Span;
use serde_json::Value;
use std::path::Path;

/// An article with the quotations that people marked in it. Every span is in scalar values of the text as given.
#[derive(Debug)]
pub(super) struct Text {
    /// The text.
    pub(super) words: String,
    /// The same, by scalar value.
    pub(super) letters: Vec<char>,
    /// The quotations that hold more than marks and punctuation.
    pub(super) quotes: Vec<Gold>,
}

/// A quotation that people marked.
#[derive(Debug)]
pub(super) struct Gold {
    /// As marked.
    pub(super) span: Span,
    /// Without outer white space, marks and punctuation.
    pub(super) trimmed: Span,
    /// How it is reported.
    pub(super) kind: QuotationKind,
    /// Neither asked for nor counted against a detector: the file says so (`"ignore"`), or it is indirect and of fewer than five
    /// words, about which annotators agree too rarely.
    pub(super) is_ignored: bool,
    /// The words that say who is credited.
    pub(super) speaker: Option<Mention>,
    /// The crediting words.
    pub(super) cue: Option<Span>,
    /// Names of the person meant, any of which is right; none where the file does not say.
    pub(super) names: Vec<String>,
}

/// Words that name a speaker.
#[derive(Debug)]
pub(super) struct Mention {
    /// Where, if they stand in the text.
    pub(super) span: Option<Span>,
    /// The words.
    pub(super) words: String,
}

/// Fewest words of an indirect quotation that counts.
const WORDS: usize = 5;

const REMEDY: &str = "each line must be an object {\"text\": …, \"quotes\": [{\"start\", \"end\", \"kind\", \"speaker\", \"cue\"}]}";

impl Text {
    /// The articles of the file at `path`.
    pub(super) fn read(path: &Path) -> Result<Vec<Self>, Failure> {
        let place = path.display().to_string();
        let file = crate::store::read_text(path)?;
        let mut texts = Vec::new();
        for (number, line) in (1..).zip(file.lines()) {
            if !line.trim().is_empty() {
                let text = text(line)
                    .map_err(|what| Failure::at(format!("{place}:{number}"), what, REMEDY))?;
                texts.push(text);
            }
        }
        if texts.is_empty() {
            return Err(Failure::at(place, "no texts", REMEDY));
        }
        Ok(texts)
    }
}

fn text(line: &str) -> Result<Text, String> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("not JSON: {error}"))?;
    let words = value.get("text").and_then(Value::as_str);
    let words = words.ok_or("no \"text\"")?.to_owned();
    let quotes = value.get("quotes").and_then(Value::as_array);
    let quotes = quotes.ok_or("no list \"quotes\"")?;
    let letters: Vec<char> = words.chars().collect();
    let quotes: Result<Vec<Gold>, String> = (1..)
        .zip(quotes)
        .map(|(number, quote)| {
            gold(quote, &letters).map_err(|what| format!("quotation {number}: {what}"))
        })
        .collect();
    let mut quotes = quotes?;
    quotes.retain(|quote| !quote.trimmed.is_empty());
    Ok(Text {
        words,
        letters,
        quotes,
    })
}

fn gold(quote: &Value, letters: &[char]) -> Result<Gold, String> {
    let span = span(quote)
        .filter(|span| span.end <= letters.len())
        .ok_or("no \"start\" before an \"end\" inside the text")?;
    let kind = match quote.get("kind").and_then(Value::as_str) {
        Some("direct") => QuotationKind::Direct,
        Some("mixed") => QuotationKind::Mixed,
        Some("indirect") => QuotationKind::Indirect,
        _ => return Err("\"kind\" is not direct, mixed or indirect".to_owned()),
    };
    let is_short = kind == QuotationKind::Indirect && words_in(letters, span) < WORDS;
    let ignore = quote.get("ignore").and_then(Value::as_bool);
    let names = quote.get("resolved").and_then(Value::as_array);
    let names = names.into_iter().flatten().filter_map(Value::as_str);
    Ok(Gold {
        span,
        trimmed: trimmed(letters, span),
        kind,
        is_ignored: is_short || ignore.unwrap_or(false),
        speaker: quote.get("speaker").and_then(mention),
        cue: quote.get("cue").and_then(self::span),
        names: names.map(str::to_owned).collect(),
    })
}

fn mention(speaker: &Value) -> Option<Mention> {
    Some(Mention {
        span: span(speaker),
        words: speaker.get("text")?.as_str()?.to_owned(),
    })
}

fn span(value: &Value) -> Option<Span> {
    let offset = |key| usize::try_from(value.get(key)?.as_u64()?).ok();
    let (start, end) = (offset("start")?, offset("end")?);
    (start <= end).then(|| Span::new(start, end))
}

/// Runs of letters, digits and low lines.
fn words_in(letters: &[char], span: Span) -> usize {
    let letters = letters.get(span.start..span.end).unwrap_or_default();
    let words = letters.split(|c| !(c.is_alphanumeric() || *c == '_'));
    words.filter(|word| !word.is_empty()).count()
}
