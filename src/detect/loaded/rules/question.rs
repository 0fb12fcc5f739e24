//! Questions that are no questions.

use crate::detect::loaded::page::Page;
use crate::detect::loaded::rules::Rule;
use crate::detect::loaded::sense::Sense;
use crate::detect::{Category, Strictness};
use crate::text::Span;
use memchr::memchr_iter;

/// **Flags:** the opening of a question whose form settles the answer: a negated verb at its head ("Isn't this …?"), "how could",
/// "who would", "since when", "what kind of".
///
/// **Why:** the claim inside the question is not made, so nobody has to show it.
///
/// **Example:** "*Who would believe the* council now?"
///
/// **Misses:** questions loaded by their content alone; questions longer than some sixty words. Genuine questions of an
/// interviewer with these openings are flagged.
pub(super) const RULE: Rule = Rule {
    name: "loaded question",
    category: Category::Insinuation,
    reason: "a question that already holds its answer: the claim in it is not made, so nobody has to show it",
    rating: 4,
    shown: Strictness::All,
    sense: Sense::Nothing,
    find,
};

/// Bytes before the question mark in which its question begins.
const REACH: usize = 360;

/// Openings that settle the answer by themselves.
const OPENINGS: &[&str] = &[
    "isn't",
    "aren't",
    "wasn't",
    "weren't",
    "won't",
    "wouldn't",
    "can't",
    "couldn't",
    "shouldn't",
    "don't",
    "doesn't",
    "didn't",
    "hasn't",
    "haven't",
    "how could",
    "how can anyone",
    "how dare",
    "how many more",
    "how much longer",
    "how much more",
    "how long before",
    "how long until",
    "since when",
    "who would",
    "who could",
    "who else",
    "who needs",
    "who cares",
    "who knows",
    "why would",
    "why won't",
    "why should",
    "why don't",
    "why doesn't",
    "why aren't",
    "why isn't",
    "why can't",
    "why bother",
    "what kind of",
    "what sort of",
    "what on earth",
    "what else could",
    "is it any wonder",
    "is it really",
    "is there any doubt",
    "is that really",
    "is this really",
    "do we really",
    "are we really",
    "are we supposed to",
    "am i supposed to",
    "what could possibly",
    "what are they hiding",
    "what is he hiding",
    "coincidence",
];

fn find(page: &Page) -> Vec<Span> {
    let questions = questions(page);
    questions
        .filter_map(|question| opening(page, question))
        .collect()
}

/// The questions of `page`, without their marks and an "and" or "but" before them.
pub(super) fn questions<'p>(page: &'p Page) -> impl Iterator<Item = Span> + 'p {
    memchr_iter(b'?', page.text.as_bytes()).map(|mark| {
        let question = Span::new(start(page, mark), mark).of(&page.text);
        let head = ["but ", "and "];
        let question = head
            .iter()
            .find_map(|head| question.strip_prefix(head))
            .unwrap_or(question);
        Span::new(mark - question.len(), mark)
    })
}

fn start(page: &Page, mark: usize) -> usize {
    let low = mark.saturating_sub(REACH);
    let before = page.bytes(Span::new(low, mark));
    let stop = before.iter().rposition(|byte| b".!?\":;-(".contains(byte));
    let start = stop.map_or(low, |stop| low + stop + 1);
    let blanks = page.bytes(Span::new(start, mark));
    start + blanks.iter().take_while(|&&byte| byte == b' ').count()
}

fn opening(page: &Page, question: Span) -> Option<Span> {
    let words = question.of(&page.text);
    let start = question.start;
    OPENINGS
        .iter()
        .map(|opening| Span::new(start, start + opening.len()))
        .zip(OPENINGS)
        .find(|(span, opening)| words.starts_with(**opening) && page.is_whole(*span))
        .map(|(span, _)| with_next_words(page, span, question.end))
}

fn with_next_words(page: &Page, span: Span, mark: usize) -> Span {
    let mut end = span.end;
    for _ in 0..2 {
        end = page.word_after(end).map_or(end, |word| word.end.min(mark));
    }
    Span::new(span.start, end)
}
