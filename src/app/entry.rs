//! How an item reads in the notes pane.

use crate::app::desk::Desk;
use crate::app::fit::{cut, quoted};
use crate::app::item::{Item, Kind, Source};
use crate::app::quotation_entry::{credit_rows, quotation_head, relay_rows};
use crate::detect::{Category, Finding, Speech, What};
use crate::notes::Annotation;
use crate::report::flag_category;
use crate::text::{columns, visible, visible_line, wrap};

/// What a piece of a row is, for its style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The sign of a kind of item; its text is the theme's.
    Glyph(Kind),
    /// Words of the article.
    Quote,
    /// A category of loaded language.
    Category,
    /// Whose words they are.
    Voice,
    /// A tag.
    Tag,
    /// What a reader wrote.
    Words,
    /// Everything of less weight.
    Dim,
}

/// One row: pieces from the left, and one at the right edge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Pieces from the left.
    pub left: Vec<(String, Tone)>,
    /// The piece at the right edge.
    pub right: Option<(String, Tone)>,
}

impl Entry {
    /// A row of pieces.
    pub fn of(left: Vec<(String, Tone)>) -> Self {
        Self { left, right: None }
    }

    /// Whether nothing stands on it.
    pub(super) fn is_blank(&self) -> bool {
        let says_nothing = |(text, tone): &(String, Tone)| {
            !matches!(tone, Tone::Glyph(_)) && text.trim().is_empty()
        };
        self.right.is_none() && self.left.iter().all(says_nothing)
    }
}

/// An item in one row of `width` columns.
pub(super) fn compact(desk: &Desk, item: usize, width: usize) -> Entry {
    let Some(item) = desk.items.get(item) else {
        return Entry::default();
    };
    let (words, tone, right) = match (item.kind, &item.source) {
        (Kind::Quotation, _) => quotation_head(desk, item, width.saturating_sub(2)),
        (_, Source::Finding(_)) => finding_head(desk, item),
        _ => annotation_head(desk, item),
    };
    row(item.kind, &words, tone, right, width)
}

/// An item with all that is to be said of it, in rows of `width` columns.
pub(super) fn open(desk: &Desk, item: usize, width: usize, focused: bool) -> Vec<Entry> {
    let mut rows = vec![compact(desk, item, width)];
    let Some(item) = desk.items.get(item) else {
        return rows;
    };
    let inner = width.saturating_sub(2);
    match (desk.annotation(&item.source), desk.finding(&item.source)) {
        (Some(annotation), _) => {
            if let Some(head) = rows.first_mut() {
                open_head(desk, item, annotation, head, width);
            }
            rows.extend(annotation_body(desk, item, annotation, inner));
        }
        (None, Some(finding)) if focused => rows.extend(finding_body(desk, finding, inner)),
        _ => {}
    }
    rows
}

pub(super) type Head = (String, Tone, Option<(String, Tone)>);

fn finding_head(desk: &Desk, item: &Item) -> Head {
    let category = desk.finding(&item.source).and_then(Finding::category);
    let name = category.map_or("", Category::name).to_owned();
    let quiet = category.is_some_and(Category::is_quiet);
    let tone = if quiet { Tone::Dim } else { Tone::Quote };
    (quote(desk, item), tone, Some((name, Tone::Dim)))
}

fn annotation_head(desk: &Desk, item: &Item) -> Head {
    let Some(annotation) = desk.annotation(&item.source) else {
        return (String::new(), Tone::Dim, None);
    };
    let (words, tone) = match (item.kind, &annotation.note) {
        (Kind::Note, Some(note)) => (visible_line(note), Tone::Words),
        (Kind::Lost, _) => (visible_line(&annotation.selector.quote), Tone::Quote),
        _ => (quote(desk, item), Tone::Quote),
    };
    let label = annotation
        .category()
        .or(annotation.finding.as_deref())
        .map(visible_line)
        .or_else(|| {
            annotation
                .tags
                .first()
                .map(|tag| format!("#{}", visible_line(tag)))
        });
    let tone_right = if item.kind == Kind::Flag {
        Tone::Category
    } else {
        Tone::Dim
    };
    let right = match item.kind {
        Kind::Lost => Some(("lost".to_owned(), Tone::Category)),
        _ if item.moved => Some(("moved".to_owned(), Tone::Category)),
        _ => label.map(|label| (label, tone_right)),
    };
    (words, tone, right)
}

/// In the open note of an annotation the head shows the words and whose voice they stand in.
fn open_head(desk: &Desk, item: &Item, annotation: &Annotation, head: &mut Entry, width: usize) {
    let whole = item.span == desk.article.paragraph(item.paragraph);
    let words = match item.kind {
        Kind::Lost => return,
        _ if whole => format!("¶{}", item.paragraph + 1),
        _ => quote(desk, item),
    };
    let right = if item.moved {
        ("moved".to_owned(), Tone::Category)
    } else if item.kind == Kind::Quotation {
        return;
    } else if flag_category(annotation).is_some() && !whole {
        (visible_line(&desk.voice(item.span).who()), Tone::Voice)
    } else if item.kind == Kind::Rejected {
        ("rejected".to_owned(), Tone::Dim)
    } else {
        (String::new(), Tone::Dim)
    };
    *head = row(item.kind, &words, Tone::Quote, Some(right), width);
}

