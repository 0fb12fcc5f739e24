//! Pairs of quotation marks, by a fixed convention: whatever detector is measured, these are asked about.
//!
//! Outermost pairs only, and none across paragraphs. A mark left open counts to the end of its paragraph when it is a curly,
//! low or angled one, or when the next paragraph begins with a mark, too.
//!
//! Misses: nested pairs; single quotation marks over more than 600 characters.

use crate::cli::measure::quotes::paragraphs::paragraphs;
use crate::text::Span;

/// Signs without which spans are compared.
const OUTSIDE: &str = " \t\n\r\u{a0}\"“”„‟«»‹›‘’'`.,;:!?…—–-()[]＂";

/// `span` without white space, quotation marks and punctuation at either end.
pub(super) fn trimmed(letters: &[char], span: Span) -> Span {
    let inside = letters.get(span.start..span.end).unwrap_or_default();
    let is_outside = |c: &&char| OUTSIDE.contains(**c);
    let before = inside.iter().take_while(is_outside).count();
    let behind = inside
        .iter()
        .skip(before)
        .rev()
        .take_while(is_outside)
        .count();
    Span::new(span.start + before, span.start + inside.len() - behind)
}

/// The pairs in a text, each with its marks, in order.
pub(super) fn pairs(letters: &[char]) -> Vec<Span> {
    let paragraphs = paragraphs(letters);
    let mut pairs = Vec::new();
    for (place, &span) in paragraphs.iter().enumerate() {
        let (closed, open) = Paragraph::new(letters, span).pairs();
        pairs.extend(closed);
        let next = paragraphs.get(place + 1);
        let next = next.and_then(|next| letters.get(next.start));
        let goes_on =
            |start: usize| is_one_of(letters.get(start), "“„«`") || is_one_of(next, "“\"„«‘'");
        pairs.extend(open.filter(|span| goes_on(span.start)));
    }
    pairs
}

fn is_one_of(letter: Option<&char>, of: &str) -> bool {
    letter.is_some_and(|letter| of.contains(*letter))
}

/// Longest text between single quotation marks, in characters; and between straight ones, in words.
const LONGEST: usize = 600;
const LONGEST_STRAIGHT: usize = 60;

struct Paragraph<'t> {
    letters: &'t [char],
    span: Span,
    /// Where the last straight double mark, or two apostrophes, begins.
    last_double: Option<usize>,
}

/// A sign of a paragraph: two apostrophes are one double mark, two grave accents an opening one.
#[derive(Clone, Copy)]
struct Sign {
    at: usize,
    len: usize,
    is: char,
    /// The character on either side; a space at the end of the paragraph.
    before: char,
    behind: char,
}

impl Sign {
    fn is_behind_space(self) -> bool {
        self.before.is_whitespace()
    }

    /// White space before it and none behind.
    fn leans_right(self) -> bool {
        self.is_behind_space() && !self.behind.is_whitespace()
    }
}

impl<'t> Paragraph<'t> {
    fn new(letters: &'t [char], span: Span) -> Self {
        let mut paragraph = Self {
            letters,
            span,
            last_double: None,
        };
        let doubles = |at: &usize| paragraph.sign(*at).is == '"';
        paragraph.last_double = (span.start..span.end).rev().find(doubles);
        paragraph
    }

    /// Those closed, and the one left open.
    fn pairs(&self) -> (Vec<Span>, std::option::IntoIter<Span>) {
        let mut closed = Vec::new();
        let mut open: Option<(usize, &str)> = None;
        let mut at = self.span.start;
        while at < self.span.end {
            let sign = self.sign(at);
            at += sign.len;
            match open {
                Some((start, closers)) if self.closes(sign, closers) => {
                    closed.push(Span::new(start, at));
                    open = None;
                }
                Some(_) => {}
                None => open = self.closers(sign).map(|closers| (sign.at, closers)),
            }
            if open.is_none()
                && let Some(end) = self.single(sign)
            {
                closed.push(Span::new(sign.at, end));
                at = end;
            }
        }
        let open = open.map(|(start, _)| Span::new(start, self.span.end));
        (closed, open.into_iter())
    }

    fn letter(&self, at: usize) -> char {
        let inside = self.span.contains(at).then(|| self.letters.get(at));
        inside.flatten().copied().unwrap_or(' ')
    }

    fn sign(&self, at: usize) -> Sign {
        let (is, len) = match (self.letter(at), self.letter(at + 1)) {
            ('\'', '\'') => ('"', 2),
            ('`', '`') => ('“', 2),
            (letter, _) => (letter, 1),
        };
        Sign {
            at,
            len,
            is,
            before: at.checked_sub(1).map_or(' ', |before| self.letter(before)),
            behind: self.letter(at + len),
        }
    }

