//! What stands around a hit, as far as it bears on whether its words are loaded here.
//!
//! Every question is about wording and place; none is about who is meant: a name is only ever a word with a capital.

use crate::detect::loaded::element::{Class, class};
use crate::detect::loaded::hit::Hit;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::shape::Shape;
use crate::text::Span;
use memchr::memchr_iter;
use std::sync::LazyLock;

/// A question about the surroundings of a hit.
#[derive(Debug)]
pub(super) struct Feature {
    /// Its name in `model.txt`.
    pub(super) name: &'static str,
    /// What a hit of which it holds is told to have, for the reader.
    pub(super) about: &'static str,
    /// The answer, from 0 (no) to 3.
    pub(super) value: fn(&Around) -> f32,
    /// Its weight where our texts cannot say it: chosen on annotated articles among a few. Otherwise it is fitted.
    pub(super) chosen: Option<f32>,
}

/// Every question.
pub(super) const FEATURES: &[Feature] = &[
    Feature {
        name: "name",
        about: "has a capital inside a sentence, as in a name or title",
        value: |around| f32::from(u8::from(around.is_name())),
        chosen: None,
    },
    Feature {
        name: "capitals",
        about: "is written in capitals",
        value: |around| f32::from(u8::from(around.is_shouted())),
        chosen: None,
    },
    Feature {
        name: "neighbour",
        about: "stands beside another loaded word",
        value: |around| f32::from(u8::from(around.has_neighbour)),
        chosen: None,
    },
    Feature {
        name: "company",
        about: "other loaded words in the sentence",
        value: |around| around.company.min(3) as f32,
        chosen: None,
    },
    // In our texts, which are short, long sentences are the columnists'. Nothing, a fifth and a third were tried.
    Feature {
        name: "length",
        about: "the length of its sentence: of as many flags, fewer are right in a long one",
        value: |around| (1.0 + around.sentence_words.min(MOST_WORDS) as f32 / 20.0).ln(),
        chosen: Some(-0.35),
    },
    Feature {
        name: "exclamation",
        about: "stands in an exclamation",
        value: |around| around.ends_with(b'!'),
        chosen: None,
    },
    Feature {
        name: "question",
        about: "stands in a question",
        value: |around| around.ends_with(b'?'),
        chosen: None,
    },
    Feature {
        name: "article",
        about: "\"a\" or \"an\" before it",
        value: |around| around.behind(*ARTICLE),
        chosen: None,
    },
    Feature {
        name: "pointer",
        about: "\"this\", \"such\", \"their\" … before it",
        value: |around| around.behind(*POINTER),
        chosen: None,
    },
    Feature {
        name: "degree",
        about: "\"more\", \"not\", \"to\" … before it",
        value: |around| around.behind(*DEGREE),
        chosen: None,
    },
    Feature {
        name: "intensifier",
        about: "an intensifier before it",
        value: |around| around.behind(*INTENSIFIER),
        chosen: None,
    },
    Feature {
        name: "marks",
        about: "stands in quotation marks of its own",
        value: |around| f32::from(u8::from(around.is_in_marks())),
        chosen: None,
    },
    // Nearly all of our texts' marks are in the writer's own words. Nothing, a quarter and a half were tried.
    Feature {
        name: "quoted",
        about: "stands inside a quotation",
        value: |around| f32::from(u8::from(around.is_quoted)),
        chosen: Some(-0.25),
    },
];

static ARTICLE: LazyLock<Option<&Class>> = LazyLock::new(|| class("article"));
static POINTER: LazyLock<Option<&Class>> = LazyLock::new(|| class("pointer"));
static DEGREE: LazyLock<Option<&Class>> = LazyLock::new(|| class("degree"));
static INTENSIFIER: LazyLock<Option<&Class>> = LazyLock::new(|| class("intensifier"));

/// What stands around one hit.
#[derive(Debug)]
pub(super) struct Around<'p> {
    page: &'p Page<'p>,
    /// The hit's passage; offsets of the page.
    pub(super) span: Span,
    /// The word before it, and the first word inside it if there are more.
    behind: [Option<Span>; 2],
    /// The sentence that it begins in.
    pub(super) sentence: Span,
    /// How many words that has.
    pub(super) sentence_words: usize,
    /// How many other hits its sentence has, those of the quieter layer and faint ones left out.
    company: usize,
    has_neighbour: bool,
    /// Whether double quotation marks are open where it begins.
    is_quoted: bool,
}

/// A sentence of so many words is as long as any.
const MOST_WORDS: usize = 100;

/// The least rating of a hit that counts as company.
const COMPANY: u8 = 4;

