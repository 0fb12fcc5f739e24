//! German marks that nothing claimed: sentences of a speaker named before, names, and scare quotes.

use crate::detect::quotation::draft::{Credited, Draft, Drafts};
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::words::Words;
use crate::detect::quotation::passage::Quoted;
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::Speaking;
use std::ops::Range;

/// A passage in marks of this many words is speech, wherever it stands.
const LONG: usize = 8;

/// Reads the marks that are left over.
pub(super) fn read(drafts: &mut Drafts, w: &Words, speaking: &mut Speaking) {
    let mut heard = drafts.by_sentence();
    for quoted in &w.p.marks {
        if quoted.tokens.is_empty() || drafts.has_any(quoted.tokens.clone()) {
            continue;
        }
        let sentence = w.p.token(quoted.tokens.start).sentence as usize;
        let before = sentence.checked_sub(1).and_then(|before| heard.get(before));
        let draft = lone(w, quoted, before.cloned().flatten(), speaking);
        let last = w.p.token(quoted.tokens.end - 1).sentence as usize;
        if let Some(heard) = heard.get_mut(sentence..=last) {
            heard.fill(Some((draft.speaker, draft.cue.clone())));
        }
        drafts.add(draft);
    }
}

fn lone(w: &Words, quoted: &Quoted, before: Option<Credited>, speaking: &mut Speaking) -> Draft {
    let p = w.p;
    let tokens = quoted.tokens.clone();
    let words = tokens.clone().filter(|&at| p.token(at).is_word()).count();
    let sentence = p.sentence(tokens.start);
    let name = is_name(w, &tokens);
    let draft = |speaker, rule| Draft {
        tokens: tokens.clone(),
        speaker,
        cue: None,
        rule,
        share: None,
    };
    let alone = sentence.start == tokens.start && is_sentence(w, quoted) && !name;
    if alone && words >= 3 {
        if let Some((Some(speaker), cue)) = before {
            return Draft {
                cue,
                ..draft(Some(speaker), Rule::Continued)
            };
        }
        let opens = tokens.start == 0;
        return match speaking().filter(|_| opens) {
            Some((speaker, true)) => draft(Some(speaker), Rule::Announced),
            Some((speaker, false)) => draft(Some(speaker), Rule::Alone),
            None => draft(None, Rule::Unclear),
        };
    }
    if words >= LONG && !name {
        return draft(None, Rule::Long);
    }
    draft(None, if name { Rule::Name } else { Rule::Scare })
}

/// Whether the words in marks are a sentence of their own.
fn is_sentence(w: &Words, quoted: &Quoted) -> bool {
    let end = quoted.tokens.end;
    let last = quoted
        .mark
        .inside
        .of(w.p.text)
        .trim_end()
        .chars()
        .next_back();
    let stopped = last.is_some_and(|last| ".!?,…".contains(last));
    end >= w.p.tokens.len() || stopped || w.p.sentence(end - 1).end <= end + 1
}

/// Whether words in marks are a name or title: nouns, numbers and small words between them.
pub(super) fn is_name(w: &Words, tokens: &Range<usize>) -> bool {
    let small = |at: usize| {
        let part = Part::of(w.p.word(at));
        let function = Part::PREPOSITION
            .and(Part::DETERMINER)
            .and(Part::OBLIQUE)
            .and(Part::CONJUNCTION);
        let foreign = [
            "de", "la", "le", "do", "del", "di", "the", "of", "and", "y", "e", "et",
        ];
        part.any(function) || foreign.contains(&w.p.word(at))
    };
    let mut words = tokens
        .clone()
        .filter(|&at| w.p.token(at).is_word())
        .peekable();
    let begins = |&at: &usize| w.p.token(at).kind != crate::detect::quotation::token::Kind::Lower;
    words.peek().is_some_and(begins)
        && words.all(|at| {
            let token = w.p.token(at);
            token.is_upper()
                || token.kind == crate::detect::quotation::token::Kind::Number
                || small(at)
        })
}
