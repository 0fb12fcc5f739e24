//! Quotations of one paragraph while its rules are read.

use crate::detect::finding::QuotationKind;
use crate::detect::quotation::class::Class;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::rule::Rule;
use crate::text::Span;
use std::cmp::Reverse;
use std::ops::Range;

/// A quotation that a rule found.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// What is quoted, as tokens, with its marks.
    pub(super) tokens: Range<usize>,
    /// The words that say who is credited; they may stand in another paragraph.
    pub(super) speaker: Option<Span>,
    /// The crediting words, as tokens.
    pub(super) cue: Option<Range<usize>>,
    /// The rule.
    pub(super) rule: Rule,
    /// How likely its words are right, when the ranker chose them.
    pub(super) share: Option<f32>,
}

/// The words that name a speaker, and the cue.
pub(super) type Credited = (Option<Span>, Option<Range<usize>>);

/// The quotations found so far in one paragraph, and which of its tokens they took.
#[derive(Debug)]
pub(super) struct Drafts<'p, 'a> {
    /// The paragraph.
    pub(super) passage: &'p Passage<'a>,
    /// The speaker that the paragraph's last words announce: "X said:".
    pub(super) announced: Option<Span>,
    found: Vec<Draft>,
    /// Whether each token is taken; nothing as long as none is.
    taken: Vec<bool>,
}