impl<'p> Around<'p> {
    /// The surroundings of each of `hits`, which are those of `page` in text order; in time linear in the page.
    pub(super) fn each(page: &'p Page, hits: &[Hit]) -> Vec<Self> {
        let mut arounds = Vec::with_capacity(hits.len());
        let mut rest = hits;
        let mut sentences = page.sentences();
        let mut marks = Marks::default();
        while let Some(first) = rest.first() {
            // Every hit begins in a sentence; were there none, it would be its own.
            let sentence = sentences
                .find(|sentence| first.span.start < sentence.end)
                .unwrap_or(first.span);
            let len = rest.partition_point(|hit| hit.span.start < sentence.end);
            let (inside, behind) = rest.split_at(len.max(1));
            Self::in_sentence(page, sentence, inside, &mut marks, &mut arounds);
            rest = behind;
        }
        arounds
    }

    fn in_sentence(
        page: &'p Page,
        sentence: Span,
        hits: &[Hit],
        marks: &mut Marks,
        arounds: &mut Vec<Self>,
    ) {
        let sentence_words = words_in(page, sentence);
        let counts = |hit: &Hit| hit.rating >= COMPANY && !hit.category.is_quiet();
        let all = hits.iter().filter(|hit| counts(hit)).count();
        for (at, hit) in hits.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|before| hits.get(before));
            let touches =
                |a: &Hit, b: &Hit| b.span.start >= a.span.end && b.span.start <= a.span.end + 2;
            arounds.push(Self {
                page,
                span: hit.span,
                behind: [page.word_before(hit.span.start), first_of(page, hit.span)],
                sentence,
                sentence_words,
                company: all - usize::from(counts(hit)),
                has_neighbour: before.is_some_and(|before| counts(before) && touches(before, hit))
                    || hits
                        .get(at + 1)
                        .is_some_and(|next| counts(next) && touches(hit, next)),
                is_quoted: marks.are_open(page, hit.span.start),
            });
        }
    }

    /// How the words of the hit are built.
    pub(super) fn shape(&self) -> Shape {
        Shape::of(self.span.of(&self.page.text))
    }

    fn is_name(&self) -> bool {
        let first = self
            .page
            .bytes(Span::new(self.sentence.start, self.span.start));
        let opens = !first.iter().any(u8::is_ascii_alphanumeric);
        !opens && self.page.is_capital(self.span.start) && !self.is_shouted()
    }

    fn is_shouted(&self) -> bool {
        let published = self.page.published(self.span).of(self.page.original);
        let letters = || published.chars().filter(|c| c.is_alphabetic()).count();
        !published.chars().any(char::is_lowercase) && letters() > 3
    }

    fn is_in_marks(&self) -> bool {
        let is_mark = |at: usize| {
            self.page
                .text
                .as_bytes()
                .get(at)
                .is_some_and(|byte| b"\"'".contains(byte))
        };
        self.span.start.checked_sub(1).is_some_and(is_mark) && is_mark(self.span.end)
    }

    fn ends_with(&self, mark: u8) -> f32 {
        let last = self
            .page
            .bytes(self.sentence)
            .iter()
            .rev()
            .find(|byte| !b"\"' )".contains(byte));
        f32::from(u8::from(last == Some(&mark)))
    }

    /// Whether the word before is of that class, be it inside the hit's span as an intensifier is.
    fn behind(&self, class: Option<&Class>) -> f32 {
        let is_listed = class.is_some_and(|class| {
            let mut words = self.behind.iter().flatten();
            words.any(|word| class.has(word.of(&self.page.text)))
        });
        f32::from(u8::from(is_listed))
    }
}

/// Double quotation marks counted from the start of a page on.
#[derive(Debug, Default)]
struct Marks {
    /// Up to where.
    at: usize,
    open: bool,
}

impl Marks {
    /// Whether marks are open at `at`, which is asked in text order.
    fn are_open(&mut self, page: &Page, at: usize) -> bool {
        let passed = page.bytes(Span::new(self.at.min(at), at));
        self.open ^= memchr_iter(b'"', passed).count() % 2 == 1;
        self.at = at.max(self.at);
        self.open
    }
}

/// The letters that `span` begins with, unless there is nothing else.
fn first_of(page: &Page, span: Span) -> Option<Span> {
    let letters = page.text.as_bytes().iter().skip(span.start);
    let len = letters
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    Some(Span::new(span.start, span.start + len)).filter(|first| first.end < span.end)
}

/// How many words `span` has: one more than blanks.
fn words_in(page: &Page, span: Span) -> usize {
    memchr_iter(b' ', page.bytes(span)).count() + 1
}
