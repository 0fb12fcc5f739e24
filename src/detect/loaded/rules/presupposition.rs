//! Questions about what somebody understands.

use crate::detect::loaded::page::Page;
use crate::detect::loaded::rules::{Rule, question};
use crate::detect::loaded::sense::Sense;
use crate::detect::{Category, Strictness};
use crate::text::Span;

/// **Flags:** "does anybody understand that" at the head of a question, with any verb of knowing or minding.
///
/// **Why:** what stands behind "that" is presupposed: whoever answers has granted it.
///
/// **Example:** "*Does the council realise that* the river will not wait?"
///
/// **Misses:** more than four words of subject. An interviewer's honest questions of that form are flagged.
pub(super) const RULE: Rule = Rule {
    name: "presupposition",
    category: Category::Insinuation,
    reason: "the question asks whether somebody knows it: that it is so is presupposed, not claimed",
    rating: 5,
    shown: Strictness::Normal,
    sense: Sense::Nothing,
    find,
};

/// Helping verbs that open a question about what somebody has in mind.
const HELPING: &[&str] = &["do", "does", "did", "will", "can", "could"];

/// What is presupposed stands behind these.
const MINDING: &[&str] = &[
    "understand",
    "realise",
    "realize",
    "know",
    "remember",
    "grasp",
    "see",
    "care",
    "notice",
    "forget",
    "believe",
    "think",
    "expect",
    "imagine",
    "mind",
];

fn find(page: &Page) -> Vec<Span> {
    let questions = question::questions(page);
    questions
        .filter_map(|question| {
            let len = minding(question.of(&page.text))?;
            Some(Span::new(question.start, question.start + len))
        })
        .collect()
}

/// Bytes of "does anybody understand that" at the head of `question`.
fn minding(question: &str) -> Option<usize> {
    let words: Vec<&str> = question.split(' ').take(7).collect();
    let place = words.iter().position(|word| MINDING.contains(word))?;
    if !HELPING.contains(words.first()?) || place < 2 {
        return None;
    }
    let that = ["that", "how", "what"].contains(words.get(place + 1)?);
    let words = words.get(..place + 1 + usize::from(that))?;
    that.then(|| words.iter().map(|word| word.len() + 1).sum::<usize>() - 1)
}
