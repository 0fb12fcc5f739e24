//! Quotation marks that take a word back.

use crate::detect::loaded::element::class;
use crate::detect::loaded::page::{Page, is_letter};
use crate::detect::loaded::rules::Rule;
use crate::detect::loaded::sense::Sense;
use crate::detect::{Category, Strictness};
use crate::text::Span;
use memchr::memchr2_iter;

/// **Flags:** one to three words in quotation marks that nobody in the sentence is said to have spoken.
///
/// **Why:** the marks say "so they call it": they doubt the word, or mock whoever uses it, without saying why.
///
/// **Example:** 'The ministry could only answer with "regret".'
///
/// **Misses:** words quoted from a speaker of an earlier sentence are flagged; doubted words beside a genuine cue are not;
/// titles in lower case are. Plurals between two apostrophes are taken for possessives.
pub(super) const RULE: Rule = Rule {
    name: "scare quotes",
    category: Category::Distancing,
    reason: "marks around a word that nobody is credited with: they take it back without saying why",
    rating: 4,
    shown: Strictness::All,
    sense: Sense::Nothing,
    find,
};

/// Longest quoted passage, in bytes.
const LONGEST: usize = 40;
/// How far a sentence is searched for a cue, in bytes.
const REACH: usize = 220;

fn find(page: &Page) -> Vec<Span> {
    let bytes = page.text.as_bytes();
    let mut found = Vec::new();
    let mut from = 0;
    for at in memchr2_iter(b'"', b'\'', bytes) {
        if at < from || !opens(bytes, at) {
            continue;
        }
        if let Some(end) = closing(bytes, at) {
            from = end;
            let span = Span::new(at, end);
            if is_short(page, span) && !is_title(page, span) && !is_credited(page, span) {
                found.push(span);
            }
        }
    }
    found
}

fn opens(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| bytes.get(before));
    before.is_none_or(|byte| b" (".contains(byte))
        && bytes.get(at + 1).copied().is_some_and(is_letter)
}

/// One past the closing mark like the one at `at`.
fn closing(bytes: &[u8], at: usize) -> Option<usize> {
    let mark = bytes.get(at)?;
    let inside = bytes.get(at + 1..(at + 1 + LONGEST).min(bytes.len()))?;
    let len = inside.iter().enumerate().position(|(len, byte)| {
        let next = inside
            .get(len + 1)
            .copied()
            .or(bytes.get(at + len + 2).copied());
        byte == mark && !next.is_some_and(is_letter)
    })?;
    Some(at + len + 2)
}

fn is_short(page: &Page, span: Span) -> bool {
    let inside = page.bytes(Span::new(span.start + 1, span.end - 1));
    let inside = inside
        .strip_suffix(b".")
        .or(inside.strip_suffix(b","))
        .unwrap_or(inside);
    let plain = |&byte: &u8| is_letter(byte) || byte == b' ' || byte == b'\'';
    let opens = page.published(span).of(page.original).starts_with('‘');
    let possessive = page.bytes(span).first() == Some(&b'\'') && inside.ends_with(b"s") && !opens;
    let words = inside.split(|&byte| byte == b' ').count();
    let digits = inside.iter().any(u8::is_ascii_digit);
    inside.len() > 2 && words <= 3 && !digits && inside.iter().all(plain) && !possessive
}

/// Whether every longer word has a capital, as in the title of a work or a name.
fn is_title(page: &Page, span: Span) -> bool {
    let mut at = span.start + 1;
    let mut capitals = true;
    for word in Span::new(at, span.end - 1).of(&page.text).split(' ') {
        capitals &= word.len() < 4 || page.is_capital(at);
        at += word.len() + 1;
    }
    capitals && page.is_capital(span.start + 1)
}

fn is_credited(page: &Page, span: Span) -> bool {
    let Some(cues) = class("cue") else {
        return false;
    };
    let around = page.sentence(span.start, REACH);
    around
        .of(&page.text)
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(|word| cues.has(word))
}
