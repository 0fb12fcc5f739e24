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

/// Every form of every list in plain words, in order: what a plain search for the same phrases looks for. Of a form with gaps or classes
/// of words the longest part without them.
pub fn forms() -> Vec<String> {
    let mut forms = std::collections::BTreeSet::new();
    let longest = |form: &str| {
        let parts = form.split('*').flat_map(|part| part.split('<'));
        // What stands before > is the name of a class.
        let plain = parts.map(|part| part.split_once('>').map_or(part, |(_, plain)| plain));
        plain
            .map(|part| part.trim().to_owned())
            .max_by_key(String::len)
    };
    for (category, file) in lists::LISTS {
        for entry in list::parse(category, file).entries {
            notation::each(entry.forms, &mut |form| forms.extend(longest(form)));
        }
    }
    forms.remove("");
    forms.into_iter().collect()
}
