//! A name, a colon, and what it says: headlines and transcripts.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::subject::sentence_subject;
use std::ops::Range;

/// A name before a colon is at most this many tokens.
const LONGEST_NAME: usize = 8;

/// Reads the sentences that begin with a name and a colon.
pub(super) fn read(drafts: &mut Drafts) {
    let p = drafts.passage;
    for sentence in &p.sentences {
        let Some(colon) = colon(p, sentence) else {
            continue;
        };
        let name = sentence.start..colon;
        let taken = drafts.has_any(sentence.start..colon + 1);
        if taken || !is_name(p, &name) {
            continue;
        }
        if let Some(tokens) =
            words(p, &name, colon + 1, sentence.end).filter(|words| !drafts.has_any(words.clone()))
        {
            let speaker = Some(p.span(&name));
            drafts.add(Draft {
                tokens,
                speaker,
                cue: Some(colon..colon + 1),
                rule: Rule::Colon,
                share: None,
            });
        }
    }
}

/// Notes whom a colon at the end of the paragraph announces: the subject of its sentence, if that is a name or a
/// person's pronoun.
pub(super) fn announce(drafts: &mut Drafts) {
    let p = drafts.passage;
    let end = p.tokens.len();
    let colon = p.before(end).is_sign(":") && !p.quoted(end.wrapping_sub(1));
    let Some(sentence) = p
        .sentences
        .last()
        .filter(|_| colon && drafts.announced.is_none())
    else {
        return;
    };
    let named = |phrase: &Range<usize>| {
        let first = p.token(phrase.start);
        let capital = phrase.len() > 1 && phrase.clone().all(|at| p.token(at).is_upper());
        first.is(Class::PERSON) || capital
    };
    let subject = sentence_subject(p, sentence.start, sentence.end).filter(named);
    drafts.announced = subject.map(|subject| p.span(&subject));
}

/// A colon glued to the word before it and not to the one behind it.
fn colon(p: &Passage, sentence: &Range<usize>) -> Option<usize> {
    let limit = sentence.end.min(sentence.start + LONGEST_NAME + 1);
    let colon = (sentence.start..limit).find(|&at| p.token(at).is_sign(":") && !p.quoted(at))?;
    let glued = p.before(colon).span.end == p.token(colon).span.start;
    let loose = p.token(colon + 1).span.start > p.token(colon).span.end;
    (glued && loose && colon > sentence.start && colon + 1 < sentence.end).then_some(colon)
}

fn is_name(p: &Passage, name: &Range<usize>) -> bool {
    name.clone().all(|at| {
        let token = p.token(at);
        let small = Class::PREPOSITION.and(Class::DETERMINER);
        token.mark.is_none()
            && (token.is_upper() || token.is(small) || token.is_sign("'’&."))
            && !cue(p, at)
    })
}

fn cue(p: &Passage, at: usize) -> bool {
    p.is(at, Class::CUE) && !p.token(at).is_upper()
}

/// What the name says: its marks, a transcript's turn, or a headline's clause.
fn words(p: &Passage, name: &Range<usize>, start: usize, high: usize) -> Option<Range<usize>> {
    if let Some(quoted) = p.mark_from(start) {
        return (name.len() <= 5).then(|| quoted.tokens.clone());
    }
    let first = p.word(name.start);
    let turn = name.start == 0 && first.len() > 2 && !first.contains(char::is_lowercase);
    let headline = p.span.start == 0 && name.len() <= 4;
    if turn {
        return Some(start..p.trim_end(start, p.tokens.len()));
    }
    headline.then(|| start..p.trim_end(start, high))
}
