//! Foreign text inside Markdown: it must come out as it is, never as markup, and never as a control character.

use crate::text::{visible, visible_line};

/// One line of text, for a paragraph, a heading or a cell of a table.
pub(super) fn inline(text: &str) -> String {
    line(&visible_line(text))
}

/// Text of several lines: a line break stays one, a blank line begins a new paragraph.
pub(super) fn block(text: &str) -> String {
    let text = text.trim();
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut lines = text.lines().map(str::trim_end).peekable();
    while let Some(source) = lines.next() {
        out.push_str(&line(&visible(source)));
        match lines.peek() {
            Some(next) if !next.is_empty() && !source.is_empty() => out.push_str("\\\n"),
            Some(_) => out.push('\n'),
            None => {}
        }
    }
    out
}

/// A stretch of one line that goes on before and after it; `is_first` where it begins the line. White space at its ends stays.
pub(super) fn stretch(text: &str, is_first: bool) -> String {
    let text = visible(text);
    let mut out = if is_first {
        line(&text)
    } else {
        escaped(&text, None)
    };
    // A footnote behind it would be a picture.
    if out.ends_with('!') {
        out.pop();
        out.push_str("\\!");
    }
    out
}

/// The same as a block quotation.
pub(super) fn quotation(text: &str) -> String {
    block(text)
        .lines()
        .map(|line| format!("> {line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// A code span, for names and fingerprints; also right inside a table.
pub(super) fn code(text: &str) -> String {
    let text = visible_line(text).replace('|', "\\|");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// One line, already visible.
fn line(text: &str) -> String {
    let body = text.trim_start();
    let indent = text.chars().count() - body.chars().count();
    "\u{a0}".repeat(indent) + &escaped(body, leading_marker(body))
}

/// Visible text with everything disarmed that could be markup, and what stands at `marker`. Backslashes work before any
/// ASCII punctuation (`CommonMark` 2.4).
fn escaped(text: &str, marker: Option<usize>) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        if Some(at) == marker || is_markup(c, next) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Where a line's leading list, heading, rule or table marker stands: the character that a backslash disarms.
fn leading_marker(body: &str) -> Option<usize> {
    if body.starts_with(['#', '-', '+', '=', ':']) {
        return Some(0);
    }
    let digits = body.len() - body.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = body.get(digits..).unwrap_or_default();
    (digits > 0 && after.starts_with(['.', ')'])).then_some(digits)
}

fn is_markup(c: char, next: Option<char>) -> bool {
    match c {
        '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '~' | '|' | '$' => true,
        '&' => next.is_some_and(|next| next == '#' || next.is_ascii_alphanumeric()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        for (text, escaped) in [
            (
                "plain “words”, 3.5 % of R&D — fine.",
                "plain “words”, 3.5 % of R\\&D — fine.",
            ),
            (
                "*a* _b_ [c](d) <e> `f`",
                "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\`",
            ),
            ("# no heading", "\\# no heading"),
            ("> no quote", "\\> no quote"),
            ("- no list", "\\- no list"),
            ("+ no list", "\\+ no list"),
            ("12. May", "12\\. May"),
            ("3) three", "3\\) three"),
            ("2025.", "2025\\."),
            ("12 May. 3.", "12 May. 3."),
            ("---", "\\---"),
            ("===", "\\==="),
            ("a | b", "a \\| b"),
            ("back\\slash", "back\\\\slash"),
            ("&lt; & AT&T &#60;", "\\&lt; & AT\\&T \\&#60;"),
            ("$5 and $6", "\\$5 and \\$6"),
            ("\u{1b}[31mred\u{202e}", "␛\\[31mred\u{fffd}"),
            ("two\nlines", "two lines"),
        ] {
            assert_eq!(inline(text), escaped, "{text:?}");
        }
    }

    #[test]
    fn blocks_keep_their_lines() {
        for (text, escaped) in [
            ("one\ntwo", "one\\\ntwo"),
            ("one\n\ntwo", "one\n\ntwo"),
            ("one\r\n\r\n\r\ntwo  \n", "one\n\n\ntwo"),
            (
                "a\n- b\n    code",
                "a\\\n\\- b\\\n\u{a0}\u{a0}\u{a0}\u{a0}code",
            ),
            ("", ""),
        ] {
            assert_eq!(block(text), escaped, "{text:?}");
        }
        assert_eq!(quotation("one\n\ntwo"), "> one\n>\n> two");
        assert_eq!(quotation("one\ntwo"), "> one\\\n> two");
    }

    #[test]
    fn code_spans_hold_back_ticks() {
        for (text, span) in [
            ("a.txt", "`a.txt`"),
            ("a`b", "``a`b``"),
            ("`", "`` ` ``"),
            ("a|b", "`a\\|b`"),
            ("a\nb\u{1b}", "`a b␛`"),
        ] {
            assert_eq!(code(text), span);
        }
    }
}
