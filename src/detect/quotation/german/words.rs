//! The words of a German paragraph with what each can be.

use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::token::Kind;
use std::ops::Range;

/// A paragraph with what its words outside quotation marks can be.
#[derive(Debug)]
pub(super) struct Words<'p, 'a> {
    /// The paragraph.
    pub(super) p: &'p Passage<'a>,
    parts: Vec<Part>,
}

impl<'p, 'a> Words<'p, 'a> {
    /// Of paragraph `p`.
    pub(super) fn new(p: &'p Passage<'a>) -> Self {
        let part = |at| {
            let word = !p.quoted(at) && p.token(at).is_word();
            if word {
                Part::of(p.word(at))
            } else {
                Part::default()
            }
        };
        let parts = (0..p.tokens.len()).map(part).collect();
        Self { p, parts }
    }

    /// What token `at` can be.
    pub(super) fn part(&self, at: usize) -> Part {
        self.parts.get(at).copied().unwrap_or_default()
    }

    /// Whether token `at` can be `part`.
    pub(super) fn is(&self, at: usize, part: Part) -> bool {
        self.part(at).any(part)
    }

    /// Whether token `at` is one of `words`, whatever its case.
    pub(super) fn one_of(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.p.is_word(at, word))
    }

    /// Whether token `at` is a word in lower case outside marks.
    pub(super) fn lower(&self, at: usize) -> bool {
        self.p.token(at).kind == Kind::Lower && !self.p.quoted(at)
    }

    /// Whether token `at` is a noun, a name or a number outside marks.
    pub(super) fn noun(&self, at: usize) -> bool {
        let token = self.p.token(at);
        let address = || token.kind == Kind::Lower && self.p.word(at).contains('.');
        token.mark.is_none() && (token.is_upper() || token.kind == Kind::Number || address())
    }

    /// Whether token `at` is one of `signs` outside marks.
    pub(super) fn sign(&self, at: usize, signs: &str) -> bool {
        self.p.token(at).is_sign(signs) && !self.p.quoted(at)
    }

    /// Whether token `at` is in the way of a noun phrase.
    pub(super) fn function(&self, at: usize) -> bool {
        let stops = Part::PREPOSITION
            .and(Part::CONJUNCTION)
            .and(Part::SUBORDINATOR)
            .and(Part::FINITE)
            .and(Part::OBJECT)
            .and(Part::ADVERB)
            .and(Part::SUBJUNCTIVE);
        self.is(at, stops)
    }

    /// Whether a word in lower case at `at` has an adjective's ending.
    pub(super) fn adjective(&self, at: usize) -> bool {
        let word = self.p.word(at);
        let verb = Part::SPLIT.and(Part::JUDGE).and(Part::REPORT);
        self.lower(at)
            && !self.function(at)
            && !self.is(at, verb)
            && ["e", "en", "er", "es", "em"]
                .iter()
                .any(|ending| word.ends_with(ending))
    }

    /// Whether determiners and adjectives from `at` on lead to a noun or a short name in marks.
    pub(super) fn leads_to_noun(&self, at: usize, high: usize) -> bool {
        let opens = Part::DETERMINER.and(Part::OBLIQUE);
        let passed = |&at: &usize| self.lower(at) && (self.is(at, opens) || self.adjective(at));
        let end = (at..high.min(at + 5)).take_while(passed).count() + at;
        end < high && (self.noun(end) || self.p.mark_from(end).is_some())
    }

    /// Whether a verb form at `at` is an attribute: der genannte Preis.
    pub(super) fn attribute(&self, at: usize) -> bool {
        let opens = Part::DETERMINER.and(Part::OBLIQUE).and(Part::PREPOSITION);
        let before = at.wrapping_sub(1);
        let led = self.is(before, opens) || self.adjective(before) && self.lower(before);
        led && self.noun(at + 1) && self.p.word(at).ends_with(['e', 'n', 'r', 's', 'm'])
    }
}

/// The first token of `range` that passes `test`.
pub(super) fn first_in(mut range: Range<usize>, test: impl Fn(usize) -> bool) -> Option<usize> {
    range.find(|&at| test(at))
}
