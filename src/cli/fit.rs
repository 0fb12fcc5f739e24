//! `closeread fit`: the numbers of the loaded-language model, made anew. For developers; not among the commands of `--help`.

use crate::article::Article;
use crate::cli::failure::Failure;
use crate::cli::measure::Text;
use crate::detect::{self, Marked};
use crate::store::read_text;
use crate::text::Span;
use std::io::{self, Write};
use std::path::PathBuf;

/// What to fit on.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Texts of our own: `### …` begins one, [loaded words] stand in brackets
    #[arg(long, required = true, num_args = 1..)]
    texts: Vec<PathBuf>,
    /// Annotated articles to calibrate on, as for `measure`
    #[arg(required = true)]
    annotated: Vec<PathBuf>,
    /// Count only spans of this label, as for `measure`
    #[arg(long, value_name = "LABEL")]
    label: Vec<String>,
}

/// Fits, and writes the model's file to standard output.
pub(super) fn run(options: &Options) -> Result<(), Failure> {
    let mut own = Vec::new();
    for path in &options.texts {
        own.extend(marked_texts(&read_text(path)?));
    }
    let mut annotated: Vec<Vec<Marked>> = Vec::new();
    for path in &options.annotated {
        let texts = Text::read(path, &options.label)?;
        annotated.push(texts.iter().map(Text::marked).collect());
    }
    let mut output = io::stdout().lock();
    output
        .write_all(detect::fit(&own, &annotated).as_bytes())
        .and_then(|()| output.flush())
        .map_err(|error| Failure::io("standard output", &error))
}

/// The texts of a file, each with the passages that stand in brackets; the brackets are not part of it.
fn marked_texts(file: &str) -> Vec<Marked> {
    let texts = file.split("### ").skip(1);
    texts
        .filter_map(|text| Some(text.split_once('\n')?.1.trim()))
        .map(|text| {
            let (mut plain, mut spans, mut start) = (String::new(), Vec::new(), 0);
            for c in text.chars() {
                match c {
                    '[' => start = plain.len(),
                    ']' => spans.push(Span::new(start, plain.len())),
                    c => plain.push(c),
                }
            }
            (Article::new("text", plain), spans)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_become_passages() {
        let texts = marked_texts(
            "### rant | trade\nA [vile deal]\n\nIt was [rammed through].\n### wire | rain\nIt rained.\n",
        );
        let words: Vec<Vec<&str>> = texts
            .iter()
            .map(|(article, spans)| spans.iter().map(|span| span.of(&article.text)).collect())
            .collect();
        assert_eq!(words, [vec!["vile deal", "rammed through"], vec![]]);
    }
}
