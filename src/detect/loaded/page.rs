//! A paragraph as lists and rules see it: lower case, plain letters, one space between words.

pub(super) use crate::detect::loaded::byte::is_letter;
use crate::detect::loaded::byte::{first_capitals, in_word, stops, word_edges, word_run};
use crate::detect::loaded::word::Key;
use crate::text::Span;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A paragraph folded for matching, which knows where each folded byte came from.
///
/// Folded: lower case, letters without their accents, straight quotes, one space for a run of white space and
/// for a hyphen inside a word (`far-right` reads `far right`); dashes between words become `-`, and
/// soft hyphens and zero-width characters vanish. Unless said otherwise, offsets are bytes of [`Self::text`].
#[derive(Debug, Default)]
pub(super) struct Page<'a> {
    /// The paragraph as it was published.
    pub(super) original: &'a str,
    /// The folded paragraph.
    pub(super) text: String,
    /// Where the distance between folded and original offsets changes: (folded, original), in order.
    shifts: Vec<(usize, usize)>,
    /// How far the original is ahead of the folded text, where it is read now.
    ahead: isize,
    /// Where runs of letters, digits and apostrophes begin and end, one after the other.
    edges: Vec<usize>,
    /// The hash of each of them.
    hashes: Vec<u64>,
}

impl<'a> Page<'a> {
    /// Folds `original`, in time linear in its length.
    pub(super) fn new(original: &'a str) -> Self {
        let mut page = Self::default();
        page.turn_to(original);
        page
    }

    /// Becomes the folded `original`, in the memory of the paragraph it was.
    pub(super) fn turn_to(&mut self, original: &'a str) {
        self.original = original;
        self.text.clear();
        self.text.reserve(original.len());
        self.shifts.clear();
        self.ahead = 0;
        let mut done = 0;
        for at in stops(original.as_bytes()) {
            if at < done {
                // Another byte of the same character.
                continue;
            }
            self.put_run(done..at);
            let mut others = original.get(at..).unwrap_or_default().chars();
            if let Some(other) = others.next() {
                self.push(other, others.next(), at);
                done = at + other.len_utf8();
            }
        }
        self.put_run(done..original.len());
        let text = self.text.as_bytes();
        word_edges(&mut self.edges, text);
        self.hashes.clear();
        let words = self.edges.as_chunks().0.iter();
        let keys = words.map(|[start, end]| Key::within(text, *start..*end));
        self.hashes.extend(keys.map(|key| key.hash));
    }

    /// The passage of the published paragraph that `span` came from, in bytes of [`Self::original`].
    pub(super) fn published(&self, span: Span) -> Span {
        Span::new(self.origin(span.start), self.origin(span.end)).trim(self.original)
    }

