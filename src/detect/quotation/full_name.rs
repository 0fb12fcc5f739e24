//! A surname made full: its first mention with a given name.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::german;
use crate::detect::quotation::token::{Token, tokens};
use crate::text::Span;
use memchr::memmem;

/// How far a full name is looked for before its surname, in bytes.
const REACH: usize = 20 * 1024;

/// A surname that stands this often in the reach is looked at no further.
const LOOKS: usize = 32;

/// What is looked at on either side of a full name, in bytes.
const BESIDE: usize = 40;

/// Where the first mention before `start` stands that has the last word of the name `own`, and a given name; the same given
/// name when `own` has one.
pub(super) fn full_name(text: &str, own: &str, start: usize, german: bool) -> Option<Span> {
    let surname = own.rsplit(' ').next().unwrap_or(own);
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let window = Span::new(from, start).of(text);
    let given = own
        .split(' ')
        .next()
        .filter(|given| given.len() < own.len());
    memmem::find_iter(window.as_bytes(), surname)
        .filter(|&at| window.get(..at).is_some_and(|before| before.ends_with(' ')))
        .take(LOOKS)
        .find_map(|at| ending_with(window, at, surname, given, german))
        .map(|full| full.shift(from))
}

/// The name that ends with the surname at byte `at` of `window`, if it has a given name (`given`, when asked for).
fn ending_with(
    window: &str,
    at: usize,
    surname: &str,
    given: Option<&str>,
    german: bool,
) -> Option<Span> {
    let end = at + surname.len();
    let whole = !window.get(end..)?.starts_with(char::is_alphanumeric);
    let before = window.get(window.floor_char_boundary(at.saturating_sub(60))..at)?;
    if !whole || !before.ends_with(' ') {
        return None;
    }
    let line = before.rsplit('\n').next()?;
    let shift = at - line.len();
    let tokens = tokens(window, Span::new(shift, at));
    let other = Class::DETERMINER
        .and(Class::PREPOSITION)
        .and(Class::CONJUNCTION)
        .and(Class::TITLE)
        .and(Class::CUE)
        .and(Class::AUXILIARY)
        .and(Class::ADVERB)
        .and(Class::PRONOUN)
        .and(Class::TIME)
        .and(Class::BODY);
    let owner = |token: &Token| {
        token.span.of(window).ends_with("’s") || token.span.of(window).ends_with("'s")
    };
    let names = tokens
        .iter()
        .rev()
        .take(3)
        .take_while(|token| {
            let titled = german && german::name::is_title(token.span.of(window));
            token.is_upper() && !token.is(other) && !owner(token) && !titled
        })
        .count();
    let first = tokens.get(tokens.len() - names..)?.first()?.span;
    let fits = given.is_none_or(|given| first.of(window) == given);
    fits.then(|| Span::new(first.start, end))
}

/// Whether what stands around a full name shows that it is a person's: "said Ida Lund", "Mayor Ida Lund", "Ida Lund, who",
/// "Ida Lund, a seamstress", "Ida Lund said".
pub(super) fn is_persons(text: &str, name: Span) -> bool {
    let from = text.floor_char_boundary(name.start.saturating_sub(BESIDE));
    let before = tokens(text, Span::new(from, name.start));
    let until = text.floor_char_boundary(text.len().min(name.end + BESIDE));
    let mut behind = tokens(text, Span::new(name.end, until)).into_iter();
    let credited = Class::CUE.and(Class::TITLE).and(Class::ROLE);
    let told = before.last().is_some_and(|token| token.is(credited));
    let (first, second) = (behind.next(), behind.next());
    let described = Class::RELATIVE.and(Class::DETERMINER).and(Class::ROLE);
    told || first.is_some_and(|token| token.is(Class::CUE) || token.is(Class::RELATIVE))
        || first.is_some_and(|token| token.is_sign(","))
            && second.is_some_and(|token| token.is(described))
}
