//! Who spoke where somebody else tells it: “words,” Riverpost quoted X as saying; X said, Riverpost reports, that words;
//! “words,” X said, according to Riverpost.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::starting_at;
use crate::detect::quotation::rule::Rule;
use std::ops::Range;

/// A relay that is inserted into a report is at most this many tokens.
const LONGEST: usize = 8;

/// Corrects the quotations found so far.
pub(super) fn read(drafts: &mut Drafts) {
    let p = drafts.passage;
    drafts.drop_outer(&[Rule::CueAfter, Rule::ClauseAfter]);
    drafts.each(|draft| {
        if let Some((speaker, cue)) = quoted(p, draft) {
            draft.speaker = Some(p.span(&speaker));
            draft.cue = Some(cue);
        }
        if draft.rule == Rule::CueBare
            && let Some(start) = behind_relay(p, &draft.tokens)
        {
            draft.tokens.start = start;
            draft.rule = Rule::CueThat;
        }
    });
}

/// X and the cue in “quoted X as saying”.
fn quoted(p: &Passage, draft: &Draft) -> Option<(Range<usize>, Range<usize>)> {
    let cue = draft.cue.as_ref()?;
    let verb = cue.end.checked_sub(1)?;
    if !["quoted", "quotes", "quoting", "cited", "cites", "citing"].contains(&p.word(verb)) {
        return None;
    }
    let who = starting_at(p, cue.end, p.sentence(verb).end)?;
    let end = (who.start..who.end)
        .find(|&at| p.is_word(at, "as"))
        .unwrap_or(who.end);
    let told = p.is_word(end, "as") && p.word(end + 1).ends_with("ing");
    (told && p.is(end + 1, Class::CUE) && end > who.start)
        .then(|| (who.start..end, end + 1..end + 2))
}

/// The “that” behind a relay that `tokens` begin with: “Riverpost reports, that words”.
fn behind_relay(p: &Passage, tokens: &Range<usize>) -> Option<usize> {
    let limit = tokens.end.min(tokens.start + LONGEST);
    let comma = (tokens.start..limit).find(|&at| p.token(at).is_sign(",") && !p.quoted(at))?;
    let verb = comma.checked_sub(1)?;
    let told = p.is(verb, Class::CUE) && p.token(tokens.start).is_upper() && verb > tokens.start;
    (told && p.is_word(comma + 1, "that")).then_some(comma + 1)
}
