//! The project (`.qdpx`).

use crate::report::left_out::{undated, without_place, written};
use crate::report::refi::archive::archive;
use crate::report::refi::codes::{names, tree};
use crate::report::refi::element::Element;
use crate::report::refi::selection::selection;
use crate::report::refi::{ORIGIN, replaced};
use crate::report::{Author, Codings, Exporter, Many, Reading, Written, guid};
use std::collections::BTreeSet;

/// The exporter.
pub(in crate::report) const EXPORTER: Exporter = Exporter {
    name: "qdpx",
    extension: "qdpx",
    about: "REFI-QDA project with texts, codes and memos, for QualCoder, NVivo, ATLAS.ti, MAXQDA",
    write: |reading| write(std::slice::from_ref(reading)),
    many: Many::Together(write),
};

/// The parts of a project that grow article by article.
#[derive(Default)]
struct Parts {
    sources: Vec<Element>,
    notes: Vec<Element>,
    files: Vec<(String, Vec<u8>)>,
}

fn write(readings: &[Reading]) -> Written {
    let codings: Vec<Codings> = readings.iter().map(Codings::of).collect();
    let mut parts = Parts::default();
    for (reading, codings) in readings.iter().zip(&codings) {
        parts.source(reading, codings, readings);
    }
    let codebook = readings.first().map(|reading| reading.codebook.clone());
    let all = || codings.iter().flat_map(|codings| &codings.all);
    let used: BTreeSet<String> = all().flat_map(names).collect();
    let (codes, mut left_out) = tree(&codebook.unwrap_or_default(), &used);
    let authors: BTreeSet<Author> = codings.iter().flat_map(Codings::authors).collect();
    let users = authors.into_iter().map(|author| {
        Element::new("User")
            .with("guid", author.guid().to_string())
            .with("name", author.name())
    });
    let codes = Element::new("CodeBook").children([Element::new("Codes").children(codes)]);
    let root = Element::new("Project")
        .with("xmlns", "urn:QDA-XML:project:1.0")
        .with("name", name(readings))
        .with("origin", ORIGIN)
        .with_some("creationDateTime", midnight(readings))
        .children([Element::new("Users").children(users), codes])
        .children(filled(Element::new("Sources").children(parts.sources)))
        .children(filled(Element::new("Notes").children(parts.notes)));
    let (bytes, odd) = root.document();
    let mut files = vec![("project.qde".to_owned(), bytes)];
    files.extend(parts.files);
    for (reading, codings) in readings.iter().zip(&codings) {
        let place = match readings {
            [_] => String::new(),
            _ => format!("{}: ", reading.article.name),
        };
        left_out.push(without_place(codings).map(|told| format!("{place}{told}")));
    }
    left_out.extend([undated(all()), replaced(odd)]);
    written(archive(&files), left_out)
}

impl Parts {
    /// An article with all that is said of it; what has no place is left out.
    fn source(&mut self, reading: &Reading, codings: &Codings, all: &[Reading]) {
        let article = reading.article;
        let id = guid("refi source", &[&article.name, &article.sha256()]).to_string();
        let mut source = Element::new("TextSource")
            .with("guid", &id)
            .with("name", source_name(&article.name, all))
            .with("plainTextPath", format!("internal://{id}.txt"))
            .children([Element::new("Description").text(&article.name)]);
        let mut lines = 0;
        let mut rest = article.text.as_str();
        for (coding, place) in codings.placed() {
            let done = article.text.len() - rest.len();
            let passed = rest.get(..place.span.start.saturating_sub(done));
            let passed = passed.unwrap_or_default();
            lines += passed.matches('\n').count();
            rest = rest.get(passed.len()..).unwrap_or_default();
            let (selection, notes) = selection(coding, place, lines);
            source = source.children([selection]);
            self.notes.extend(notes);
        }
        self.sources.push(source);
        let text = article.text.clone().into_bytes();
        self.files.push((format!("sources/{id}.txt"), text));
    }
}

/// The element, if there is something in it: some must not be empty.
fn filled(element: Element) -> Option<Element> {
    (!element.is_empty()).then_some(element)
}

/// The name of an article's file; where others of the project have the same, its whole path in one word, as programs
/// make files of these names.
fn source_name(article: &str, all: &[Reading]) -> String {
    let file = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let name = file(article);
    let same = |reading: &&Reading| file(&reading.article.name) == name;
    if all.iter().filter(same).count() > 1 {
        return article.replace('/', "_");
    }
    name
}

fn name(readings: &[Reading]) -> String {
    match readings {
        [one] => one.article.name.clone(),
        all => format!("{} articles", all.len()),
    }
}

/// The beginning of the day of the report.
fn midnight(readings: &[Reading]) -> Option<String> {
    let date = &readings.first()?.date;
    (date.len() == "0000-00-00".len()).then(|| format!("{date}T00:00:00Z"))
}
