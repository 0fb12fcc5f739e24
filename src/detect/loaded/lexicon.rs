//! All lists as one table by word.
//!
//! Every entry is filed under its most telling word; a page is read once, word by word, and what is filed under a word
//! is checked from there to both sides. Forms are compiled when their word is first met. An Aho-Corasick automaton over all
//! phrases was tried first: with six thousand phrases it took several times as long to build and to search.

use crate::detect::Category;
use crate::detect::loaded::anchor;
use crate::detect::loaded::element::{self, Element};
use crate::detect::loaded::list::{self, Entry, List};
use crate::detect::loaded::notation;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::word_map::WordMap;
use crate::text::Span;
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

/// How far `~word` looks to either side, in bytes: some fifteen words.
const NEAR: usize = 90;

/// Every entry of every list, ready to be found.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    terms: Vec<Term>,
    /// By word: the terms that have it in each of their forms, or in some.
    filed: WordMap<Vec<usize>>,
}

/// An entry; what is needed only where its words are met is made there, once: most entries never are.
#[derive(Debug)]
pub(super) struct Term {
    /// As it is listed.
    pub(super) entry: Entry,
    rule: OnceLock<String>,
    /// None for an entry that is a single word in each form.
    forms: Option<OnceLock<Forms>>,
    innocent: OnceLock<Vec<Context>>,
}

/// The forms of an entry, and where in them each of their words can stand: form and place.
#[derive(Debug)]
struct Forms {
    forms: Vec<Vec<Element>>,
    places: WordMap<Vec<(usize, usize)>>,
}

/// Where an entry is innocent.
#[derive(Debug)]
enum Context {
    /// Among these elements, the entry itself at a place of them.
    Among(Vec<Element>, usize),
    /// Near this word.
    Near(String),
}

/// The lexicon, built on first use.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| Lexicon::new(LISTS.map(|(category, file)| list::parse(category, file))))
}

impl Lexicon {
    fn new(lists: impl IntoIterator<Item = List>) -> Self {
        let mut lexicon = Self::default();
        for entry in lists.into_iter().flat_map(|list| list.entries) {
            let anchor = anchor::anchor(entry.forms);
            for word in anchor.words {
                lexicon.file_under(word);
            }
            lexicon.terms.push(Term::new(entry, anchor.is_all));
        }
        lexicon
    }

    fn file_under(&mut self, word: String) {
        let term = self.terms.len();
        let terms = self.filed.entry(word).or_default();
        if terms.last() != Some(&term) {
            terms.push(term);
        }
    }

    /// Every passage of `page` that a list has and no context excuses, with its term; offsets of the page.
    pub(super) fn find<'l>(&'l self, page: &Page) -> impl Iterator<Item = (Span, &'l Term)> {
        page.words()
            .filter_map(|word| self.filed(page, word))
            .flat_map(|(word, terms)| terms.iter().map(move |&term| (word, term)))
            .filter_map(|(word, term)| Some((word, self.terms.get(term)?)))
            .flat_map(|(word, term)| {
                let spans = term.around(page, word).into_iter();
                spans.map(move |span| (span, term))
            })
            .filter(|(span, term)| !term.is_innocent(page, *span))
    }

    /// What is filed under `word`, or under what `'s` is joined to.
    fn filed(&self, page: &Page, word: Span) -> Option<(Span, &[usize])> {
        let whole = word.of(&page.text);
        let under = |word: &str| self.filed.get(word).map(Vec::as_slice);
        let owner = || {
            let owner = whole.strip_suffix("'s")?;
            Some((Span::new(word.start, word.end - 2), under(owner)?))
        };
        under(whole).map(|found| (word, found)).or_else(owner)
    }
}

impl Term {
    fn new(entry: Entry, is_word: bool) -> Self {
        Self {
            entry,
            rule: OnceLock::new(),
            forms: (!is_word).then(OnceLock::new),
            innocent: OnceLock::new(),
        }
    }

    /// `fear/catastrophe`: the category and the first form.
    pub(super) fn rule(&self) -> &str {
        self.rule.get_or_init(|| {
            let first = notation::first(self.entry.forms);
            format!("{}/{first}", self.entry.category.name())
        })
    }

    /// The passages around `word` that the entry has; more than one where forms overlap.
    fn around(&self, page: &Page, word: Span) -> Vec<Span> {
        let Some(forms) = &self.forms else {
            return vec![word];
        };
        let forms = forms.get_or_init(|| Forms::new(notation::compile(self.entry.forms)));
        let places = forms.places.get(word.of(&page.text)).into_iter().flatten();
        places
            .filter_map(|&(form, at)| around(page, word, forms.forms.get(form)?, at))
            .collect()
    }

    fn is_innocent(&self, page: &Page, span: Span) -> bool {
        let compile = || {
            self.entry
                .innocent
                .iter()
                .flat_map(|text| contexts(text))
                .collect()
        };
        let innocent = self.innocent.get_or_init(compile);
        innocent.iter().any(|context| match context {
            Context::Among(elements, at) => around(page, span, elements, *at).is_some(),
            Context::Near(word) => is_near(page, span, word),
        })
    }
}

impl Forms {
    fn new(forms: Vec<Vec<Element>>) -> Self {
        let mut places: WordMap<Vec<(usize, usize)>> = WordMap::default();
        for (number, form) in forms.iter().enumerate() {
            for (at, element) in form.iter().enumerate() {
                for word in element.choices().split('|') {
                    let places = places.entry(word.to_owned()).or_default();
                    places.push((number, at));
                }
            }
        }
        Self { forms, places }
    }
}

/// The passage of `elements` around `word`, which stands for the one at `at`.
fn around(page: &Page, word: Span, elements: &[Element], at: usize) -> Option<Span> {
    let start = element::start(page, word.start, elements.get(..at)?)?;
    let end = element::end(page, word.end, elements.get(at + 1..)?)?;
    Some(Span::new(start, end))
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
            let at = elements.iter().position(place)?;
            Some(Context::Among(elements, at))
        })
        .collect()
}
