//! Words and punctuation of one paragraph, each with its classes.

use crate::detect::quotation::class::Class;
use crate::detect::quotation::lexicon::{classes, classes_by};
use crate::detect::quotation::plain::Plain;
use crate::text::Span;

/// A word or a punctuation sign.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it stands in the article's text.
    pub(super) span: Span,
    /// What it is.
    pub(super) kind: Kind,
    /// Its word classes.
    pub(super) class: Class,
    /// The passage in quotation marks it stands in, by its number in the paragraph.
    pub(super) mark: Option<u32>,
    /// The sentence it stands in, by its number in the paragraph.
    pub(super) sentence: u32,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word that begins in lower case.
    Lower,
    /// A word that begins in upper case, a handle (@name) or a hashtag.
    Upper,
    /// An abbreviation with its stop, in upper case: Mr., U.S., J.
    Short,
    /// A number.
    Number,
    /// A punctuation sign; a run of stops or hyphens is one, by its first character.
    Sign(char),
    /// Before the first token and behind the last.
    Edge,
}

impl Token {
    /// The token before the first and behind the last.
    pub(super) const EDGE: Self = Self {
        span: Span { start: 0, end: 0 },
        kind: Kind::Edge,
        class: Class::NONE,
        mark: None,
        sentence: u32::MAX,
    };

    /// Whether it is a word or a number.
    pub(super) fn is_word(&self) -> bool {
        !matches!(self.kind, Kind::Sign(_) | Kind::Edge)
    }

    /// Whether it begins in upper case.
    pub(super) fn is_upper(&self) -> bool {
        matches!(self.kind, Kind::Upper | Kind::Short)
    }

    /// Whether it is one of the punctuation signs in `signs`.
    #[inline]
    pub(super) fn is_sign(&self, signs: &str) -> bool {
        match self.kind {
            // A loop over the few: a search is a call.
            Kind::Sign(c) if c.is_ascii() => signs.bytes().any(|sign| sign == c as u8),
            Kind::Sign(c) => signs.contains(c),
            _ => false,
        }
    }

    /// Whether it belongs to `class`.
    pub(super) fn is(&self, class: Class) -> bool {
        self.class.any(class)
    }
}

/// Abbreviations after which a sentence goes on, without their stop.
const SHORT: &[&str] = &[
    "Adm", "Ala", "Apr", "Ariz", "Ark", "Aug", "Brig", "Calif", "Capt", "Cmdr", "Co", "Col",
    "Colo", "Conn", "Corp", "Cpl", "DR", "Dec", "Del", "Dept", "Dr", "Feb", "Fla", "Ft", "Ga",
    "Gen", "Gov", "Hon", "Ill", "Inc", "Ind", "Jan", "Jr", "Kan", "Ky", "Lt", "Ltd", "Maj", "Mass",
    "MR", "MRS", "MS", "Md", "Mich", "Minn", "Mo", "Mont", "Mr", "Mrs", "Ms", "Mt", "Neb", "Nev",
    "No", "Nov", "Oct", "Okla", "Ore", "Pa", "Prof", "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens",
    "Sept", "Sgt", "Sr", "St", "Supt", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "vs",
];

/// Memory for so many tokens is asked for at least: that of a short paragraph is used for longer ones.
pub(super) const MEMORY: usize = 64;

/// The tokens of `span`, in order.
pub(super) fn tokens(text: &str, span: Span) -> Vec<Token> {
    let mut found = Vec::with_capacity(span.len() / 4 + 1);
    put(&mut found, text, span);
    found
}

/// Puts the tokens of `span` into `found` instead of what is there: an article's paragraphs can share the memory.
pub(super) fn tokens_into(found: &mut Vec<Token>, text: &str, span: Span) {
    found.clear();
    found.reserve((span.len() / 4 + 1).max(MEMORY));
    put(found, text, span);
}

fn put(found: &mut Vec<Token>, text: &str, span: Span) {
    let mut at = span.start;
    let end = span.end.min(text.len());
    let bytes = text.as_bytes().get(..end).unwrap_or_default();
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            at += 1;
            continue;
        }
        if byte.is_ascii_alphabetic()
            && let Some(token) = plain_word(text.as_bytes(), at, end, byte)
        {
            at = token.span.end;
            found.push(token);
            continue;
        }
        if stands_alone(bytes, at, byte) {
            found.push(Token {
                span: Span::new(at, at + 1),
                kind: Kind::Sign(char::from(byte)),
                ..Token::EDGE
            });
            at += 1;
            continue;
        }
        let rest = Span::new(at, span.end).of(text);
        let Some(first) = rest.chars().next() else {
            break;
        };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (len, kind) = measure(rest, first);
        let place = Span::new(at, at + len);
        let class = match kind {
            Kind::Lower | Kind::Upper | Kind::Short => {
                classes(place.of(text).trim_end_matches('.'))
            }
            _ => Class::NONE,
        };
        found.push(Token {
            span: place,
            kind,
            class,
            ..Token::EDGE
        });
        at += len.max(1);
    }
}

