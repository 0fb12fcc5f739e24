//! A reading as a flat list of codings: the one model from which every format for other tools is written.
//!
//! A coding is one annotation of one reader, or, where they are asked for ([`Exchange::findings`]), one finding that no
//! reader has answered: the machine's, by an author of its own. Everything about places is computed here, so that
//! exporters only spell.

mod author;
mod code;
mod guid;
mod list;
mod maker;
mod place;

pub use author::Author;
pub use code::Code;
pub use guid::guid;
pub use list::Codings;
pub use place::{Offsets, Place, Places};

#[cfg(doc)]
use crate::report::Exchange;

use crate::detect::{QuotationKind, Voice};
use crate::notes::{Selector, Verdict};
use std::borrow::Cow;
use uuid::Uuid;

/// What one author says of one passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Coding<'a> {
    /// Made from reader, annotation id and the article's SHA-256; of a finding from rule and place. Unique among the
    /// codings of an article.
    pub guid: Uuid,
    /// Who says it.
    pub author: Author<'a>,
    /// The annotation's id in its notebook; nothing for a finding.
    pub id: Option<&'a str>,
    /// What it says in words of a code book: at least one.
    pub codes: Vec<Code<'a>>,
    /// The category that the reader flagged by hand.
    pub flag: Option<&'a str>,
    /// The reader's tags.
    pub tags: &'a [String],
    /// What the reader wrote about it.
    pub note: Option<&'a str>,
    /// What it answers or, of a finding, what was found: a category, or `quotation`.
    pub finding: Option<&'a str>,
    /// The reader's answer.
    pub verdict: Option<Verdict>,
    /// Why: of the flag or the verdict by the reader, of a finding by its rule.
    pub reason: Option<&'a str>,
    /// The rule and entry of the finding it answers or is; nothing where the rules do not find that any more.
    pub rule: Option<String>,
    /// How sure the rules are of that finding, from 0 to 1.
    pub score: Option<f32>,
    /// Who says these words, as the author of the coding has it.
    pub speaker: Option<&'a str>,
    /// Who says these words, as the rules have it: of the quotation that it answers or is.
    pub found_speaker: Option<&'a str>,
    /// How the quotation is reported that it answers or is.
    pub quotation: Option<QuotationKind>,
    /// Whose words the passage stands in; nothing without a place.
    pub voice: Option<Voice>,
    /// What became of its words: found, moved, ambiguous or lost.
    pub anchor: &'static str,
    /// Where it stands; nothing when it is ambiguous or lost.
    pub place: Option<Place>,
    /// Words that find it in this text; without a place, those of the notebook.
    pub selector: Cow<'a, Selector>,
    /// The words that the reader annotated, as the notebook has them.
    pub quote: Cow<'a, str>,
    /// When it was made: RFC 3339 as in the notebook.
    pub created: Option<&'a str>,
}

impl<'a> Coding<'a> {
    /// The category of loaded language that a reader sees here, if any.
    pub fn category(&self) -> Option<&'a str> {
        self.codes.iter().find_map(|code| match code {
            Code::Category(name) => Some(*name),
            _ => None,
        })
    }

    /// The answer to a finding in a word: `accepted:fear`, `rejected:quotation`.
    pub fn answer(&self) -> Option<String> {
        let finding = self.finding.unwrap_or("finding");
        Some(format!("{}:{finding}", self.verdict?.word()))
    }

    /// Whether the machine says it.
    pub fn is_machine(&self) -> bool {
        self.author == Author::Machine
    }
}
