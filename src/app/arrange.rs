//! What the notes pane has to show of a desk.

use crate::app::desk::Desk;
use crate::app::item::{Item, Kind, Source};
use crate::app::placed::Placed;
use crate::detect::{Finding, QuotationKind, Strictness};
use crate::notes::{Anchor, Annotation, Id, Verdict};
use crate::report::{AnchoredNotebook, QUOTATION, Verdicts, flag_category};
use crate::text::Span;

/// By finding: the reader's annotation that answers it. The same rule as in reports.
pub(super) fn answers(desk: &Desk) -> Vec<Option<Id>> {
    let answer = |verdicts: &Verdicts, finding: &Finding| {
        let annotation = verdicts.of(finding);
        annotation.map(|annotation| annotation.id.clone())
    };
    by_finding(desk, answer)
}

/// By finding: whether it is a phrase that an answer to the words that colour it settles.
pub(super) fn settled(desk: &Desk) -> Vec<bool> {
    let settles = |verdicts: &Verdicts, finding: &Finding| verdicts.settles(finding);
    by_finding(desk, settles)
}

/// What the reader's verdicts say of each finding.
fn by_finding<T>(desk: &Desk, say: impl Fn(&Verdicts, &Finding) -> T) -> Vec<T> {
    let Some(own) = desk.shelves.first() else {
        return Vec::new();
    };
    let anchors = own.anchors();
    let verdicts = Verdicts::new(AnchoredNotebook {
        notebook: &own.notebook,
        anchors: &anchors,
    });
    let findings = desk.findings.iter();
    findings.map(|finding| say(&verdicts, finding)).collect()
}

/// Every annotation, and every finding that is still to be shown by itself; in text order, lost ones last.
pub(super) fn items(desk: &Desk) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for (number, shelf) in desk.shelves.iter().enumerate() {
        let item = |annotation| annotation_item(desk, number, shelf, annotation);
        items.extend(shelf.notebook.annotations.iter().map(item));
    }
    let settled = match desk.strictness() {
        Strictness::All => settled(desk),
        _ => Vec::new(),
    };
    for (number, finding) in desk.findings.iter().enumerate() {
        let is_settled = settled.get(number).is_some_and(|settled| *settled);
        if let Some(kind) = kind(desk, number, finding)
            && !is_settled
        {
            items.push(Item {
                kind,
                source: Source::Finding(number),
                span: finding.span,
                paragraph: desk.article.paragraph_at(finding.span.start),
                moved: false,
                noted: false,
            });
        }
    }
    items.sort_by_key(|item| {
        let lost = item.kind == Kind::Lost;
        (lost, item.span.start, item.kind, item.span.end)
    });
    items
}

fn annotation_item(desk: &Desk, shelf: usize, placed: &Placed, annotation: &Annotation) -> Item {
    let anchor = placed.anchors.get(&annotation.id);
    let span = anchor.and_then(Anchor::span);
    let kind = match span {
        None => Kind::Lost,
        Some(_) if flag_category(annotation).is_some() => Kind::Flag,
        Some(_) if annotation.verdict == Some(Verdict::Rejected) => Kind::Rejected,
        Some(_) if is_quotation(shelf, annotation) => Kind::Quotation,
        Some(_) => Kind::Note,
    };
    let once = annotation.at.and_then(|at| at.offset(&desk.article));
    let once = once.unwrap_or_default();
    let span = span.unwrap_or(Span::new(once, once));
    Item {
        kind,
        source: Source::Annotation(shelf, annotation.id.clone()),
        span,
        paragraph: desk.article.paragraph_at(span.start),
        moved: matches!(anchor, Some(Anchor::Moved(_))),
        noted: annotation.note.is_some(),
    }
}

/// Whether an annotation stands for a quotation: it says who speaks where no rule found one, or it is the reader's answer to what a
/// rule found. What others say of a quotation stands beside it.
fn is_quotation(shelf: usize, annotation: &Annotation) -> bool {
    if annotation.finding.as_deref() == Some(QUOTATION) {
        return shelf == 0;
    }
    annotation.speaker.is_some()
}

/// The kind of item a finding makes. None when the reader has decided it: the answer stands for it.
fn kind(desk: &Desk, number: usize, finding: &Finding) -> Option<Kind> {
    let verdict = desk
        .own_answer(number)
        .and_then(|annotation| annotation.verdict);
    match (finding.quotation(), verdict) {
        (_, Some(_)) => None,
        (Some(quotation), None) if quotation.kind == QuotationKind::Scare => None,
        (Some(_), None) => (!desk.is_replaced(number)).then_some(Kind::Quotation),
        (None, None) => desk.is_shown(finding).then_some(Kind::Candidate),
    }
}
