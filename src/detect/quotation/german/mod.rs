//! Quotations in German: verbs stand second or last, subjects on either side, and reports in the subjunctive.
//!
//! **Misses:** reports in the indicative that no verb or noun of saying announces; „soll“ for hearsay; speakers that
//! only a later sentence names.

mod clause;
mod colon;
mod credit;
mod direct;
mod fragment;
mod lists;
mod lone;
pub(super) mod name;
mod noun;
mod part;
mod source;
mod stop;
mod subject;
mod subjunctive;
mod words;

use crate::detect::quotation::draft::Drafts;
use crate::detect::quotation::german::credit::credits;
use crate::detect::quotation::german::source::source;
use crate::detect::quotation::german::words::Words;
use crate::detect::quotation::rules::Speaking;

pub(super) use stop::goes_on;

/// Reads a German paragraph.
pub(super) fn read(drafts: &mut Drafts, speaking: &mut Speaking) {
    let w = Words::new(drafts.passage);
    for sentence in &drafts.passage.sentences {
        let credits = credits(&w, sentence);
        let source = source(&w, sentence, &credits);
        direct::read(drafts, &w, sentence, &credits, source.as_ref());
        for credit in &credits {
            let inserted = source
                .as_ref()
                .is_some_and(|source| source.tokens.contains(&credit.verb));
            if !inserted {
                clause::read(drafts, &w, sentence, credit);
            }
        }
        if let Some(source) = source {
            clause::read_around(drafts, &w, sentence, &source);
        }
        fragment::read(drafts, &w, sentence, &credits);
    }
    subjunctive::read(drafts, &w, speaking);
    lone::read(drafts, &w, speaking);
}
