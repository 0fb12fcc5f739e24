//! The spans that could be what a cue reports.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::head::{Head, Side};
use crate::detect::quotation::rules::limit::second_report;

/// Words behind a cue begin within so many tokens of it.
const START_REACH: usize = 12;
/// At most so many beginnings or ends are looked at before a cue, and twice as many ends behind it.
const MOST: usize = 12;

/// Where a report can begin and where it can end (before that token).
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// Beginnings, in order.
    pub(super) starts: Vec<usize>,
    /// Ends; in front of a cue the nearest first.
    pub(super) ends: Vec<usize>,
}

impl Candidates {
    /// Those of `head`; among them what the rules found.
    pub(super) fn find(&mut self, p: &Passage, head: &Head) {
        self.starts.clear();
        self.ends.clear();
        match head.side {
            Side::Front => self.front(p, head),
            Side::Behind => self.behind(p, head),
        }
        if let Some((_, tokens, _)) = &head.rule {
            let add = |places: &mut Vec<usize>, at: usize| {
                if !places.contains(&at) {
                    places.push(at);
                }
            };
            add(&mut self.starts, tokens.start);
            add(&mut self.ends, tokens.end);
        }
    }

    fn front(&mut self, p: &Passage, head: &Head) {
        let (low, at) = (head.sentence.start, head.at);
        let begins = |at: &usize| {
            opens(p, *at) && (*at == low || breaks(p, *at) || !p.before(*at).is_word())
        };
        self.starts.extend((low..at).filter(begins).take(MOST));
        if let Some(quoted) = p.mark_of(low).filter(|quoted| quoted.tokens.start < low) {
            self.starts.push(quoted.tokens.start);
        }
        let ends = |end: &usize| {
            closes(p, *end)
                && (!p.token(*end).is_word()
                    || breaks(p, *end)
                    || p.token(*end).is_upper()
                    || p.mark_to(*end).is_some()
                    || *end == at)
        };
        self.ends
            .extend((low + 1..=at).rev().filter(ends).take(MOST));
    }

    fn behind(&mut self, p: &Passage, head: &Head) {
        let (low, high) = (head.at + 1, head.sentence.end);
        let starts = low..high.min(low + START_REACH);
        self.starts.extend(starts.filter(|at| opens(p, *at)));
        let whole = p
            .mark_of(high.wrapping_sub(1))
            .map_or(high, |quoted| high.max(quoted.tokens.end));
        let report = (low + 2..whole).find(|&at| !p.quoted(at) && second_report(p, at));
        let last = p.trim_end(low, report.unwrap_or(whole));
        let ends = |end: &usize| {
            closes(p, *end)
                && (!p.token(*end).is_word() || breaks(p, *end) || p.mark_to(*end).is_some())
        };
        self.ends
            .extend((low + 1..last).filter(ends).take(2 * MOST));
        if last > low {
            self.ends.push(last);
        }
    }
}

/// Whether a report can begin with token `at`: with a word or a mark, not within marks.
fn opens(p: &Passage, at: usize) -> bool {
    solid(p, at) && !inside(p, at)
}

/// Whether a report can end before token `end`: not within marks, not behind "on" or "the".
fn closes(p: &Passage, end: usize) -> bool {
    let last = end - 1;
    let open = p.is(last, Class::PREPOSITION.and(Class::CONJUNCTION))
        || ["a", "an", "the"].iter().any(|word| p.is_word(last, word));
    solid(p, last) && !inside(p, end) && (!open || p.quoted(last))
}

/// Whether token `at` is a word or stands in marks.
fn solid(p: &Passage, at: usize) -> bool {
    p.token(at).is_word() || p.quoted(at)
}

/// Whether token `at` stands in marks that begin before it.
fn inside(p: &Passage, at: usize) -> bool {
    p.mark_of(at).is_some_and(|quoted| quoted.tokens.start < at)
}

/// Whether a clause or phrase can begin with token `at`.
fn breaks(p: &Passage, at: usize) -> bool {
    let opens = Class::CONJUNCTION
        .and(Class::PREPOSITION)
        .and(Class::OPENER)
        .and(Class::TIME)
        .and(Class::RELATIVE);
    p.is(at, opens) || p.quoted(at) || p.word(at).ends_with("ing")
}
