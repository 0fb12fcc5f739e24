//! The head of a cue, on one side of which words are looked for.

use crate::detect::finding::QuotationKind;
use crate::detect::quotation::class::Class;
use crate::detect::quotation::draft::{Draft, kind};
use crate::detect::quotation::ranker::sight::Sight;
use crate::detect::quotation::rule::Rule;
use std::ops::Range;

/// On which side of its cue a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it.
    Front,
    /// Behind it.
    Behind,
}

impl Side {
    /// Both.
    pub(super) const BOTH: [Self; 2] = [Self::Front, Self::Behind];
}

/// The head of a cue, on one side of which words are looked for.
#[derive(Debug, Clone)]
pub(super) struct Head {
    /// The head, a token.
    pub(super) at: usize,
    /// Where its verb group begins.
    pub(super) group: usize,
    /// Its sentence.
    pub(super) sentence: Range<usize>,
    /// Which side.
    pub(super) side: Side,
    /// What the rules found there: which draft, its tokens, the rule's number from 1.
    pub(super) rule: Option<(usize, Range<usize>, u32)>,
    /// The same rule's number; 0 without one.
    pub(super) by: u32,
    /// What the rules found on the other side, as a number; 0 for nothing.
    pub(super) other: u32,
    /// The frames of its verb.
    pub(super) frame: u32,
    /// Whether what the rules found there are words in marks.
    pub(super) marked_rule: bool,
}

/// The frames that the ranker tells apart.
const FRAMES: Class = Class::CUE
    .and(Class::BARE)
    .and(Class::THAT)
    .and(Class::HEARD)
    .and(Class::TO)
    .and(Class::NAMING)
    .and(Class::INNER)
    .and(Class::ABOUT)
    .and(Class::VERDICT)
    .and(Class::GIVING)
    .and(Class::SAYING);

impl Head {
    /// The head of the verb group that begins with the first of `group` and ends with the token at its end, on one side, when the rules have found `own` beside its cue (drafts with their numbers);
    /// nothing when these are whole sentences in marks, which rules know better.
    pub(super) fn new(
        s: &Sight,
        own: &[(usize, &Draft)],
        group: &Range<usize>,
        side: Side,
    ) -> Option<Self> {
        let at = group.end;
        let mut head = Self {
            at,
            group: group.start,
            sentence: s.p.sentence(at),
            side,
            rule: None,
            by: 0,
            other: 0,
            marked_rule: false,
            frame: s.p.token(at).class.bits_of(FRAMES),
        };
        for &(number, draft) in own
            .iter()
            .filter(|(_, draft)| draft.rule != Rule::Continued)
        {
            if head_of(s, draft) != Some(at) {
                return None;
            }
            let front = draft.tokens.end <= at;
            let direct = kind(s.p, draft) == QuotationKind::Direct;
            let rule = draft.rule as u32 + 1;
            if front != (side == Side::Front) {
                head.other = rule * 2 + u32::from(direct);
            } else if direct && !leads_in(s, draft, at) {
                return None;
            } else if head.rule.is_none() {
                head.rule = Some((number, draft.tokens.clone(), rule));
                head.by = rule;
                head.marked_rule = direct;
            }
        }
        Some(head)
    }
}

/// Whether the words in marks of a draft may end a clause that begins before them: "the plan “is not ready,” she said".
fn leads_in(s: &Sight, draft: &Draft, head: usize) -> bool {
    let (p, start) = (s.p, draft.tokens.start);
    let mut words = draft.tokens.clone().filter(|&at| p.token(at).is_word());
    let Some(before) = start.checked_sub(1).filter(|before| *before != head) else {
        return false;
    };
    let within = p.token(before).is_word() && p.token(before).sentence == p.token(start).sentence;
    within && words.next().is_some_and(|first| !p.token(first).is_upper())
}

/// The head of a draft's cue: its last word that can be one.
pub(super) fn head_of(s: &Sight, draft: &Draft) -> Option<usize> {
    let cue = draft.cue.clone()?;
    if s.p.is_word(cue.start, "according") {
        return Some(cue.start);
    }
    cue.rev().find(|&at| s.is_head(at))
}
