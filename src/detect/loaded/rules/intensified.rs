//! Words that turn up the volume of the word behind them.

use crate::detect::Category;
use crate::detect::loaded::element::class;
use crate::detect::loaded::hit::Hit;
use crate::detect::loaded::page::Page;
use crate::text::Span;

/// Draws the intensifier before an evaluating word into its hit.
///
/// **Flags:** "utterly absurd" where a list has "absurd".
///
/// **Why:** the intensifier shows that the word is there for its force.
///
/// **Example:** "a *deeply shameful* vote".
///
/// **Misses:** intensifiers before words that no list has.
pub(in crate::detect::loaded) fn intensify(page: &Page, hits: &mut [Hit]) {
    let Some(intensifiers) = class("intensifier") else {
        return;
    };
    for hit in hits.iter_mut().filter(|hit| evaluates(hit.category)) {
        let before = page.word_before(hit.span.start);
        let word = before.filter(|word| intensifiers.has(word.of(&page.text)));
        if let Some(word) = word {
            hit.span = Span::new(word.start, hit.span.end);
        }
    }
}

fn evaluates(category: Category) -> bool {
    use Category::{Dehumanising, Emotive, Exaggeration, Fear, NameCalling, Praise};
    matches!(
        category,
        NameCalling | Dehumanising | Fear | Emotive | Exaggeration | Praise
    )
}
