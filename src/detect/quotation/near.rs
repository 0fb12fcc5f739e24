//! The text before a paragraph, as far as somebody named there is remembered.

use crate::article::Article;
use crate::text::Span;

/// How far the person behind "he" or "the expert" is looked for, in paragraphs and in bytes.
pub(super) const REACH: (usize, usize) = (6, 6 * 1024);

/// The paragraphs before `own`, nearest first, within [`REACH`]; of the one that it stands in, what stands before it.
pub(super) fn paragraphs_before(article: &Article, own: Span) -> impl Iterator<Item = Span> + '_ {
    let index = article.paragraph_at(own.start);
    let low = own.start.saturating_sub(REACH.1);
    let start = article.paragraph(index).start;
    let beginning = (start < own.start)
        .then(|| Span::new(start.max(article.text.ceil_char_boundary(low)), own.start));
    let paragraphs = (index.saturating_sub(REACH.0)..index)
        .rev()
        .map(move |paragraph| article.paragraph(paragraph))
        .take_while(move |span| span.start >= low);
    beginning.into_iter().chain(paragraphs)
}
