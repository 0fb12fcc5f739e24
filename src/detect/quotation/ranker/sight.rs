//! A paragraph as the ranker sees it: words as hashes, word classes as tags.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker::hash::hash_at;
use crate::detect::quotation::ranker::tag::{Tag, tag};
use crate::detect::quotation::ranker::weights::Weights;
use crate::detect::quotation::token::{Kind, MEMORY, Token};
use std::cell::Cell;
use std::ops::Range;

/// A paragraph as the ranker sees it. Any index is safe to ask for.
#[derive(Debug)]
pub(super) struct Sight<'p, 'a> {
    /// The paragraph.
    pub(super) p: &'p Passage<'a>,
    seen: Vec<Seen>,
    /// How likely each token reports something, in levels.
    strengths: Vec<u8>,
}

/// Memory that a sight needs.
#[derive(Debug, Default)]
pub(super) struct Memory {
    seen: Vec<Seen>,
    strengths: Vec<u8>,
}

/// A token as the ranker sees it, and how many of some kinds stand before it in the paragraph.
#[derive(Debug, Clone, Default)]
struct Seen {
    /// The hash of its word; 0 until somebody asks.
    word: Cell<u32>,
    tag: Tag,
    is_head: bool,
    before: Counts,
}

/// Where the next level of strength begins, in log-odds.
const LEVELS: [f32; 3] = [-2.5, -1.0, 1.0];
/// Further than that nobody looks for another head.
const FORTY: usize = 40;

/// How many tokens of some kinds there are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    /// Verb forms outside marks.
    pub(super) verbs: u32,
    /// Words that can be heads of cues.
    pub(super) heads: u32,
    /// Commas outside marks.
    pub(super) commas: u32,
    /// Tokens in marks.
    pub(super) marked: u32,
}

impl<'p, 'a> Sight<'p, 'a> {
    /// Looks at `p`.
    pub(super) fn new(p: &'p Passage<'a>, weights: &Weights) -> Self {
        Self::within(Memory::default(), p, weights)
    }

    /// The same in the memory of a sight that is done with.
    pub(super) fn within(memory: Memory, p: &'p Passage<'a>, weights: &Weights) -> Self {
        let Memory {
            mut seen,
            mut strengths,
        } = memory;
        seen.clear();
        seen.reserve((p.tokens.len() + 1).max(MEMORY));
        let mut before = Counts::default();
        for token in &p.tokens {
            let tag = tag(p.text.as_bytes(), token);
            let mut word = 0;
            let is_head = can_head(token) && {
                word = hash_at(p.text.as_bytes(), token.span);
                weights.can_head(word) || token.is(Class::CUE.and(Class::SAYING))
            };
            seen.push(Seen {
                word: Cell::new(word),
                tag,
                is_head,
                before,
            });
            let free = token.mark.is_none();
            before.verbs += u32::from(free && tag.is_verb());
            before.heads += u32::from(is_head);
            before.commas += u32::from(free && tag == Tag::Comma);
            before.marked += u32::from(!free);
        }
        seen.push(Seen {
            before,
            ..Seen::default()
        });
        strengths.clear();
        strengths.reserve(seen.len().max(MEMORY));
        strengths.resize(seen.len(), 0);
        Self { p, seen, strengths }
    }

    /// What `memory` has seen of `p`.
    pub(super) fn again(memory: Memory, p: &'p Passage<'a>) -> Self {
        let Memory { seen, strengths } = memory;
        Self { p, seen, strengths }
    }

    /// Its memory, for another or to look again.
    pub(super) fn into_memory(self) -> Memory {
        Memory {
            seen: self.seen,
            strengths: self.strengths,
        }
    }

    /// The hash of the word or sign at `at`.
    #[inline]
    pub(super) fn word(&self, at: usize) -> u32 {
        match self.seen.get(at).map_or(0, |seen| seen.word.get()) {
            0 => self.hashed(at),
            word => word,
        }
    }

    /// The same where nobody asked yet: most words are far from all heads.
    #[inline(never)]
    fn hashed(&self, at: usize) -> u32 {
        let token = self.p.tokens.get(at);
        let word = token.map_or(0, |token| hash_at(self.p.text.as_bytes(), token.span));
        if let Some(seen) = self.seen.get(at) {
            seen.word.set(word);
        }
        word
    }

    /// The tag of the token at `at`.
    #[inline]
    pub(super) fn tag(&self, at: usize) -> u32 {
        self.seen
            .get(at)
            .map_or(0, |seen| u32::from(seen.tag.number()))
    }

    /// The tags of two tokens as one number.
    #[inline]
    pub(super) fn tags(&self, first: usize, second: usize) -> u32 {
        self.tag(first) << 8 | self.tag(second)
    }

    /// Whether the token at `at` can be the head of a cue.
    pub(super) fn is_head(&self, at: usize) -> bool {
        self.seen.get(at).is_some_and(|seen| seen.is_head)
    }

    /// The first token from `at` on that can be the head of a cue.
    pub(super) fn head_from(&self, at: usize) -> Option<usize> {
        let rest = self.seen.get(at..)?;
        Some(at + rest.iter().position(|seen| seen.is_head)?)
    }

    /// The tokens that can be heads of cues.
    pub(super) fn heads(&self) -> impl Iterator<Item = usize> + '_ {
        let all = self.seen.iter().enumerate();
        all.filter(|(_, seen)| seen.is_head).map(|(at, _)| at)
    }

    /// Remembers how likely the head at `at` reports something, in log-odds; the likelier side counts.
    pub(super) fn set_strength(&mut self, at: usize, gate: f32) {
        let level = LEVELS.iter().filter(|level| gate > **level).count() as u8;
        if let Some(strength) = self.strengths.get_mut(at) {
            *strength = level.max(*strength);
        }
    }

    /// The strength of the strongest head in `tokens`, from 0 to 3; of a long stretch its first forty tokens are looked at.
    pub(super) fn strongest(&self, tokens: Range<usize>) -> u32 {
        let end = tokens
            .end
            .min(tokens.start.saturating_add(FORTY))
            .min(self.strengths.len());
        let strengths = self.strengths.get(tokens.start..end).unwrap_or_default();
        let most = |most: u8, level: &u8| most.max(*level);
        u32::from(strengths.iter().fold(0, most))
    }

    /// What stands in `tokens`.
    #[inline]
    pub(super) fn counts(&self, tokens: &Range<usize>) -> Counts {
        let before = |at: usize| {
            self.seen
                .get(at)
                .map_or(Counts::default(), |seen| seen.before)
        };
        let (low, high) = (before(tokens.start), before(tokens.end));
        Counts {
            verbs: high.verbs.saturating_sub(low.verbs),
            heads: high.heads.saturating_sub(low.heads),
            commas: high.commas.saturating_sub(low.commas),
            marked: high.marked.saturating_sub(low.marked),
        }
    }
}

/// Words of these classes are no heads.
const CLOSED: Class = Class::DETERMINER
    .and(Class::PREPOSITION)
    .and(Class::PRONOUN)
    .and(Class::AUXILIARY)
    .and(Class::CONJUNCTION)
    .and(Class::OPENER)
    .and(Class::ADVERB)
    .and(Class::TIME);

/// Whether a token is a kind of word that can be the head of a cue.
fn can_head(token: &Token) -> bool {
    let kind = matches!(token.kind, Kind::Lower | Kind::Upper);
    kind && token.mark.is_none() && !token.is(CLOSED)
}
