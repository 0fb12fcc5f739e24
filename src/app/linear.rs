//! What is said of an article in sentences: each thing on a line of its own, for ears and for search.

use crate::app::desk::Desk;
use crate::app::fit::titled;
use crate::app::item::{Item, Kind};
use crate::app::totals::Totals;
use crate::detect::{Finding, QuotationKind};
use crate::notes::Annotation;
use crate::report::flag_category;
use crate::text::{visible, visible_line, word_count};

/// Columns of a passage that are said again: its words were said just before.
const QUOTED: usize = 60;

impl Desk {
    /// A paragraph on one line.
    pub fn linear_paragraph(&self, paragraph: usize) -> String {
        let own = self.own();
        let reviewed = own.is_some_and(|own| own.is_reviewed(&self.article, paragraph));
        let reviewed = if reviewed { ", reviewed" } else { "" };
        let words = visible_line(self.article.paragraph_text(paragraph));
        format!("Paragraph {}{reviewed}. {words}", paragraph + 1)
    }

    /// Everything said of a paragraph: what it is, of which words, and what there is to say. A note that has several lines keeps
    /// them; those after the first are set in.
    pub fn linear_notes(&self, paragraph: usize) -> Vec<String> {
        let items = self.items_of(paragraph);
        items
            .filter_map(|at| Some(self.linear(self.items.get(at)?)))
            .collect()
    }

    /// The annotations whose words are gone, with those words.
    pub fn linear_lost(&self) -> Vec<String> {
        let lost = self.items.iter().filter(|item| item.kind == Kind::Lost);
        lost.map(|item| self.linear(item)).collect()
    }

    /// How much there is on the article, and who reads.
    pub fn linear_totals(&self, totals: &Totals) -> String {
        let count = self.article.len();
        let mut said = vec![format!(
            "{count} {}",
            if count == 1 {
                "paragraph"
            } else {
                "paragraphs"
            }
        )];
        said.extend(totals.words(self.strictness()));
        if totals.lost > 0 {
            said.push(format!("{} lost", totals.lost));
        }
        let reader = self.own().map(|own| visible_line(&own.reader));
        let reader = reader.map_or(String::new(), |name| format!(" Reader: {name}."));
        format!("{}.{reader}", said.join(", "))
    }

    fn linear(&self, item: &Item) -> String {
        let annotation = self.annotation(&item.source);
        let finding = self.finding(&item.source);
        let mut parts = vec![self.linear_head(item, annotation, finding)];
        if let Some(annotation) = annotation {
            parts.extend(self.linear_annotation(item, annotation));
        } else if let Some(finding) = finding.filter(|_| item.kind == Kind::Candidate) {
            parts.push(format!("Why: {}", visible_line(&finding.reason)));
        }
        sentences(&parts)
    }

    /// What it is, of which words.
    fn linear_head(
        &self,
        item: &Item,
        annotation: Option<&Annotation>,
        finding: Option<&Finding>,
    ) -> String {
        let category = annotation
            .and_then(|one| one.category().or(one.finding.as_deref()))
            .or_else(|| Some(finding?.category()?.name()))
            .map(visible_line);
        let head = match (item.kind, category) {
            (Kind::Quotation, _) => self.linear_quotation(item),
            (Kind::Flag, Some(category)) => format!("Flag, {category}"),
            (Kind::Candidate, Some(category)) => format!("To decide, {category}"),
            (Kind::Rejected, Some(category)) => format!("Rejected, {category}"),
            (Kind::Lost, Some(category)) => format!("Lost, {category}"),
            (Kind::Lost, None) => "Lost".to_owned(),
            _ => "Note".to_owned(),
        };
        let moved = if item.moved { ", moved" } else { "" };
        let author = visible_line(self.author(&item.source));
        let author = if item.is_own() || author.is_empty() {
            String::new()
        } else {
            format!(", by {author}")
        };
        let quote = annotation.map_or("", |one| &one.selector.quote);
        let words = if item.kind == Kind::Lost {
            titled(quote, usize::MAX)
        } else if item.span == self.article.paragraph(item.paragraph) {
            "the whole paragraph".to_owned()
        } else {
            titled(item.span.of(&self.article.text), QUOTED)
        };
        format!("{head}{moved}{author}: {words}")
    }

    fn linear_quotation(&self, item: &Item) -> String {
        let credit = self.credit(&item.source);
        let kind = match credit.map(|credit| credit.spoken.kind) {
            None | Some(QuotationKind::Direct) => String::new(),
            Some(kind) => format!(", {}", kind.word()),
        };
        let count = word_count(item.span.of(&self.article.text));
        let words = if count == 1 { "word" } else { "words" };
        let who = match credit.and_then(|credit| credit.spoken.who.as_deref()) {
            Some(who) => format!("speaker {}", visible_line(who)),
            None => "no speaker found".to_owned(),
        };
        format!("Quotation{kind}, {count} {words}, {who}")
    }

    fn linear_annotation(&self, item: &Item, annotation: &Annotation) -> Vec<String> {
        let mut parts = Vec::new();
        if item.kind != Kind::Lost && flag_category(annotation).is_some() {
            let voice = self.voice(item.span);
            parts.push(format!("Voice: {}", visible_line(&voice.words())));
        }
        if !annotation.tags.is_empty() {
            let tags: Vec<String> = annotation
                .tags
                .iter()
                .map(|tag| visible_line(tag))
                .collect();
            parts.push(format!("Tags: {}", tags.join(", ")));
        }
        let said = |name: &str, words: &Option<String>| {
            let words = words.as_deref()?;
            Some(format!("{name}: {}", visible_line(words)))
        };
        if item.kind != Kind::Quotation {
            parts.extend(said("Speaker", &annotation.speaker));
        }
        parts.extend(said("Reason", &annotation.reason));
        if let Some(note) = &annotation.note {
            let lines: Vec<_> = note.lines().map(visible).collect();
            parts.push(format!("Note: {}", lines.join("\n  ")));
        }
        parts
    }
}

/// Parts as sentences, one behind the other.
fn sentences(parts: &[String]) -> String {
    let sentences = parts.iter().map(|part| {
        let words = part.trim_end_matches(['"', '”', '“', '’', '»', '«']);
        let is_ended = words.ends_with(['.', '!', '?', '…']);
        format!("{part}{}", if is_ended { "" } else { "." })
    });
    sentences.collect::<Vec<_>>().join(" ")
}