/// The word from `start` to `end` at most, which begins with the letter `first`, if it is one of ASCII letters and digits that clearly ends
/// where they do: most words are, and need not be looked at character by character.
fn plain_word(text: &[u8], start: usize, end: usize, first: u8) -> Option<Token> {
    let Plain { len, key } = Plain::at(text, start, end);
    let rest = text.get(start..end)?;
    let upper = first.is_ascii_uppercase();
    let stop_ends = || {
        let next = rest.get(len + 1);
        !upper && next.is_none_or(|next| next.is_ascii() && !next.is_ascii_alphanumeric())
    };
    let ends = match rest.get(len) {
        Some(b'-' | b'\'' | b'&' | b'/' | 0x80..) => false,
        Some(b'.') => stop_ends(),
        _ => true,
    };
    ends.then(|| Token {
        span: Span::new(start, start + len),
        kind: if upper { Kind::Upper } else { Kind::Lower },
        class: key.map_or(Class::NONE, classes_by),
        ..Token::EDGE
    })
}

/// Whether `byte`, which stands at `at`, is a punctuation sign by itself, whatever stands behind it.
fn stands_alone(text: &[u8], at: usize, byte: u8) -> bool {
    match byte {
        b'@' | b'#' | b'\'' | b'`' => false,
        b'.' | b'-' => text.get(at + 1) != Some(&byte),
        _ => byte.is_ascii_punctuation(),
    }
}

/// The length in bytes of the token that `rest` begins with, and what it is.
fn measure(rest: &str, first: char) -> (usize, Kind) {
    let next = rest.get(first.len_utf8()..).unwrap_or_default();
    // Dashes, curly marks, the ellipsis: what tables would be asked for in vain.
    let punctuation = matches!(first, '\u{2010}'..='\u{2027}');
    if !punctuation && first.is_numeric() {
        return (number(rest), Kind::Number);
    }
    if !punctuation && first.is_alphabetic() {
        return word(rest, first);
    }
    if matches!(first, '@' | '#') && next.starts_with(is_letter) {
        let len = next
            .find(|c: char| !is_letter(c) && c != '_')
            .unwrap_or(next.len());
        return (1 + len, Kind::Upper);
    }
    let run = match first {
        '.' | '-' => rest.bytes().take_while(|&byte| byte == first as u8).count(),
        '\'' | '`' if next.starts_with(first) => 2,
        _ => first.len_utf8(),
    };
    let sign = if run > 1 && first == '.' {
        '…'
    } else if run > 1 && first == '-' {
        '—'
    } else {
        first
    };
    (run, Kind::Sign(sign))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

fn number(rest: &str) -> usize {
    let body = |c: char| is_letter(c) || matches!(c, '.' | ',' | ':' | '%');
    let len = rest.find(|c: char| !body(c)).unwrap_or(rest.len());
    let number = rest.get(..len).unwrap_or_default();
    number.trim_end_matches(['.', ',', ':']).len()
}

fn word(rest: &str, first: char) -> (usize, Kind) {
    let mut end = first.len_utf8();
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        let joint = matches!(c, '-' | '’' | '\'' | '&' | '/' | '.')
            && chars.peek().is_some_and(|&(_, next)| is_letter(next))
            && (c != '.' || at == end && stop_joins(rest, at));
        if !is_letter(c) && !joint {
            break;
        }
        end = at + c.len_utf8();
    }
    let word = rest.get(..end).unwrap_or_default();
    let stopped = rest.get(end..).is_some_and(|rest| rest.starts_with('.'));
    let upper = first.is_uppercase();
    if stopped && upper && is_short(word) {
        return (end + 1, Kind::Short);
    }
    (end, if upper { Kind::Upper } else { Kind::Lower })
}

/// Whether the stop at `at` stands inside an abbreviation (U.S) or an address (site.com).
fn stop_joins(rest: &str, at: usize) -> bool {
    let before = rest.get(..at).unwrap_or_default();
    let last = before
        .rsplit(|c: char| !is_letter(c))
        .next()
        .unwrap_or_default();
    let next = rest.get(at + 1..).and_then(|rest| rest.chars().next());
    last.chars().count() == 1 || next.is_some_and(char::is_lowercase)
}

fn is_short(word: &str) -> bool {
    let party = word.len() < 7 && word.as_bytes().get(1) == Some(&b'-');
    word.chars().count() == 1 || word.contains('.') || party || SHORT.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (text, expected) in [
            (
                "Mr. Lee’s U.S. plan.",
                vec!["Mr.", "Lee’s", "U.S.", "plan", "."],
            ),
            (
                "J. R. Smith-Jones, 3.5% of $4",
                vec!["J.", "R.", "Smith-Jones", ",", "3.5%", "of", "$", "4"],
            ),
            ("''No,'' he--", vec!["''", "No", ",", "''", "he", "--"]),
            (
                "@anna_b wrote… wait...",
                vec!["@anna_b", "wrote", "…", "wait", "..."],
            ),
            ("the voters' choice", vec!["the", "voters", "'", "choice"]),
        ] {
            let found = tokens(text, Span::new(0, text.len()));
            let words: Vec<_> = found.iter().map(|token| token.span.of(text)).collect();
            assert_eq!(words, expected);
        }
    }
}
