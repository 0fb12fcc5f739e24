//! All lists as one automaton.

use crate::detect::Category;
use crate::detect::loaded::element::{self, Element, Slot};
use crate::detect::loaded::list::{self, Entry, List};
use crate::detect::loaded::notation;
use crate::detect::loaded::page::Page;
use crate::text::Span;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The lists, one per category.
pub(super) const LISTS: [(Category, &str); 14] = [
    (
        Category::NameCalling,
        include_str!("lists/name-calling.txt"),
    ),
    (
        Category::Dehumanising,
        include_str!("lists/dehumanising.txt"),
    ),
    (Category::Fear, include_str!("lists/fear.txt")),
    (Category::Emotive, include_str!("lists/emotive.txt")),
    (
        Category::Exaggeration,
        include_str!("lists/exaggeration.txt"),
    ),
    (Category::Minimising, include_str!("lists/minimising.txt")),
    (Category::Praise, include_str!("lists/praise.txt")),
    (Category::Certainty, include_str!("lists/certainty.txt")),
    (
        Category::Unattributed,
        include_str!("lists/unattributed.txt"),
    ),
    (Category::Speculation, include_str!("lists/speculation.txt")),
    (Category::Insinuation, include_str!("lists/insinuation.txt")),
    (Category::JudgingCue, include_str!("lists/judging-cue.txt")),
    (Category::Euphemism, include_str!("lists/euphemism.txt")),
    (Category::Distancing, include_str!("lists/distancing.txt")),
];

/// Letters that a pattern must have to be looked for by them alone.
const ENOUGH: usize = 4;

/// How far `~word` looks to either side, in bytes: some fifteen words.
const NEAR: usize = 90;

/// Every entry of every list, ready to be found.
#[derive(Debug)]
pub(super) struct Lexicon {
    terms: Vec<Term>,
    /// Finds the longest run of plain words of each pattern; the rest is checked from there.
    automaton: Option<AhoCorasick>,
    /// By automaton pattern: the patterns that share these words.
    patterns: Vec<Vec<Pattern>>,
}

/// An entry with its contexts ready.
#[derive(Debug)]
pub(super) struct Term {
    /// As it is listed.
    pub(super) entry: Entry,
    /// `fear/catastrophe`: the category and the first form.
    pub(super) rule: String,
    innocent: Vec<Context>,
}

#[derive(Debug)]
struct Pattern {
    term: usize,
    /// Nearest first.
    before: Vec<Element>,
    after: Vec<Element>,
}

#[derive(Debug)]
enum Context {
    Around {
        /// Nearest first.
        before: Vec<Element>,
        after: Vec<Element>,
    },
    Near(String),
}

/// The lexicon, built on first use.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(LISTS.map(|(category, file)| list::parse(category, file))))
}

impl Lexicon {
    fn new(lists: impl IntoIterator<Item = List>) -> Self {
        let mut terms = Vec::new();
        let mut keys = Keys::default();
        for entry in lists.into_iter().flat_map(|list| list.entries) {
            for elements in notation::compile(entry.forms) {
                keys.add(&elements, terms.len());
            }
            terms.push(Term::new(entry));
        }
        Self {
            terms,
            automaton: AhoCorasick::builder()
                .kind(Some(AhoCorasickKind::NoncontiguousNFA))
                .prefilter(false)
                .build(&keys.words)
                .ok(),
            patterns: keys.patterns,
        }
    }

    /// Every passage of `page` that a list has and no context excuses, with its term; offsets of the page.
    pub(super) fn find<'l>(&'l self, page: &Page) -> impl Iterator<Item = (Span, &'l Term)> {
        self.automaton
            .iter()
            .flat_map(|automaton| automaton.find_overlapping_iter(&page.text))
            .map(|found| (Span::from(found.range()), found.pattern().as_usize()))
            .filter(|(words, _)| page.is_whole(*words))
            .filter_map(|(words, key)| Some((words, self.patterns.get(key)?)))
            .flat_map(|(words, patterns)| patterns.iter().map(move |pattern| (words, pattern)))
            .filter_map(|(words, pattern)| {
                let start = element::start(page, words.start, &pattern.before)?;
                let end = element::end(page, words.end, &pattern.after)?;
                Some((Span::new(start, end), self.terms.get(pattern.term)?))
            })
            .filter(|(span, term)| !term.is_innocent(page, *span))
    }
}

