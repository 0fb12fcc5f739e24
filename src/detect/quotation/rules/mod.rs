//! The rules, in the order they are asked.

mod according;
pub(super) mod behind;
mod colon;
pub(super) mod front;
mod limit;
pub(super) mod lone;

use crate::detect::quotation::credit::{Form, credits};
use crate::detect::quotation::draft::{Draft, Drafts};
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

/// What the rules alone find beside the cues of a paragraph.
pub(super) fn credited<'p, 'a>(passage: &'p Passage<'a>) -> Drafts<'p, 'a> {
    let mut drafts = Drafts::new(passage);
    for credit in credits(passage) {
        match credit.form {
            Form::AccordingTo => according::read(&mut drafts, &credit),
            Form::Verb => {
                if !front::read(&mut drafts, &credit) {
                    behind::read(&mut drafts, &credit);
                }
            }
        }
    }
    drafts
}

/// Reads one paragraph.
pub(super) fn read(passage: &Passage, speaking: &mut Speaking) -> Reading {
    let mut drafts = credited(passage);
    ranker::read(&mut drafts);
    colon::read(&mut drafts);
    let announced = drafts.announced;
    lone::read(&mut drafts, speaking);
    let drafts = drafts.finish();
    let lone = |draft: &&Draft| matches!(draft.rule, Rule::Alone | Rule::Announced | Rule::Unclear);
    let mut credited = drafts.iter().rev().filter(|draft| !lone(draft));
    let trace = Trace {
        speaker: announced.or_else(|| credited.find_map(|draft| draft.speaker)),
        announces: announced.is_some(),
        goes_on: drafts
            .first()
            .is_some_and(|first| lone(&first) && first.tokens.start == 0),
    };
    Reading { drafts, trace }
}
