//! The search as one would write it first: every entry, every form, every word. What the compiled search is checked against.

use crate::detect::Category;
use crate::detect::OwnWord;
use crate::detect::loaded::anchor;
use crate::detect::loaded::element::{Element, Slot};
use crate::detect::loaded::entry::Entry;
use crate::detect::loaded::lexicon::{self, Lexicon, lexicon};
use crate::detect::loaded::lists::LISTS;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::walk::NOT_SUPERLATIVE;
use crate::detect::loaded::{list, notation};
use crate::text::Span;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// An entry with its forms spelled out.
struct Naive {
    entry: Entry<'static>,
    anchors: BTreeSet<String>,
    forms: Vec<Vec<Element>>,
    innocent: Vec<Context>,
}

enum Context {
    /// Among these elements, the entry itself at a place of them.
    Among(Vec<Element>, usize),
    Near(String),
}

impl Naive {
    fn new(entry: Entry<'static>) -> Self {
        let mut anchors = BTreeSet::new();
        anchor::each(entry.forms, &mut |word| {
            anchors.insert(word.to_owned());
        });
        let forms = notation::compile(entry.forms);
        let innocent = entry.innocent().flat_map(contexts).collect();
        Self {
            entry,
            anchors,
            forms,
            innocent,
        }
    }

    /// The passages that it has around `word`.
    fn around(&self, page: &Page, word: Span) -> Vec<Span> {
        let text = word.of(&page.text);
        let mut found = Vec::new();
        for form in &self.forms {
            for at in 0..form.len() {
                if form[at].lists(text) {
                    found.extend(around(page, word, form, at));
                }
            }
        }
        found.retain(|span| !self.innocent.iter().any(|one| one.excuses(page, *span)));
        found
    }
}

fn contexts(written: &str) -> Vec<Context> {
    if let Some(words) = written.strip_prefix('~') {
        return notation::expand(words)
            .into_iter()
            .map(Context::Near)
            .collect();
    }
    let is_entry = |element: &Element| *element == Element::Word("_".to_owned());
    notation::compile(written)
        .into_iter()
        .filter_map(|form| {
            let at = form.iter().position(is_entry)?;
            Some(Context::Among(form, at))
        })
        .collect()
}

impl Context {
    fn excuses(&self, page: &Page, span: Span) -> bool {
        match self {
            Self::Among(form, at) => around(page, span, form, *at).is_some(),
            Self::Near(words) => {
                let sentence = page.sentence(span.start, 90);
                let starts = sentence.start..sentence.end;
                !words.is_empty()
                    && starts
                        .map(|start| Span::new(start, start + words.len()))
                        .filter(|near| near.end <= sentence.end && page.is_whole(*near))
                        .any(|near| page.bytes(near) == words.as_bytes())
            }
        }
    }
}

/// The passage of `form` around `word`, which stands for the element at `at`.
fn around(page: &Page, word: Span, form: &[Element], at: usize) -> Option<Span> {
    let mut before = form[..at].to_vec();
    before.reverse();
    let start = end(
        page,
        word.start,
        &before,
        |at| page.word_before(at),
        |span| span.start,
    )?;
    let end = end(
        page,
        word.end,
        &form[at + 1..],
        |at| page.word_after(at),
        |span| span.end,
    )?;
    Some(Span::new(start, end))
}

/// Where `form`, read from `at` on in one direction, ends.
fn end(
    page: &Page,
    at: usize,
    form: &[Element],
    next: impl Fn(usize) -> Option<Span> + Copy,
    edge: fn(Span) -> usize,
) -> Option<usize> {
    let Some((first, rest)) = form.split_first() else {
        return Some(at);
    };
    let word = next(at)?;
    let on = |word: Span| end(page, edge(word), rest, next, edge);
    let second = next(edge(word));
    match first {
        Element::Gap => on(word).or_else(|| on(second?)),
        _ if !is_one(page, word, first) => None,
        Element::Slot(Slot::Name) => second
            .filter(|second| is_one(page, *second, first))
            .and_then(on)
            .or_else(|| on(word)),
        _ => on(word),
    }
}

fn is_one(page: &Page, span: Span, element: &Element) -> bool {
    let word = span.of(&page.text);
    match element {
        Element::Word(wanted) => word == wanted || word.strip_suffix("'s") == Some(wanted),
        Element::Gap | Element::Slot(Slot::Word) => true,
        Element::Slot(Slot::Name) => page.is_capital(span.start),
        Element::Slot(Slot::Adverb) => word.len() > 4 && word.ends_with("ly"),
        Element::Slot(Slot::Superlative) => {
            word.len() > 4 && word.ends_with("est") && !NOT_SUPERLATIVE.contains(&word.as_bytes())
        }
        Element::OneOf(_) | Element::Slot(Slot::Listed(_)) => element.lists(word),
    }
}

