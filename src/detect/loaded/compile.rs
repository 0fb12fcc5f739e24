//! Lists made ready for the search: what [`Tables`](crate::detect::loaded::tables::Tables) reads.
//!
//! The build script compiles our lists, the program a project's own words.

use crate::detect::Category;
use crate::detect::loaded::anchor;
use crate::detect::loaded::element::{Class, Element, Slot, class};
use crate::detect::loaded::entry::Entry;
use crate::detect::loaded::look::Look;
use crate::detect::loaded::notation;
use crate::detect::loaded::numbers::written;
use crate::detect::loaded::pairs::{Found, Pairs};
use crate::detect::loaded::piece::Piece;
use crate::detect::loaded::sieve::{pair, sieve};
use crate::detect::loaded::tables::{Compiled, Side};
use crate::detect::loaded::vocabulary::Vocabulary;
use crate::detect::loaded::word::Key;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// Everything that `entries` say, for the search.
pub(super) fn compile(entries: &[Entry]) -> Compiled {
    let mut compiler = Compiler::default();
    let anchors: Vec<BTreeSet<u32>> = entries
        .iter()
        .map(|entry| compiler.anchors(entry.forms))
        .collect();
    compiler
        .found
        .resize_with(compiler.vocabulary.len(), Found::default);
    for ((term, entry), anchors) in (0..).zip(entries).zip(&anchors) {
        compiler.forms(term, entry.forms, anchors);
        compiler.contexts(entry);
        compiler.say(entry);
    }
    compiler.pieces.push(Piece::Head(0).number());
    compiler.contexts.push(Piece::Head(0).number());
    compiler.compiled()
}

#[derive(Debug, Default)]
struct Compiler {
    vocabulary: Vocabulary,
    /// What is never looked up by its letters.
    texts: Vocabulary,
    /// By anchor.
    found: Vec<Found>,
    pieces: Vec<u32>,
    sets: Vec<u32>,
    /// Where each set begins.
    set_starts: Vec<u32>,
    /// The numbers of sets.
    known: HashMap<Vec<u32>, u32>,
    contexts: Vec<u32>,
    /// Where each term's contexts begin.
    innocent: Vec<u32>,
    terms: Vec<u32>,
    sections: Vec<u32>,
}

impl Compiler {
    fn anchors(&mut self, forms: &str) -> BTreeSet<u32> {
        let mut anchors = BTreeSet::new();
        anchor::each(forms, &mut |word| {
            anchors.insert(self.vocabulary.number(word));
        });
        anchors
    }

    /// Notes what `entry` says: its section, its name, its fields.
    fn say(&mut self, entry: &Entry) {
        let category = Category::ALL.iter().position(|one| *one == entry.category);
        let section = [
            category.unwrap_or_default() as u32,
            self.said(entry.rule),
            entry.rating.into(),
            self.said(entry.section),
        ];
        let name = self.said(&notation::first(entry.forms));
        let fields = self.said(&entry.said());
        let known = self
            .sections
            .as_chunks()
            .0
            .iter()
            .position(|known| *known == section);
        let number = known.unwrap_or(self.sections.len() / section.len());
        if known.is_none() {
            self.sections.extend(section);
        }
        self.terms.extend([number as u32, name, fields]);
    }

    /// The number of a text as [`Tables::said`](crate::detect::loaded::tables::Tables::said) takes it: many names are words of forms.
    fn said(&mut self, text: &str) -> u32 {
        match self.vocabulary.known(text) {
            Some(word) => 2 * word,
            None => 2 * self.texts.number(text) + 1,
        }
    }

    fn forms(&mut self, term: u32, forms: &str, anchors: &BTreeSet<u32>) {
        for form in notation::compile(forms) {
            let choices: Vec<BTreeSet<u32>> = form.iter().map(|one| self.choices(one)).collect();
            let is_anchor = |word: &&u32| anchors.contains(word);
            if let [words] = choices.as_slice() {
                for anchor in words.iter().filter(is_anchor) {
                    self.file_alone(*anchor, Look::Term(term));
                }
                continue;
            }
            self.pieces.push(Piece::Head(term).number());
            for (at, element) in form.iter().enumerate() {
                for anchor in choices.get(at).into_iter().flatten().filter(is_anchor) {
                    self.file(*anchor, &choices, at);
                }
                let piece = self.piece(element).number();
                self.pieces.push(piece);
            }
        }
    }

    fn file_alone(&mut self, anchor: u32, look: Look) {
        if let Some(found) = self.found.get_mut(anchor as usize)
            && found.alone.last() != Some(&look)
        {
            found.alone.push(look);
        }
    }

    /// Files the next piece, which is that of the words at `at` of a form, under the more telling of the words beside it.
    fn file(&mut self, anchor: u32, choices: &[BTreeSet<u32>], at: usize) {
        let look = Look::Place(self.pieces.len() as u32);
        let sides = [(Side::Left, at.checked_sub(1)), (Side::Right, Some(at + 1))];
        let sides = sides.into_iter().filter_map(|(side, beside)| {
            let words = choices.get(beside?)?;
            let rarest = words.iter().map(|word| self.vocabulary.rank(*word)).min()?;
            Some((rarest, Reverse(words.len()), side, words))
        });
        let best = sides.max_by_key(|(rank, len, ..)| (*rank, *len));
        let Some((.., side, words)) = best else {
            return self.file_alone(anchor, look);
        };
        if let Some(found) = self.found.get_mut(anchor as usize) {
            let pairs = match side {
                Side::Left => &mut found.left,
                Side::Right => &mut found.right,
            };
            for word in words {
                pairs.entry(*word).or_default().push(look);
            }
        }
    }

