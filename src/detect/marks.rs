//! What quotation marks around a passage say of it.

use crate::detect::QuotationKind;
use crate::text::Span;

/// Double quotation marks and angled ones. Misses: single marks, which are apostrophes more often.
const MARKS: [char; 8] = ['"', '“', '”', '„', '«', '»', '‟', '＂'];

/// Longest quotation that is read for its marks, in bytes: it is read anew for each passage asked about.
const LONGEST: usize = 20_000;

/// Whether all of `passage` stands between marks inside of `quotation`; of an overlong one it does not.
pub(super) fn surround(text: &str, quotation: Span, passage: Span) -> bool {
    if quotation.len() > LONGEST {
        return false;
    }
    let before = Span::new(quotation.start, passage.start).of(text);
    let within = passage.of(text);
    let is_open = state(before, None);
    let outer = within.starts_with(MARKS) && within.ends_with(MARKS);
    let inner = within.trim_matches(MARKS);
    !inner.contains(MARKS) && (is_open.is_some() || outer)
}

/// The stretches of `span` between marks, without them.
pub fn between_marks(text: &str, span: Span) -> Vec<Span> {
    let mut stretches = Vec::new();
    let mut open: Option<(char, usize)> = None;
    for (at, c) in span.of(text).char_indices() {
        let at = span.start + at;
        match (open, next(open.map(|(mark, _)| mark), c)) {
            (None, Some(mark)) => open = Some((mark, at + c.len_utf8())),
            (Some((_, start)), None) => {
                stretches.push(Span::new(start, at));
                open = None;
            }
            _ => {}
        }
    }
    stretches.extend(open.map(|(_, start)| Span::new(start, span.end)));
    stretches
}

/// How the passage at `span` is reported, if it is: by the share of its letters that stand between marks. Marks just around it count.
/// Marks that its paragraph leaves open end with the passage.
pub fn reported_as(text: &str, span: Span) -> QuotationKind {
    let behind = text.get(span.end..).unwrap_or_default();
    let before = text.get(..span.start).unwrap_or_default();
    let is_around = before.ends_with(MARKS) && behind.starts_with(MARKS);
    let mut open = if is_around {
        before.chars().next_back()
    } else {
        None
    };
    let (mut inside, mut all) = (0_usize, 0_usize);
    for c in span.of(text).chars() {
        open = next(open, c);
        if c.is_alphanumeric() {
            all += 1;
            inside += usize::from(open.is_some());
        }
    }
    match (inside * 100, all) {
        (0, 0) => QuotationKind::Direct,
        (inside, all) if inside >= 95 * all => QuotationKind::Direct,
        (inside, all) if inside <= 2 * all => QuotationKind::Indirect,
        _ => QuotationKind::Mixed,
    }
}

/// The mark that is open behind `text`.
fn state(text: &str, open: Option<char>) -> Option<char> {
    text.chars().fold(open, next)
}

/// The mark that is open behind `c`, when `open` was before it.
fn next(open: Option<char>, c: char) -> Option<char> {
    match (open, c) {
        (Some('"'), '"')
        | (Some('＂'), '＂')
        | (Some('„' | '‟'), '“' | '”')
        | (Some('“'), '”' | '"')
        | (Some('”'), '”')
        | (Some('«'), '»')
        | (Some('»'), '«') => None,
        (Some(open), _) => Some(open),
        (None, c) => MARKS.contains(&c).then_some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        for (text, words, kind) in [
            (
                "“The bridge is open,” Lund said.",
                "“The bridge is open,”",
                QuotationKind::Direct,
            ),
            (
                "“The bridge is open,” Lund said.",
                "The bridge is open,",
                QuotationKind::Direct,
            ),
            (
                "“The bridge is open” said Lund.",
                "The bridge is open",
                QuotationKind::Direct,
            ),
            (
                "Lund said it was \"open\" now.",
                "it was \"open\" now",
                QuotationKind::Mixed,
            ),
            (
                "Lund said it was open.",
                "it was open",
                QuotationKind::Indirect,
            ),
            (
                "Er sagte „Nein, danke“ und ging.",
                "„Nein, danke“",
                QuotationKind::Direct,
            ),
        ] {
            let start = text.find(words).unwrap();
            let span = Span::new(start, start + words.len());
            assert_eq!(reported_as(text, span), kind, "{text}");
        }
    }
}
