//! What is a name at all, and what only says that somebody spoke.

use crate::detect::loaded::WordHasher;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

/// A list of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// Words that open a noun phrase.
    Articles,
    /// Words that stand for somebody named elsewhere.
    Pronouns,
    /// Nouns for people whom nobody can ask, as no name is given.
    People,
    /// Nouns for what can be asked or read without a name: bodies and documents.
    Bodies,
    /// Words that a noun phrase goes on with behind its noun.
    Behind,
    /// Words before a name that are no part of it. Not those that often begin the name of an organisation: general, justice.
    Titles,
}

/// The words of each list, in lower case.
const LISTS: [(List, &str); 6] = [
    (
        List::Articles,
        "the a an this that his her its their our my one some another",
    ),
    (
        List::Pronouns,
        "he she they it i we you who him her them his their this that which",
    ),
    (
        List::People,
        "official officials source sources critic critics expert experts analyst analysts observer observers aide aides \
    adviser advisers advisor advisors insider insiders diplomat diplomats witness witnesses resident residents people person media \
    reports supporter supporters opponent opponents lawmaker lawmakers politician politicians leaders activist activists scientist \
    scientists researcher researchers authorities prosecutors investigators lawyers attorneys economists commentators historians \
    scholars doctors voters protesters some many others several everyone everybody someone somebody most few both",
    ),
    (
        List::Bodies,
        "ministry police government court agency company office committee council department party paper newspaper \
    magazine university army military union commission bank parliament campaign statement report document paragraph study survey \
    poll letter article law treaty text website indictment filing lawsuit complaint book memo constitution",
    ),
    (
        List::Behind,
        "of for from in at with on by to who that which and close near familiar",
    ),
    (
        List::Titles,
        "mr mrs ms miss dr prof professor sir dame president vice-president premier minister chancellor senator sen \
    congressman congresswoman rep representative governor gov mayor judge gen col lt sgt capt captain colonel lieutenant sergeant \
    admiral ambassador pope bishop archbishop cardinal rev reverend imam sheikh rabbi spokesman spokeswoman spokesperson chairman \
    chairwoman",
    ),
];

/// The longest word of the lists, in bytes.
const LONGEST: usize = 14;

/// The lists that a word is in, as bits.
static WORDS: LazyLock<HashMap<&str, u8, BuildHasherDefault<WordHasher>>> = LazyLock::new(|| {
    let mut words = HashMap::default();
    for (list, text) in LISTS {
        for word in text.split_whitespace() {
            *words.entry(word).or_default() |= list.bit();
        }
    }
    words
});

impl List {
    fn bit(self) -> u8 {
        1 << self as u8
    }

    /// Whether the list has `word`, in whatever case.
    pub(super) fn has(self, word: &str) -> bool {
        let has = |word: &str| WORDS.get(word).is_some_and(|lists| lists & self.bit() != 0);
        if !word.is_ascii() {
            return has(&word.to_lowercase());
        }
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..word.len()) else {
            return false;
        };
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        str::from_utf8(lower).is_ok_and(has)
    }
}

/// Whether the words name whom one could ask or what one could read: a person, an organisation, a document. "Officials" do not, "the
/// ministry" does.
pub(super) fn is_named(words: &str) -> bool {
    let head = words.split([',', '(']).next().unwrap_or(words);
    let mut words = head.split_whitespace().map(unowned).peekable();
    words.next_if(|word| List::Articles.has(word));
    let Some(mut noun) = words.next() else {
        return false;
    };
    while let Some(word) = words.next_if(|word| !List::Behind.has(word)) {
        noun = word;
    }
    let first = head.split_whitespace().next().unwrap_or_default();
    let is_definite = !["a", "an", "one", "A", "An", "One"].contains(&first);
    !List::People.has(noun) && (is_capital(noun) || is_definite && List::Bodies.has(noun))
}

/// Whether the words only stand for somebody named elsewhere.
pub(super) fn is_pronoun(words: &str) -> bool {
    List::Pronouns.has(words)
}

/// Whether a word begins with a capital or a digit, or has a capital inside.
pub(super) fn is_capital(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphanumeric());
    letters
        .next()
        .is_some_and(|c| c.is_uppercase() || c.is_numeric())
        || word.chars().skip(1).any(char::is_uppercase)
}

/// Without a possessive ending.
pub(super) fn unowned(word: &str) -> &str {
    let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
    stem.unwrap_or(word)
        .trim_end_matches(['’', '\'', '.', ':', ';'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_in_its_list() {
        for (list, text) in LISTS {
            for word in text.split_whitespace() {
                assert!(list.has(word) && list.has(&word.to_uppercase()), "{word}");
            }
        }
        assert!(!List::People.has("vice-presidents") && !List::People.has("Akar"));
    }

    #[test]
    fn who_can_be_asked() {
        for (words, named) in [
            ("Hulusi Akar", true),
            ("the Kremlin", true),
            ("TurkNWS", true),
            ("the ministry", true),
            ("a report", false),
            ("the sixth paragraph of the tripartite statement", true),
            ("Foreign Ministry spokeswoman Maria Zakharova", true),
            ("Officials", false),
            ("Western officials", false),
            ("a source close to Merkel", false),
            ("Azerbaijani media", false),
            ("a spokesman for the Pentagon", false),
            ("the expert", false),
            ("he", false),
            ("", false),
        ] {
            assert_eq!(is_named(words), named, "{words}");
        }
    }
}
