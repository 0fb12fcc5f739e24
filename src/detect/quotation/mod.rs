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
use crate::detect::quotation::resolve::Resolver;
use crate::detect::quotation::rules::relay::teller;
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

fn find(article: &Article, range: Range<usize>, _: &Own, _: Strictness) -> Vec<Finding> {
    let language = Language::of(&article.text);
    let mut trail = Trail::new(article, language, range.start);
    let mut found = Vec::new();
    let mut memory = ranker::Memory::default();
    let mut passage = Passage::empty(&article.text, language);
    for index in range {
        passage.turn_to(article.paragraph(index));
        let reading = rules::read(&passage, &mut memory, &mut || trail.speaking(index));
        let drafts = &reading.drafts;
        let mut resolver = Resolver::new(article, &passage);
        for (at, draft) in drafts.iter().enumerate() {
            let earlier = drafts.get(..at).unwrap_or_default();
            let before = || last_other(earlier, draft.speaker).or_else(|| trail.before(index));
            let who = draft
                .speaker
                .and_then(|speaker| resolver.resolve(speaker, before));
            let inner = nested(&passage, draft);
            found.push(finding(&passage, draft, who.clone()));
            if let Some((inner, drafts)) = inner {
                found.extend(nested_findings(article, &inner, &drafts, who.as_deref()));
            }
        }
        trail.add(reading.trace);
    }
    found
}

/// The findings of quotations inside one of `outer`.
fn nested_findings(
    article: &Article,
    inner: &Passage,
    drafts: &[Draft],
    outer: Option<&str>,
) -> Vec<Finding> {
    let mut resolver = Resolver::new(article, inner);
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
