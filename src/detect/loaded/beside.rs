//! The words beside a flagged word that may stand in one phrase with it.
//!
//! A phrase ends at a mark, at a word that opens a clause, at a pronoun and at a helping verb, and it begins behind an article; other small
//! words such as "of" are passed over. Of other verbs only those in "-ed" are told from nouns: "a brutal regime fell" is all one phrase.

use crate::detect::loaded::element::{Class, class};
use crate::detect::loaded::page::Page;
use crate::text::Span;
use std::sync::LazyLock;

/// Where words stand: before the flagged ones, or behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// Before them.
    Before,
    /// Behind them.
    Behind,
}

/// A word beside flagged words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    /// Where it stands; offsets of the page.
    pub(super) word: Span,
    /// On which side.
    pub(super) side: Side,
    /// How many words of weight lie between it and the flagged ones, from 0; less than [`FARTHEST`].
    pub(super) distance: usize,
    /// How sure the flagged words are by themselves, in log-odds.
    core: f32,
    has_capital: bool,
    /// Whether the small word before it, on the way from the flagged words, is "of"; nothing if there is none.
    of: Option<bool>,
    end: End,
}

/// What stands beyond a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// A mark, or nothing.
    Mark,
    /// A small word, or one at which a phrase ends.
    Small,
    /// Another word.
    Open,
}

/// So many words of weight are looked at on each side.
pub(super) const FARTHEST: usize = 3;
/// So many small words are passed over on each side.
const SMALL: usize = 2;

/// A question about a word beside flagged ones.
#[derive(Debug)]
pub(super) struct Question {
    /// Its name in `model.txt`.
    pub(super) name: &'static str,
    /// What is told of a word of which it holds, for the reader.
    pub(super) about: &'static str,
    /// The answer.
    pub(super) value: fn(&Beside) -> f32,
}

/// Every question. It is asked for each side by itself.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        name: "core",
        about: "how sure the flagged words are by themselves",
        value: |beside| beside.core.clamp(-4.0, 2.0),
    },
    Question {
        name: "capital",
        about: "it has a capital, as in a name",
        value: |beside| f32::from(u8::from(beside.has_capital)),
    },
    Question {
        name: "of",
        about: "\"of\" stands between",
        value: |beside| f32::from(u8::from(beside.of == Some(true))),
    },
    Question {
        name: "small",
        about: "a small word stands between",
        value: |beside| f32::from(u8::from(beside.of == Some(false))),
    },
    Question {
        name: "mark",
        about: "its phrase ends there, at a mark",
        value: |beside| f32::from(u8::from(beside.end == End::Mark)),
    },
    Question {
        name: "end",
        about: "its phrase ends there, at a small word",
        value: |beside| f32::from(u8::from(beside.end == End::Small)),
    },
];

static ARTICLE: LazyLock<Option<&Class>> = LazyLock::new(|| class("article"));
static CLAUSE: LazyLock<Option<&Class>> = LazyLock::new(|| class("clause"));
static LITTLE: LazyLock<Option<&Class>> = LazyLock::new(|| class("little"));

impl Side {
    /// Both.
    pub(super) const ALL: [Self; 2] = [Self::Before, Self::Behind];

    /// Its name in `model.txt`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Behind => "behind",
        }
    }

    /// What is told of the word that stands there at `distance`, for the reader.
    pub(super) fn about(self, distance: usize) -> &'static str {
        match (self, distance) {
            (Self::Before, 0) => "its least likely word is the next one before them",
            (Self::Before, 1) => "its least likely word is the second one before them",
            (Self::Before, _) => "its least likely word is the third one before them",
            (Self::Behind, 0) => "its least likely word is the next one behind them",
            (Self::Behind, 1) => "its least likely word is the second one behind them",
            (Self::Behind, _) => "its least likely word is the third one behind them",
        }
    }

    /// The run next to run `at`.
    fn next(self, at: usize) -> Option<usize> {
        match self {
            Self::Before => at.checked_sub(1),
            Self::Behind => Some(at + 1),
        }
    }
}

