//! Quotations: who is quoted, by which cue.
//!
//! **Flags** direct, mixed and indirect quotations with speaker, cue and the person meant; marks that quote nobody
//! (titles, names, scare quotes) are told apart.
//!
//! **Why:** a reader must know whose words a sentence stands in before judging them.
//!
//! **Example:** “The bridge is open,” said Mayor Ida Lund. → direct; speaker "Mayor Ida Lund", who is Ida Lund; cue
//! "said"; rule `cue-inverted`. `cases.txt` has one for every hard case.
//!
//! **Misses:** reports without a verb or noun of saying; most noun-phrase reports ("attacked the plan"); speakers
//! named only behind the paragraph; quotations inside quotations that nobody is credited with there.
//!
//! **Method:** ours. A paragraph is cut into tokens, marks and sentences (`passage`); cues are found by word lists
//! (`credit`); each rule under `rules` reads the words in front of or behind a cue, then the marks that are left;
//! speakers are noun phrases beside the cue (`phrase`), resolved by looking back (`trail`, `resolve`). What the rules find in English
//! outside marks, and what they miss, is bounded by models fitted on annotated news (`ranker`). German articles (`language`) are
//! read by rules of their own (`german`). The scores of rules are measured on `PolNeAR`, 924 annotated news articles; those of
//! the ranker are its own.

mod class;
mod credit;
mod cues;
mod draft;
mod full_name;
mod german;
mod language;
mod lexicon;
mod mark;
mod name;
mod near;
mod nested;
mod passage;
mod person;
mod phrase;
mod place;
mod plain;
mod ranker;
mod recent;
mod resolve;
mod rule;
mod rules;
mod sign;
mod subject;
#[cfg(test)]
mod tests;
mod token;
mod trail;
mod who;
mod words;

pub use ranker::{Annotated, Reported, fit};

use crate::article::Article;
use crate::detect::quotation::draft::{Draft, kind};
use crate::detect::quotation::language::Language;
use crate::detect::quotation::nested::nested;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::{Chooser, Memory};
use crate::detect::quotation::recent::{Known, Recent};
use crate::detect::quotation::resolve::Resolver;
use crate::detect::quotation::rules::relay::teller;
use crate::detect::quotation::rules::{Begun, Reading};
use crate::detect::quotation::trail::Trail;
use crate::detect::{Detector, Finding, Own, Quotation, Strictness, Voice, What};
use crate::text::Span;
use std::ops::Range;

/// The detector.
pub(super) const DETECTOR: Detector = Detector {
    name: "quotation",
    about: "reported speech with its speaker and its cue; names and scare quotes in marks",
    find,
};

/// So many paragraphs, and bytes of text, are read together: each step for all of them before the next. The code of a step stays at hand,
/// and so does what was found before it.
const TOGETHER: (usize, usize) = (8, 16 * 1024);

fn find(article: &Article, range: Range<usize>, _: &Own, _: Strictness) -> Vec<Finding> {
    let language = Language::of(&article.text);
    let mut trail = Trail::new(article, language, range.start);
    let mut found = Vec::new();
    let mut memories = Vec::new();
    let mut chooser = Chooser::default();
    let mut passages = Vec::new();
    let mut recent = Recent::default();
    let mut start = range.start;
    while start < range.end {
        turn_to(&mut passages, article, start..range.end, language);
        memories.resize_with(passages.len().max(memories.len()), Memory::default);
        let readings = readings(&passages, start, &mut trail, (&mut memories, &mut chooser));
        let known = Known {
            recent: Some(&recent),
            passages: &passages,
        };
        for (index, (passage, reading)) in (start..).zip(passages.iter().zip(&readings)) {
            let before = || trail.before(index);
            let drafts = &reading.drafts;
            findings(&mut found, article, (passage, known), drafts, before);
        }
        start += passages.len();
        recent.keep(&mut passages);
    }
    found
}

/// Makes `passages` the first paragraphs of `range`, at least one.
fn turn_to<'a>(
    passages: &mut Vec<Passage<'a>>,
    article: &'a Article,
    range: Range<usize>,
    language: Language,
) {
    let (mut count, mut bytes) = (0, 0);
    for index in range.take(TOGETHER.0) {
        let span = article.paragraph(index);
        bytes += span.len();
        if count > 0 && bytes > TOGETHER.1 {
            break;
        }
        if count == passages.len() {
            passages.push(Passage::empty(&article.text, language));
        }
        if let Some(passage) = passages.get_mut(count) {
            passage.turn_to(span);
        }
        count += 1;
    }
    passages.truncate(count);
}

