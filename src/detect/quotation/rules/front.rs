//! Words in front of their cue: “words,” X said; “words,” said X; and what goes on behind the cue.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::Credit;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::phrase::{Phrase, starting_at, subject};
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::behind::goes_on;
use crate::detect::quotation::rules::limit::{has_own_cue, is_clause};
use crate::text::Span;
use std::ops::Range;

/// A cue of its own stands within so many tokens behind its marks.
const CUE_REACH: usize = 6;

/// Reads words in front of `credit`; whether there were any.
pub(super) fn read(drafts: &mut Drafts, credit: &Credit) -> bool {
    let p = drafts.passage;
    let inverted = inverted_speaker(p, credit).map(|phrase| Found {
        words_end: credit.cue.start,
        clause_end: phrase.end,
        speaker: p.span(&phrase),
        rules: (Rule::CueInverted, Rule::ClauseInverted),
    });
    let plain = || {
        plain_speaker(p, credit).map(|phrase| Found {
            words_end: phrase.start,
            clause_end: credit.cue.end,
            speaker: p.span(&phrase),
            rules: (Rule::CueAfter, Rule::ClauseAfter),
        })
    };
    for found in inverted
        .into_iter()
        .chain(std::iter::once_with(plain).flatten())
    {
        if let Some((tokens, rule)) = words(drafts, credit, &found) {
            let cue = Some(credit.cue.clone());
            drafts.add(Draft {
                tokens,
                speaker: Some(found.speaker),
                cue,
                rule,
                share: None,
            });
            go_on(drafts, credit, found.clause_end, found.speaker);
            return true;
        }
    }
    false
}

/// A crediting clause that stands behind its words.
struct Found {
    /// Where its words end, punctuation included.
    words_end: usize,
    /// Where the clause ends.
    clause_end: usize,
    speaker: Span,
    /// The rule for words in marks, and for a clause without.
    rules: (Rule, Rule),
}

/// The speaker of “words,” said X.
fn inverted_speaker(p: &Passage, credit: &Credit) -> Option<Phrase> {
    let (start, high) = (credit.cue.start, credit.sentence.end);
    let marked = p.mark_to(start);
    if credit.participle || !(marked.is_some() || p.before(start).is_sign(",")) {
        return None;
    }
    if marked.is_some() && last_inside(p, start) == Some('.') || p.is(credit.cue.end, Class::OPENER)
    {
        return None;
    }
    if marked.is_none() && !credit.class.any(Class::BARE) && p.mark_to(start - 1).is_none() {
        return None;
    }
    let apposed = subject(p, start, credit.sentence.start);
    if marked.is_none() && apposed.is_some_and(|name| name.start == credit.sentence.start) {
        return None;
    }
    let phrase = starting_at(p, credit.cue.end, high)?;
    let next = p.token(phrase.end);
    let after = Class::PREPOSITION
        .and(Class::TIME)
        .and(Class::RELATIVE)
        .and(Class::CONJUNCTION);
    let ends = phrase.end >= high
        || marked.is_some() && next.mark.is_some()
        || next.is_sign(".,:;?!—–(")
        || next.is(after);
    let first = p.token(phrase.start);
    let known = p.is(phrase.end - 1, Class::ROLE.and(Class::BODY));
    let somebody = first.is(Class::PRONOUN) && !first.is(Class::DETERMINER)
        || phrase.clone().any(|at| p.token(at).is_upper())
        || known
        || marked.is_some()
        || p.mark_to(start - 1).is_some();
    (ends && somebody).then_some(phrase)
}

/// The speaker of “words,” X said.
fn plain_speaker(p: &Passage, credit: &Credit) -> Option<Phrase> {
    let (low, high, end) = (credit.sentence.start, credit.sentence.end, credit.cue.end);
    let phrase = subject(p, credit.cue.start, low)?;
    if p.token(end).is_sign(":") || p.is_word(end, "that") {
        return None;
    }
    let words_follow = (end..high).any(|at| p.quoted(at) || p.is_word(at, "that"));
    let comma = phrase.start > low + 1
        && p.before(phrase.start).is_sign(",")
        && !p.quoted(phrase.start - 1);
    let inserted = comma && p.token(end).is_sign(",") && p.mark_from(end + 1).is_none();
    let fits = inserted
        || touches_marks(p, credit, phrase.start)
        || comma && clause_closes(p, behind_name(p, credit), high, words_follow);
    (fits && !(p.quoted(end) && comma)).then_some(phrase)
}

