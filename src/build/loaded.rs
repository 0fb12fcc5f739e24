//! `crate::detect::loaded`, as far as the lists need it: the files of the program itself.

#[path = "../detect/loaded/split.rs"]
mod split;
#[path = "../detect/loaded/word.rs"]
mod word;

#[path = "../detect/loaded/element.rs"]
mod element;
#[path = "../detect/loaded/inflection.rs"]
mod inflection;
#[path = "../detect/loaded/notation.rs"]
mod notation;

#[path = "../detect/loaded/sense.rs"]
mod sense;

#[path = "../detect/loaded/entry.rs"]
mod entry;
#[path = "../detect/loaded/list.rs"]
mod list;
#[path = "../detect/loaded/lists.rs"]
mod lists;

#[path = "../detect/loaded/anchor.rs"]
mod anchor;
#[path = "../detect/loaded/compile.rs"]
mod compile;
#[path = "../detect/loaded/look.rs"]
mod look;
#[path = "../detect/loaded/numbers.rs"]
mod numbers;
#[path = "../detect/loaded/pairs.rs"]
mod pairs;
#[path = "../detect/loaded/piece.rs"]
mod piece;
#[path = "../detect/loaded/sieve.rs"]
mod sieve;
#[path = "../detect/loaded/tables.rs"]
mod tables;
#[path = "../detect/loaded/vocabulary.rs"]
mod vocabulary;

/// Every list, compiled: numbers and letters.
pub fn compiled() -> (Vec<u8>, String) {
    let lists = lists::LISTS.into_iter();
    let entries = lists.flat_map(|(category, file)| list::parse(category, file).entries);
    let compiled = compile::compile(&entries.collect::<Vec<_>>());
    (compiled.numbers.into_owned(), compiled.letters.into_owned())
}
