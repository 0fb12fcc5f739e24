//! German sentences in the subjunctive of reported speech, which need no verb of saying.

use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::german::credit::credits;
use crate::detect::quotation::german::part::Part;
use crate::detect::quotation::german::subject::{first_subject, is_thing};
use crate::detect::quotation::german::words::{Words, first_in};
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::Speaking;
use crate::text::Span;
use std::ops::Range;

/// Reads the sentences that nothing else was found in.
pub(super) fn read(drafts: &mut Drafts, w: &Words, speaking: &mut Speaking) {
    let p = drafts.passage;
    let mut last: Option<Span> = None;
    let mut run: Option<(Range<usize>, Range<usize>)> = None;
    let (mut reporting, mut asked) = (false, false);
    let heard = drafts.by_sentence();
    for (sentence, heard) in p.sentences.iter().zip(heard) {
        if let Some((speaker, _)) = heard {
            add(drafts, run.take(), last);
            last = speaker.or(last);
            reporting = true;
            continue;
        }
        let Some(found) = reported(w, sentence, reporting) else {
            add(drafts, run.take(), last);
            reporting = false;
            last = judging(w, sentence)
                .map(|subject| p.span(&subject))
                .or(last);
            continue;
        };
        let (tokens, verb) = found;
        let whole = tokens.start == sentence.start;
        if whole && sentence.start == 0 {
            asked = true;
            last = speaking().map(|(speaker, _)| speaker);
        }
        // What was answered must not decide where a report ends: a paragraph is read alike wherever reading began.
        if !whole || last.is_none() && !asked {
            add(drafts, run.take(), last);
            let subject = first_subject(w, sentence.start, tokens.start);
            last = subject.map(|subject| p.span(&subject)).or(last);
        }
        reporting = true;
        run = Some(match run {
            Some((begun, cue)) => (begun.start..tokens.end, cue),
            None => (tokens, verb..verb + 1),
        });
    }
    add(drafts, run, last);
}

fn add(drafts: &mut Drafts, run: Option<(Range<usize>, Range<usize>)>, speaker: Option<Span>) {
    if let Some((tokens, cue)) = run {
        drafts.add(Draft {
            tokens,
            speaker,
            cue: Some(cue),
            rule: Rule::Subjunctive,
            share: None,
        });
    }
}

/// The reported words of a sentence and the verb that shows it. `reporting`: the sentence before it was reported too.
fn reported(w: &Words, sentence: &Range<usize>, reporting: bool) -> Option<(Range<usize>, usize)> {
    let mood = if reporting {
        Part::SUBJUNCTIVE.and(Part::UNREAL)
    } else {
        Part::SUBJUNCTIVE
    };
    if let Some(thus) = first_in(sentence.clone(), |at| {
        w.one_of(at, &["demnach", "demzufolge"])
    }) {
        let start = if thus == sentence.start {
            thus + 1
        } else {
            sentence.start
        };
        return Some((start..w.p.trim_end(start, sentence.end), thus));
    }
    let verb = first_in(sentence.clone(), |at| {
        w.lower(at) && w.is(at, mood) && is_finite(w, at)
    })?;
    let other = Part::FINITE
        .and(Part::REPORT)
        .and(Part::HAVE)
        .and(Part::JUDGE);
    let plain = |at: usize| {
        w.lower(at) && w.is(at, other) && !w.is(at, mood.and(Part::INFINITIVE)) && !w.attribute(at)
    };
    let indicative = first_in(sentence.start..verb, plain);
    let start = match indicative {
        Some(indicative) => first_in(indicative..verb, |at| w.sign(at, ",:–—"))? + 1,
        None => sentence.start,
    };
    if start > sentence.start && w.is(start, Part::SUBORDINATOR) {
        return None;
    }
    let end = w.p.trim_end(start, sentence.end);
    (start < end).then_some((start..end, verb))
}

/// Whether the word at `at` is that verb and nothing that is spelt like it: not “eine Lage”, “es sei denn”, “ich habe”.
fn is_finite(w: &Words, at: usize) -> bool {
    let unless = w.one_of(at, &["sei"]) && w.one_of(at + 1, &["denn"]);
    let mine = w.one_of(at + 1, &["ich"]) || w.one_of(at.wrapping_sub(1), &["ich"]);
    !unless && !mine && !w.attribute(at)
}

/// Who speaks in a sentence that nothing was found in, if its verb is one of saying or judging: “X verteidigte den Plan.”
fn judging(w: &Words, sentence: &Range<usize>) -> Option<Range<usize>> {
    let credits = credits(w, sentence);
    let speaker = credits.into_iter().find_map(|credit| credit.speaker)?;
    (!is_thing(w, &speaker)).then_some(speaker)
}
