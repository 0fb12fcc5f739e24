//! Single quotation signs: which way each one points, judged by its neighbours.

use crate::text::Span;

/// A quotation sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sign {
    /// The sign itself; two bytes for two apostrophes.
    pub(super) span: Span,
    /// What it can pair with.
    pub(super) family: Family,
    /// Which way it points.
    pub(super) way: Way,
    /// Whether it opens a passage even when nothing closes it.
    pub(super) sure: bool,
    /// Whether it may be the apostrophe of a plural possessive.
    pub(super) weak: bool,
}

/// Signs that pair with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// Straight, curly, low-9, two apostrophes.
    Double,
    /// Apostrophes, curly or straight, used as marks; single low-9.
    Single,
    /// « ».
    Guillemet,
    /// ‹ ›.
    SmallGuillemet,
    /// 「 」 and 『 』.
    Corner,
}

/// Which way a sign points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It opens a passage.
    Opens,
    /// It closes one.
    Closes,
    /// It closes the open passage, and opens one when none is open.
    Either,
}

/// Short words that begin with an apostrophe.
const ELISIONS: &[&str] = &["em", "til", "tis", "twas", "cause", "bout", "n", "round"];

/// The quotation signs of one paragraph, in order; spans over `text`.
///
/// Apostrophes inside words, elisions and years ('90s) are no signs. Misses: dialect elisions that are not listed.
pub(super) fn signs(text: &str, paragraph: Span) -> Vec<Sign> {
    let body = paragraph.of(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = next_glyph(body, at) {
        let (before, rest) = body.split_at(next);
        let mut chars = rest.chars();
        let Some(c) = chars.next() else {
            break;
        };
        let doubled = matches!(c, '\'' | '`') && chars.as_str().starts_with(c);
        if doubled {
            chars.next();
        }
        let before = before.chars().next_back();
        let rest = chars.as_str();
        at = body.len() - rest.len();
        if is_glyph(c) {
            let span = Span::new(next, at).shift(paragraph.start);
            found.extend(Place { before, rest }.sign(c, doubled, span));
        }
    }
    found
}

/// The byte from `from` on at which a sign, or another character with the same first byte, begins.
fn next_glyph(body: &str, from: usize) -> Option<usize> {
    let begins = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`' | 0xc2 | 0xe2 | 0xe3 | 0xef);
    let (eights, rest) = body.as_bytes().get(from..)?.as_chunks();
    let mut numbered = eights.iter().enumerate();
    let found = numbered.find_map(|(number, eight)| {
        let within = may_hold(u64::from_le_bytes(*eight)).then(|| eight.iter().position(begins));
        Some(8 * number + within.flatten()?)
    });
    let last = || Some(8 * eights.len() + rest.iter().position(begins)?);
    Some(from + found.or_else(last)?)
}

/// Whether one of eight bytes is beyond ASCII or a straight mark; now and then it is not so.
fn may_hold(eight: u64) -> bool {
    let each = |byte| u64::from_le_bytes([byte; 8]);
    let is = |byte| {
        let zero = eight ^ each(byte);
        zero.wrapping_sub(each(1)) & !zero
    };
    (eight | is(b'"') | is(b'\'') | is(b'`')) & each(0x80) != 0
}

fn is_glyph(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '＂'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}

/// Where a sign stands: the character before it and the rest of the paragraph behind it.
struct Place<'a> {
    before: Option<char>,
    rest: &'a str,
}

impl Place<'_> {
    fn sign(&self, c: char, doubled: bool, span: Span) -> Option<Sign> {
        let (family, way) = match c {
            '"' | '＂' => (Family::Double, self.straight()),
            '\'' if doubled => (Family::Double, self.straight()),
            '`' if doubled => (Family::Double, Way::Opens),
            '“' => (Family::Double, self.leaning(Way::Opens)),
            '”' => (Family::Double, self.leaning(Way::Closes)),
            '„' | '‟' => (Family::Double, Way::Opens),
            '«' => (Family::Guillemet, self.leaning(Way::Opens)),
            '»' => (Family::Guillemet, self.leaning(Way::Closes)),
            '‹' => (Family::SmallGuillemet, self.leaning(Way::Opens)),
            '›' => (Family::SmallGuillemet, self.leaning(Way::Closes)),
            '「' | '『' => (Family::Corner, Way::Opens),
            '」' | '』' => (Family::Corner, Way::Closes),
            '\'' | '‘' | '’' | '‚' | '‛' => (Family::Single, self.single()?),
            _ => return None,
        };
        let alone = self.before.is_none() || matches!(c, '“' | '„' | '«' | '`');
        Some(Sign {
            span,
            family,
            way,
            sure: way != Way::Closes && alone && family != Family::Single,
            weak: family == Family::Single && self.possessive(),
        })
    }

    /// A sign without a direction of its own.
    fn straight(&self) -> Way {
        let open_left = self.before.is_none_or(is_gap);
        let open_right = self.next().is_none_or(is_gap);
        let room = self.before.is_some_and(opens_room);
        match (open_left, open_right) {
            (true, false) => Way::Opens,
            (true, true) if self.before.is_none() => Way::Opens,
            (true, true) => Way::Either,
            (false, false) if room => Way::Either,
            (false, _) => Way::Closes,
        }
    }

    /// A sign with a direction of its own, which national habits reverse.
    fn leaning(&self, own: Way) -> Way {
        let open_left = self.before.is_none_or(|c| is_gap(c) || is_bracket(c));
        let open_right = self.next().is_none_or(|c| is_gap(c) || closes_room(c));
        match (open_left, open_right) {
            (true, false) => Way::Opens,
            (false, true) => Way::Closes,
            (true, true) if own == Way::Closes && self.before.is_none_or(is_gap) => Way::Either,
            _ => own,
        }
    }

    fn single(&self) -> Option<Way> {
        let next = self.next();
        let left = self
            .before
            .is_none_or(|c| is_gap(c) || is_bracket(c) || ":“\"".contains(c));
        if left && next.is_some_and(char::is_alphanumeric) {
            return (!self.elision()).then_some(Way::Opens);
        }
        let right = next.is_none_or(|c| is_gap(c) || closes_room(c));
        let touches = self
            .before
            .is_some_and(|c| c.is_alphanumeric() || ".,!?…".contains(c));
        (right && touches).then_some(Way::Closes)
    }

    fn elision(&self) -> bool {
        let word = self
            .rest
            .split(|c: char| !c.is_alphanumeric())
            .next()
            .unwrap_or_default();
        let year = word.starts_with(|c: char| c.is_ascii_digit());
        year || ELISIONS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word))
    }

    fn possessive(&self) -> bool {
        let on = self.rest.strip_prefix(' ').unwrap_or_default();
        self.before == Some('s') && on.starts_with(char::is_alphabetic)
    }

    fn next(&self) -> Option<char> {
        self.rest.chars().next()
    }
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
}

fn is_bracket(c: char) -> bool {
    "([{—–".contains(c)
}

fn opens_room(c: char) -> bool {
    "([{—–-/…:;,.]‘“".contains(c)
}

fn closes_room(c: char) -> bool {
    ".,;:!?)]}-—–…”\"»".contains(c)
}
