//! Regular English inflection, spelled out.

/// The forms of a regular verb.
pub(super) fn verb_forms(verb: &str) -> Vec<String> {
    let mut forms = vec![verb.to_owned(), with_s(verb)];
    if let Some(stem) = verb.strip_suffix('e') {
        forms.extend([format!("{verb}d"), format!("{stem}ing")]);
    } else if let (Some(stem), true) = (verb.strip_suffix('y'), with_s(verb).ends_with("ies")) {
        forms.extend([format!("{stem}ied"), format!("{verb}ing")]);
    } else {
        let last = doubled(verb).map_or(String::new(), String::from);
        forms.extend([format!("{verb}{last}ed"), format!("{verb}{last}ing")]);
    }
    forms
}

/// The noun's plural, the verb's third person.
pub(super) fn with_s(word: &str) -> String {
    let hiss = ["s", "x", "z", "ch", "sh"];
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ if hiss.iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        _ => format!("{word}s"),
    }
}

/// The consonant that English doubles before -ed: the last of a word of one syllable, after one short vowel.
fn doubled(verb: &str) -> Option<char> {
    let mut last = verb.chars().rev();
    let (c, b, a) = (last.next()?, last.next()?, last.next()?);
    let short = verb.chars().filter(|&c| is_vowel(c)).count() == 1;
    let ends = !is_vowel(c) && !"wxy".contains(c) && is_vowel(b) && !is_vowel(a);
    (short && ends).then_some(c)
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
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
        ] {
            assert_eq!(verb_forms(verb), forms);
        }
    }
}
