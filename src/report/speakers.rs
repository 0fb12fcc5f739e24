//! Who is quoted, how, how much, and with how many flags; the reporter's own voice beside them.

use crate::detect::{Names, QuotationKind, Voice, between_marks};
use crate::report::quoted::quoted;
use crate::report::{Flag, Quoted, Reading};
use crate::text::{Overlaps, Span, word_count};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Somebody who is quoted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speaker {
    /// The fullest name found, else the words that credit; nothing for quotations whose speaker is unclear.
    pub name: Option<String>,
    /// Quotations in quotation marks.
    pub direct: usize,
    /// Quotations in other words with some of the words themselves.
    pub mixed: usize,
    /// Quotations in other words.
    pub indirect: usize,
    /// Words between quotation marks.
    pub words: usize,
    /// Words of what is reported in other words.
    pub reported: usize,
    /// Flags within.
    pub flags: usize,
    /// The quotations, in text order: as many as direct, mixed and indirect are together.
    pub passages: Vec<Span>,
}

/// Whose words an article is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shares {
    /// Everybody who is quoted: most words first, then by first appearance; those whose speaker is unclear last, as one.
    pub speakers: Vec<Speaker>,
    /// Words of the whole article.
    pub words: usize,
    /// Words of the reporter: those in no quotation.
    pub own: usize,
    /// Flags in the reporter's own voice.
    pub own_flags: usize,
}

/// Whose words an article is made of, after what its readers say; `flags` are those of the reading.
///
/// Left out is what [`quoted`] leaves out, and what somebody's words in quotation marks quote: that is told by their speaker, not by the article,
/// unless a reader says who speaks. A quotation inside indirect speech counts for its own speaker only. Several names of one person
/// count as one, see [`Names`].
pub fn shares(reading: &Reading, flags: &[Flag]) -> Shares {
    let text = &reading.article.text;
    let all = told(quoted(
        reading.article,
        reading.findings,
        &reading.notebooks,
    ));
    let names = Names::new(all.iter().filter_map(|one| one.spoken.who.as_deref()));
    let index = Overlaps::new(all.iter().map(|one| (one.spoken.span, ())));
    let mut found = People::default();
    for Quoted { spoken, .. } in &all {
        let name = spoken.who.as_deref().map(|who| names.fullest(who));
        let stretches = without_inner(spoken.span, &index);
        if let Some(speaker) = found.of(name) {
            speaker.add(spoken.kind, &stretches, text);
            speaker.passages.push(spoken.span);
        }
    }
    for flag in flags {
        let voice = flag.voice.as_ref().filter(|voice| **voice != Voice::Own);
        if let Some(speaker) = voice.and_then(|voice| found.of(voice.name())) {
            speaker.flags += 1;
        }
    }
    let words = word_count(text);
    let mut speakers = found.people;
    for speaker in &mut speakers {
        speaker.passages.sort_unstable();
    }
    let said: usize = speakers.iter().map(Speaker::all).sum();
    speakers.sort_by_key(|speaker| (speaker.name.is_none(), Reverse(speaker.all())));
    Shares {
        speakers,
        words,
        own: words.saturating_sub(said),
        own_flags: flags
            .iter()
            .filter(|flag| flag.voice == Some(Voice::Own))
            .count(),
    }
}

/// Without what is quoted inside of somebody's own words.
fn told(all: Vec<Quoted>) -> Vec<Quoted> {
    let is_direct = |one: &&Quoted| one.spoken.kind == QuotationKind::Direct;
    let direct = all.iter().filter(is_direct);
    let index = Overlaps::new(direct.map(|one| (one.spoken.span, ())));
    let is_inside = |span: Span| {
        let mut around = index.with(span);
        around.any(|(other, ())| other.covers(span) && other.len() > span.len())
    };
    let mut all = all;
    all.retain(|one| one.said.is_some() || !is_inside(one.spoken.span));
    all
}

/// People by name, in order of appearance.
#[derive(Default)]
struct People {
    people: Vec<Speaker>,
    places: HashMap<Option<String>, usize>,
}

impl People {
    /// The one of that name; names that differ only in case are one person.
    fn of(&mut self, name: Option<&str>) -> Option<&mut Speaker> {
        let next = self.people.len();
        let place = *self
            .places
            .entry(name.map(str::to_lowercase))
            .or_insert(next);
        if place == next {
            self.people.push(Speaker {
                name: name.map(str::to_owned),
                ..Speaker::default()
            });
        }
        self.people.get_mut(place)
    }
}

impl Speaker {
    /// All words, quoted and reported.
    pub fn all(&self) -> usize {
        self.words + self.reported
    }