    /// Its words, without apostrophes at either end.
    #[cfg(test)]
    pub(super) fn words(&self) -> impl Iterator<Item = Span> + '_ {
        self.runs().filter_map(|run| self.bare(run))
    }

    /// Its words, with the apostrophes that stand at either end.
    pub(super) fn runs(&self) -> impl ExactSizeIterator<Item = Span> + '_ {
        let edges = self.edges.as_chunks().0.iter();
        edges.map(|[start, end]| Span::new(*start, *end))
    }

    /// The hashes of [`Self::runs`].
    pub(super) fn hashes(&self) -> &[u64] {
        &self.hashes
    }

    /// The word at `at` of [`Self::runs`].
    pub(super) fn run(&self, at: usize) -> Option<Span> {
        let [start, end] = self.edges.as_chunks().0.get(at)?;
        Some(Span::new(*start, *end))
    }

    /// The word `span` without apostrophes at either end; nothing if it is made of them.
    pub(super) fn bare(&self, span: Span) -> Option<Span> {
        let word = self.bytes(span);
        if word.first() != Some(&b'\'') && word.last() != Some(&b'\'') {
            return Some(span);
        }
        let head = word.iter().take_while(|&&byte| byte == b'\'').count();
        let tail = word.iter().rev().take_while(|&&byte| byte == b'\'').count();
        (head < word.len()).then(|| Span::new(span.start + head, span.end - tail))
    }

    /// The word that stands at `at` behind exactly one space.
    pub(super) fn word_after(&self, at: usize) -> Option<Span> {
        let bytes = self.text.as_bytes();
        let start = at + 1;
        let inner = bytes
            .get(start..)
            .filter(|_| bytes.get(at) == Some(&b' '))?;
        let len = word_run(inner);
        (len > 0).then(|| Span::new(start, start + len))
    }

    /// The word that ends before `at`, with exactly one space between.
    pub(super) fn word_before(&self, at: usize) -> Option<Span> {
        let bytes = self.text.as_bytes();
        let end = at.checked_sub(1)?;
        let inner = bytes.get(..end).filter(|_| bytes.get(end) == Some(&b' '))?;
        let len = inner
            .iter()
            .rev()
            .take_while(|&&byte| in_word(byte))
            .count();
        (len > 0).then(|| Span::new(end - len, end))
    }

    /// Whether `span` begins and ends where words do.
    pub(super) fn is_whole(&self, span: Span) -> bool {
        let bytes = self.text.as_bytes();
        let letter = |at: usize| bytes.get(at).is_some_and(|&byte| is_letter(byte));
        let before = span.start.checked_sub(1).is_some_and(letter);
        let not = bytes.get(span.end) == Some(&b'\'') && bytes.get(span.end + 1) == Some(&b't');
        !before && !letter(span.end) && !not
    }

    /// Its words that begin with an ASCII capital, with the apostrophes that stand at their end.
    pub(super) fn capitals(&self) -> impl Iterator<Item = Span> + '_ {
        let text = self.text.as_bytes();
        let mut shifts = self.shifts.iter().peekable();
        let mut ahead = 0;
        let places = first_capitals(self.original.as_bytes());
        places.filter_map(move |at| {
            while let Some((folded, origin)) = shifts.next_if(|(_, origin)| *origin <= at) {
                ahead = origin.cast_signed() - folded.cast_signed();
            }
            let start = at.checked_add_signed(-ahead)?;
            let before = start.checked_sub(1).and_then(|before| text.get(before));
            let is_first = before.is_none_or(|byte| !in_word(*byte));
            let len = word_run(text.get(start..).filter(|_| is_first)?);
            Some(Span::new(start, start + len))
        })
    }

    /// Whether the published word at `at` begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        let published = self.original.get(self.origin(at)..);
        published
            .and_then(|rest| rest.chars().next())
            .is_some_and(char::is_uppercase)
    }

    /// The folded bytes of `span`.
    pub(super) fn bytes(&self, span: Span) -> &[u8] {
        self.text
            .as_bytes()
            .get(span.start..span.end)
            .unwrap_or_default()
    }

    fn origin(&self, folded: usize) -> usize {
        let shift = self.shifts.partition_point(|&(at, _)| at <= folded);
        match shift.checked_sub(1).and_then(|last| self.shifts.get(last)) {
            _ if folded >= self.text.len() => self.original.len(),
            Some(&(at, origin)) => origin + (folded - at),
            None => folded,
        }
    }

    fn push(&mut self, c: char, next: Option<char>, at: usize) {
        match c {
            '-' | '\u{2010}' | '\u{2011}' if self.ends_in_word() && starts_word(next) => {
                self.put(' ', at);
            }
            ' '..='\u{7e}' => self.put(
                if c == '`' {
                    '\''
                } else {
                    c.to_ascii_lowercase()
                },
                at,
            ),
            '“' | '”' | '„' | '‟' | '«' | '»' => self.put('"', at),
            '‘' | '’' | '‚' | '‛' | '′' | '´' => self.put('\'', at),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => self.put('-', at),
            '…' => self.put('.', at),
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() => self.put(' ', at),
            c => self.push_letter(c, at),
        }
    }

    fn push_letter(&mut self, c: char, at: usize) {
        for c in c.to_lowercase().nfd().filter(|&c| !is_combining_mark(c)) {
            self.put(c, at);
        }
    }

    /// Puts what needs no folding but lower case.
    fn put_run(&mut self, range: Range<usize>) {
        if let Some(run) = self.original.get(range.clone())
            && !run.is_empty()
        {
            self.note_shift(range.start);
            let start = self.text.len();
            self.text.push_str(run);
            if let Some(run) = self.text.get_mut(start..) {
                run.make_ascii_lowercase();
            }
        }
    }

    fn put(&mut self, c: char, at: usize) {
        if c == ' ' && self.text.ends_with(' ') {
            return;
        }
        self.note_shift(at);
        self.text.push(c);
    }

    /// Notes that the next folded byte comes from `at`.
    fn note_shift(&mut self, at: usize) {
        let ahead = at.cast_signed() - self.text.len().cast_signed();
        if ahead != self.ahead {
            self.ahead = ahead;
            self.shifts.push((self.text.len(), at));
        }
    }

    fn ends_in_word(&self) -> bool {
        self.text.bytes().last().is_some_and(is_letter)
    }
}

/// `text` as a page shows it.
#[cfg(test)]
pub(super) fn fold(text: &str) -> String {
    Page::new(text).text
}

fn starts_word(next: Option<char>) -> bool {
    next.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        for (text, folded) in [
            ("The  Far-Right\n“Élite”", "the far right \"elite\""),
            ("it’s — well – so…", "it's - well - so."),
            ("cafe\u{301} soft\u{ad}ly", "cafe softly"),
            ("a -b c- d", "a -b c- d"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn passages_come_back_as_published() {
        let text = "x “Na\u{ef}ve”\t\n Re\u{301}gime’s 한국";
        let page = Page::new(text);
        for (folded, published) in [
            ("naive", "Na\u{ef}ve"),
            ("regime", "Re\u{301}gime"),
            ("naive\" regime's", "Na\u{ef}ve”\t\n Re\u{301}gime’s"),
        ] {
            let at = page.text.find(folded).unwrap();
            let span = page.published(Span::new(at, at + folded.len()));
            assert_eq!(span.of(text), published);
        }
    }

    #[test]
    fn neighbours() {
        let page = Page::new("One two, three four");
        let three = page.text.find("three").unwrap();
        assert_eq!(page.word_before(three), None, "a comma stands between");
        let behind = page.word_after(three + 5);
        assert_eq!(behind.map(|word| word.of(&page.text)), Some("four"));
        assert!(page.is_capital(0) && !page.is_capital(three));
    }
}
