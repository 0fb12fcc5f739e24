//! Examples for the ranker's models, from annotated articles.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::group_start;
use crate::detect::quotation::draft::Draft;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::Phrase;
use crate::detect::quotation::ranker::by_cue::ByCue;
use crate::detect::quotation::ranker::candidates::Candidates;
use crate::detect::quotation::ranker::choice::is_whole;
use crate::detect::quotation::ranker::credited;
use crate::detect::quotation::ranker::fit::Reported;
use crate::detect::quotation::ranker::fit::descent::Example;
use crate::detect::quotation::ranker::fit::heads::Heads;
use crate::detect::quotation::ranker::gated::{Gated, gated};
use crate::detect::quotation::ranker::head::{Head, Side};
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::ranker::speaker::Credited;
use crate::detect::quotation::ranker::weights::{Feature, Weights};
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules;
use crate::text::Span;
use std::collections::HashMap;
use std::ops::Range;

/// The examples for each model.
#[derive(Debug, Default)]
pub(super) struct Examples {
    /// Which words a cue reports.
    pub(super) reports: Vec<Example>,
    /// Who is credited.
    pub(super) speakers: Vec<Example>,
    /// Whether a word reports anything.
    pub(super) gates: Vec<Example>,
}

impl Examples {
    /// Adds those for the gates of one paragraph.
    pub(super) fn collect_gates(&mut self, p: &Passage, reported: &[Reported], know: Known) {
        let mut s = Sight::new(p, know.weights);
        let rules = rules::credited(p);
        let by_cue = ByCue::new(rules.found());
        let by_head = by_head(&s, reported, know.heads);
        for Gated { head, .. } in gated(&mut s, &by_cue, rules.found(), know.weights) {
            let mut gate = Vec::new();
            head.gate(&s, &mut gate);
            self.gates.push(Example {
                rows: vec![gate],
                options: vec![vec![0]],
                chosen: words(p, &head, of(&by_head, head.at)).map(|_| 0),
            });
        }
    }

    /// Adds those for the reports and speakers of one paragraph, whose heads have the gates of the weights that are known.
    pub(super) fn collect(&mut self, p: &Passage, reported: &[Reported], know: Known) {
        let mut s = Sight::new(p, know.weights);
        let rules = rules::credited(p);
        let by_cue = ByCue::new(rules.found());
        let by_head = by_head(&s, reported, know.heads);
        for Gated { head, .. } in gated(&mut s, &by_cue, rules.found(), know.weights) {
            self.report(&s, &head, of(&by_head, head.at));
        }
        for at in s.heads() {
            let own = by_cue.of(rules.found(), at);
            let within = of(&by_head, at).iter();
            for reported in within.filter(|reported| p.span.covers(reported.words)) {
                let draft = draft(p, at, &own, reported);
                self.speakers.extend(
                    draft
                        .and_then(|draft| credited(&s, &rules, &draft))
                        .and_then(|credited| speaker(&s, &credited, reported.speaker)),
                );
            }
        }
    }

    fn report(&mut self, s: &Sight, head: &Head, reported: &[&Reported]) {
        let mut candidates = Candidates::default();
        candidates.find(s.p, head);
        let words = words(s.p, head, reported);
        let (example, spans) = spans(s, head, &candidates);
        let chosen =
            words.map(|words| nearest(spans.iter().map(|tokens| s.p.span(tokens)), words, 0.8));
        // Words that no candidate is near teach nothing.
        if chosen != Some(None) {
            self.reports.push(Example {
                chosen: chosen.flatten(),
                ..example
            });
        }
    }
}

/// What is known when examples are collected.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'k> {
    /// Which words are often part of a cue.
    pub(super) heads: &'k Heads,
    /// The same as a filter, and the weights that were fitted before.
    pub(super) weights: &'k Weights,
}

/// What is said with cues of the paragraph, by the heads of these cues.
fn by_head<'r>(
    s: &Sight,
    reported: &'r [Reported],
    heads: &Heads,
) -> HashMap<usize, Vec<&'r Reported>> {
    let mut found: HashMap<usize, Vec<&Reported>> = HashMap::new();
    for reported in reported.iter().filter(|reported| reported.is_speech) {
        let cue = reported.cue.filter(|cue| s.p.span.covers(*cue));
        if let Some(head) = cue.and_then(|cue| heads.head(s, cue)) {
            found.entry(head).or_default().push(reported);
        }
    }
    found
}

fn of<'f, 'r>(by_head: &'f HashMap<usize, Vec<&'r Reported>>, at: usize) -> &'f [&'r Reported] {
    by_head.get(&at).map(Vec::as_slice).unwrap_or_default()
}

