//! Who is credited with what, after what readers say.

use crate::app::desk::Desk;
use crate::app::item::Source;
use crate::app::placed::Placed;
use crate::detect::{Spoken, Voices};
use crate::notes::{Anchor, Id};
use crate::report::{AnchoredNotebook, quoted, replaces};

/// A quotation that counts, and who is credited with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Credit {
    /// Its passage, how it is reported, and who is credited.
    pub spoken: Spoken,
    /// The finding that it is, by its place; none where a reader marked what no rule found.
    pub finding: Option<usize>,
    /// The annotation that says who speaks: whose, by the shelf (0 is the reader), and which.
    pub said: Option<(usize, Id)>,
}

/// The quotations of a desk that count, with the voices that follow. The same rule as in reports.
pub(super) fn credits(desk: &Desk) -> (Vec<Credit>, Voices) {
    let anchors: Vec<Vec<Anchor>> = desk.shelves.iter().map(Placed::anchors).collect();
    let notebooks: Vec<AnchoredNotebook> = desk
        .shelves
        .iter()
        .zip(&anchors)
        .map(|(shelf, anchors)| AnchoredNotebook {
            notebook: &shelf.notebook,
            anchors,
        })
        .collect();
    let quoted = quoted(&desk.article, &desk.findings, &notebooks);
    let voices = Voices::new(quoted.iter().map(|one| one.spoken.clone()));
    let credits = quoted.into_iter().map(|one| Credit {
        spoken: one.spoken,
        finding: one.finding,
        said: one
            .said
            .map(|(shelf, annotation)| (shelf, annotation.id.clone())),
    });
    (credits.collect(), voices)
}

impl Desk {
    /// The credit of the quotation that an item shows; none when it does not count.
    pub fn credit(&self, source: &Source) -> Option<&Credit> {
        if let Some(number) = self.finding_index(source) {
            let before = |credit: &Credit| credit.finding.is_some_and(|found| found < number);
            let credit = self.credits.get(self.credits.partition_point(before))?;
            return (credit.finding == Some(number)).then_some(credit);
        }
        self.marks().find(|credit| match (&credit.said, source) {
            (Some((shelf, id)), Source::Annotation(of, which)) => (shelf, id) == (of, which),
            _ => false,
        })
    }

    /// The quotations that readers marked and no rule found.
    pub(super) fn marks(&self) -> impl Iterator<Item = &Credit> {
        let marks = self.credits.iter().rev();
        marks.take_while(|credit| credit.finding.is_none())
    }

    /// Whether a reader's own mark stands in place of a found quotation that nobody rejected.
    pub(super) fn is_replaced(&self, finding: usize) -> bool {
        let Some(found) = self.findings.get(finding) else {
            return false;
        };
        self.marks()
            .any(|mark| replaces(mark.spoken.span, found.span))
    }
}