/// The words on one `side` of the run at `edge`, at which flagged words so sure begin or end; the nearest first.
pub(super) fn besides(
    page: &Page,
    edge: usize,
    side: Side,
    core: f32,
) -> impl Iterator<Item = Beside> {
    let (mut at, mut distance, mut small) = (edge, 0, 0);
    let mut of = None;
    std::iter::from_fn(move || {
        while distance < FARTHEST {
            let (next, word) = step(page, at, side)?;
            at = next;
            if is_edge(page, word, side, distance) {
                return None;
            }
            if is_little(page, word) {
                small += 1;
                of = Some(page.bytes(word) == b"of");
                if small > SMALL {
                    return None;
                }
                continue;
            }
            distance += 1;
            return Some(Beside {
                word,
                side,
                distance: distance - 1,
                core,
                has_capital: page.is_capital(word.start),
                of,
                end: end(page, at, side),
            });
        }
        None
    })
}

/// The run next to run `at` with its place, as far as the phrase goes on there.
fn step(page: &Page, at: usize, side: Side) -> Option<(usize, Span)> {
    let next = side.next(at)?;
    let (here, there) = (page.run(at)?, page.run(next)?);
    let between = match side {
        Side::Before => Span::new(there.end, here.start),
        Side::Behind => Span::new(here.end, there.start),
    };
    let goes_on = page.bytes(between) == b" "
        && page.bare(here) == Some(here)
        && page.bare(there) == Some(there)
        && !is_in(*CLAUSE, page, there);
    goes_on.then_some((next, there))
}

/// Whether the phrase does not hold a word for what it is itself: an article before it, or a verb behind its noun as far as "-ed" tells.
fn is_edge(page: &Page, word: Span, side: Side, distance: usize) -> bool {
    match side {
        Side::Before => is_in(*ARTICLE, page, word),
        Side::Behind => distance > 0 && page.bytes(word).ends_with(b"ed"),
    }
}

fn end(page: &Page, at: usize, side: Side) -> End {
    match step(page, at, side) {
        Some((_, word)) if !is_little(page, word) => End::Open,
        None if stands_alone(page, at, side) => End::Mark,
        _ => End::Small,
    }
}

/// Whether no word stands beside run `at` with a space between.
fn stands_alone(page: &Page, at: usize, side: Side) -> bool {
    let Some(run) = page.run(at) else {
        return true;
    };
    match side {
        Side::Before => page.word_before(run.start).is_none(),
        Side::Behind => page.word_after(run.end).is_none(),
    }
}

fn is_little(page: &Page, word: Span) -> bool {
    let is_number = page.bytes(word).first().is_some_and(u8::is_ascii_digit);
    is_number || is_in(*LITTLE, page, word)
}

fn is_in(class: Option<&Class>, page: &Page, word: Span) -> bool {
    class.is_some_and(|class| class.has(word.of(&page.text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str, core: &str) -> String {
        let page = Page::new(text);
        let at = page
            .runs()
            .position(|run| run.of(&page.text).contains(core))
            .unwrap();
        let sides = Side::ALL.map(|side| {
            let words = besides(&page, at, side, 0.0).map(|beside| beside.word.of(&page.text));
            words.collect::<Vec<_>>().join(" ")
        });
        sides.join(" | ")
    }

    #[test]
    fn a_phrase_ends_at_marks_and_clauses() {
        for (text, found) in [
            ("The brutal regime fell.", " | regime fell"),
            ("a campaign of brutal lies, they say", "campaign | lies"),
            ("He said the “brutal” regime fell", " | "),
            ("He said the 'brutal' regime fell", " | "),
            ("It was brutal because it paid", " | "),
            ("The brutal regime waged war.", " | regime"),
            ("one brutal and vile act", " | "),
            ("they waged a brutal war", " | war"),
            ("cold, brutal far-right mob rule here", " | far right mob"),
            ("a brutal part of the of plan", " | part"),
            ("Brutal", " | "),
        ] {
            assert_eq!(words(text, "brutal"), found, "{text}");
        }
    }
}
