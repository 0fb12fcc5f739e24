//! Where an entry is innocent.

use crate::detect::loaded::page::Page;
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
    let mut sentence = None;
    contexts
        .clone()
        .zip(tables.contexts.within(contexts))
        .any(|(place, piece)| match Piece::of(piece) {
            Piece::Itself => walk.around(span, place).is_some(),
            Piece::Near(words) => {
                let sentence = sentence.get_or_insert_with(|| page.sentence(span.start, NEAR));
                has(page, *sentence, tables.letters(words))
            }
            _ => false,
        })
}

/// Whether `words` stand in `sentence` as whole words.
fn has(page: &Page, sentence: Span, words: &[u8]) -> bool {
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let bytes = page.bytes(sentence);
    let mut from = 0;
    while let Some(at) = bytes
        .get(from..)
        .and_then(|rest| rest.iter().position(|byte| byte == first))
    {
        let start = sentence.start + from + at;
        from += at + 1;
        let span = Span::new(start, start + words.len());
        if bytes.get(from..).is_some_and(|tail| tail.starts_with(rest)) && page.is_whole(span) {
            return true;
        }
    }
    false
}
