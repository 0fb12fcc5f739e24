//! Guess upon guess.

use crate::detect::Category;
use crate::detect::loaded::page::Page;
use crate::detect::loaded::rules::Rule;
use crate::text::Span;

/// **Flags:** the last of two or more hedges of different kinds within a few words ("reportedly may", "perhaps … could").
///
/// **Why:** each hedge is fair; together they tell as news what nobody claims.
///
/// **Example:** "The mine *could possibly* close."
///
/// **Misses:** hedges further apart; guesses carried by a whole paragraph.
pub(super) const RULE: Rule = Rule {
    name: "speculation/stacked hedges",
    category: Category::Speculation,
    reason: "hedge upon hedge: what remains is a guess told in the form of news",
    score: 0.12,
    find,
};

/// Most bytes between two hedges of one stack.
const NEAR: usize = 12;

const MODALS: &[&str] = &["may", "might", "could"];
const ADVERBS: &[&str] = &[
    "perhaps",
    "possibly",
    "potentially",
    "conceivably",
    "presumably",
    "allegedly",
    "reportedly",
    "supposedly",
    "apparently",
    "arguably",
];

fn find(page: &Page) -> Vec<Span> {
    let mut found = Vec::new();
    let mut last: Option<(Span, bool)> = None;
    let mut at = 0;
    for word in page.text.split(|c: char| !c.is_alphanumeric()) {
        let span = Span::new(at, at + word.len());
        at = span.end + 1;
        let modal = MODALS.contains(&word) && !page.is_capital(span.start);
        if !modal && !ADVERBS.contains(&word) {
            continue;
        }
        match last {
            Some((first, kind)) if kind != modal && is_stack(page, first, span) => {
                found.push(first.hull(span));
                last = None;
            }
            _ => last = Some((span, modal)),
        }
    }
    found
}

fn is_stack(page: &Page, first: Span, second: Span) -> bool {
    let between = page.bytes(Span::new(first.end, second.start));
    between.len() <= NEAR && !between.iter().any(|byte| b".!?;".contains(byte))
}
