//! Marks that no cue claimed: sentences of a speaker named before, names and titles, and scare quotes.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::credit::Credit;
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::passage::{Passage, Quoted};
use crate::detect::quotation::phrase::starting_at;
use crate::detect::quotation::ranker;
use crate::detect::quotation::rule::Rule;
use crate::detect::quotation::rules::{Speaking, fragment};
use crate::detect::quotation::subject::sentence_subject;
use crate::detect::quotation::token::Kind;
use crate::text::Span;
use std::ops::Range;

/// A passage in marks of this many words is speech, wherever it stands.
const LONG: usize = 8;

/// Who was credited so many sentences before goes on speaking where nobody else is credited.
const NEAR: u32 = 1;

/// Reads the marks that are left over.
pub(super) fn read(
    drafts: &mut Drafts,
    credits: &[Credit],
    memory: &mut ranker::Memory,
    speaking: &mut Speaking,
) {
    let p = drafts.passage;
    if p.marks.is_empty() {
        return;
    }
    let mut last = Last::new(drafts);
    for quoted in &p.marks {
        if quoted.tokens.is_empty() || drafts.has_any(quoted.tokens.clone()) {
            continue;
        }
        let before = last.speaker(p, quoted.tokens.start);
        let mut draft = lone(drafts, quoted, (credits, before), speaking);
        if draft.rule == Rule::Long {
            draft = ranker::outright(memory, drafts, &quoted.tokens).unwrap_or(draft);
        }
        if let Some(speaker) = draft.speaker {
            last.credited = Some((draft.tokens.end, speaker));
        }
        drafts.add(draft);
    }
}

fn lone(
    drafts: &Drafts,
    quoted: &Quoted,
    (credits, last): (&[Credit], Option<Span>),
    speaking: &mut Speaking,
) -> Draft {
    let p = drafts.passage;
    let tokens = quoted.tokens.clone();
    let words = tokens.clone().filter(|&at| p.token(at).is_word()).count();
    let sentence = p.sentence(tokens.start);
    let plain = |speaker, cue, rule| Draft {
        tokens: tokens.clone(),
        speaker,
        cue,
        rule,
        share: None,
    };
    if let Some((turn, name)) = turn(p, quoted) {
        return Draft {
            tokens: turn,
            ..plain(Some(name), None, Rule::Colon)
        };
    }
    let heading = tokens.len() == p.tokens.len() && is_title(p, &tokens);
    if sentence.start == tokens.start && words >= 3 && is_sentence(p, quoted) && !heading {
        if let Some(name) = behind_dash(p, tokens.end) {
            let dash = (tokens.end < p.tokens.len()).then_some(tokens.end..tokens.end + 1);
            return plain(Some(name), dash, Rule::Dash);
        }
        if let Some((speaker, cue)) = fragment::behind_stop(p, tokens.end) {
            return plain(Some(p.span(&speaker)), Some(cue), Rule::CueAfter);
        }
        let opens = tokens.start == 0
            || p.mark_to(tokens.start)
                .is_some_and(|first| first.tokens.start == 0);
        if let Some(speaker) = last.filter(|_| !opens) {
            return plain(Some(speaker), None, Rule::Alone);
        }
        let (speaker, rule) = match speaking().filter(|_| opens) {
            Some((speaker, true)) => (Some(speaker), Rule::Announced),
            Some((speaker, false)) => (Some(speaker), Rule::Alone),
            None => (None, Rule::Unclear),
        };
        return plain(speaker, None, rule);
    }
    let title = is_title(p, &tokens);
    let announced = before_colon(p, tokens.start, sentence.start);
    if let Some(speaker) = announced.filter(|_| !title) {
        let colon = Some(tokens.start - 1..tokens.start);
        return plain(Some(speaker), colon, Rule::Colon);
    }
    let found = fragment::joined(drafts, quoted);
    let found = found.or_else(|| fragment::credited(drafts, quoted, credits));
    if let Some(draft) = found.filter(|_| !title) {
        return draft;
    }
    if words >= LONG {
        return plain(None, None, Rule::Long);
    }
    plain(None, None, if title { Rule::Name } else { Rule::Scare })
}