/// What `naive` has on `page`: passages with the names of their entries, in no order.
fn find(naive: &[&Naive], page: &Page) -> BTreeSet<(usize, usize, String)> {
    let mut filed: BTreeMap<&str, Vec<&Naive>> = BTreeMap::new();
    for entry in naive {
        for word in &entry.anchors {
            filed.entry(word).or_default().push(entry);
        }
    }
    let mut found = BTreeSet::new();
    for word in page.words() {
        let whole = word.of(&page.text);
        let len = match whole.strip_suffix("'s") {
            Some(owner) if !filed.contains_key(whole) => owner.len(),
            _ => whole.len(),
        };
        let word = Span::new(word.start, word.start + len);
        for entry in filed.get(word.of(&page.text)).into_iter().flatten() {
            for span in entry.around(page, word) {
                found.insert((span.start, span.end, notation::first(entry.entry.forms)));
            }
        }
    }
    found
}

fn compiled(lexicon: &Lexicon, page: &Page) -> BTreeSet<(usize, usize, String)> {
    let mut found = BTreeSet::new();
    lexicon.each(page, &mut |span, term| {
        found.insert((span.start, span.end, term.name().to_owned()));
    });
    found
}

/// Every entry of the lists.
fn listed() -> &'static [Naive] {
    static LISTED: OnceLock<Vec<Naive>> = OnceLock::new();
    LISTED.get_or_init(|| {
        let lists = LISTS
            .iter()
            .flat_map(|(category, file)| list::parse(*category, file).entries);
        lists.map(Naive::new).collect()
    })
}

/// A word of some form of `entry`, or one that stands between.
fn words_of(entry: &Naive) -> Vec<String> {
    let mut words = Vec::new();
    let contexts = entry.innocent.iter().flat_map(|context| match context {
        Context::Among(form, _) => form.clone(),
        Context::Near(words) => words
            .split(' ')
            .map(|word| Element::Word(word.to_owned()))
            .collect(),
    });
    for form in entry
        .forms
        .iter()
        .take(20)
        .cloned()
        .chain([contexts.collect()])
    {
        for element in form {
            let mut choices = vec![];
            element.each_choice(|word| choices.push(word.to_owned()));
            words.extend(choices.into_iter().take(5));
        }
    }
    words
}

/// A form of `entry` as it may stand in a text.
fn form_of(entry: &Naive, pick: usize) -> String {
    let Some(form) = entry.forms.get(pick % entry.forms.len().max(1)) else {
        return String::new();
    };
    let words = form.iter().map(|element| {
        let mut choices = vec![];
        element.each_choice(|word| choices.push(word.to_owned()));
        choices
            .get(pick % choices.len().max(1))
            .cloned()
            .unwrap_or_else(|| "Mightiest".to_owned())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Texts made of the forms and words of a few entries.
fn texts() -> impl Strategy<Value = (Vec<usize>, String)> {
    let number = listed().len();
    let entries = prop::collection::vec(0..number, 1..6);
    let parts = prop::collection::vec((any::<usize>(), any::<usize>(), 0..12_u8), 1..60);
    (entries, parts).prop_map(|(entries, parts)| {
        let mut text = String::new();
        for (entry, pick, joint) in parts {
            let entry = &listed()[entries[entry % entries.len()]];
            let words = words_of(entry);
            match joint {
                0..3 => text.push_str(&form_of(entry, pick)),
                _ => text.push_str(
                    words
                        .get(pick % words.len().max(1))
                        .map_or("Kyiv", String::as_str),
                ),
            }
            text.push_str(
                [
                    " ", " ", " ", " ", " ", "'s ", ". ", ", ", " Kyiv ", " 'the ", "-", "' ",
                ][usize::from(joint)],
            );
        }
        (entries, text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// A project's own words are compiled when it is opened: the same notation, the same passages.
    #[test]
    fn own_words_are_found_as_written((entries, text) in texts()) {
        let own: Vec<OwnWord> = entries.iter().map(|at| OwnWord {
            forms: listed()[*at].entry.forms.to_owned(),
            category: Category::Fear,
            reason: None,
            instead: None,
        }).collect();
        let naive: Vec<Naive> = entries.iter().map(|at| Naive {
            innocent: Vec::new(),
            entry: listed()[*at].entry.clone(),
            anchors: listed()[*at].anchors.clone(),
            forms: listed()[*at].forms.clone(),
        }).collect();
        let page = Page::new(&text);
        let wanted = find(&naive.iter().collect::<Vec<_>>(), &page);
        prop_assert_eq!(compiled(&Lexicon::new(&lexicon::compiled(&own), &own), &page), wanted);
    }

    /// The lists are compiled when the program is built.
    #[test]
    fn lists_are_found_as_written((_, text) in texts()) {
        let page = Page::new(&text);
        let wanted = find(&listed().iter().collect::<Vec<_>>(), &page);
        prop_assert_eq!(compiled(lexicon(), &page), wanted);
    }
}

/// A word that a context asks for is cut from its apostrophe by the end of what is looked at.
#[test]
fn an_apostrophe_beyond_the_edge() {
    let text = "turpitude dog whistled obstructing democracy obstructs, obstructs dog whistled immigration's ";
    let page = Page::new(text);
    let wanted = find(&listed().iter().collect::<Vec<_>>(), &page);
    assert_eq!(compiled(lexicon(), &page), wanted);
}

#[test]
fn the_lists_of_the_program_are_those_of_the_files() {
    let text = "The vile regime's thugs. An utter catastrophe of biblical proportions.";
    let page = Page::new(text);
    assert!(compiled(lexicon(), &page).len() > 2);
}
