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
use crate::detect::loaded::inflection::{Parts, noun_forms, verb_forms};
use crate::detect::loaded::split;
use std::borrow::Cow;

/// The most forms an entry has; what is written for more stands for the first ones.
const FORMS: usize = 10_000;

/// Shows `visit` every form `written` stands for, folded; none when the notation is broken. Made for the reading of whole
/// lists: no form is allocated.
pub(super) fn each(written: &str, visit: &mut dyn FnMut(&str)) {
    let hyphens = written.contains('-');
    let mut visit = |form: &str| {
        if hyphens {
            visit(&plain(form.trim_ascii()));
        } else {
            visit(form.trim_ascii());
        }
    };
    if !written
        .bytes()
        .any(|byte| matches!(byte, b'{' | b'}' | b'('))
    {
        visit(written);
    } else if let Some(words) = sole_braces(written) {
        split::all(words, b',').for_each(visit);
    } else if braces_close(written) {
        let mut expansion = Expansion {
            form: String::with_capacity(2 * written.len()),
            left: FORMS,
            visit: &mut visit,
        };
        expansion.open_braces(written);
    }
}

/// Every form `written` stands for, as [`each`] shows them.
#[cfg(test)]
pub(super) fn expand(written: &str) -> Vec<String> {
    let mut forms = Vec::new();
    each(written, &mut |form| forms.push(form.to_owned()));
    forms
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
    let mut forms = Vec::new();
    each(&bar_words(written), &mut |form| {
        forms.extend(elements(form));
    });
    forms
}

/// `{soon,now} {the ,}end` as `soon|now {the ,}end`: braces that stand alone and hold whole words need no expansion.
pub(super) fn bar_words(written: &str) -> Cow<'_, str> {
    if !written.contains('{') {
        return Cow::Borrowed(written);
    }
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
    Cow::Owned(barred + rest)
}

/// As a page shows it: lists are plain lower case already, only hyphens are not.
fn plain(form: &str) -> String {
    form.replace('-', " ")
}

/// What stands in braces that are all of `written`, when there is nothing else to expand.
fn sole_braces(written: &str) -> Option<&str> {
    let inside = written.strip_prefix('{')?.strip_suffix('}')?;
    let more = |byte| matches!(byte, b'{' | b'}' | b'(');
    (!inside.bytes().any(more)).then_some(inside)
}

/// What stands before, in and after the first braces.
fn split_braces(written: &str) -> Option<(&str, (&str, &str))> {
    let (head, rest) = split::once(written, b'{')?;
    Some((head, split::once(rest, b'}')?))
}

/// Whether every brace that opens closes, before the next one opens.
fn braces_close(written: &str) -> bool {
    let mut open = false;
    let braces = written.bytes().filter(|byte| matches!(byte, b'{' | b'}'));
    for brace in braces {
        if (brace == b'{') == open {
            return false;
        }
        open = !open;
    }
    !open
}

/// Goes through the forms of a notation, spelling them one after the other in the same place.
struct Expansion<'v> {
    /// The head of the present form.
    form: String,
    /// How many more may be shown.
    left: usize,
    visit: &'v mut dyn FnMut(&str),
}

impl Expansion<'_> {
    /// The head before each choice of braces that `rest` offers.
    fn open_braces(&mut self, rest: &str) {
        let head = self.form.len();
        if let Some((plain, (inside, tail))) = split_braces(rest) {
            self.form.push_str(plain);
            let open = self.form.len();
            for one in split::all(inside, b',') {
                if self.left == 0 {
                    break;
                }
                self.form.push_str(one);
                self.open_braces(tail);
                self.form.truncate(open);
            }
        } else {
            self.form.push_str(rest);
            self.show();
        }
        self.form.truncate(head);
    }

    /// The form, which has no braces left, in each of its inflections.
    fn show(&mut self) {
        if self.form.bytes().any(|byte| byte == b'(') {
            let form = std::mem::take(&mut self.form);
            self.inflect(Some(&form));
            self.form = form;
        } else if self.left > 0 {
            self.left -= 1;
            (self.visit)(&self.form);
        }
    }

    /// The head before each inflection of the words of `rest`.
    fn inflect(&mut self, rest: Option<&str>) {
        let Some(rest) = rest else {
            self.left = self.left.saturating_sub(1);
            return (self.visit)(&self.form);
        };
        let (word, tail) = match split::once(rest, b' ') {
            Some((word, tail)) => (word, Some(tail)),
            None => (rest, None),
        };
        match (word.strip_suffix("(v)"), word.strip_suffix("(n)")) {
            (Some(verb), _) => self.put_each(&verb_forms(verb), tail),
            (_, Some(noun)) => self.put_each(&noun_forms(noun), tail),
            _ => self.put_each(&[[word, "", ""]], tail),
        }
    }

    fn put_each(&mut self, forms: &[Parts], tail: Option<&str>) {
        let head = self.form.len();
        for parts in forms.iter().take(self.left) {
            self.form.extend(*parts);
            self.form.extend(tail.map(|_| ' '));
            self.inflect(tail);
            self.form.truncate(head);
        }
    }
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
            ("{a,{b,c}}", vec![]),
            (
                "far-{a,b} cop(n)",
                vec!["far a cop", "far a cops", "far b cop", "far b cops"],
            ),
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
