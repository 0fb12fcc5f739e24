//! JSON: all of a reading in one object.

use crate::report::record::Record;
use crate::report::{Author, Codings, Exporter, Many, Reading, Written};
use crate::text::ScalarIndex;
use serde::Serialize;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "json",
    extension: "json",
    about: "all of a reading in one object: text, paragraphs, readers, codebook, annotations",
    write,
    many: Many::Files,
};

/// Number of this form. Members may come without a new one.
const FORM: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    closeread: u32,
    date: &'a str,
    article: ArticleObject<'a>,
    readers: Vec<ReaderObject<'a>>,
    codebook: Vec<TagObject<'a>>,
    annotations: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct ArticleObject<'a> {
    name: &'a str,
    guid: String,
    sha256: String,
    uri: Option<&'a str>,
    text: &'a str,
    paragraphs: Vec<ParagraphObject>,
}

#[derive(Serialize)]
struct ParagraphObject {
    number: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct ReaderObject<'a> {
    name: &'a str,
    guid: String,
    /// SHA-256 of the text that the notebook was last changed on.
    sha256: &'a str,
    /// Numbers of the paragraphs that the reader has finished with, as their text is now.
    reviewed: Vec<usize>,
}

#[derive(Serialize)]
struct TagObject<'a> {
    name: &'a str,
    definition: Option<&'a str>,
    parent: Option<&'a str>,
    colour: Option<&'a str>,
}

fn write(reading: &Reading) -> Written {
    let codings = Codings::of(reading);
    let annotations = codings.all.iter();
    let document = Document {
        closeread: FORM,
        date: &reading.date,
        article: article(reading, &codings),
        readers: readers(reading),
        codebook: tags(reading),
        annotations: annotations
            .map(|coding| Record::new(reading.article, coding))
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&document).unwrap_or_default();
    bytes.push(b'\n');
    Written::whole(bytes)
}

fn article<'a>(reading: &'a Reading, codings: &Codings) -> ArticleObject<'a> {
    let article = reading.article;
    let scalars = ScalarIndex::new(&article.text);
    let paragraphs = article.paragraphs.iter().enumerate();
    ArticleObject {
        name: &article.name,
        guid: codings.article.to_string(),
        sha256: article.sha256(),
        uri: reading.exchange.uri.as_deref(),
        text: &article.text,
        paragraphs: paragraphs
            .map(|(index, paragraph)| ParagraphObject {
                number: index + 1,
                start: scalars.units(paragraph.span.start),
                end: scalars.units(paragraph.span.end),
            })
            .collect(),
    }
}

fn readers<'a>(reading: &'a Reading) -> Vec<ReaderObject<'a>> {
    let notebooks = reading.notebooks.iter().map(|anchored| anchored.notebook);
    notebooks
        .map(|notebook| {
            let author = Author::of(notebook);
            let numbers = 0..reading.article.len();
            let reviewed = numbers.filter(|&index| notebook.is_reviewed(reading.article, index));
            ReaderObject {
                name: author.name(),
                guid: author.guid().to_string(),
                sha256: &notebook.article.sha256,
                reviewed: reviewed.map(|index| index + 1).collect(),
            }
        })
        .collect()
}

fn tags<'a>(reading: &'a Reading) -> Vec<TagObject<'a>> {
    let tags = reading.codebook.tags.iter();
    tags.map(|tag| TagObject {
        name: &tag.name,
        definition: tag.definition.as_deref(),
        parent: tag.parent.as_deref(),
        colour: tag.colour.as_deref(),
    })
    .collect()
}
