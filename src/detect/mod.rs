//! Passages worth a second look: one file or folder per detector, one table [`ALL`].
//!
//! A detector claims only what its rule found: every finding says which rule, why, and how sure.

mod category;
mod finding;
mod loaded;
mod marks;
mod named;
mod names;
mod namesakes;
mod own;
mod quotation;
mod strictness;
mod voice;

pub use category::Category;
use finding::PHRASE;
pub use finding::{Finding, Ground, Loaded, Quotation, QuotationKind, Speech, Voice, What};
pub use loaded::{Marked, Scoring, fit};
pub use marks::{between_marks, reported_as};
pub use names::Names;
pub use own::{Own, OwnWord};
pub use quotation::{Annotated, Reported, fit as fit_quotations};
pub use strictness::Strictness;
pub use voice::{Spoken, Voices};

use crate::article::Article;
use std::ops::Range;

/// A rule, or a family of rules, that points at passages.
#[derive(Debug, Clone, Copy)]
pub struct Detector {
    /// Its name: in `K`, in exports, and behind `closeread detect`.
    pub name: &'static str,
    /// What it points at, in one sentence.
    pub about: &'static str,
    /// Finds passages in the paragraphs of a range (indices from 0). It may look at the text before the range,
    /// never past it, and may leave out what only a laxer level shows. Spans are over the article's text.
    pub find: fn(&Article, Range<usize>, &Own, Strictness) -> Vec<Finding>,
}

/// Every detector. Quotations stand first: the others learn their voice from them.
pub const ALL: &[Detector] = &[quotation::DETECTOR, loaded::DETECTOR];

/// What every detector finds in the paragraphs of `range` at any strictness, in text order, each with its voice; with what
/// a project adds to the lists, and without what it silences.
pub fn find(article: &Article, range: Range<usize>, own: &Own) -> Vec<Finding> {
    find_for(article, range, own, Strictness::All)
}

/// The same for who shows no more than `wanted`: what only a laxer level shows may be among them or not.
pub fn find_for(
    article: &Article,
    range: Range<usize>,
    own: &Own,
    wanted: Strictness,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for detector in ALL {
        findings.append(&mut (detector.find)(article, range.clone(), own, wanted));
    }
    own.silence(article, &mut findings);
    findings.sort_by_key(|finding| (finding.span.start, std::cmp::Reverse(finding.span.end)));
    let voices = Voices::found(article, &findings);
    for finding in &mut findings {
        finding.voice = voices.around(&article.text, finding.span);
    }
    findings
}
