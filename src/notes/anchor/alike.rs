//! Places that resemble a quote whose words are gone.

use crate::notes::CONTEXT;
use crate::notes::anchor::Wanted;
use crate::notes::anchor::distance::matches;
use crate::notes::anchor::index::{Word, WordIndex, is_word_char, words};
use crate::notes::anchor::likeness::{first, last, likeness};
use crate::text::Span;
use std::collections::HashSet;

/// A longer quote (in characters) is looked for by its beginning and its end.
const LONG: usize = 400;

/// How much of a long quote's beginning and end is looked for, in characters.
const PART: usize = 200;

/// Windows of the text that are compared with the quote, places looked at in each, and places given back.
const WINDOWS: usize = 4;
const PLACES: usize = 4;

/// Words that vote for windows: the rarest, and the first of the places of each.
const VOTERS: usize = 24;
const VOTES: usize = 256;

/// A window with so many times fewer votes than the best is not worth the comparison.
const NOISE: f32 = 10.0;

/// By how much the best place must be ahead of the next.
const LEAD: f32 = 0.1;

/// A place that resembles a quote.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// In the folded text.
    pub span: Span,
    /// How much it and its surroundings resemble what was wanted, from 0 to 1.
    pub score: f32,
    /// Whether that is enough to show an annotation there.
    enough: bool,
}

impl Place {
    /// Whether it is meant: alike enough, and clearly more than `others`, which are worse.
    pub(super) fn is_sure(&self, others: &[Self]) -> bool {
        self.enough
            && others
                .first()
                .is_none_or(|next| self.score - next.score >= LEAD)
    }
}

/// The places of `text` that most resemble `wanted`, best first.
///
/// Misses: places that share no word with the quote or its surroundings.
pub(super) fn alike(text: &str, index: &WordIndex, wanted: &Wanted) -> Vec<Place> {
    let length = wanted.quote.chars().count();
    if length <= LONG {
        return alike_short(text, index, wanted);
    }
    let [head, tail] = ends(wanted).map(|part| alike_short(text, index, &part));
    match (head.as_slice(), tail.as_slice()) {
        ([first, others @ ..], [last, more @ ..])
            if first.is_sure(others) && last.is_sure(more) =>
        {
            let whole = first.span.hull(last.span);
            let size = whole.of(text).chars().count();
            if first.span.start < last.span.end && (length / 2..length * 2).contains(&size) {
                return vec![Place {
                    span: whole,
                    score: first.score.min(last.score),
                    enough: true,
                }];
            }
        }
        _ => {}
    }
    let parts = head.into_iter().chain(tail);
    best(
        parts
            .map(|place| Place {
                enough: false,
                ..place
            })
            .collect(),
    )
}

/// The beginning and the end of a long quote, cut between words, each with its surroundings.
fn ends(wanted: &Wanted) -> [Wanted; 2] {
    let quote = &wanted.quote;
    let (head, tail) = (first(quote, PART), last(quote, PART));
    let head_end = head.rfind(' ').unwrap_or(head.len());
    let tail_start = quote.len() - tail.len() + tail.find(' ').map_or(0, |at| at + 1);
    let (head, inside) = quote.split_at(head_end);
    let (rest, tail) = quote.split_at(tail_start);
    [
        Wanted {
            quote: head.to_owned(),
            before: wanted.before.clone(),
            after: first(inside, CONTEXT).to_owned(),
            begins: wanted.begins,
            ends: None,
        },
        Wanted {
            quote: tail.to_owned(),
            before: last(rest, CONTEXT).to_owned(),
            after: wanted.after.clone(),
            begins: None,
            ends: wanted.ends,
        },
    ]
}

fn alike_short(text: &str, index: &WordIndex, wanted: &Wanted) -> Vec<Place> {
    let quote: Vec<char> = wanted.quote.chars().collect();
    let mut places = Vec::new();
    for window in windows(text, index, wanted) {
        for (errors, found) in matches(&quote, window.of(text), PLACES) {
            let span = whole_words(text, found.shift(window.start), wanted);
            // Between two words there is nothing to show an annotation on.
            if !span.is_empty() {
                places.push(weigh(text, span, errors, wanted));
            }
        }
    }
    best(places)
}

/// The best of the places, best first, none upon another.
fn best(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.span.cmp(&b.span)));
    let mut kept: Vec<Place> = Vec::new();
    for place in places {
        if kept.len() < PLACES && !kept.iter().any(|known| known.span.overlaps(place.span)) {
            kept.push(place);
        }
    }
    kept
}

