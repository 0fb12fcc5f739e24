//! Who spoke where somebody else tells it: “words,” Riverpost quoted X as saying; X said, Riverpost reports, that words;
//! “words,” X said, according to Riverpost.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::{ending_at, starting_at, subject};
use crate::detect::quotation::rule::Rule;
use std::ops::Range;

/// A relay that is inserted into a report is at most this many tokens.
const LONGEST: usize = 8;

/// Verbs that hand on what somebody else said.
const QUOTES: &[&str] = &["quoted", "quotes", "quoting", "cited", "cites", "citing"];

/// Corrects the quotations found so far.
pub(super) fn read(drafts: &mut Drafts) {
    let p = drafts.passage;
    drafts.drop_outer(&[Rule::CueAfter, Rule::ClauseAfter]);
    drafts.each(|draft| {
        if let Some((speaker, cue)) = quoted(p, draft) {
            draft.speaker = Some(p.span(&speaker));
            if draft.tokens.start < cue.end && cue.end < draft.tokens.end {
                draft.tokens.start = behind_colon(p, cue.end);
            }
            draft.cue = Some(cue);
        } else if let Some(speaker) = quoted_as(p, draft) {
            draft.speaker = Some(p.span(&speaker));
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
    if !QUOTES.contains(&p.word(verb)) {
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

/// X in “quoted X as saying”, when the cue is “saying”.
fn quoted_as(p: &Passage, draft: &Draft) -> Option<Range<usize>> {
    let cue = draft.cue.as_ref()?;
    let at = cue.start.checked_sub(1).filter(|&at| p.is_word(at, "as"))?;
    let who = ending_at(p, at, p.sentence(at).start)?;
    let verb = who.start.checked_sub(1)?;
    QUOTES.contains(&p.word(verb)).then_some(who)
}

/// The token behind a colon or comma at `at`.
fn behind_colon(p: &Passage, at: usize) -> usize {
    at + usize::from(p.token(at).is_sign(":,"))
}

/// The “that” behind a relay that `tokens` begin with: “Riverpost reports, that words”.
fn behind_relay(p: &Passage, tokens: &Range<usize>) -> Option<usize> {
    let limit = tokens.end.min(tokens.start + LONGEST);
    let comma = (tokens.start..limit).find(|&at| p.token(at).is_sign(",") && !p.quoted(at))?;
    let verb = comma.checked_sub(1)?;
    let told = p.is(verb, Class::CUE) && p.token(tokens.start).is_upper() && verb > tokens.start;
    (told && p.is_word(comma + 1, "that")).then_some(comma + 1)
}

/// Who tells what the speaker of `draft` said: Riverpost in "X said, Riverpost reports", "X said, according to Riverpost" and
/// "Riverpost quoted X as saying".
///
/// Misses: a relay in another sentence, or between the speaker and the cue.
pub(in crate::detect::quotation) fn teller(p: &Passage, draft: &Draft) -> Option<Range<usize>> {
    let (cue, speaker) = (draft.cue.clone()?, draft.speaker?);
    let sentence = p.sentence(cue.start);
    let behind = p
        .tokens
        .partition_point(|token| token.span.end <= speaker.end);
    let at = cue.end.max(behind.min(sentence.end));
    let told = inserted(p, at, sentence.end).or_else(|| quoting(p, &draft.tokens, speaker.start));
    let free = |told: &Range<usize>| {
        let span = p.span(told);
        !span.overlaps(speaker) && !span.overlaps(p.span(&draft.tokens))
    };
    told.filter(free)
}

/// Riverpost in ", Riverpost reports" and ", according to Riverpost" from token `at` on.
fn inserted(p: &Passage, at: usize, high: usize) -> Option<Range<usize>> {
    if !p.token(at).is_sign(",") || p.quoted(at) {
        return None;
    }
    if p.is_word(at + 1, "according") && p.is_word(at + 2, "to") {
        return starting_at(p, at + 3, high);
    }
    let end = high.min(at + LONGEST);
    let verb = (at + 2..end).find(|&verb| p.is(verb, Class::CUE) && !p.token(verb).is_upper())?;
    let closes = verb + 1 >= high || p.token(verb + 1).is_sign(",.;");
    let named = (at + 1..verb).all(|at| p.token(at).is_word() && !p.quoted(at));
    let upper =
        p.token(at + 1).is_upper() || p.is(at + 1, Class::DETERMINER) && p.token(at + 2).is_upper();
    (closes && named && upper).then_some(at + 1..verb)
}

/// Riverpost in "Riverpost quoted X as saying", where X begins at byte `speaker`.
fn quoting(p: &Passage, words: &Range<usize>, speaker: usize) -> Option<Range<usize>> {
    let verb = p
        .tokens
        .partition_point(|token| token.span.start < speaker)
        .checked_sub(1)?;
    let quotes =
        ["quoted", "quotes", "quoting", "cited", "cites", "citing"].contains(&p.word(verb));
    subject(p, verb, p.sentence(verb).start).filter(|_| quotes && !words.contains(&verb))
}

#[cfg(test)]
mod tests {
    use crate::article::Article;
    use crate::detect::{Own, find};

    #[test]
    fn table() {
        for (text, told) in [
            (
                "“The bridge is safe now,” Minister Hulda Bakke said, the Riverpost reports.",
                Some("the Riverpost"),
            ),
            (
                "“The bridge is safe now,” Hulda Bakke said, according to the Riverpost daily.",
                Some("the Riverpost daily"),
            ),
            (
                "Riverpost quoted Hulda Bakke as saying the bridge would be safe again in May.",
                Some("Riverpost"),
            ),
            (
                "“The bridge is safe now,” Hulda Bakke said, and she smiled.",
                None,
            ),
            (
                "“The bridge is safe now,” said Hulda Bakke, the minister.",
                None,
            ),
        ] {
            let article = Article::new("a", text);
            let findings = find(&article, 0..article.len(), &Own::default());
            let quotation = findings.iter().find_map(|finding| finding.quotation());
            let relay = quotation.and_then(|quotation| quotation.relay);
            assert_eq!(relay.map(|relay| relay.of(text)), told, "{text}");
        }
    }
}