/// Who was credited last, in the order of the text.
#[derive(Debug, Default)]
struct Last {
    /// Those that were credited before the lone marks were read: where their words end, where their cue and words end, and who.
    known: Vec<(usize, usize, Span)>,
    /// How many of them stand before the marks at hand.
    passed: usize,
    /// The last one.
    credited: Option<(usize, Span)>,
}

impl Last {
    fn new(drafts: &Drafts) -> Self {
        let credited = drafts.found().iter().filter_map(|draft| {
            let cue = draft.cue.as_ref().map_or(0, |cue| cue.end);
            Some((draft.tokens.end, draft.tokens.end.max(cue), draft.speaker?))
        });
        let mut known: Vec<(usize, usize, Span)> = credited.collect();
        known.sort_unstable_by_key(|(end, _, _)| *end);
        Self {
            known,
            ..Self::default()
        }
    }

    /// Who goes on speaking at token `start`: who is credited in its sentence or the one before.
    fn speaker(&mut self, p: &Passage, start: usize) -> Option<Span> {
        while let Some((_, end, speaker)) =
            (self.known.get(self.passed)).filter(|(end, _, _)| *end <= start)
        {
            self.credited = Some((*end, *speaker));
            self.passed += 1;
        }
        let (end, speaker) = self.credited?;
        let gap = (p.token(start).sentence).saturating_sub(p.token(end - 1).sentence);
        (gap <= NEAR).then_some(speaker)
    }
}

/// Whether the words in marks are a sentence of their own.
fn is_sentence(p: &Passage, quoted: &Quoted) -> bool {
    let end = quoted.tokens.end;
    let last = quoted.mark.inside.of(p.text).trim_end().chars().next_back();
    let stopped = last.is_some_and(|last| ".!?,…".contains(last));
    end >= p.tokens.len() || stopped || p.sentence(end - 1).end <= end
}

/// The words and the name of a turn in a transcript whose paragraphs all open marks: “SMITH: No.”
fn turn(p: &Passage, quoted: &Quoted) -> Option<(Range<usize>, Span)> {
    let Range { start, end } = quoted.tokens;
    let colon = (start + 2..end.min(start + 5)).find(|&at| p.token(at).is_sign(":"))?;
    let name = start + 1..colon;
    let shouted = name
        .clone()
        .all(|at| p.token(at).is_upper() && !p.word(at).contains(char::is_lowercase));
    (shouted && colon + 1 < end).then(|| (colon + 1..end, p.span(&name)))
}

/// The subject of a sentence that ends with a colon before the marks at `start`.
fn before_colon(p: &Passage, start: usize, low: usize) -> Option<Span> {
    let colon = start
        .checked_sub(1)
        .filter(|&colon| colon > low && p.token(colon).is_sign(":"))?;
    let phrase = sentence_subject(p, low, colon)?;
    Some(p.span(&phrase))
}

/// The name behind a dash behind the marks.
fn behind_dash(p: &Passage, end: usize) -> Option<Span> {
    if end >= p.tokens.len() {
        return below_dash(p);
    }
    if !p.token(end).is_sign("—–-―") {
        return None;
    }
    let phrase = starting_at(p, end + 1, p.tokens.len())?;
    p.token(phrase.start).is_upper().then(|| p.span(&phrase))
}

/// The name that the next line has behind a dash: “Words.” ⏎ – Ida Lund.
fn below_dash(p: &Passage) -> Option<Span> {
    let after = p.text.get(p.span.end..)?;
    let name = after
        .trim_start()
        .strip_prefix(['—', '–', '-', '―'])?
        .trim_start();
    let start = p.text.len() - name.len();
    let end = name.find([',', '\n', ';', '(']).unwrap_or(name.len());
    let words = name.get(..end)?.trim_end().trim_end_matches('.');
    let mut each = words.split(' ');
    let named = each.clone().count() <= 4
        && each.all(|word| word.chars().next().is_some_and(char::is_uppercase));
    named.then(|| Span::new(start, start + words.len()))
}

/// Whether the words are a title, a name or a nickname: every longer one begins in upper case.
pub(in crate::detect::quotation) fn is_title(p: &Passage, tokens: &Range<usize>) -> bool {
    let mut words = tokens.clone().filter(|&at| p.token(at).is_word());
    let small = Class::PREPOSITION
        .and(Class::DETERMINER)
        .and(Class::CONJUNCTION);
    words.all(|at| p.token(at).is_upper() || p.token(at).kind == Kind::Number || p.is(at, small))
}
