//! Who is credited: the choice among the noun phrases around a cue.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::is_passive;
use crate::detect::quotation::draft::Draft;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::{Phrase, any_ending_at, starting_at, subject};
use crate::detect::quotation::ranker::row::{Part, Row, far};
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::ranker::weights::{Sink, Weights};
use crate::detect::quotation::subject::sentence_subject;
use std::ops::Range;

/// A cue whose words are known and whose speaker is asked for.
#[derive(Debug, Clone)]
pub(super) struct Credited {
    /// The cue's head.
    pub(super) head: usize,
    /// Where its verb group begins.
    pub(super) group: usize,
    /// The reported words.
    pub(super) words: Range<usize>,
    /// Whom the rules take for the speaker.
    pub(super) rule: Option<Phrase>,
}

/// At most so many phrases are looked at before the cue; half of them behind it.
const MOST: usize = 12;
/// So many phrases before one can be tied to it.
const TIED: usize = 2;
/// A speaker behind the cue begins within so many tokens of it.
const REACH: usize = 14;

impl Credited {
    /// The phrases that could be the speaker.
    pub(super) fn phrases(&self, p: &Passage) -> Vec<Phrase> {
        let Range {
            start: first,
            end: last,
        } = p.sentence(self.head);
        let (start, end) = (self.words.start, self.words.end);
        let low = if end <= self.group && end > first {
            end
        } else {
            first
        };
        let high = if start > self.head && start < last {
            start
        } else {
            last
        };
        let mut found: Vec<Phrase> = Vec::with_capacity(2 * MOST);
        found.extend(self.rule.clone());
        found.extend(subject(p, self.group, first));
        let ends = (low + 1..=self.group)
            .rev()
            .filter(|&end| self.closes(p, end));
        found.extend(ends.take(MOST).filter_map(|end| any_ending_at(p, end, low)));
        let starts = (self.head + 1..high.min(self.head + REACH)).filter(|&at| {
            at == self.head + 1 || p.before(at).is(Class::PREPOSITION.and(Class::TIME))
        });
        found.extend(
            starts
                .take(MOST / 2)
                .filter_map(|start| starting_at(p, start, high)),
        );
        if low > first {
            let ends = (first + 1..start).filter(|&end| self.closes(p, end));
            found.extend(
                ends.take(MOST / 4)
                    .filter_map(|end| any_ending_at(p, end, first)),
            );
        }
        let mut from = 0;
        for _ in 0..TIED {
            let narrow = from..found.len();
            from = narrow.end;
            for at in narrow {
                let wider = found.get(at).and_then(|phrase| tied(p, phrase, low));
                found.extend(wider);
            }
        }
        self.free(p, &found)
    }

    /// Those of `found` that can be it: not among the words, no "who", not whom something was told; each once.
    fn free(&self, p: &Passage, found: &[Phrase]) -> Vec<Phrase> {
        let verb = p.is(self.head, Class::CUE) || p.ends_in_ed(p.token(self.head));
        let passive = verb && is_passive(p, self.group..self.head);
        let mut kept: Vec<Phrase> = Vec::with_capacity(found.len());
        for phrase in found {
            let free = phrase.end <= self.words.start || phrase.start >= self.words.end;
            let relative = phrase.len() == 1 && p.is(phrase.start, Class::RELATIVE);
            let told = passive && phrase.end <= self.group;
            if free && !relative && !told && !phrase.contains(&self.head) && !kept.contains(phrase)
            {
                kept.push(phrase.clone());
            }
        }
        kept
    }

    /// Features of a phrase.
    pub(super) fn features(&self, s: &Sight, phrase: &Phrase, sink: &mut impl Sink) {
        let mut row = Row::new(sink, Part::Speaker, false);
        let (p, w) = (s.p, s.word(self.head));
        let before = phrase.end <= self.group;
        let gap = if before {
            phrase.end..self.group
        } else {
            self.head + 1..phrase.start.max(self.head + 1)
        };
        let (first, last) = (phrase.start, phrase.end - 1);
        let distance = far(gap.len()) << 1 | u32::from(before);
        let place = distance << 1 | u32::from(self.words.end <= self.group);
        let side = place & 3;
        let counts = s.counts(&gap);
        let by_rule = self.by_rule(phrase);
        let sentence = p.sentence(self.head).start;
        let named = u32::from(
            phrase
                .clone()
                .any(|at| p.token(at).is_upper() && at != sentence),
        );
        let many = u32::from(p.word(last).ends_with('s'));
        let edge = u32::from(first == sentence) << 1 | u32::from(first == self.words.end);
        row.add(by_rule, 0);
        row.add(by_rule, place);
        row.add(by_rule, w);
        row.add(place, 0);
        row.add(place, w);
        row.add(place, s.tag(last));
        row.add(place, s.tag(first) << 1 | named);
        row.add(counts.commas.min(3) << 2 | counts.verbs.min(3), side);
        row.add(counts.heads.min(3), side);
        row.add(counts.marked.min(1), side);
        row.add(s.tags(first.wrapping_sub(1), first), side);
        row.add(s.word(first.wrapping_sub(1)), side);
        row.add(s.tags(last, phrase.end), side);
        row.add(s.word(phrase.end), side);
        row.add(s.word(last), 0);
        row.add(s.word(first), 0);
        row.add(s.word(last), w);
        row.add(far(phrase.len()), named);
        row.add(edge, side);
        row.add(edge, s.tag(first));
        row.add(s.tag(last) << 1 | many, s.tag(self.head));
        row.add(s.tags(phrase.end, phrase.end + 1), side);
        row.add(s.word(gap.start), s.word(gap.end.wrapping_sub(1)));
        row.add(s.tag(self.group.wrapping_sub(1)), distance);
        row.add(s.tag(self.head + 1), distance);
        row.add(s.tags(self.group.wrapping_sub(1), self.head), place);
        row.end();
    }

