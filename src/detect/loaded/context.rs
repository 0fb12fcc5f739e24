//! Where an entry is innocent.

use crate::detect::loaded::page::{Page, is_letter};
use crate::detect::loaded::piece::Piece;
use crate::detect::loaded::tables::Tables;
use crate::detect::loaded::walk::Walk;
use crate::text::Span;

/// How far `~word` looks to either side, in bytes: some fifteen words.
const NEAR: usize = 90;

/// Whether a context of `term` excuses the passage `span` of `page`.
pub(super) fn excuses(page: &Page, tables: &Tables, term: u32, span: Span) -> bool {
    let contexts = tables.innocent(term);
    if contexts.is_empty() {
        return false;
    }
    let walk = Walk {
        page,
        tables,
        pieces: tables.contexts,
    };
    let mut around = None;
    let pieces = tables.contexts.within(contexts.clone()).map(Piece::of);
    contexts.zip(pieces).any(|(place, piece)| match piece {
        Piece::Itself => walk.around(span, place).is_some(),
        Piece::Near(words) => {
            let around = around.get_or_insert_with(|| Around::new(page, span));
            around.has(page, tables.letters(words))
        }
        _ => false,
    })
}

/// The words around a passage.
#[derive(Debug)]
struct Around {
    end: usize,
    /// Where a word may begin: with which byte, and where.
    starts: Vec<(u8, usize)>,
}

impl Around {
    fn new(page: &Page, span: Span) -> Self {
        let sentence = page.sentence(span.start, NEAR);
        let mut starts = Vec::with_capacity(2 * NEAR);
        let mut inside = sentence.start.checked_sub(1).is_some_and(|at| {
            page.bytes(Span::new(at, sentence.start))
                .iter()
                .any(|byte| is_letter(*byte))
        });
        for (at, &byte) in (sentence.start..).zip(page.bytes(sentence)) {
            if !inside {
                starts.push((byte, at));
            }
            inside = is_letter(byte);
        }
        Self {
            end: sentence.end,
            starts,
        }
    }

    /// Whether `words` stand there as whole words.
    fn has(&self, page: &Page, words: &[u8]) -> bool {
        let Some(first) = words.first() else {
            return false;
        };
        let same = self.starts.iter().filter(|(byte, _)| byte == first);
        same.map(|(_, at)| Span::new(*at, at + words.len()))
            .any(|span| span.end <= self.end && page.bytes(span) == words && page.is_whole(span))
    }
}