/// What a head reports on its side, in its own sentence.
fn words(p: &Passage, head: &Head, reported: &[&Reported]) -> Option<Span> {
    let (sentence, cue) = (p.span(&head.sentence), p.token(head.at).span);
    let own = reported
        .iter()
        .map(|reported| reported.words)
        .filter(|words| sentence.overlaps(*words));
    match head.side {
        Side::Front => own
            .filter(|words| words.end <= cue.start)
            .max_by_key(|words| words.end),
        Side::Behind => own
            .filter(|words| words.start >= cue.end)
            .min_by_key(|words| words.start),
    }
}

/// The spans that a head could report, as options.
fn spans(s: &Sight, head: &Head, candidates: &Candidates) -> (Example, Vec<Range<usize>>) {
    let row = |fill: &dyn Fn(&mut Vec<Feature>)| {
        let mut row = Vec::new();
        fill(&mut row);
        row
    };
    let mut example = Example {
        rows: vec![row(&|row| head.alone(s, row))],
        ..Example::default()
    };
    let first = example.rows.len();
    example.rows.extend(
        candidates
            .starts
            .iter()
            .map(|&at| row(&|row| head.start(s, at, row))),
    );
    let last = example.rows.len();
    example.rows.extend(
        candidates
            .ends
            .iter()
            .map(|&at| row(&|row| head.end(s, at, row))),
    );
    let mut spans = Vec::new();
    for (from, &start) in candidates.starts.iter().enumerate() {
        for (to, &end) in candidates.ends.iter().enumerate() {
            let tokens = start..end;
            if start < end && is_whole(s.p, &tokens) {
                example
                    .options
                    .push(vec![0, first + from, last + to, example.rows.len()]);
                example.rows.push(row(&|row| head.both(s, &tokens, row)));
                spans.push(tokens);
            }
        }
    }
    (example, spans)
}

/// The words that an annotator found, as a draft of the rules, with what the rules say of their speaker.
fn draft(p: &Passage, head: usize, own: &[(usize, &Draft)], reported: &Reported) -> Option<Draft> {
    let start = p
        .tokens
        .partition_point(|token| token.span.end <= reported.words.start);
    let end = p
        .tokens
        .partition_point(|token| token.span.start < reported.words.end);
    let same = |draft: &&Draft| {
        draft.rule != Rule::Continued && draft.tokens.start < end && draft.tokens.end > start
    };
    let known = own.iter().map(|(_, draft)| *draft).find(same);
    let group = || group_start(p, head, p.sentence(head).start)..head + 1;
    (start < end).then(|| Draft {
        tokens: start..end,
        speaker: known.and_then(|draft| draft.speaker),
        cue: Some(
            known
                .and_then(|draft| draft.cue.clone())
                .unwrap_or_else(group),
        ),
        rule: Rule::ReportBehind,
        share: None,
    })
}

/// The phrases that could be the speaker, as options; nothing when the annotator's is none of them.
fn speaker(s: &Sight, credited: &Credited, speaker: Option<Span>) -> Option<Example> {
    let phrases: Vec<Phrase> = credited.phrases(s.p);
    let spans: Vec<Span> = phrases.iter().map(|phrase| s.p.span(phrase)).collect();
    let chosen = match speaker {
        Some(speaker) => Some(named(s.p, &spans, speaker)?),
        None => None,
    };
    let rows = phrases.iter().map(|phrase| {
        let mut row = Vec::new();
        credited.features(s, phrase, &mut row);
        row
    });
    let rows: Vec<Vec<Feature>> = rows.collect();
    let options = (0..rows.len()).map(|row| vec![row]).collect();
    Some(Example {
        rows,
        options,
        chosen,
    })
}

/// Which of `spans` names the annotator's speaker: nearly the same words, or its first ones; for "who", what stands before it.
fn named(p: &Passage, spans: &[Span], speaker: Span) -> Option<usize> {
    let at = p
        .tokens
        .partition_point(|token| token.span.start < speaker.start);
    if p.is(at, Class::RELATIVE) && p.token(at).span == speaker {
        let before = spans.iter().enumerate();
        let before = before.filter(|(_, span)| (span.end..span.end + 4).contains(&speaker.start));
        return before
            .max_by_key(|(_, span)| span.len())
            .map(|(number, _)| number);
    }
    let all = || spans.iter().copied();
    let first = |span: Span| span.start == speaker.start && speaker.covers(span);
    nearest(all(), speaker, 0.8)
        .or_else(|| all().position(first))
        .or_else(|| nearest(all(), speaker, 0.3))
}

/// The span that shares most with `words`, from a `least` share of both on.
fn nearest(spans: impl Iterator<Item = Span>, words: Span, least: f32) -> Option<usize> {
    let share = |span: Span| {
        let both = span.intersection(words).map_or(0, Span::len);
        both as f32 / (span.len() + words.len() - both) as f32
    };
    let shares = spans.map(share).enumerate();
    let (best, share) = shares.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    (share >= least).then_some(best)
}