impl Term {
    fn new(entry: Entry) -> Self {
        let first = notation::first(entry.forms);
        Self {
            rule: format!("{}/{first}", entry.category.name()),
            innocent: entry
                .innocent
                .iter()
                .flat_map(|text| contexts(text))
                .collect(),
            entry,
        }
    }

    fn is_innocent(&self, page: &Page, span: Span) -> bool {
        self.innocent.iter().any(|context| match context {
            Context::Around { before, after } => {
                element::start(page, span.start, before).is_some()
                    && element::end(page, span.end, after).is_some()
            }
            Context::Near(word) => is_near(page, span, word),
        })
    }
}

fn is_near(page: &Page, span: Span, word: &str) -> bool {
    let around = page.sentence(span.start, NEAR);
    page.bytes(around)
        .windows(word.len().max(1))
        .enumerate()
        .filter(|(_, bytes)| *bytes == word.as_bytes())
        .map(|(at, _)| Span::new(around.start + at, around.start + at + word.len()))
        .any(|found| page.is_whole(found))
}

/// What a written context means, in each of its forms; contexts that cannot be read mean nothing.
fn contexts(written: &str) -> Vec<Context> {
    if let Some(word) = written.strip_prefix('~') {
        let words = notation::expand(word);
        return words.into_iter().map(Context::Near).collect();
    }
    let place = |element: &Element| matches!(element, Element::Word(word) if word == "_");
    notation::compile(written)
        .into_iter()
        .filter_map(|elements| {
            let (before, rest) = elements.split_at(elements.iter().position(place)?);
            Some(Context::Around {
                before: before.iter().rev().cloned().collect(),
                after: rest.get(1..)?.to_vec(),
            })
        })
        .collect()
}

/// Patterns by the words that the automaton looks for.
#[derive(Default)]
struct Keys {
    words: Vec<String>,
    patterns: Vec<Vec<Pattern>>,
    places: HashMap<String, usize>,
}

impl Keys {
    fn add(&mut self, elements: &[Element], term: usize) {
        let run = longest_run(elements);
        let letters = |(from, to)| elements.get(from..to).map_or(0, letters);
        if let Some(spelled) =
            spell_out(elements).filter(|_| run.is_none_or(|run| letters(run) < ENOUGH))
        {
            for elements in spelled {
                self.add(&elements, term);
            }
        } else if let Some(run) = run {
            self.add_run(elements, run, term);
        }
    }

    fn add_run(&mut self, elements: &[Element], (from, to): (usize, usize), term: usize) {
        let (before, rest) = elements.split_at(from);
        let (run, after) = rest.split_at(to - from);
        let words: Vec<&str> = run.iter().filter_map(literal).collect();
        let pattern = Pattern {
            term,
            before: before.iter().rev().cloned().collect(),
            after: after.to_vec(),
        };
        let place = *self
            .places
            .entry(words.join(" "))
            .or_insert_with_key(|key| {
                self.words.push(key.clone());
                self.patterns.push(Vec::new());
                self.words.len() - 1
            });
        if let Some(patterns) = self.patterns.get_mut(place) {
            patterns.push(pattern);
        }
    }
}

/// The forms of a pattern whose plain words are too few or too short to look for: its smallest set of words spelled out.
fn spell_out(elements: &[Element]) -> Option<Vec<Vec<Element>>> {
    let words = |element: &Element| match element {
        Element::OneOf(words) => Some(words.clone()),
        Element::Slot(Slot::Listed(class)) => {
            Some(class.split_whitespace().map(str::to_owned).collect())
        }
        _ => None,
    };
    let sets = elements.iter().enumerate();
    let sets = sets.filter_map(|(at, element)| Some((at, words(element)?)));
    let (at, words) = sets.min_by_key(|(_, words)| words.len())?;
    let forms = words.into_iter().map(|word| {
        let mut form = elements.to_vec();
        form.splice(at..=at, [Element::Word(word)]);
        form
    });
    Some(forms.collect())
}

fn literal(element: &Element) -> Option<&str> {
    match element {
        Element::Word(word) => Some(word),
        _ => None,
    }
}

/// The run of plain words with the most letters: from, to.
fn longest_run(elements: &[Element]) -> Option<(usize, usize)> {
    let mut best = None;
    let mut most = 0;
    let mut at = 0;
    for run in elements.split(|element| literal(element).is_none()) {
        let letters = letters(run);
        if letters > most {
            most = letters;
            best = Some((at, at + run.len()));
        }
        at += run.len() + 1;
    }
    best
}

fn letters(run: &[Element]) -> usize {
    run.iter().filter_map(literal).map(str::len).sum()
}