    /// The words that `element` can be, where they can be listed.
    fn choices(&mut self, element: &Element) -> BTreeSet<u32> {
        let mut words = BTreeSet::new();
        element.each_choice(|word| {
            words.insert(self.vocabulary.number(word));
        });
        words
    }

    fn piece(&mut self, element: &Element) -> Piece {
        match element {
            Element::Word(word) => Piece::Word(self.vocabulary.number(word)),
            Element::OneOf(_) | Element::Slot(Slot::Listed(_)) => {
                let words = self.choices(element).into_iter().collect();
                Piece::OneOf(self.set(words))
            }
            Element::Gap => Piece::Gap,
            Element::Slot(Slot::Word) => Piece::Any,
            Element::Slot(Slot::Name) => Piece::Name,
            Element::Slot(Slot::Superlative) => Piece::Superlative,
            Element::Slot(Slot::Adverb) => Piece::Adverb,
        }
    }

    fn set(&mut self, words: Vec<u32>) -> u32 {
        if let Some(number) = self.known.get(&words) {
            return *number;
        }
        let number = self.set_starts.len() as u32;
        self.set_starts.push(self.sets.len() as u32);
        self.sets.extend(&words);
        self.known.insert(words, number);
        number
    }

    fn contexts(&mut self, entry: &Entry) {
        self.innocent.push(self.contexts.len() as u32);
        for written in entry.innocent() {
            match written.strip_prefix('~') {
                Some(words) => notation::each(words, &mut |words| {
                    let is_word = words.bytes().all(|byte| byte.is_ascii_alphanumeric());
                    let piece = if is_word {
                        Piece::Near(self.vocabulary.number(words))
                    } else {
                        Piece::NearText(self.texts.number(words))
                    };
                    self.contexts.push(piece.number());
                }),
                None => self.among(written),
            }
        }
    }

    /// A context that is written like a form, the entry itself as `_`.
    fn among(&mut self, written: &str) {
        let is_entry = |element: &Element| matches!(element, Element::Word(word) if word == "_");
        for form in notation::compile(written) {
            let Some(itself) = form.iter().position(is_entry) else {
                continue;
            };
            self.contexts.push(Piece::Head(0).number());
            for (at, element) in form.iter().enumerate() {
                let piece = if at == itself {
                    Piece::Itself
                } else {
                    self.piece(element)
                };
                self.contexts.push(piece.number());
            }
            self.contexts.push(Piece::Head(0).number());
        }
    }

    /// Lets pass the words and pairs of words by which anything is found.
    fn sieve(&self) -> Vec<u32> {
        let hash = |word: u32| self.vocabulary.hash(word);
        let mut grains = Vec::new();
        for (word, found) in (0..).zip(&self.found) {
            if !found.alone.is_empty() {
                grains.push((hash(word), Side::Right));
            }
            let left = found
                .left
                .keys()
                .map(|other| pair(hash(*other), hash(word)));
            grains.extend(left.map(|hash| (hash, Side::Left)));
            let right = found
                .right
                .keys()
                .map(|other| pair(hash(word), hash(*other)));
            grains.extend(right.map(|hash| (hash, Side::Right)));
        }
        let common = class("common").into_iter().flat_map(Class::words);
        let common = common.map(|word| (Key::of(word.as_bytes()).hash, Side::Right));
        sieve(&grains, &common.collect::<Vec<_>>())
    }

    /// Everything, as [`Tables::read`](crate::detect::loaded::tables::Tables::read) takes it apart.
    fn compiled(mut self) -> Compiled {
        let pairs = Pairs::new(&self.found);
        self.innocent.push(self.contexts.len() as u32);
        self.set_starts.push(self.sets.len() as u32);
        let letters = self.vocabulary.letters();
        let sieve = self.sieve();
        let parts = [
            self.vocabulary.slots(),
            self.vocabulary.starts(0),
            self.texts.starts(letters.len()),
            pairs.sides,
            pairs.others,
            pairs.looks,
            pairs.more,
            self.pieces,
            self.sets,
            self.set_starts,
            self.terms,
            self.sections,
            self.innocent,
            self.contexts,
        ];
        let sieve = (4, sieve.iter().flat_map(|n| n.to_le_bytes()).collect());
        let parts = parts.iter().map(|part| written(part));
        let mut numbers = Vec::new();
        for (width, part) in std::iter::once(sieve).chain(parts) {
            numbers.push(width);
            numbers.extend((part.len() as u32).to_le_bytes());
            numbers.extend(part);
        }
        Compiled {
            numbers: numbers.into(),
            letters: (letters + &self.texts.letters()).into(),
        }
    }
}
