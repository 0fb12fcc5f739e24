//! The word by which an entry is found.

use crate::detect::loaded::element::{Element, class};
use crate::detect::loaded::notation;

/// The words under which an entry is filed: every passage that it has holds one of them.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    /// The words, in no order, perhaps some twice.
    pub(super) words: Vec<String>,
    /// Whether the entry is nothing else.
    pub(super) is_all: bool,
}

/// How telling a word is that stands in every text.
const COMMON: usize = 1;

/// The anchor of an entry: the place of its notation whose words are rarest; where no place has telling words of its own,
/// the rarest words of every form.
pub(super) fn anchor(written: &str) -> Anchor {
    let written = written.replace('-', " ");
    let places = places(&written);
    let is_word = places.len() == 1;
    let rank = |words: &Vec<String>| telling(words.iter().map(String::as_str));
    let best = places
        .iter()
        .filter_map(|place| choices(place))
        .max_by_key(rank)
        .filter(|words| is_word || rank(words) > COMMON);
    Anchor {
        is_all: is_word && best.is_some(),
        words: best.unwrap_or_else(|| of_each_form(&written)),
    }
}

/// Parts at the spaces outside braces.
fn places(written: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let parts = written.split(move |c: char| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == ' ' && depth == 0
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// The words that can stand at a place; nothing when they cannot be listed or there may be none or several.
fn choices(place: &str) -> Option<Vec<String>> {
    let listed = place
        .strip_prefix('<')
        .and_then(|name| class(name.strip_suffix('>')?));
    if let Some(class) = listed {
        return Some(class.words().map(str::to_owned).collect());
    }
    if place.contains([' ', '<', '*', '_']) {
        return None;
    }
    let words = notation::expand(place);
    words.iter().all(|word| !word.is_empty()).then_some(words)
}

fn of_each_form(written: &str) -> Vec<String> {
    let forms = notation::compile(written);
    let best = forms.iter().filter_map(|form| {
        let words = form.iter().map(Element::choices);
        words.max_by_key(|words| telling(words.split('|')))
    });
    best.flat_map(|words| words.split('|').map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| !word.is_empty())
        .collect()
}

/// How rare words are: the letters of the shortest; next to nothing when one of them stands in every text.
fn telling<'a>(words: impl Iterator<Item = &'a str>) -> usize {
    let common = class("common");
    let letters = |word: &str| match common {
        Some(common) if common.has(word) => COMMON,
        _ => 2 * word.len(),
    };
    words.map(letters).min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (written, words, is_all) in [
            (
                "catastroph{e,ic}",
                vec!["catastrophe", "catastrophic"],
                true,
            ),
            ("of the far-right", vec!["right"], false),
            (
                "{the ,a }worst {case,example}",
                vec!["case", "example"],
                false,
            ),
            ("{in the end,at last}", vec!["end", "last"], false),
            ("<word> mayhem *", vec!["mayhem"], false),
        ] {
            let anchor = anchor(written);
            assert_eq!(anchor.words, words, "{written}");
            assert_eq!(anchor.is_all, is_all, "{written}");
        }
    }
}
