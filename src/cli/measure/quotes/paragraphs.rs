//! The paragraphs of an annotated text, which pairs of quotation marks do not cross.

use crate::text::Span;

/// A blank line ends a paragraph; the end of a line does too, unless lines are broken at a fixed width.
pub(super) fn paragraphs(letters: &[char]) -> Vec<Span> {
    let is_wrapped = is_wrapped(letters);
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    while at < letters.len() {
        match gap(letters.get(at..).unwrap_or_default(), is_wrapped) {
            0 => at += 1,
            gap => {
                found.push(Span::new(start, at));
                at += gap;
                start = at;
            }
        }
    }
    found.push(Span::new(start, letters.len()));
    found.retain(|span| !span.is_empty());
    found
}

/// Length of the gap between paragraphs that `rest` begins with, or 0.
fn gap(rest: &[char], is_wrapped: bool) -> usize {
    if rest.first() != Some(&'\n') {
        return 0;
    }
    if !is_wrapped {
        return rest.iter().take_while(|c| **c == '\n').count();
    }
    let blank = rest.iter().take_while(|c| c.is_whitespace());
    let ends = blank.enumerate().filter(|(_, c)| **c == '\n');
    ends.last()
        .map_or(0, |(last, _)| if last > 0 { last + 1 } else { 0 })
}

/// Whether lines are broken at a fixed width: more than 20 lines, none over 120 characters, fewer than 0.6 of them blank, and some
/// blank ones between them.
fn is_wrapped(letters: &[char]) -> bool {
    let lines: Vec<&[char]> = letters.split(|c| *c == '\n').collect();
    let is_blank = |line: &&&[char]| line.iter().all(|c| c.is_whitespace());
    let blank = lines.iter().filter(is_blank).count();
    letters.windows(2).any(|pair| pair == ['\n', '\n'])
        && lines.len() > 20
        && lines.iter().all(|line| line.len() <= 120)
        && (blank as f64) < 0.6 * lines.len() as f64
}