    fn add(&mut self, kind: QuotationKind, stretches: &[Span], text: &str) {
        let count = |span: &Span| word_count(span.of(text));
        let all: usize = stretches.iter().map(count).sum();
        let quoted = match kind {
            QuotationKind::Direct => all,
            QuotationKind::Indirect | QuotationKind::Scare => 0,
            QuotationKind::Mixed => {
                let marked = stretches.iter().flat_map(|span| between_marks(text, *span));
                marked.map(|span| count(&span)).sum::<usize>().min(all)
            }
        };
        self.words += quoted;
        self.reported += all - quoted;
        match kind {
            QuotationKind::Direct => self.direct += 1,
            QuotationKind::Mixed => self.mixed += 1,
            QuotationKind::Indirect | QuotationKind::Scare => self.indirect += 1,
        }
    }
}

/// The parts of `span` that lie in none of the smaller spans of `index` inside it.
fn without_inner(span: Span, index: &Overlaps<()>) -> Vec<Span> {
    let is_inner = |other: &Span| span.covers(*other) && other.len() < span.len();
    let mut inner: Vec<Span> = index
        .with(span)
        .map(|(other, ())| other)
        .filter(is_inner)
        .collect();
    inner.sort_unstable();
    let mut parts = Vec::new();
    let mut start = span.start;
    for other in inner {
        if other.start > start {
            parts.push(Span::new(start, other.start));
        }
        start = start.max(other.end);
    }
    if start < span.end {
        parts.push(Span::new(start, span.end));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::detect::{Finding, Quotation, Strictness, What};
    use crate::notes::{Anchor, Annotation, Notebook, Verdict};
    use crate::report::{AnchoredNotebook, QUOTATION};

    fn quotation(
        article: &Article,
        words: &str,
        kind: QuotationKind,
        who: Option<&str>,
    ) -> Finding {
        let start = article.text.find(words).unwrap();
        Finding {
            span: Span::new(start, start + words.len()),
            detector: "quotation",
            rule: "test".into(),
            reason: "test".into(),
            score: 1.0,
            voice: Voice::Own,
            what: What::Quotation(Quotation {
                kind,
                speaker: None,
                resolved: who.map(str::to_owned),
                cue: None,
                relay: None,
            }),
        }
    }

    #[test]
    fn the_same_person_stands_once() {
        use QuotationKind::{Direct, Indirect, Mixed, Scare};
        let article = Article::new(
            "a",
            "“One two.” “Three.” “So four.” five “six” seven “no” “Eight nine ten.” end",
        );
        let findings = [
            quotation(&article, "“One two.”", Direct, Some("Minister Ada Lowe")),
            // What is quoted inside of somebody's words is told by their speaker.
            quotation(&article, "two", Direct, Some("Di")),
            quotation(&article, "“Three.”", Direct, None),
            quotation(&article, "“So four.”", Direct, Some("lowe")),
            quotation(&article, "“So four.” five", Indirect, Some("Lowe")),
            quotation(&article, "five “six” seven", Mixed, Some("Bo")),
            quotation(&article, "“no”", Scare, Some("Bo")),
            quotation(&article, "“Eight nine ten.”", Direct, Some("Cy")),
        ];
        let notebook = Notebook {
            annotations: vec![Annotation {
                finding: Some(QUOTATION.into()),
                verdict: Some(Verdict::Rejected),
                ..Annotation::default()
            }],
            ..Notebook::default()
        };
        let anchors = [Anchor::Found(findings[7].span)];
        let reading = Reading {
            article: &article,
            notebooks: vec![AnchoredNotebook {
                notebook: &notebook,
                anchors: &anchors,
            }],
            findings: &findings,
            codebook: &crate::notes::Codebook::default(),
            level: Strictness::Normal,
            date: String::new(),
            exchange: crate::report::Exchange::default(),
        };
        let shares = shares(&reading, &[]);
        let row = |s: &Speaker| {
            let kinds = (s.direct, s.mixed, s.indirect);
            (
                s.name.clone().unwrap_or_default(),
                kinds,
                s.words,
                s.reported,
            )
        };
        let rows: Vec<_> = shares.speakers.iter().map(row).collect();
        assert_eq!(
            rows,
            [
                ("Ada Lowe".to_owned(), (2, 0, 1), 4, 1),
                ("Bo".to_owned(), (0, 1, 0), 1, 2),
                (String::new(), (1, 0, 0), 1, 0)
            ]
        );
        assert_eq!((shares.words, shares.own), (13, 4));
        assert_eq!(
            shares.speakers[0].passages,
            [0, 3, 4].map(|n| findings[n].span)
        );
    }
}
