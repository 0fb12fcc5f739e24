//! The rules, in the order they are asked.

pub(super) mod according;
pub(super) mod behind;
mod colon;
mod fragment;
pub(super) mod front;
pub(super) mod limit;
pub(super) mod lone;
pub(super) mod relay;

use crate::detect::quotation::credit::{Credit, Form, credits};
use crate::detect::quotation::draft::{Draft, Drafts};
use crate::detect::quotation::german;
use crate::detect::quotation::name::adverb;
use crate::detect::quotation::passage::Passage;
use crate::detect::quotation::ranker;
use crate::detect::quotation::rule::Rule;
use crate::text::Span;

/// What a paragraph was found to hold.
#[derive(Debug)]
pub(super) struct Reading {
    /// Its quotations, in text order.
    pub(super) drafts: Vec<Draft>,
    /// What it leaves behind for the paragraphs after it.
    pub(super) trace: Trace,
}

/// What a paragraph leaves behind for the ones after it. It does not depend on the ones before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trace {
    /// The speaker it credits last.
    pub(super) speaker: Option<Span>,
    /// Whether it ends with "X said:", which announces the next one.
    pub(super) announces: bool,
    /// Whether it begins with words in marks that nobody in it is credited with.
    pub(super) goes_on: bool,
}

/// Who goes on speaking where a paragraph begins, and whether that was announced.
pub(super) type Speaking<'t> = dyn FnMut() -> Option<(Span, bool)> + 't;

/// Reads one paragraph.
pub(super) fn read(
    passage: &Passage,
    memory: &mut ranker::Memory,
    speaking: &mut Speaking,
) -> Reading {
    let mut begun = Begun::new(passage);
    begun.look(memory);
    begun.rank(memory, &mut ranker::Chooser::default());
    begun.finish(memory, speaking)
}

/// A paragraph of which what needs nothing but its own words is read: its cues.
///
/// It is read in steps, each of which can be taken for several paragraphs before the next: so its code is still at hand.
#[derive(Debug)]
pub(super) struct Begun<'p, 'a> {
    drafts: Drafts<'p, 'a>,
    credits: Vec<Credit>,
}

impl<'p, 'a> Begun<'p, 'a> {
    /// What the rules alone find beside the cues of an English paragraph.
    pub(super) fn new(passage: &'p Passage<'a>) -> Self {
        let mut drafts = Drafts::new(passage);
        let mut found = Vec::new();
        if !passage.german {
            found.extend(credits(passage));
            read_credits(&mut drafts, &found);
        }
        Self {
            drafts,
            credits: found,
        }
    }

    /// Looks for words that can be reported, in `memory`.
    pub(super) fn look(&self, memory: &mut ranker::Memory) {
        if !self.drafts.passage.german {
            ranker::look(&self.drafts, memory);
        }
    }

    /// Bounds what is reported there, by what `memory` has seen.
    pub(super) fn rank(&mut self, memory: &mut ranker::Memory, chooser: &mut ranker::Chooser) {
        if !self.drafts.passage.german {
            ranker::read(&mut self.drafts, memory, chooser);
        }
    }

    /// Reads the rest: what hangs on who spoke before.
    pub(super) fn finish(
        mut self,
        memory: &mut ranker::Memory,
        speaking: &mut Speaking,
    ) -> Reading {
        let drafts = &mut self.drafts;
        if drafts.passage.german {
            german::read(drafts, speaking);
            colon::read(drafts);
        } else {
            colon::read(drafts);
            colon::announce(drafts);
            lone::read(drafts, &self.credits, memory, speaking);
            relay::read(drafts);
        }
        reading(self.drafts)
    }
}

fn reading(drafts: Drafts) -> Reading {
    let passage = drafts.passage;
    let announced = drafts.announced;
    let mut drafts = drafts.finish();
    for draft in &mut drafts {
        draft.speaker = draft.speaker.map(|speaker| behind_adverb(passage, speaker));
    }
    let lone = |draft: &&Draft| matches!(draft.rule, Rule::Alone | Rule::Announced | Rule::Unclear);
    let own = |speaker: &Span| passage.span.covers(*speaker);
    // Words in the subjunctive go on as words in marks do.
    let going_on = |draft: &&Draft| {
        lone(draft)
            || draft.rule == Rule::Subjunctive
                && !draft.speaker.is_some_and(|speaker| own(&speaker))
    };
    let mut credited = drafts.iter().rev().filter(|draft| !lone(draft));
    let trace = Trace {
        speaker: announced.or_else(|| credited.find_map(|draft| draft.speaker.filter(own))),
        announces: announced.is_some(),
        goes_on: drafts
            .first()
            .is_some_and(|first| going_on(&first) && first.tokens.start == 0),
    };
    Reading { drafts, trace }
}

/// The words of a speaker without an adverb of the sentence before them.
fn behind_adverb(p: &Passage, speaker: Span) -> Span {
    let tokens = p.tokens_at(speaker);
    let words = p.tokens.get(tokens.clone()).unwrap_or_default();
    let skipped = adverb(p.text, words);
    if skipped == 0 || !p.span.covers(speaker) {
        return speaker;
    }
    p.span(&(tokens.start + skipped..tokens.end))
}

/// What the rules alone find beside the cues of an English paragraph.
pub(super) fn credited<'p, 'a>(passage: &'p Passage<'a>) -> Drafts<'p, 'a> {
    Begun::new(passage).drafts
}

fn read_credits(drafts: &mut Drafts, credits: &[Credit]) {
    for credit in credits {
        match credit.form {
            Form::AccordingTo => according::read(drafts, credit),
            Form::Verb => {
                if !front::read(drafts, credit) {
                    behind::read(drafts, credit);
                }
            }
        }
    }
}