/// The token behind the cue and behind whom it told: "she told the court in her filing".
fn behind_name(p: &Passage, credit: &Credit) -> usize {
    let end = credit.cue.end;
    let told = credit.class.any(Class::HEARD) && !p.is(end, Class::TIME);
    let hearer = told.then(|| starting_at(p, end, credit.sentence.end));
    hearer.flatten().map_or(end, |phrase| phrase.end)
}

/// Whether nothing but a time, a place or a manner follows the cue.
fn clause_closes(p: &Passage, end: usize, high: usize, words_follow: bool) -> bool {
    let token = p.token(end);
    let adverbial = Class::PREPOSITION.and(Class::TIME).and(Class::ADVERB);
    let clause = ["after", "as", "before", "early", "late", "when", "while"].contains(&p.word(end));
    end >= high
        || token.is_sign(".;!?—")
        || !words_follow && (token.is_sign(",") || token.is(adverbial) || clause)
}

/// Whether the speaker that begins at `speaker` stands right behind words in marks that it can be the speaker of.
fn touches_marks(p: &Passage, credit: &Credit, speaker: usize) -> bool {
    let Some(last) = p.mark_to(speaker).and_then(|_| last_inside(p, speaker)) else {
        return false;
    };
    let next = p.token(credit.cue.end);
    let adverbial = Class::PREPOSITION.and(Class::TIME);
    let goes_on = next.is_word() && next.mark.is_none() && !next.is(adverbial);
    if ",?!—–…-".contains(last) {
        let marks = p
            .mark_to(speaker)
            .map_or(speaker, |quoted| quoted.tokens.start);
        let part = p
            .before(marks)
            .is(Class::DETERMINER.and(Class::PREPOSITION));
        return !(part && goes_on);
    }
    let other_sentence = speaker <= credit.sentence.start;
    !other_sentence && last != '.' && !(goes_on && credit.cue.end < credit.sentence.end)
}

/// The last character inside the marks that end before token `end`.
fn last_inside(p: &Passage, end: usize) -> Option<char> {
    let inside = p.mark_to(end)?.mark.inside.of(p.text);
    let mark = |c: char| c.is_whitespace() || "'\"‘’“”".contains(c);
    inside.trim_end_matches(mark).chars().next_back()
}

/// The words that `found` is about: the marks it touches with what stands before them in their sentence, or its clause.
fn words(drafts: &Drafts, credit: &Credit, found: &Found) -> Option<(Range<usize>, Rule)> {
    let p = drafts.passage;
    let low = credit.sentence.start;
    let mut end = found.words_end;
    while end > low && p.before(end).is_sign(",—–") && !p.quoted(end - 1) {
        end -= 1;
    }
    if let Some(quoted) = p.mark_to(end) {
        return Some((lead_in(drafts, quoted.tokens.start)..end, found.rules.0));
    }
    let clause = low..end;
    let whole = is_clause(p, &clause) || is_inserted(p, credit, found.clause_end);
    let fits = clause.len() >= 3 && !drafts.has_any(clause.clone()) && whole;
    let ends = p.trim_end(credit.sentence.start, credit.sentence.end) <= found.clause_end;
    let plain = found.rules.1 == Rule::ClauseAfter;
    let heard = Class::BARE.and(Class::HEARD);
    let says = if plain {
        credit.class.any(heard.and(Class::THAT)) && !p.is(found.clause_end + 1, Class::OPENER)
    } else {
        credit.class.any(Class::BARE) || ends && credit.class.any(Class::THAT)
    };
    (fits && says).then_some((clause, found.rules.1))
}