impl<'p, 'a> Drafts<'p, 'a> {
    /// Nothing found yet.
    pub(super) fn new(passage: &'p Passage<'a>) -> Self {
        Self {
            passage,
            announced: None,
            found: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// Adds a quotation; empty ones are dropped.
    pub(super) fn add(&mut self, mut draft: Draft) {
        let Range { start, end } = draft.tokens;
        draft.tokens.start = self.passage.trim_start(start, end);
        if draft.tokens.is_empty() {
            return;
        }
        self.taken.resize(self.passage.tokens.len(), false);
        if let Some(taken) = self.taken.get_mut(draft.tokens.clone()) {
            taken.fill(true);
        }
        self.found.push(draft);
    }

    /// Whether a quotation has token `at`.
    pub(super) fn has(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or_default()
    }

    /// Whether a quotation has one of `tokens`.
    pub(super) fn has_any(&self, tokens: Range<usize>) -> bool {
        self.taken
            .get(tokens)
            .is_some_and(|taken| taken.contains(&true))
    }

    /// The quotations found so far.
    pub(super) fn found(&self) -> &[Draft] {
        &self.found
    }

    /// Puts `found` in the place of what was found.
    pub(super) fn set(&mut self, found: Vec<Draft>) {
        self.found.clear();
        self.taken.fill(false);
        for draft in found {
            self.add(draft);
        }
    }

    /// The speaker credited last, in any quotation that begins at token `low` or later.
    pub(super) fn speaker_since(&self, low: usize) -> Option<Span> {
        // A sentence's quotations are the last few: looking further back would be quadratic in a long paragraph.
        let latest = self.found.iter().rev().take(8);
        latest
            .filter(|draft| draft.tokens.start >= low)
            .find_map(|draft| draft.speaker)
    }

    /// Changes the quotations found so far.
    pub(super) fn each(&mut self, change: impl FnMut(&mut Draft)) {
        self.found.iter_mut().for_each(change);
    }

    /// Drops what “according to” credits where it ends with the cue of a quotation by one of the `inner` rules:
    /// “words,” X said, according to Y.
    pub(super) fn drop_outer(&mut self, inner: &[Rule]) {
        if !self
            .found
            .iter()
            .any(|draft| draft.rule == Rule::AccordingTo)
        {
            return;
        }
        let mut ends = vec![false; self.passage.tokens.len() + 1];
        for draft in self
            .found
            .iter()
            .filter(|draft| inner.contains(&draft.rule))
        {
            let end = draft.cue.as_ref().map_or(0, |cue| cue.end);
            if let Some(end) = ends.get_mut(end) {
                *end = true;
            }
        }
        self.found.retain(|draft| {
            let ended = ends.get(draft.tokens.end).copied().unwrap_or_default();
            draft.rule != Rule::AccordingTo || !ended
        });
    }

    /// The newest of the quotations found last that has token `at`.
    pub(super) fn at(&self, at: usize) -> Option<&Draft> {
        let latest = self.found.iter().rev().take(8);
        latest.into_iter().find(|draft| draft.tokens.contains(&at))
    }

    /// The quotation found last.
    pub(super) fn last(&self) -> Option<&Draft> {
        self.found.last()
    }

    /// For each sentence, who is credited with words in it last, and by which cue; nothing where nothing was found.
    pub(super) fn by_sentence(&self) -> Vec<Option<Credited>> {
        let mut found = vec![None; self.passage.sentences.len()];
        for draft in &self.found {
            let sentence = |at: usize| self.passage.token(at).sentence as usize;
            let (first, last) = (sentence(draft.tokens.start), sentence(draft.tokens.end - 1));
            let credited = (draft.speaker, draft.cue.clone());
            if let Some(found) = found.get_mut(first..=last) {
                found.fill(Some(credited));
            }
        }
        found
    }

    /// Whether the quotation found last ends in marks.
    pub(super) fn found_in_marks(&self) -> bool {
        let last = self.found.last();
        last.is_some_and(|draft| self.passage.quoted(draft.tokens.end - 1))
    }

    /// The quotations in text order; of two that share most of their words the wider stays, or the one that a rule bounded when they
    /// share nearly all of them ("X said, Y reports").
    pub(super) fn finish(mut self) -> Vec<Draft> {
        let passage = self.passage;
        self.found.retain(|draft| keeps(passage, draft));
        self.found
            .sort_by_key(|draft| (draft.tokens.start, Reverse(draft.tokens.end)));
        let mut kept: Vec<Draft> = Vec::with_capacity(self.found.len());
        for draft in self.found {
            let Some(last) = kept.last_mut() else {
                kept.push(draft);
                continue;
            };
            let end = last.tokens.end.min(draft.tokens.end);
            let shared = end.saturating_sub(draft.tokens.start);
            let alike = draft.share.is_none() && shared * 5 >= last.tokens.len() * 4;
            if shared * 2 <= draft.tokens.len() {
                kept.push(draft);
            } else if last.share.is_some() && (alike || relays(last, &draft)) {
                *last = draft;
            }
        }
        kept
    }
}

/// Whether the cue of `said` is among the words of `wider`: who is credited with those only hands on what was said.
fn relays(wider: &Draft, said: &Draft) -> bool {
    let cue = said.cue.as_ref();
    said.tokens.start == wider.tokens.start
        && cue.is_some_and(|cue| cue.start >= said.tokens.end && cue.end <= wider.tokens.end)
}

/// An indirect quotation has at least this many words: shorter ones are rarely anybody's statement.
const SHORTEST_INDIRECT: usize = 5;
/// A clause that is surely reported may have so few: "the bridge was closed".
const SHORTEST_CLAUSE: usize = 3;
/// How likely the words of such a clause are right at least.
const SURE: f32 = 0.7;

/// Whether a draft is somebody's words: thoughts and fragments are not.
fn keeps(passage: &Passage, draft: &Draft) -> bool {
    let kind = kind(passage, draft);
    let mut cue = draft.cue.clone().unwrap_or_default();
    let inner = cue.any(|at| passage.is(at, Class::INNER));
    let words = draft
        .tokens
        .clone()
        .filter(|&at| passage.token(at).is_word());
    let mut cue = draft.cue.clone().unwrap_or_default();
    let verdict = cue.any(|at| passage.is(at, Class::VERDICT) && passage.word(at).ends_with("ed"));
    match kind {
        QuotationKind::Indirect if draft.rule == Rule::CueAbout && !verdict => false,
        QuotationKind::Indirect => {
            let mut tokens = draft.tokens.clone();
            let clause = tokens.any(|at| passage.is(at, Class::AUXILIARY));
            let sure = draft.share.is_some_and(|share| share >= SURE);
            let least = if clause && sure {
                SHORTEST_CLAUSE
            } else {
                SHORTEST_INDIRECT
            };
            !inner && words.count() >= least
        }
        QuotationKind::Mixed => !inner,
        QuotationKind::Direct | QuotationKind::Scare => true,
    }
}

/// Direct when 95 % of the letters stand in marks, indirect when 2 % do, else mixed.
pub(super) fn kind(passage: &Passage, draft: &Draft) -> QuotationKind {
    if matches!(draft.rule, Rule::Scare | Rule::Name) {
        return QuotationKind::Scare;
    }
    let (mut marked, mut all) = (0, 0);
    for at in draft.tokens.clone() {
        let token = passage.token(at);
        if token.is_word() {
            all += token.span.len();
            marked += if token.mark.is_some() {
                token.span.len()
            } else {
                0
            };
        }
    }
    if marked * 100 >= all * 95 {
        QuotationKind::Direct
    } else if marked * 50 <= all {
        QuotationKind::Indirect
    } else {
        QuotationKind::Mixed
    }
}
