//! Passages in quotation marks: which sign pairs with which.

use crate::detect::quotation::sign::{Family, Sign, Way, signs};
use crate::text::Span;

/// A passage in quotation marks that stands in no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// With both marks; to the end of the paragraph when the closing one is missing.
    pub(super) span: Span,
    /// The words between the marks.
    pub(super) inside: Span,
    /// Whether the closing mark is there.
    pub(super) closed: bool,
}

/// A passage in single marks is at most this long, in bytes: beyond, an apostrophe is the likelier reading.
const SINGLE_LIMIT: usize = 600;

/// The passages in quotation marks of one paragraph, in order.
///
/// Pairs do not cross paragraphs, so one bad mark spoils one paragraph at most. A mark that opens inside an open
/// passage is nested while the marks balance, else a slip. A mark that never closes counts when it cannot be mistaken
/// for anything else, and then reaches the paragraph's end. Linear in the paragraph.
/// Misses: wrong-way marks that stand right behind a letter or comma ("he says,” a lot”").
pub(super) fn marks(text: &str, paragraph: Span) -> Vec<Mark> {
    let signs = signs(text, paragraph);
    let closers = closers(&signs);
    let mut found = Vec::new();
    let mut balanced = true;
    let mut at = 0;
    while let Some(sign) = signs.get(at) {
        at += 1;
        if sign.way == Way::Closes {
            continue;
        }
        let mut closer = balanced.then(|| nested_closer(&signs, at - 1)).flatten();
        if closer.is_none() {
            // From here on nothing balances: asking again for every opener would be quadratic.
            balanced &= sign.family == Family::Single;
            closer = flat_closer(&signs, &closers, at - 1);
        }
        if let Some(closer) = closer {
            found.extend(signs.get(closer).map(|end| closed(sign, end)));
            at = closer + 1;
        } else if sign.sure {
            found.push(open(sign, paragraph));
            break;
        }
    }
    found
}

fn closed(opener: &Sign, closer: &Sign) -> Mark {
    Mark {
        span: opener.span.hull(closer.span),
        inside: Span::new(opener.span.end, closer.span.start),
        closed: true,
    }
}

fn open(opener: &Sign, paragraph: Span) -> Mark {
    Mark {
        span: Span::new(opener.span.start, paragraph.end),
        inside: Span::new(opener.span.end, paragraph.end),
        closed: false,
    }
}

/// For every sign the next one of its family that can close it.
fn closers(signs: &[Sign]) -> Vec<Option<usize>> {
    let mut next = [None; 5];
    let mut found = vec![None; signs.len()];
    for ((at, sign), closer) in signs.iter().enumerate().zip(&mut found).rev() {
        if let Some(next) = next.get_mut(sign.family as usize) {
            *closer = *next;
            if sign.way != Way::Opens {
                *next = Some(at);
            }
        }
    }
    found
}

/// The closer of the opener at `at` when marks of its family nest; nothing when they do not balance.
fn nested_closer(signs: &[Sign], at: usize) -> Option<usize> {
    let family = signs.get(at)?.family;
    if family == Family::Single {
        return None;
    }
    let mut depth = 0usize;
    for (index, sign) in signs.iter().enumerate().skip(at) {
        if sign.family != family {
            continue;
        }
        match sign.way {
            Way::Opens => depth += 1,
            Way::Either if index == at => depth += 1,
            Way::Either | Way::Closes => depth = depth.saturating_sub(1),
        }
        if depth == 0 {
            return Some(index);
        }
    }
    None
}

/// The closer of the opener at `at` when marks do not nest.
fn flat_closer(signs: &[Sign], closers: &[Option<usize>], at: usize) -> Option<usize> {
    let opener = signs.get(at)?;
    let closer = (*closers.get(at)?)?;
    if opener.family != Family::Single {
        return Some(closer);
    }
    let near = |index: usize| {
        let end = signs.get(index).map_or(usize::MAX, |sign| sign.span.end);
        end - opener.span.start <= SINGLE_LIMIT
    };
    let weak = signs.get(closer).is_some_and(|sign| sign.weak);
    let strong = |&next: &usize| signs.get(next).is_some_and(|sign| !sign.weak);
    let next = (*closers.get(closer)?)
        .filter(strong)
        .filter(|&next| weak && next == closer + 1 && near(next));
    Some(next.unwrap_or(closer)).filter(|&index| near(index))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (text, expected) in [
            ("“No,” he said. “No!”", vec!["“No,”", "“No!”"]),
            ("He said \"I can't\" twice.", vec!["\"I can't\""]),
            (
                "„Nein“, »nein« und ‚nie‘",
                vec!["„Nein“", "»nein«", "‚nie‘"],
            ),
            ("« Non », ”Nej”, ‹non›", vec!["« Non »", "”Nej”", "‹non›"]),
            ("``Aye,'' and ''aye''", vec!["``Aye,''", "''aye''"]),
            ("“One “two” three”", vec!["“One “two” three”"]),
            ("“One “two” three", vec!["“One “two”"]),
            ("One “two three", vec!["“two three"]),
            ("One \"two three", vec![]),
            ("the boys' 5\" and '60s o'clock", vec![]),
            ("the “bad“ one", vec!["“bad“"]),
            ("「はい」『いいえ』", vec!["「はい」", "『いいえ』"]),
        ] {
            let found = marks(text, Span::new(0, text.len()));
            let words: Vec<_> = found.iter().map(|mark| mark.span.of(text)).collect();
            assert_eq!(words, expected, "{text}");
        }
    }
}
