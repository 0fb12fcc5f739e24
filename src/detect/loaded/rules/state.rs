//! States that grip, drag and devour.

use crate::detect::loaded::element::{Class, class};
use crate::detect::loaded::page::Page;
use crate::detect::loaded::rules::Rule;
use crate::detect::loaded::sense::Sense;
use crate::detect::{Category, Strictness};
use crate::text::Span;

/// **Flags:** a verb of bodily force or appetite whose subject is a state, a capital or an alliance and whose object is another
/// name: "Moscow is dragging Belarus", "Brussels will swallow Serbia".
///
/// **Why:** the picture says that one side acts and the other suffers; who did what, and by which means, is not told.
///
/// **Example:** "Its neighbours fear that Russia is *strangling Varnia*": the verb and its object.
///
/// **Misses:** states outside the class `state` of `classes.txt`, passives, subjects and objects of more than one word, verbs that
/// are listed by themselves. Sports reports in which countries play are flagged where the verb fits and no score follows.
pub(super) const RULE: Rule = Rule {
    name: "state as a body",
    category: Category::Fear,
    reason: "a state grips or devours another: the picture supplies the force, the will and the victim",
    rating: 5,
    shown: Strictness::All,
    sense: Sense::Action,
    find,
};

/// Words between a state and its verb at most: helping verbs and adverbs.
const BETWEEN: usize = 4;

fn find(page: &Page) -> Vec<Span> {
    let (Some(states), Some(verbs)) = (class("state"), class("bodily")) else {
        return Vec::new();
    };
    if !verbs.may_be_on(page.hashes()) {
        return Vec::new();
    }
    page.capitals()
        .filter_map(|run| page.bare(run))
        .filter(|word| states.has(word.of(&page.text)))
        .filter_map(|state| {
            let verb = verb_behind(page, state, verbs)?;
            let object = page.word_after(verb.end)?;
            let is_score = |next: Span| {
                next.of(&page.text)
                    .bytes()
                    .all(|byte| byte.is_ascii_digit())
            };
            let in_sport = page.word_after(object.end).is_some_and(is_score);
            (page.is_capital(object.start) && !in_sport).then(|| Span::new(verb.start, object.end))
        })
        .collect()
}

/// The bodily verb of which `state` is the subject.
fn verb_behind(page: &Page, state: Span, verbs: &Class) -> Option<Span> {
    let helping = class("helping")?;
    let mut word = page.word_after(state.end)?;
    for _ in 0..=BETWEEN {
        let text = word.of(&page.text);
        if verbs.has(text) {
            return Some(word);
        }
        if !helping.has(text) && !text.ends_with("ly") {
            return None;
        }
        word = page.word_after(word.end)?;
    }
    None
}