/// Where the quote could be: the rare words of quote and surroundings vote for where it would start.
fn windows(text: &str, index: &WordIndex, wanted: &Wanted) -> Vec<Span> {
    let pattern = [wanted.before.as_str(), &wanted.quote, &wanted.after].concat();
    let size = wanted.quote.len();
    let step = (size / 4).max(64);
    let mut votes: Vec<(usize, f32)> = Vec::new();
    for (word, count) in voters(&pattern, index) {
        for at in index.places(word).take(VOTES) {
            // Shifted by the length of `before` so that it cannot be below 0.
            let start = (at + wanted.before.len()).saturating_sub(word.span.start);
            votes.push((start / step, 1.0 / count as f32));
        }
    }
    votes.sort_by_key(|&(bucket, _)| bucket);
    votes.dedup_by(|next, known| {
        let same = next.0 == known.0;
        known.1 += if same { next.1 } else { 0.0 };
        same
    });
    // A window reaches into the next bucket.
    let with_next = |at: usize| {
        let &(bucket, votes_here) = votes.get(at)?;
        let next = votes.get(at + 1).filter(|next| next.0 == bucket + 1);
        Some((bucket, votes_here + next.map_or(0.0, |next| next.1)))
    };
    let mut ranked: Vec<(usize, f32)> = (0..votes.len()).filter_map(with_next).collect();
    let rank = |a: &(usize, f32), b: &(usize, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if ranked.len() > WINDOWS {
        ranked.select_nth_unstable_by(WINDOWS, rank);
        ranked.truncate(WINDOWS);
    }
    ranked.sort_unstable_by(rank);
    let window = |&(bucket, _): &(usize, f32)| {
        let start = (bucket * step).saturating_sub(wanted.before.len() + 32);
        let end = start + 2 * step + size + size / 3 + 96;
        Span::new(
            text.floor_char_boundary(start),
            text.floor_char_boundary(end),
        )
    };
    let least = ranked.first().map_or(0.0, |&(_, votes)| votes / NOISE);
    ranked.retain(|&(_, votes)| votes >= least);
    ranked.iter().take(WINDOWS).map(window).collect()
}

/// The rarest words that the text has at all, with how often it has them.
fn voters(pattern: &str, index: &WordIndex) -> Vec<(Word, usize)> {
    let counted = words(pattern).map(|word| (word, index.places(word).len()));
    let mut voters: Vec<_> = counted.filter(|&(_, count)| count > 0).collect();
    voters.sort_by_key(|&(word, count)| (count, word.span.start));
    voters.truncate(VOTERS);
    voters
}

/// `span` widened to whole words where the quote had whole words, without outer white space.
fn whole_words(text: &str, span: Span, wanted: &Wanted) -> Span {
    let letter = |c: Option<char>| c.is_some_and(is_word_char);
    let (mut start, mut end) = (span.start, span.end);
    let head = |at: usize| text.get(..at).unwrap_or_default();
    let tail = |at: usize| text.get(at..).unwrap_or_default();
    if !letter(wanted.before.chars().next_back()) && letter(tail(start).chars().next()) {
        start -= run(head(start).chars().rev());
    }
    if !letter(wanted.after.chars().next()) && letter(head(end).chars().next_back()) {
        end += run(tail(end).chars());
    }
    Span::new(start, end).trim(text)
}

/// Bytes of the letters and digits at the front; at most 64 characters.
fn run(chars: impl Iterator<Item = char>) -> usize {
    chars
        .take(64)
        .take_while(|&c| is_word_char(c))
        .map(char::len_utf8)
        .sum()
}

/// How much the place and its surroundings resemble what was wanted, and whether that is enough.
fn weigh(text: &str, span: Span, errors: usize, wanted: &Wanted) -> Place {
    let length = wanted.quote.chars().count();
    let quote = 1.0 - errors as f32 / length as f32;
    let (before, after) = (wanted.before.trim(), wanted.after.trim());
    let (many_before, many_after) = (before.chars().count(), after.chars().count());
    let is_before = last(
        text.get(..span.start).unwrap_or_default().trim_end(),
        many_before,
    );
    let is_after = first(
        text.get(span.end..).unwrap_or_default().trim_start(),
        many_after,
    );
    let (before, after) = (likeness(before, is_before), likeness(after, is_after));
    let weights = [
        length as f32,
        many_before as f32 / 2.0,
        many_after as f32 / 2.0,
    ];
    let sum: f32 = weights
        .iter()
        .zip([quote, before, after])
        .map(|(weight, part)| weight * part)
        .sum();
    let around = if many_before + many_after == 0 {
        0.5
    } else {
        (before * many_before as f32 + after * many_after as f32)
            / (many_before + many_after) as f32
    };
    let strong = before >= 0.75 && after >= 0.75 && many_before + many_after >= 16;
    let same_names = names(&wanted.quote).is_subset(&names(span.of(text)));
    Place {
        span,
        score: sum / weights.iter().sum::<f32>(),
        enough: strong && quote >= 0.5
            || same_names && quote >= minimum(length) && (length >= 48 || around >= 0.4),
    }
}

/// How alike a quote of `length` characters must be where its surroundings do not prove the place.
fn minimum(length: usize) -> f32 {
    match length {
        ..16 => 0.85,
        16..32 => 0.8,
        32..64 => 0.75,
        _ => 0.7,
    }
}

/// Words that say who, where or how many: "Team Alpha" is not "Team Beta", whatever else is alike.
fn names(text: &str) -> HashSet<&str> {
    let is_name = |word: &&str| word.chars().any(|c| c.is_uppercase() || c.is_numeric());
    words(text)
        .map(|word| word.span.of(text))
        .filter(is_name)
        .collect()
}
