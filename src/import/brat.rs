//! brat stand-off (`.ann`): text-bound annotations with their notes.
//!
//! In a file of our own (its annotations have a `Reader`) types are read as what they say, and annotations that follow each other on
//! the same words by the same reader are one. In others each is one, with its type as a tag. Misses: names that brat could
//! not hold, which stay as we spelt them there.

use crate::import::codes::{CANDIDATES, classify, note, tag};
use crate::import::refi::selector;
use crate::import::{Foreign, Hint, Package, Refusal};
use crate::notes::{Annotation, Selector, Verdict};
use crate::text::{ScalarIndex, Span};
use std::collections::HashMap;

/// A text-bound annotation with what is said of it.
struct Bound<'t> {
    kind: &'t str,
    /// First and last offset, in scalar values.
    ends: (usize, usize),
    /// Whether there are words between its parts that are not its own.
    words: &'t str,
    parts: usize,
    reader: Option<&'t str>,
    note: Option<&'t str>,
}

/// Reads a file; `beside` is the text it is about.
pub(super) fn read(text: &str, beside: Option<&str>) -> Result<Package, Refusal> {
    let mut package = Package::default();
    let mut order = Vec::new();
    let mut bounds: HashMap<&str, Bound> = HashMap::new();
    let mut rest = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let refuse = |what: &str| Refusal::at(number + 1, 1, what);
        match line.chars().next() {
            None => {}
            Some('T') => {
                let (id, bound) =
                    bound(line).ok_or_else(|| refuse("not `T1<tab>Type 0 5<tab>words`"))?;
                if bounds.insert(id, bound).is_some() {
                    return Err(refuse("this id stands here twice"));
                }
                order.push(id);
            }
            Some('R' | '*') => package.leave("relations"),
            Some('E') => package.leave("events"),
            Some('N') => package.leave("links to other data bases"),
            Some('A' | 'M' | '#') => rest.push(line),
            Some(_) => return Err(refuse("no line of brat's")),
        }
    }
    for line in rest {
        attach(line, &mut bounds, &mut package);
    }
    let index = beside.map(|text| (text, ScalarIndex::new(text)));
    let mut last: Option<Foreign> = None;
    for bound in order.iter().filter_map(|id| bounds.get(id)) {
        let next = foreign(bound, index.as_ref(), &mut package);
        let is_joined = match (&mut last, &next) {
            (Some(last), Some(next)) => joined(last, next, bound),
            _ => false,
        };
        if !is_joined {
            let done = std::mem::replace(&mut last, next);
            package.take_some(done);
        }
    }
    package.take_some(last);
    Ok(package)
}

fn bound(line: &str) -> Option<(&str, Bound<'_>)> {
    let mut columns = line.splitn(3, '\t');
    let (id, middle, words) = (columns.next()?, columns.next()?, columns.next()?);
    let (kind, offsets) = middle.split_once(' ')?;
    let parts: Option<Vec<(usize, usize)>> = offsets
        .split(';')
        .map(|part| {
            let (start, end) = part.split_once(' ')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        })
        .collect();
    let parts = parts?;
    let ends = (parts.first()?.0, parts.last()?.1);
    let bound = Bound {
        kind,
        ends,
        words,
        parts: parts.len(),
        reader: None,
        note: None,
    };
    (ends.0 < ends.1).then_some((id, bound))
}

/// Puts an attribute or a note to what it is about.
fn attach<'t>(line: &'t str, bounds: &mut HashMap<&str, Bound<'t>>, package: &mut Package) {
    let mut columns = line.splitn(3, '\t').skip(1);
    let mut middle = columns.next().unwrap_or_default().splitn(3, ' ');
    let (name, target) = (
        middle.next().unwrap_or_default(),
        middle.next().unwrap_or_default(),
    );
    let bound = bounds.get_mut(target);
    match (bound, line.starts_with('#'), name) {
        (Some(bound), true, _) if bound.note.is_none() => bound.note = columns.next(),
        (_, true, _) => package.leave("notes on something else than words"),
        (Some(bound), _, "Reader") => bound.reader = middle.next(),
        (Some(_), _, "Voice" | "Moved") => {}
        _ => package.leave("attributes"),
    }
}

