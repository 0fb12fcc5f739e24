//! brat stand-off: `.ann`, with the text beside it and a configuration for the folder.
//!
//! Each code of a coding is a text-bound annotation (`T`) of its own, with the reader (`Reader`), the voice (`Voice`) and, where
//! the words moved, `Moved` as attributes; what else was written stands in its note (`#`). Offsets are scalar values of the
//! text beside; a passage over several lines has a fragment for each.

mod config;
mod name;

use crate::report::brat::config::shared;
use crate::report::brat::name::{type_name, word};
use crate::report::left_out::{told, without_place, written};
use crate::report::{Beside, Coding, Codings, Exporter, Many, Name, Place, Reading, Written};
use crate::text::{ScalarIndex, Span};
use std::fmt::Write;

/// The exporter.
pub(super) const EXPORTER: Exporter = Exporter {
    name: "brat",
    extension: "ann",
    about: "brat stand-off annotations, with the text and annotation.conf beside",
    write,
    many: Many::Sharing(shared),
};

/// Lines of a `.ann` file, with the numbers given so far.
#[derive(Default)]
struct Lines {
    text: String,
    bounds: usize,
    attributes: usize,
    notes: usize,
    /// Notes that had to give up their line breaks.
    joined: usize,
    /// Codings with nothing but line breaks, which cannot be annotated.
    blank: usize,
}

fn write(reading: &Reading) -> Written {
    let codings = Codings::of(reading);
    let text = &reading.article.text;
    let scalars = ScalarIndex::new(text);
    let mut lines = Lines::default();
    for (coding, place) in codings.placed() {
        lines.coding(coding, &fragments(text, place, &scalars));
    }
    let mut beside = vec![Beside {
        name: Name::Ending("txt"),
        bytes: text.clone().into_bytes(),
    }];
    beside.extend(shared(std::slice::from_ref(reading)));
    let joined = told(lines.joined, "note", |it| {
        let (has, stands) = (it.verb("has", "have"), it.verb("stands", "stand"));
        format!(
            "{has} line breaks or tabs, which brat cannot hold: there {stands} \\n or \\t in their place"
        )
    });
    let blank = told(lines.blank, "annotation", |it| {
        let (holds, is) = (it.verb("holds", "hold"), it.verb("is", "are"));
        format!("{holds} nothing but line breaks and {is} left out")
    });
    Written {
        beside,
        ..written(
            lines.text.into_bytes(),
            [without_place(&codings), joined, blank],
        )
    }
}

/// Offsets and words of a passage as brat has them: a fragment for each line.
fn fragments(text: &str, place: Place, scalars: &ScalarIndex) -> (String, String) {
    let mut offsets = Vec::new();
    let mut words = Vec::new();
    let mut start = place.span.start;
    for line in place.span.of(text).split('\n') {
        let span = Span::new(start, start + line.len());
        start = span.end + 1;
        if !line.is_empty() {
            offsets.push(format!(
                "{} {}",
                scalars.units(span.start),
                scalars.units(span.end)
            ));
            words.push(line);
        }
    }
    (offsets.join(";"), words.join(" "))
}

impl Lines {
    /// The lines of `coding`, one text-bound annotation for each of its codes. Nothing can refuse: it is memory.
    fn coding(&mut self, coding: &Coding, (offsets, words): &(String, String)) {
        if offsets.is_empty() {
            self.blank += 1;
            return;
        }
        let first = self.bounds + 1;
        for code in &coding.codes {
            self.bounds += 1;
            let (number, name) = (self.bounds, type_name(*code));
            let _ = writeln!(self.text, "T{number}\t{name} {offsets}\t{words}");
            self.attribute("Reader", number, Some(&word(coding.author.name())));
            let voice = coding.voice.as_ref().map(crate::detect::Voice::kind);
            if voice.is_some() {
                self.attribute("Voice", number, voice);
            }
            if coding.anchor == "moved" {
                self.attribute("Moved", number, None);
            }
        }
        self.note(coding, first);
    }

    fn attribute(&mut self, name: &str, bound: usize, value: Option<&str>) {
        self.attributes += 1;
        let _ = write!(self.text, "A{}\t{name} T{bound}", self.attributes);
        if let Some(value) = value {
            let _ = write!(self.text, " {value}");
        }
        self.text.push('\n');
    }

    /// What was written about the passage, on the annotation of its first code.
    fn note(&mut self, coding: &Coding, bound: usize) {
        let said = said(coding);
        if said.is_empty() {
            return;
        }
        let line = said.replace('\n', "\\n").replace('\t', "\\t");
        self.joined += usize::from(line != said);
        self.notes += 1;
        let _ = writeln!(
            self.text,
            "#{}\tAnnotatorNotes T{bound}\t{line}",
            self.notes
        );
    }
}

/// Note, reason, speaker, and the reader's name where the attribute could not hold it as it is.
fn said(coding: &Coding) -> String {
    let name = coding.author.name();
    let parts = [
        coding.note.map(str::to_owned),
        coding.reason.map(|reason| format!("Reason: {reason}")),
        coding.speaker.map(|speaker| format!("Speaker: {speaker}")),
        coding.created.map(|created| format!("Created: {created}")),
        coding.rule.as_ref().map(|rule| format!("Rule: {rule}")),
        (word(name) != name).then(|| format!("Reader: {name}")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}
