//! What the ranker knows of a head, of a beginning, of an end, and of the two together.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::ranker::head::{Head, Side};
use crate::detect::quotation::ranker::row::{Part, Row, far};
use crate::detect::quotation::ranker::sight::{Counts, Sight};
use crate::detect::quotation::ranker::weights::Sink;
use std::ops::Range;

impl Head {
    fn row<'s, S: Sink>(&self, sink: &'s mut S, part: Part) -> Row<'s, S> {
        Row::new(sink, part, self.side == Side::Behind)
    }

    /// Whether there are marks on its side of the sentence.
    fn marked(&self, s: &Sight) -> u32 {
        let side = match self.side {
            Side::Front => self.sentence.start..self.at,
            Side::Behind => self.at..self.sentence.end,
        };
        u32::from(s.counts(&side).marked > 0)
    }

    /// The few features by which most heads are seen to report nothing.
    pub(super) fn gate(&self, s: &Sight, sink: &mut impl Sink) {
        let mut row = self.row(sink, Part::Gate);
        let (at, w, before) = (self.at, s.word(self.at), self.group.wrapping_sub(1));
        row.add(w, self.by);
        row.add(w, s.tag(at + 1));
        row.add(w, s.tag(before));
        row.add(self.frame, s.tags(before, at + 1));
        row.add(w, s.word(at + 1));
        row.add(self.marked(s), s.tags(before, at + 1));
        row.add(self.by << 8 | self.other, self.frame);
        row.end();
    }

    /// Features of the head alone.
    pub(super) fn alone(&self, s: &Sight, sink: &mut impl Sink) {
        let mut row = self.row(sink, Part::Head);
        let (at, w, g, frame) = (self.at, s.word(self.at), self.group, self.frame);
        let before = g.wrapping_sub(1);
        let Range {
            start: low,
            end: high,
        } = self.sentence;
        let marked = self.marked(s);
        let heads = |tokens: Range<usize>| s.counts(&tokens).heads.min(3);
        row.add(0, 0);
        row.add(w, 0);
        row.add(w, s.word(at + 1));
        row.add(w, s.word(at.wrapping_sub(1)));
        row.add(w, s.tag(at + 1));
        row.add(w, s.tag(before));
        row.add(s.tag(before), s.tag(before.wrapping_sub(1)));
        row.add(s.tags(at + 1, at + 2), 0);
        row.add(s.word(at + 1), 0);
        row.add(s.word(at.wrapping_sub(1)), 0);
        row.add(s.word(before), 0);
        row.add(s.tags(before, at + 1), s.tag(before.wrapping_sub(1)));
        row.add(frame, 0);
        row.add(frame, s.tag(at + 1));
        row.add(frame, s.tag(before));
        row.add(self.by, self.other);
        row.add(self.by, frame);
        row.add(self.by, w);
        row.add(marked, frame);
        row.add(marked, w);
        row.add(s.tag(at), s.tags(before, at + 1));
        row.add(far(at - low), s.tag(at));
        row.add(heads(low..at), heads(at + 1..high));
        row.add(s.word(at + 1), s.word(at + 2));
        row.add((at - g).min(3) as u32, s.word(g));
        row.add(far(high.saturating_sub(at)), s.tag(at));
        row.add(w, s.tags(at + 1, at + 2));
        row.add(w, s.tags(before, before.wrapping_sub(1)));
        let (front, behind) = (s.strongest(low..g), s.strongest(at + 1..high));
        row.add(front << 2 | behind, frame);
        row.add(front << 2 | behind, w);
        row.add(front, s.tags(before, at + 1));
        row.add(behind, s.tags(before, at + 1));
        row.end();
    }

    /// How a place lies to what the rules found: at its edge, within it, or beyond.
    fn by_rule(&self, edge: impl Fn(&Range<usize>) -> usize, at: usize) -> u32 {
        self.rule.as_ref().map_or(0, |(_, tokens, rule)| {
            let edge = edge(tokens);
            rule << 2 | u32::from(edge == at) << 1 | u32::from(edge < at)
        })
    }

    /// Features of a beginning.
    pub(super) fn start(&self, s: &Sight, at: usize, sink: &mut impl Sink) {
        let mut row = self.row(sink, Part::Start);
        let (w, frame, before) = (s.word(self.at), self.frame, at.wrapping_sub(1));
        let marks = u32::from(s.p.mark_from(at).is_some());
        let from = match self.side {
            Side::Behind => self.at + 1,
            Side::Front => self.sentence.start.min(at),
        };
        let distance = far(at - from);
        let by_rule = self.by_rule(|tokens| tokens.start, at);
        let between = s.counts(&(from..at));
        let (word, word_before) = (s.word(at), s.word(before));
        let (tag, next) = (s.tag(at), s.tag(at + 1));
        let (to_here, on) = (s.tags(before, at), tag << 8 | next);
        row.add(word, marks);
        row.add(word_before, marks);
        row.add(to_here, 0);
        row.add(on, 0);
        row.add(to_here, next);
        row.add(w, word);
        row.add(w, tag);
        row.add(frame, word);
        row.add(frame, to_here);
        row.add(distance, marks);
        row.add(distance, frame);
        row.add(distance, w);
        row.add(word_before, word);
        row.add(by_rule, 0);
        row.add(by_rule, tag);
        row.add(between.commas.min(2), between.verbs.min(2));
        row.add(between.marked.min(1), marks);
        row.add(s.word(at + 1), tag);
        row.add(s.tags(before, before.wrapping_sub(1)), tag);
        row.add(distance, to_here);
        row.add(distance, word_before);
        row.add(w, to_here);
        row.add(s.word(at + 2), on);
        row.end();
    }

    /// Features of an end.
    pub(super) fn end(&self, s: &Sight, at: usize, sink: &mut impl Sink) {
        let mut row = self.row(sink, Part::End);
        let (w, last, tag) = (s.word(self.at), at.wrapping_sub(1), s.tag(at));
        let marks = closing(s, at);
        let by_rule = self.by_rule(|tokens| tokens.end, at);
        let (word, word_behind) = (s.word(at), s.word(at + 1));
        let (to_here, on) = (s.tags(last, at), s.tags(at, at + 1));
        let left = far(self.sentence.end.saturating_sub(at));
        let Counts {
            verbs,
            heads,
            marked,
            ..
        } = self.rest(s, at);
        let reports = u32::from(s.is_head(at + 1)) << 1 | u32::from(s.is_head(at + 2));
        row.add(word, marks);
        row.add(s.word(last), 0);
        row.add(to_here, marks);
        row.add(on, 0);
        row.add(to_here, s.tag(at + 1));
        row.add(word, word_behind);
        row.add(word, s.tag(at + 1));
        row.add(w, tag);
        row.add(w, word);
        row.add(by_rule, 0);
        row.add(by_rule, tag);
        row.add(left, marks);
        row.add(left, tag);
        row.add(heads.min(3), tag);
        row.add(marked.min(1), tag);
        row.add(verbs.min(3), tag);
        row.add(reports, on);
        row.add(word_behind, tag);
        row.add(word_behind, s.tags(at, at + 2));
        row.add(on, s.tag(at + 2));
        let near = match self.side {
            Side::Behind => s.strongest(at..(at + 7).min(self.sentence.end)),
            Side::Front => s.strongest(at..self.at.min(at + 7)),
        };
        row.add(near, tag);
        row.add(near, on);
        row.add(near, word);
        row.add(near, w);
        row.add(marks, tag);
        row.add(marks, on);
        row.add(marks, by_rule);
        if self.side == Side::Front {
            let gap = far(self.group.saturating_sub(at));
            row.add(gap, tag);
            row.add(gap, on);
            row.add(far(self.at - at), w);
        }
        row.end();
    }

    /// What stands between an end and the cue, or behind it in the sentence.
    fn rest(&self, s: &Sight, at: usize) -> Counts {
        s.counts(&match self.side {
            Side::Behind => at..self.sentence.end.max(at),
            Side::Front => at..self.at,
        })
    }

    /// Features of a beginning and an end together.
    pub(super) fn both(&self, s: &Sight, tokens: &Range<usize>, sink: &mut impl Sink) {
        let mut row = self.row(sink, Part::Both);
        let inside = s.counts(tokens);
        let len = far(tokens.len());
        let Range { start, end } = *tokens;
        let closes = u32::from(s.p.trim_end(self.sentence.start, self.sentence.end) <= end);
        let whole =
            s.p.mark_from(start)
                .is_some_and(|quoted| quoted.tokens == *tokens);
        let marked = u32::from(whole) << 1 | u32::from(inside.marked > 0);
        let by_rule = self
            .rule
            .as_ref()
            .map_or(0, |(_, found, rule)| rule << 1 | u32::from(found == tokens));
        let (verbs, first, last) = (inside.verbs.min(2), s.tag(start), s.tag(end));
        let kind = opening(s, start, self.at);
        row.add(len, marked);
        row.add(len, first);
        row.add(verbs, first << 2 | marked);
        row.add(by_rule, 0);
        row.add(first, last << 1 | closes);
        row.add(inside.heads.min(3), closes);
        row.add(inside.commas.min(3), closes << 8 | last);
        row.add(self.frame, len << 4 | marked);
        row.add(s.word(self.at), verbs << 2 | marked);
        row.add(s.word(start), closes << 8 | last);
        row.add(kind, s.word(end));
        row.add(kind << 8 | last, s.word(end + 1));
        row.add(kind, s.tags(end.wrapping_sub(1), end));
        row.add(kind, len << 1 | closes);
        row.add(kind, (verbs << 8 | last) << 1 | closes);
        row.add(kind << 1 | closes, s.word(self.at));
        row.add(kind << 1 | closes, self.frame);
        row.add(kind, inside.heads.min(3) << 8 | last);
        let within = s.strongest(start..end);
        row.add(within, closes << 8 | last);
        row.add(within, kind);
        row.add(within, s.word(self.at));
        row.add(within, self.frame);
        row.end();
    }
}

/// Whether marks close before token `at`, and behind what sign.
fn closing(s: &Sight, at: usize) -> u32 {
    let Some(quoted) = s.p.mark_to(at) else {
        return 0;
    };
    match quoted.mark.inside.of(s.p.text).chars().next_back() {
        Some(',') => 1,
        Some('.' | '!' | '?') => 2,
        _ => 3,
    }
}

/// How words open, as a number, and whether they stand right behind the head.
fn opening(s: &Sight, at: usize, head: usize) -> u32 {
    let token = s.p.token(at);
    let kind = if s.p.mark_from(at).is_some() {
        1
    } else if s.p.is_word(at, "that") {
        2
    } else if s.p.is_word(at, "to") {
        3
    } else if token.is(Class::OPENER) {
        4
    } else if token.is(Class::PRONOUN) && !token.is(Class::DETERMINER) {
        5
    } else if token.is(Class::DETERMINER) {
        6
    } else if token.is_upper() {
        7
    } else if token.is(Class::PREPOSITION) {
        8
    } else {
        9
    };
    kind << 1 | u32::from(at == head + 1)
}
