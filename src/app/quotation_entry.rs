//! How a quotation reads in the notes pane.

use crate::app::credit::Credit;
use crate::app::desk::Desk;
use crate::app::entry::{Entry, Head, Tone, paragraph};
use crate::app::fit::{cut, quoted};
use crate::app::item::{Item, Source};
use crate::detect::{Quotation, QuotationKind};
use crate::notes::{Annotation, UNCLEAR};
use crate::text::{columns, visible_line, word_count};

/// Columns that a cue has in any case.
const CUE: usize = 8;

/// How long it is, how it is reported unless directly, who speaks; at the right the cue, or whose word for the speaker it is.
///
/// Where the two do not fit into `room` columns, a long cue makes room: the speaker matters more.
pub(super) fn quotation_head(desk: &Desk, item: &Item, room: usize) -> Head {
    let credit = desk.credit(&item.source);
    let count = word_count(item.span.of(&desk.article.text));
    let words = if count == 1 {
        "1 word".to_owned()
    } else {
        format!("{count} words")
    };
    let kind = match credit.map(|credit| credit.spoken.kind) {
        None | Some(QuotationKind::Direct) => String::new(),
        Some(kind) => format!(" {}", kind.word()),
    };
    let speaker = speaker(desk, item, credit);
    let head = format!("{words}{kind} · {speaker}");
    let left = room.saturating_sub(columns(&head) + 2);
    let is_cue = credit.is_none_or(|credit| credit.said.is_none());
    let right = right(desk, item, credit).map(|words| {
        if is_cue {
            cut(&words, left.max(CUE))
        } else {
            words
        }
    });
    (head, Tone::Dim, right.map(|words| (words, Tone::Dim)))
}

fn speaker(desk: &Desk, item: &Item, credit: Option<&Credit>) -> String {
    let said = desk
        .annotation(&item.source)
        .and_then(|one| one.speaker.as_deref());
    let who = credit.map_or(said, |credit| credit.spoken.who.as_deref());
    match who {
        Some(who) if who != UNCLEAR => visible_line(who),
        _ if said.is_some() => "speaker unclear".to_owned(),
        _ => "no speaker found".to_owned(),
    }
}

fn right(desk: &Desk, item: &Item, credit: Option<&Credit>) -> Option<String> {
    match credit.and_then(|credit| credit.said.as_ref()) {
        Some((0, _)) if desk.finding(&item.source).is_none() => Some("marked".to_owned()),
        Some((0, _)) => Some("corrected".to_owned()),
        Some((shelf, id)) => {
            let author = visible_line(desk.author(&Source::Annotation(*shelf, id.clone())));
            Some(format!("per {author}"))
        }
        None => {
            let cue = desk.finding(&item.source)?.quotation()?.cue?;
            Some(visible_line(cue.of(&desk.article.text)))
        }
    }
}

/// What was found where a reader says otherwise.
pub(super) fn credit_rows(
    desk: &Desk,
    item: &Item,
    annotation: &Annotation,
    width: usize,
) -> Vec<Entry> {
    let Some(finding) = desk.finding(&item.source) else {
        return paragraph("no rule found this quotation", Tone::Dim, width);
    };
    let quotation = finding.quotation();
    let found = quotation.and_then(|quotation| quotation.speaker_name(&desk.article));
    let words = match (&annotation.speaker, found) {
        (None, _) => "accepted".to_owned(),
        (Some(said), Some(found)) if said == found => "as the rule has it".to_owned(),
        (Some(_), Some(found)) => format!("the rule has {}", quoted(&visible_line(found))),
        (Some(_), None) => "no rule found a speaker".to_owned(),
    };
    paragraph(&words, Tone::Dim, width)
}

/// Who passes a quotation on.
pub(super) fn relay_rows(desk: &Desk, quotation: &Quotation, width: usize) -> Vec<Entry> {
    let relay = quotation
        .relay
        .map(|span| visible_line(span.of(&desk.article.text)));
    relay.map_or(Vec::new(), |relay| {
        paragraph(&format!("passed on by {relay}"), Tone::Words, width)
    })
}