/// Reads `passages`, the paragraphs from `start` on.
fn readings(
    passages: &[Passage],
    start: usize,
    trail: &mut Trail,
    (memories, chooser): (&mut [Memory], &mut Chooser),
) -> Vec<Reading> {
    let mut begun: Vec<Begun> = passages.iter().map(Begun::new).collect();
    for (begun, memory) in begun.iter().zip(&mut *memories) {
        begun.look(memory);
    }
    for (begun, memory) in begun.iter_mut().zip(&mut *memories) {
        begun.rank(memory, chooser);
    }
    let finish = |((index, begun), memory): ((usize, Begun), &mut Memory)| {
        let reading = begun.finish(memory, &mut || trail.speaking(index));
        trail.add(reading.trace);
        reading
    };
    (start..).zip(begun).zip(memories).map(finish).collect()
}

/// Adds the findings that `drafts` of a paragraph are; `before` tells who was credited last before it.
fn findings<'a>(
    found: &mut Vec<Finding>,
    article: &'a Article,
    (passage, known): (&'a Passage<'a>, Known<'a>),
    drafts: &[Draft],
    mut before: impl FnMut() -> Option<Span>,
) {
    let mut resolver = Resolver::new(article, passage, known);
    for (at, draft) in drafts.iter().enumerate() {
        let earlier = drafts.get(..at).unwrap_or_default();
        let before = || last_other(earlier, draft.speaker).or_else(&mut before);
        let who = draft
            .speaker
            .and_then(|speaker| resolver.resolve(speaker, before));
        let inner = nested(passage, draft);
        found.push(finding(passage, draft, who.clone()));
        if let Some((inner, drafts)) = inner {
            let outer = who.as_deref();
            found.extend(nested_findings(article, (&inner, known), &drafts, outer));
        }
    }
}

/// The findings of quotations inside one of `outer`.
fn nested_findings(
    article: &Article,
    (inner, known): (&Passage, Known),
    drafts: &[Draft],
    outer: Option<&str>,
) -> Vec<Finding> {
    let mut resolver = Resolver::new(article, inner, known);
    let findings = drafts.iter().map(|draft| {
        let who = draft.speaker.and_then(|speaker| {
            let oneself = ["I", "ich", "Ich"].contains(&speaker.of(inner.text));
            if oneself {
                outer.map(str::to_owned)
            } else {
                resolver.resolve(speaker, || None)
            }
        });
        finding(inner, draft, who)
    });
    findings.collect()
}

/// The speaker credited last in `drafts`, other than by the words at `own`.
fn last_other(drafts: &[Draft], own: Option<Span>) -> Option<Span> {
    let latest = drafts
        .iter()
        .rev()
        .take(32)
        .filter_map(|draft| draft.speaker);
    latest.into_iter().find(|&speaker| Some(speaker) != own)
}

fn finding(p: &Passage, draft: &Draft, resolved: Option<String>) -> Finding {
    let cue = draft.cue.as_ref().map(|cue| p.span(cue));
    let who = draft
        .speaker
        .map(|speaker| who(speaker.of(p.text), resolved.as_deref()));
    Finding {
        span: p.span(&draft.tokens),
        detector: DETECTOR.name,
        rule: draft.rule.name().into(),
        reason: draft
            .rule
            .reason(cue.map(|cue| cue.of(p.text)), who.as_deref()),
        score: draft.share.unwrap_or(draft.rule.score()),
        voice: Voice::Own,
        what: What::Quotation(Quotation {
            kind: kind(p, draft),
            speaker: draft.speaker,
            resolved,
            cue,
            relay: teller(p, draft).map(|told| p.span(&told)),
        }),
    }
}

/// The speaker for the reader: the article's words, and whom they mean when they do not say it.
fn who(words: &str, resolved: Option<&str>) -> String {
    match resolved {
        Some(name) if !words.contains(name) => format!("{words} ({name})"),
        _ => words.to_owned(),
    }
}
