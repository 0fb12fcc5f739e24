//! An entry that can be looked for.

use crate::detect::loaded::context::Context;
use crate::detect::loaded::element::{self, Element};
use crate::detect::loaded::list::Entry;
use crate::detect::loaded::notation;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::word::Index;
use crate::text::Span;
use std::sync::OnceLock;

/// An entry; what is needed only where its words are met is made there, once: most entries never are.
#[derive(Debug)]
pub(super) struct Term<'t> {
    /// As it is listed.
    pub(super) entry: Entry<'t>,
    forms: OnceLock<Box<Forms>>,
    found: OnceLock<Box<Found>>,
}

/// The forms of an entry, and where in them each of their words can stand: form and place.
#[derive(Debug)]
struct Forms {
    forms: Vec<Vec<Element>>,
    places: Index<(usize, usize)>,
}

/// What is asked of an entry that was found.
#[derive(Debug)]
struct Found {
    name: String,
    innocent: Vec<Context>,
}

impl<'t> Term<'t> {
    /// For `entry`.
    pub(super) fn new(entry: Entry<'t>) -> Self {
        Self {
            entry,
            forms: OnceLock::new(),
            found: OnceLock::new(),
        }
    }

    /// What it is called: its first form.
    pub(super) fn name(&self) -> &str {
        &self.found().name
    }

    /// The passages around `word` that the entry has; more than one where forms overlap.
    pub(super) fn around(&self, page: &Page, word: Span) -> impl Iterator<Item = Span> {
        let forms = || Box::new(Forms::new(notation::compile(self.entry.forms)));
        self.forms.get_or_init(forms).around(page, word)
    }

    /// Whether one of its contexts excuses the passage `span`.
    pub(super) fn is_innocent(&self, page: &Page, span: Span) -> bool {
        let innocent = &self.found().innocent;
        innocent.iter().any(|context| context.excuses(page, span))
    }

    fn found(&self) -> &Found {
        self.found.get_or_init(|| {
            Box::new(Found {
                name: notation::first(self.entry.forms),
                innocent: self.entry.innocent().flat_map(Context::each).collect(),
            })
        })
    }
}

impl Forms {
    fn new(forms: Vec<Vec<Element>>) -> Self {
        let mut room = 0;
        let all = forms.iter().flatten();
        all.for_each(|element| element.each_choice(|_| room += 1));
        let mut places = Index::new(room);
        for (form, elements) in forms.iter().enumerate().rev() {
            for (at, element) in elements.iter().enumerate().rev() {
                element.each_choice(|word| places.file(word, (form, at)));
            }
        }
        Self { forms, places }
    }

    fn around(&self, page: &Page, word: Span) -> impl Iterator<Item = Span> {
        let text = word.of(&page.text);
        let places = self.places.get(text).into_iter().flatten();
        places.filter_map(move |(form, at)| {
            let elements = self.forms.get(form)?;
            let span = element::around(page, word, elements, at)?;
            elements.get(at)?.lists(text).then_some(span)
        })
    }
}