    /// The marks that close what `sign` opens; nothing if it opens nothing.
    fn closers(&self, sign: Sign) -> Option<&'static str> {
        let is_first = sign.at == self.span.start;
        let opens = |before: &str| sign.is_behind_space() || before.contains(sign.before);
        let touches = !sign.behind.is_whitespace();
        match sign.is {
            '"' | '＂' if is_first || touches && opens("([{—–-/…:;,.]‘“\u{202a}\u{200b}") => {
                Some("\"")
            }
            '“' if sign.len == 2 => Some("”\""),
            '“' => Some("”"),
            '„' | '‟' => Some("“”"),
            '«' => Some("»"),
            '‹' => Some("›"),
            '「' => Some("」"),
            '『' => Some("』"),
            '»' if touches && opens("([") => Some("«"),
            '›' if touches && opens("([") => Some("‹"),
            '”' if is_first || opens("\u{202a}\u{200b}([") => Some("”"),
            _ => None,
        }
    }

    fn closes(&self, sign: Sign, closers: &str) -> bool {
        if closers == "\"" {
            let another = self.last_double >= Some(sign.at + sign.len);
            return "\"＂”".contains(sign.is) && !(sign.leans_right() && another);
        }
        let is_other = match sign.is {
            '"' => true,
            '“' => !sign.behind.is_alphanumeric(),
            _ => false,
        };
        closers.contains(sign.is) || closers.starts_with('”') && is_other && !sign.leans_right()
    }

    /// The end of what `sign` opens as a single quotation mark, if it cannot be an apostrophe.
    fn single(&self, sign: Sign) -> Option<usize> {
        let opens = matches!(sign.is, '‘' | '\'')
            && (sign.is_behind_space() || "([—–:".contains(sign.before))
            && sign.behind.is_alphanumeric();
        let start = sign.at + 1;
        if !opens || self.is_elision(start) {
            return None;
        }
        let furthest = self.span.end.min(start + LONGEST + 1);
        let end = (start + 1..furthest).find(|at| self.closes_single(*at))?;
        let inside: String = self.letters.get(start..end)?.iter().collect();
        let is_long = sign.is == '\'' && inside.split_whitespace().count() > LONGEST_STRAIGHT;
        (!is_long).then_some(end + 1)
    }

    fn closes_single(&self, at: usize) -> bool {
        let (before, behind) = (self.letter(at - 1), self.letter(at + 1));
        matches!(self.letter(at), '’' | '\'')
            && (before.is_alphanumeric() || "_.,!?…".contains(before))
            && (behind.is_whitespace() || ".,;:!?)]—–".contains(behind))
    }

    /// Whether the letters from `at` on are what stands behind an apostrophe: '90s, 'em, rock 'n' roll.
    fn is_elision(&self, at: usize) -> bool {
        let letters: String = (at..at + 7).map(|at| self.letter(at)).collect();
        let word = letters.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        let word = word.take(1).next().unwrap_or_default();
        let decade = word.strip_suffix('s').is_some_and(|digits| {
            (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        });
        let begins = letters.starts_with("n’") || letters.starts_with("n'");
        decade || begins || ["em", "til", "tis", "twas", "cause"].contains(&word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<String> {
        let letters: Vec<char> = text.chars().collect();
        let pairs = pairs(&letters).into_iter();
        pairs
            .map(|span| letters[span.start..span.end].iter().collect())
            .collect()
    }

    #[test]
    fn table() {
        for (text, expected) in [
            ("He said “no” and \"yes\".", &["“no”", "\"yes\""][..]),
            (
                "A „Nein“ and »ja« and « oui ».",
                &["„Nein“", "»ja«", "« oui »"],
            ),
            ("It ”works” here.", &["”works”"]),
            ("``No,'' she said.", &["``No,''"]),
            (
                "A 'so-called' ally of the '90s, rock 'n' roll.",
                &["'so-called'"],
            ),
            ("The voters' will and states' rights", &[]),
            (
                "“First part\n“Second part.”",
                &["“First part", "“Second part.”"],
            ),
            ("\"First part\nNo mark.", &[]),
            (
                "\"First part\n\"Second.\"",
                &["\"First part", "\"Second.\""],
            ),
            ("“Outer ‘inner’ end”", &["“Outer ‘inner’ end”"]),
            ("", &[]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "“One line\nand another.”\n\n".repeat(9);
        assert_eq!(quoted(&text).len(), 9);
    }

    #[test]
    fn trimming() {
        let letters: Vec<char> = " “Yes, no.” ".chars().collect();
        assert_eq!(trimmed(&letters, Span::new(0, 12)), Span::new(2, 9));
        assert_eq!(trimmed(&letters, Span::new(0, 2)), Span::new(2, 2));
    }
}
