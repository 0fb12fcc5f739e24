//! The subject of a sentence: its first name or noun phrase.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::{Phrase, is_past, starting_at};
use std::ops::Range;

/// The subject of the sentence that begins at `low`, looked for before token `high`: its first name or noun phrase.
pub(super) fn sentence_subject(p: &Passage, low: usize, high: usize) -> Option<Phrase> {
    let phrase = starting_at(p, behind_adverbials(p, low, high), high)?;
    let end = name_end(p, &phrase);
    Some(phrase.start..end)
}

/// Where the subject of a sentence begins: behind "But", "In May," and "Asked about it,".
fn behind_adverbials(p: &Passage, low: usize, high: usize) -> usize {
    let mut at = low;
    for _ in 0..2 {
        while at < high
            && p.is(at, Class::LINKER.and(Class::CONJUNCTION))
            && !p.is(at, Class::PREPOSITION)
        {
            at += 1;
        }
        let leads = p.is(
            at,
            Class::PREPOSITION.and(Class::TIME).and(Class::CONJUNCTION),
        ) || p.word(at).ends_with("ing")
            || ["Asked", "Pressed"].contains(&p.word(at))
            || p.is_word(at + 1, "after")
            || p.is_word(at + 1, "before");
        let comma = (at..high.saturating_sub(1)).find(|&at| p.token(at).is_sign(","));
        match comma {
            Some(comma)
                if leads
                    || ["later", "earlier", "ago"].contains(&p.word(comma.wrapping_sub(1))) =>
            {
                at = comma + 1;
            }
            _ => break,
        }
    }
    at
}

/// Where the name at the beginning of `phrase` ends: a verb that is on no list would be taken for a noun.
fn name_end(p: &Passage, phrase: &Range<usize>) -> usize {
    let described = p.is(phrase.start, Class::DETERMINER);
    let mut end = phrase.start + 1;
    while end < phrase.end {
        let token = p.token(end);
        let tie = token.is(Class::LINK) && p.token(end + 1).is_upper();
        let adverb = |at: usize| p.word(at).ends_with("ly");
        // "A deeply flawed report": an adverb takes its participle with it.
        let longest = 3 + 2 * (phrase.start..end).filter(|&at| adverb(at)).count();
        let noun =
            described && end - phrase.start < longest && (adverb(end - 1) || !is_past(p, end));
        if !(token.is_upper() || tie || noun || token.is_sign("'’&-")) {
            break;
        }
        end += 1;
    }
    if p.is_word(end - 1, "of") {
        let behind = starting_at(p, end, phrase.end);
        return behind.map_or(end - 1, |behind| name_end(p, &behind));
    }
    named_behind(p, phrase.start..end, phrase.end).unwrap_or(end)
}

/// Where the name ends that words in upper case only lead to: "Republican presidential candidate Ida Lund", "Norway's ferry builder
/// Brico".
fn named_behind(p: &Passage, lead: Range<usize>, high: usize) -> Option<usize> {
    let name = (lead.end..high.min(lead.end + 4)).find(|&at| p.token(at).is_upper())?;
    let owner = ["'s", "’s"]
        .iter()
        .any(|ending| p.before(lead.end).span.of(p.text).ends_with(ending));
    let trait_of = |at: usize| {
        let word = p.word(at);
        p.is(at, Class::ROLE) || word.ends_with("al") || word.ends_with("ic")
    };
    let of_state = p.is_word(name - 1, "state") && p.is_word(name - 2, "of");
    let role = of_state || p.is(name - 1, Class::ROLE) && (lead.end..name).all(trait_of);
    let plain = (lead.end..name).all(|at| !p.word(at).ends_with("ed") && !p.is(at, Class::CUE));
    let leads = name > lead.end && (role && lead.len() == 1 || owner && plain);
    let behind = (name..high).find(|&at| !p.token(at).is_upper());
    leads.then_some(behind.unwrap_or(high))
}
