//! Which items a search of the notes lists.

use crate::app::desk::Desk;
use crate::app::item::{Item, Kind, Source};
use crate::text::fold_case;

/// Whether an item matches every part of `filter`: words anywhere in it, `tag:`, `by:`, `flag:`, `voice:` with the
/// beginning of a name, and `is:` lost, moved, quote, corrected,
/// flag, note, candidate, rejected or own. A voice is `own`, `unnamed`, `unclear`, `indirect`, or a name.
pub(super) fn matches(desk: &Desk, item: &Item, filter: &str) -> bool {
    filter
        .split_whitespace()
        .all(|part| match part.split_once(':') {
            Some((key, value)) => {
                keyed(desk, item, key, value).unwrap_or_else(|| says(desk, item, part))
            }
            None => says(desk, item, part),
        })
}

fn keyed(desk: &Desk, item: &Item, key: &str, value: &str) -> Option<bool> {
    let annotation = desk.annotation(&item.source);
    let begins = |name: &str| {
        folded(name)
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word.starts_with(&folded(value)))
            || folded(name).starts_with(&folded(value))
    };
    Some(match key {
        "tag" => annotation.is_some_and(|annotation| annotation.tags.iter().any(|tag| begins(tag))),
        "by" => annotation.is_some() && begins(desk.author(&item.source)),
        "flag" => category(desk, item).is_some_and(begins),
        // Whose words they are is not known where nobody was looked for who says them.
        "voice" => desk.has_near(item.paragraph) && begins(&desk.voice(item.span).words()),
        "is" => is(item, value) || "corrected".starts_with(value) && is_corrected(desk, item),
        _ => return None,
    })
}

fn category<'a>(desk: &'a Desk, item: &Item) -> Option<&'a str> {
    match item.source {
        Source::Annotation(..) => desk.annotation(&item.source)?.category(),
        Source::Finding(_) => Some(desk.finding(&item.source)?.category()?.name()),
    }
}

/// Whether a reader says who speaks.
fn is_corrected(desk: &Desk, item: &Item) -> bool {
    let annotation = desk.annotation(&item.source);
    annotation.is_some_and(|annotation| annotation.speaker.is_some())
}

fn is(item: &Item, value: &str) -> bool {
    [
        ("lost", item.kind == Kind::Lost),
        ("moved", item.moved),
        ("quotation", item.kind == Kind::Quotation),
        ("quote", item.kind == Kind::Quotation),
        ("flag", item.kind == Kind::Flag),
        ("note", item.noted),
        ("candidate", item.kind == Kind::Candidate),
        ("open", item.kind == Kind::Candidate),
        ("rejected", item.kind == Kind::Rejected),
        ("own", item.is_own()),
    ]
    .iter()
    .any(|(name, is)| *is && name.starts_with(value))
}

fn says(desk: &Desk, item: &Item, word: &str) -> bool {
    let word = folded(word);
    let in_text = folded(item.span.of(&desk.article.text)).contains(&word);
    let speaker = || {
        desk.credit(&item.source)
            .and_then(|credit| credit.spoken.who.as_deref())
            .is_some_and(|name| folded(name).contains(&word))
    };
    in_text
        || desk.annotation(&item.source).is_some_and(|annotation| {
            [
                Some(&annotation.selector.quote),
                annotation.note.as_ref(),
                annotation.reason.as_ref(),
                annotation.flag.as_ref(),
                annotation.speaker.as_ref(),
            ]
            .into_iter()
            .flatten()
            .chain(&annotation.tags)
            .any(|text| folded(text).contains(&word))
        })
        || category(desk, item).is_some_and(|name| name.contains(&word))
        || speaker()
}

fn folded(text: &str) -> String {
    fold_case(text).text
}
