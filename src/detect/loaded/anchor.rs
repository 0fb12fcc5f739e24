//! The words by which an entry is found.

use crate::detect::loaded::element::class;
use crate::detect::loaded::notation;
use crate::detect::loaded::split;

/// How telling a word is that stands in every text.
const COMMON: usize = 1;

/// Shows `visit` the words under which the entry `written` is filed, in no order, perhaps some twice: every passage that
/// it has holds one of them. They are those of the place of its notation whose words are rarest; where no place has telling
/// words of its own, the rarest words of every form.
pub(super) fn each(written: &str, visit: &mut dyn FnMut(&str)) {
    if written.contains('-') {
        return each(&written.replace('-', " "), visit);
    }
    let mut places = places(written);
    if let (Some(word), None) = (
        places.next().filter(|place| is_listable(place)),
        places.next(),
    ) {
        return each_choice(word, visit);
    }
    let ranked = self::places(written).filter_map(|place| Some((place, telling(place)?)));
    match ranked.max_by_key(|&(_, rank)| rank) {
        Some((place, rank)) if rank > COMMON => each_choice(place, visit),
        _ => of_each_form(written, visit),
    }
}

/// Parts at the spaces outside braces.
fn places(written: &str) -> impl Iterator<Item = &str> {
    let mut rest = written;
    std::iter::from_fn(move || {
        rest = rest.trim_ascii_start();
        let mut inside = false;
        let end = rest.bytes().position(|byte| {
            inside = byte == b'{' || inside && byte != b'}';
            byte == b' ' && !inside
        });
        let (place, tail) = rest.split_at_checked(end.unwrap_or(rest.len()))?;
        rest = tail;
        (!place.is_empty()).then_some(place)
    })
}

/// Whether the words that can stand at `place` can be listed, and none of them is two.
fn is_listable(place: &str) -> bool {
    let is_open = |byte| matches!(byte, b' ' | b'<' | b'*' | b'_');
    !place.bytes().any(is_open) || listed(place).is_some()
}

/// How rare the words are that can stand at `place`: the letters of the shortest, twice; next to nothing when one of them
/// stands in every text. Nothing when they cannot be listed or there may be none or several.
fn telling(place: &str) -> Option<usize> {
    if !is_listable(place) {
        return None;
    }
    let mut least = usize::MAX;
    each_choice(place, &mut |word| {
        if least > COMMON || word.is_empty() {
            least = least.min(rank(word));
        }
    });
    (1..usize::MAX).contains(&least).then_some(least)
}

/// How telling a word is: the letters it has, twice, or next to nothing if it stands in every text.
pub(super) fn rank(word: &str) -> usize {
    match class("common") {
        Some(common) if common.has(word) => COMMON,
        _ => 2 * word.len(),
    }
}

/// The words of the class that is written `<name>`.
fn listed(written: &str) -> Option<impl Iterator<Item = &'static str> + use<>> {
    let name = written.strip_prefix('<')?.strip_suffix('>')?;
    Some(class(name)?.words())
}

/// The words of a class, of `{this,that}` or `this|that`, or the word itself.
fn each_choice(written: &str, visit: &mut dyn FnMut(&str)) {
    match listed(written) {
        Some(words) => words.for_each(visit),
        None if written.bytes().any(|byte| byte == b'|') => {
            split::all(written, b'|').for_each(visit);
        }
        None => notation::each(written, visit),
    }
}

fn of_each_form(written: &str, visit: &mut dyn FnMut(&str)) {
    // Most forms of an entry have the same words in common: what was visited last need not be visited again.
    let mut last = String::new();
    notation::each(&notation::bar_words(written), &mut |form| {
        let words = form.split_ascii_whitespace();
        let ranked = words.filter_map(|words| Some((words, telling(words)?)));
        if let Some((words, _)) = ranked.max_by_key(|&(_, rank)| rank)
            && words != last
        {
            last.replace_range(.., words);
            each_choice(words, visit);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (written, words) in [
            ("catastroph{e,ic}", vec!["catastrophe", "catastrophic"]),
            ("of the far-right", vec!["right"]),
            ("{the ,a }worst {case,example}", vec!["case", "example"]),
            ("{in the end,at last}", vec!["end", "last"]),
            ("<word> mayhem *", vec!["mayhem"]),
            ("{at first,{}", vec![]),
        ] {
            let mut anchors = Vec::new();
            each(written, &mut |word| anchors.push(word.to_owned()));
            assert_eq!(anchors, words, "{written}");
        }
    }
}