fn foreign(
    bound: &Bound,
    text: Option<&(&str, ScalarIndex)>,
    package: &mut Package,
) -> Option<Foreign> {
    if bound.reader.is_some() && bound.kind.starts_with("candidate_") {
        package.leave(CANDIDATES);
        return None;
    }
    let mut foreign = Foreign {
        hint: Some(Hint::Scalars(bound.ends.0)),
        author: bound.reader.map(str::to_owned),
        ..Foreign::default()
    };
    let there = text.map(|(text, index)| {
        let (start, end) = bound.ends;
        selector(text, Span::new(index.byte(start), index.byte(end)))
    });
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let same = |found: &Selector| plain(&found.quote) == plain(bound.words);
    foreign.annotation.selector = match there {
        Some(found) if same(&found) => found,
        _ => {
            if bound.parts > 1 && there.is_some() {
                package.leave("gaps between words of one annotation, where its words are looked for as if they followed each other");
            }
            Selector {
                quote: bound.words.to_owned(),
                ..Selector::default()
            }
        }
    };
    let annotation = &mut foreign.annotation;
    if let Some(text) = bound.note {
        said(text, bound.reader.is_some(), annotation);
    }
    if bound.reader.is_some() {
        own(bound.kind, annotation, package);
    } else {
        classify(annotation, bound.kind, package);
    }
    Some(foreign)
}

/// What a type of ours says.
fn own(kind: &str, annotation: &mut Annotation, package: &mut Package) {
    match kind.split_once('_') {
        Some(("tag", name)) => tag(annotation, name, package),
        Some(("rejected", name)) => {
            annotation.verdict = Some(Verdict::Rejected);
            annotation.finding = Some(name.to_owned()).filter(|name| name != "finding");
        }
        _ => match kind {
            "note" => {}
            "quotation" if annotation.speaker.is_some() => {}
            "quotation" | "scare" => {
                annotation.verdict = Some(Verdict::Accepted);
                annotation.finding = Some("quotation".to_owned());
            }
            flag => annotation.flag = Some(flag.to_owned()),
        },
    }
}

/// A note; of ours with reason, speaker and time behind it.
fn said(text: &str, is_ours: bool, annotation: &mut Annotation) {
    if !is_ours {
        return note(annotation, text);
    }
    let mut parts: Vec<&str> = text.split(" | ").collect();
    let line = |text: &str| text.replace("\\n", "\n").replace("\\t", "\t");
    while let Some(part) = parts.last() {
        match part.split_once(": ") {
            Some(("Reason", reason)) => annotation.reason = Some(line(reason)),
            Some(("Speaker", speaker)) => annotation.speaker = Some(line(speaker)),
            Some(("Created", created)) => annotation.created = Some(created.to_owned()),
            Some(("Rule" | "Reader", _)) => {}
            _ => break,
        }
        parts.pop();
    }
    note(annotation, &line(&parts.join(" | ")));
}

/// Takes `next` into `last`, if both are one annotation of ours with several codes.
fn joined(last: &mut Foreign, next: &Foreign, bound: &Bound) -> bool {
    let same = last.hint == next.hint
        && last.author == next.author
        && last.annotation.selector == next.annotation.selector;
    let (was, is) = (&last.annotation, &next.annotation);
    let collide =
        was.flag.is_some() && is.flag.is_some() || was.verdict.is_some() && is.verdict.is_some();
    if !same || collide || bound.reader.is_none() || bound.note.is_some() {
        return false;
    }
    let was = &mut last.annotation;
    was.tags.extend(is.tags.iter().cloned());
    was.flag = was.flag.take().or_else(|| is.flag.clone());
    if was.verdict.is_none() && was.speaker.is_none() {
        was.verdict = is.verdict;
        was.finding.clone_from(&is.finding);
    }
    true
}
