//! Regular English inflection, spelled out.

/// A form in parts, which stand one behind the other.
pub(super) type Parts<'w> = [&'w str; 3];

/// The forms of a regular verb.
pub(super) fn verb_forms(verb: &str) -> [Parts<'_>; 4] {
    let third = with_s(verb);
    let [past, ongoing] = match (verb.strip_suffix('e'), verb.strip_suffix('y')) {
        (Some(stem), _) => [[verb, "", "d"], [stem, "", "ing"]],
        (_, Some(stem)) if third == [stem, "", "ies"] => [[stem, "", "ied"], [verb, "", "ing"]],
        _ => {
            let last = doubled(verb);
            [[verb, last, "ed"], [verb, last, "ing"]]
        }
    };
    [[verb, "", ""], third, past, ongoing]
}

/// The forms of a regular noun.
pub(super) fn noun_forms(noun: &str) -> [Parts<'_>; 2] {
    [[noun, "", ""], with_s(noun)]
}

/// The noun's plural, the verb's third person.
fn with_s(word: &str) -> Parts<'_> {
    let hiss = ["s", "x", "z", "ch", "sh"];
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => [stem, "", "ies"],
        _ if hiss.iter().any(|end| word.ends_with(end)) => [word, "", "es"],
        _ => [word, "", "s"],
    }
}

/// The consonant that English doubles before -ed: the last of a word of one syllable, after one short vowel.
fn doubled(verb: &str) -> &str {
    let mut last = verb.char_indices().rev();
    let (Some((at, c)), Some((_, b)), Some((_, a))) = (last.next(), last.next(), last.next())
    else {
        return "";
    };
    let short = verb.chars().filter(|&c| is_vowel(c)).count() == 1;
    let ends = !is_vowel(c) && !"wxy".contains(c) && is_vowel(b) && !is_vowel(a);
    verb.get(at..).filter(|_| short && ends).unwrap_or_default()
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        for (verb, forms) in [
            ("slam", ["slam", "slams", "slammed", "slamming"]),
            ("smear", ["smear", "smears", "smeared", "smearing"]),
            ("vilify", ["vilify", "vilifies", "vilified", "vilifying"]),
            ("incite", ["incite", "incites", "incited", "inciting"]),
            ("crush", ["crush", "crushes", "crushed", "crushing"]),
            ("decry", ["decry", "decries", "decried", "decrying"]),
            ("betray", ["betray", "betrays", "betrayed", "betraying"]),
        ] {
            assert_eq!(verb_forms(verb).map(|parts| parts.concat()), forms);
        }
    }
}