fn annotation_body(desk: &Desk, item: &Item, annotation: &Annotation, width: usize) -> Vec<Entry> {
    let mut rows = Vec::new();
    rows.extend(labels(item, annotation, width));
    rows.extend(voice_rows(desk, item, annotation, width));
    if let Some(reason) = &annotation.reason {
        rows.extend(paragraph(reason, Tone::Dim, width));
    }
    if let Some(note) = &annotation.note {
        rows.extend(paragraph(note, Tone::Words, width));
    }
    if item.moved {
        let now = quote(desk, item);
        let once = visible_line(&annotation.selector.quote);
        let changed = if now == once {
            "moved from elsewhere".to_owned()
        } else {
            format!("its words were {}", quoted(&once))
        };
        rows.extend(paragraph(
            &format!("{changed}: ga confirms"),
            Tone::Dim,
            width,
        ));
    }
    if !item.is_own() {
        rows.push(indented(vec![(
            format!(
                "— {}",
                cut(
                    &visible_line(desk.author(&item.source)),
                    width.saturating_sub(2)
                )
            ),
            Tone::Dim,
        )]));
    }
    rows
}

/// Whose words they are, where the head has no room for it; who speaks, where the item does not stand for the quotation itself.
fn voice_rows(desk: &Desk, item: &Item, annotation: &Annotation, width: usize) -> Vec<Entry> {
    if item.kind == Kind::Quotation {
        return credit_rows(desk, item, annotation, width);
    }
    let mut rows = Vec::new();
    if let Some(speaker) = &annotation.speaker {
        let words = format!("speaker: {}", visible_line(speaker));
        rows.extend(paragraph(&words, Tone::Voice, width));
    }
    let voice = desk.voice(item.span);
    if flag_category(annotation).is_some() && voice.speech() == Some(Speech::Indirect) {
        let words = format!("in {}", visible_line(&voice.words()));
        rows.extend(paragraph(&words, Tone::Voice, width));
    }
    rows
}

fn labels(item: &Item, annotation: &Annotation, width: usize) -> Option<Entry> {
    let mut pieces = Vec::new();
    let category = annotation.category().or(annotation.finding.as_deref());
    if let Some(category) = category.filter(|_| item.kind != Kind::Quotation) {
        pieces.push((visible_line(category), Tone::Category));
    }
    for tag in &annotation.tags {
        let gap = if pieces.is_empty() { "" } else { " " };
        pieces.push((format!("{gap}#{}", visible_line(tag)), Tone::Tag));
    }
    let mut left = width;
    for (text, _) in &mut pieces {
        *text = cut(text, left);
        left -= columns(text).min(left);
    }
    (!pieces.is_empty()).then(|| indented(pieces))
}

fn finding_body(desk: &Desk, finding: &Finding, width: usize) -> Vec<Entry> {
    let mut rows = paragraph(&finding.reason, Tone::Words, width);
    let sure = finding.surety();
    let (about, keys) = match &finding.what {
        What::Loaded(loaded) => {
            if let Some(neutral) = &loaded.alternative {
                let plainly = format!("plainly: {neutral}");
                rows.extend(paragraph(&plainly, Tone::Words, width));
            }
            let voice = visible_line(&desk.voice(finding.span).words()).clone();
            (format!("{voice} · {sure}"), "+ accept   - reject   K why")
        }
        What::Quotation(quotation) => {
            rows.extend(relay_rows(desk, quotation, width));
            let kind = quotation.kind.word();
            (format!("{kind} · {sure}"), "gs speaker   - reject   K why")
        }
    };
    rows.extend(paragraph(&about, Tone::Dim, width));
    rows.extend(paragraph(keys, Tone::Dim, width));
    rows
}

pub(super) fn paragraph(text: &str, tone: Tone, width: usize) -> Vec<Entry> {
    let mut rows = Vec::new();
    for line in text.split('\n') {
        for span in wrap(line, width) {
            rows.push(indented(vec![(visible(span.of(line)).into_owned(), tone)]));
        }
    }
    rows
}

fn indented(mut pieces: Vec<(String, Tone)>) -> Entry {
    pieces.insert(0, ("  ".to_owned(), Tone::Dim));
    Entry::of(pieces)
}

fn quote(desk: &Desk, item: &Item) -> String {
    visible_line(item.span.of(&desk.article.text))
}

fn row(kind: Kind, words: &str, tone: Tone, right: Option<(String, Tone)>, width: usize) -> Entry {
    let room = width.saturating_sub(2);
    let right = right
        .map(|(text, tone)| (cut(&text, room * 9 / 20), tone))
        .filter(|(text, _)| !text.is_empty());
    let used = right.as_ref().map_or(0, |(text, _)| columns(text) + 2);
    Entry {
        left: vec![
            (String::new(), Tone::Glyph(kind)),
            (" ".to_owned(), Tone::Dim),
            (cut(words, room.saturating_sub(used)), tone),
        ],
        right,
    }
}