    /// How a phrase lies to the one that the rules take.
    fn by_rule(&self, phrase: &Phrase) -> u32 {
        self.rule.as_ref().map_or(0, |rule| {
            let touches = rule.end == phrase.end || rule.start == phrase.start;
            1 + u32::from(rule == phrase) + 2 * u32::from(rule != phrase && touches)
        })
    }

    /// The likeliest phrase and how likely it is; nothing when it is likelier that nobody is named.
    pub(super) fn choose(&self, s: &Sight, weights: &Weights) -> Option<(Phrase, f32)> {
        let phrases = self.phrases(s.p);
        let mut sum = weights.sum();
        let scores: Vec<f32> = phrases
            .iter()
            .map(|phrase| {
                self.features(s, phrase, &mut sum);
                sum.total()
            })
            .collect();
        let all = 1.0 + scores.iter().map(|score| score.exp()).sum::<f32>();
        let (best, score) = phrases
            .into_iter()
            .zip(scores)
            .max_by(|a, b| a.1.total_cmp(&b.1))?;
        (score > 0.0).then(|| (best, score.exp() / all))
    }

    /// Whether a noun phrase can end before token `end`.
    fn closes(&self, p: &Passage, end: usize) -> bool {
        let open = Class::PREPOSITION
            .and(Class::CONJUNCTION)
            .and(Class::AUXILIARY)
            .and(Class::OPENER)
            .and(Class::ADVERB);
        let breaks = Class::PREPOSITION
            .and(Class::CONJUNCTION)
            .and(Class::AUXILIARY)
            .and(Class::RELATIVE)
            .and(Class::ADVERB)
            .and(Class::TIME)
            .and(Class::CUE)
            .and(Class::DETERMINER);
        let (last, next) = (p.before(end), p.token(end));
        let noun =
            last.is_word() && last.mark.is_none() && (!last.is(open) || last.is(Class::PRONOUN));
        let edge = end == self.group
            || !next.is_word()
            || next.mark.is_some()
            || next.is(breaks)
            || p.ends_in_ed(next)
            || p.word(end).ends_with("ing");
        noun && edge
    }
}

/// The subject behind words that a participle reports at the beginning of a sentence: "Noting that it rained, Ida Lund went home".
pub(super) fn behind_participle(p: &Passage, draft: &Draft) -> Option<Phrase> {
    let cue = draft.cue.clone()?;
    let sentence = p.sentence(cue.start);
    let leads = cue.start == sentence.start && p.word(cue.start).ends_with("ing");
    let (start, end) = (draft.tokens.start, draft.tokens.end);
    let follows = start >= cue.end && p.token(end).is_sign(",") && !p.quoted(end);
    let free = leads && follows && draft.speaker.is_none();
    sentence_subject(p, end + 1, sentence.end.max(end + 1)).filter(|phrase| {
        free && (p.token(phrase.start).is_upper() || p.is(phrase.start, Class::PERSON))
    })
}

/// A phrase with the one before it that a preposition, a comma or "and" ties to it.
fn tied(p: &Passage, phrase: &Phrase, low: usize) -> Option<Phrase> {
    let tie = phrase
        .start
        .checked_sub(1)
        .filter(|&tie| tie > low && !p.quoted(tie))?;
    let and = p.is_word(tie, "and");
    let end = if and && p.before(tie).is_sign(",") {
        tie - 1
    } else {
        tie
    };
    let ties = and || p.token(tie).is(Class::PREPOSITION) || p.token(tie).is_sign(",");
    let before = any_ending_at(p, end, low).filter(|_| ties)?;
    Some(before.start..phrase.end)
}
