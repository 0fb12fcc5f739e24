//! How a list writes word forms, and what a written form becomes.
//!
//! | written | means |
//! |---|---|
//! | `catastroph{e,es,ic}` | one of these endings; braces may hold spaces or nothing: `{so ,}called` |
//! | `slam(v)` | slam, slams, slammed, slamming, by the rules of English spelling |
//! | `puppet(n)` | puppet, puppets |
//! | `*` | any one or two words |
//! | `<be>` | a word of that class in `classes.txt`, or of a class known by its shape: `<word>` any word, `<name>` one or two words with a capital, `<superlative>` a word in -est, `<adverb>` a word in -ly |
//!
//! Lists are written in plain lower case; in the text, case, accents, curly apostrophes and hyphens do not matter.

use crate::detect::loaded::element::{Element, elements};
use crate::detect::loaded::inflection::{verb_forms, with_s};

/// Most forms a written form may stand for.
const FORMS: usize = 10_000;

/// Every form `written` stands for, folded; nothing when the notation is broken.
pub(super) fn expand(written: &str) -> Vec<String> {
    let mut forms = Vec::new();
    if !open_braces(written, &mut forms) {
        return Vec::new();
    }
    forms
        .iter()
        .flat_map(|form| inflect(form))
        .take(FORMS)
        .map(|form| plain(form.trim()))
        .collect()
}

/// The first form `written` stands for: what its entry is called.
pub(super) fn first(written: &str) -> String {
    let mut first = written.to_owned();
    while let Some((head, (inside, tail))) = split_braces(&first) {
        first = format!(
            "{head}{}{tail}",
            inside.split(',').next().unwrap_or_default()
        );
    }
    plain(first.replace("(v)", "").replace("(n)", "").trim())
}

/// The forms `written` stands for as elements, braces that hold whole words kept together;
/// nothing when the notation is broken or a class is not known.
pub(super) fn compile(written: &str) -> Vec<Vec<Element>> {
    let forms = expand(&bar_words(written));
    forms.iter().filter_map(|form| elements(form)).collect()
}

/// `{soon,now} {the ,}end` as `soon|now {the ,}end`: braces that stand alone and hold whole words need no expansion.
fn bar_words(written: &str) -> String {
    let mut barred = String::with_capacity(written.len());
    let mut rest = written;
    let mut after_space = true;
    while let Some((head, (inside, tail))) = split_braces(rest) {
        let plain = |c: char| c.is_ascii_lowercase() || c == '\'';
        let mut words = inside.split(',');
        let are_words = words.all(|word| !word.is_empty() && word.chars().all(plain));
        let left = head.ends_with(' ') || head.is_empty() && after_space;
        barred.push_str(head);
        if are_words && left && (tail.is_empty() || tail.starts_with(' ')) {
            barred.push_str(&inside.replace(',', "|"));
        } else {
            barred.extend(["{", inside, "}"]);
        }
        let mut words = inside.split(',');
        after_space = left && words.all(|word| word.is_empty() || word.ends_with(' '));
        rest = tail;
    }
    barred + rest
}

/// As a page shows it: lists are plain lower case already, only hyphens are not.
fn plain(form: &str) -> String {
    if !form.contains('-') {
        return form.to_owned();
    }
    form.replace('-', " ")
}

/// What stands before, in and after the first braces.
fn split_braces(written: &str) -> Option<(&str, (&str, &str))> {
    let (head, rest) = written.split_once('{')?;
    Some((head, rest.split_once('}')?))
}

fn open_braces(written: &str, forms: &mut Vec<String>) -> bool {
    let Some((head, rest)) = written.split_once('{') else {
        forms.push(written.to_owned());
        return !written.contains('}');
    };
    let Some((inside, tail)) = rest.split_once('}') else {
        return false;
    };
    !head.contains('}')
        && forms.len() < FORMS
        && inside
            .split(',')
            .all(|one| open_braces(&[head, one, tail].concat(), forms))
}

fn inflect(form: &str) -> Vec<String> {
    if !form.contains('(') {
        return vec![form.to_owned()];
    }
    let mut forms = vec![String::new()];
    for word in form.split_whitespace() {
        let endings = match (word.strip_suffix("(v)"), word.strip_suffix("(n)")) {
            (Some(verb), _) => verb_forms(verb),
            (_, Some(noun)) => vec![noun.to_owned(), with_s(noun)],
            _ => vec![word.to_owned()],
        };
        forms = forms
            .iter()
            .flat_map(|head| endings.iter().map(move |word| format!("{head} {word}")))
            .collect();
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expansion() {
        for (written, forms) in [
            ("catastroph{e,ic}", vec!["catastrophe", "catastrophic"]),
            ("{so ,}called", vec!["so called", "called"]),
            ("slam(v)", vec!["slam", "slams", "slammed", "slamming"]),
            ("smear(v)", vec!["smear", "smears", "smeared", "smearing"]),
            (
                "vilify(v)",
                vec!["vilify", "vilifies", "vilified", "vilifying"],
            ),
            (
                "incite(v)",
                vec!["incite", "incites", "incited", "inciting"],
            ),
            ("puppet(n) state", vec!["puppet state", "puppets state"]),
            ("far-right", vec!["far right"]),
            ("broken{", vec![]),
            ("broken}", vec![]),
        ] {
            assert_eq!(expand(written), forms, "{written}");
        }
    }

    #[test]
    fn whole_words_stay_together() {
        for (written, forms) in [
            ("{a,b} c", "a|b c"),
            ("far-{a,b} c", "far-{a,b} c"),
            ("{a ,}b {c,d}", "{a ,}b c|d"),
            ("x {a ,}{c,d} e", "x {a ,}c|d e"),
            ("x{a ,}{c,d} e", "x{a ,}{c,d} e"),
            ("a {b", "a {b"),
        ] {
            assert_eq!(bar_words(written), forms);
        }
    }
}