/// Whether the crediting clause that ends before token `from` stands between commas in the middle of a clause without marks: "If it
/// rains, she said, we stay".
fn is_inserted(p: &Passage, credit: &Credit, from: usize) -> bool {
    let rest = from + 1..p.trim_end(from, credit.sentence.end);
    let plain = !p.is(rest.start, Class::CONJUNCTION.and(Class::OPENER))
        && !p.word(rest.start).ends_with("ing")
        && !rest.clone().any(|at| p.quoted(at));
    p.before(credit.cue.start).is_word() && p.token(from).is_sign(",") && plain && rest.len() >= 3
}

/// Where a quotation begins whose marks begin at `start`: with its sentence, when that has no other cue.
fn lead_in(drafts: &Drafts, start: usize) -> usize {
    let p = drafts.passage;
    let low = p.sentence(start).start;
    let words = (low..start).any(|at| p.token(at).is_word() && !p.quoted(at));
    let cue = (low..start).any(|at| p.is(at, Class::CUE) && !p.quoted(at));
    if words && !cue && !drafts.has(low) {
        low
    } else {
        start
    }
}

/// What goes on behind the crediting clause: “A,” said X, “B. C.” “D.”
fn go_on(drafts: &mut Drafts, credit: &Credit, from: usize, speaker: Span) {
    let p = drafts.passage;
    let high = credit.sentence.end;
    let opens =
        |at: &usize| p.mark_from(*at).is_some() && (*at == from || p.before(*at).is_sign(",:;—–"));
    let mut at = high;
    if let Some(rest) = rest_of_clause(drafts, credit, from) {
        add_more(drafts, credit, rest, speaker, Rule::Split);
    } else if let Some(quoted) = (from..high).find(opens).and_then(|at| p.mark_from(at)) {
        if has_own_cue(p, &(from..quoted.tokens.start)) {
            return;
        }
        at = at.max(quoted.tokens.end);
        add_more(drafts, credit, quoted.tokens.clone(), speaker, Rule::Split);
    }
    continue_from(drafts, credit, at, Some(speaker));
}

/// The other half of a clause that the credit is inserted in: "The plan, he said, is a good one."
fn rest_of_clause(drafts: &Drafts, credit: &Credit, from: usize) -> Option<Range<usize>> {
    let p = drafts.passage;
    let rest = from + 1..p.trim_end(from, credit.sentence.end);
    let inserted = p.before(credit.cue.start).is_word() && p.token(from).is_sign(",");
    let other = Class::CONJUNCTION.and(Class::RELATIVE).and(Class::ADVERB);
    let opens = !p.is(rest.start, other) && !p.word(rest.start).ends_with("ing");
    let first = drafts.has(from) || p.quoted(rest.start) || drafts.found_in_marks();
    (inserted && opens && !first && rest.len() >= 3).then_some(rest)
}

/// The sentences in marks from token `at` on that no other cue claims.
pub(super) fn continue_from(
    drafts: &mut Drafts,
    credit: &Credit,
    mut at: usize,
    speaker: Option<Span>,
) {
    let p = drafts.passage;
    while let Some(quoted) = p.mark_from(at).filter(|_| !drafts.has(at)) {
        let end = quoted.tokens.end;
        let sentence = p.sentence(end - 1);
        // “No!” she cried: the sentence seems to end with the marks, but its cue comes behind them.
        let open = last_inside(p, end) != Some('.');
        let limit = if open {
            sentence.end.max(p.sentence(end).start + CUE_REACH)
        } else {
            sentence.end
        };
        let cue = |at: &usize| p.is(*at, Class::CUE) && !p.quoted(*at);
        let clause = (end..limit.min(p.tokens.len())).take_while(|&at| !p.token(at).is_sign(".;"));
        if clause.into_iter().any(|at| cue(&at)) {
            return;
        }
        let cue = Some(credit.cue.clone());
        let end_of_clause = if goes_on(p, quoted) {
            p.trim_end(at, sentence.end)
        } else {
            end
        };
        drafts.add(Draft {
            tokens: at..end_of_clause,
            speaker,
            cue,
            rule: Rule::Continued,
            share: None,
        });
        at = end;
    }
}

fn add_more(drafts: &mut Drafts, credit: &Credit, tokens: Range<usize>, speaker: Span, rule: Rule) {
    let cue = Some(credit.cue.clone());
    drafts.add(Draft {
        tokens,
        speaker: Some(speaker),
        cue,
        rule,
        share: None,
    });
}
