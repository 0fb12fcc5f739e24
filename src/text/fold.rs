//! Comparing texts despite curly quotes, dashes, spaces, case-preserving Unicode forms.

use crate::text::{Span, graphemes};
use unicode_normalization::UnicodeNormalization;

/// A folded text that remembers where each of its bytes came from.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Stretches whose characters stand as far from one another as in the original, in order.
    stretches: Vec<Stretch>,
    /// Length of the original in bytes.
    end: usize,
}

/// Where a stretch begins: in the folded text and in the original, in bytes. It goes on as long as no character takes more
/// or fewer bytes than it did; an ordinary text has a few in a paragraph, so that little more than the text itself is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stretch {
    folded: usize,
    original: usize,
}

/// Folds `text` for comparison: NFC, straight quotes, plain hyphens, every run of white space one space,
/// `…` as three stops; soft hyphens and zero-width characters vanish. Case is kept.
pub fn fold(text: &str) -> Folded {
    fold_by(text, |c, folded, at| folded.push(c, at))
}

/// [`fold`], and small letters for capitals.
pub fn fold_case(text: &str) -> Folded {
    fold_by(text, |c, folded, at| {
        c.to_lowercase().for_each(|c| folded.push(c, at));
    })
}

fn fold_by(text: &str, put: impl Fn(char, &mut Folded, usize)) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        stretches: Vec::new(),
        end: text.len(),
    };
    let mut done = 0;
    while done < text.len() {
        let plain = plain_until(text, done);
        let letters = text.get(done..plain).unwrap_or_default();
        for (at, c) in letters.char_indices() {
            put(c, &mut folded, done + at);
        }
        done = plain;
        for (at, cluster) in graphemes(text.get(plain..).unwrap_or_default()) {
            if cluster.is_ascii() {
                cluster
                    .chars()
                    .for_each(|c| put(c, &mut folded, plain + at));
            } else {
                cluster.nfc().for_each(|c| put(c, &mut folded, plain + at));
            }
            done = plain + at + cluster.len();
            if plain_until(text, done) > done {
                break;
            }
        }
    }
    folded
}

/// Where the ASCII characters from `start` on end that are clusters by themselves: all but the last, which what follows
/// may be a part of. (CR LF is one cluster, but folds as two do.)
fn plain_until(text: &str, start: usize) -> usize {
    let rest = text.as_bytes().get(start..).unwrap_or_default();
    let ascii = rest.iter().position(|byte| !byte.is_ascii());
    ascii.map_or(text.len(), |count| start + count.saturating_sub(1))
}

impl Folded {
    /// The span of the original that folded to `span` of [`Self::text`]; whole grapheme clusters.
    pub fn original(&self, span: Span) -> Span {
        let start = self.start_of(span.start);
        if span.is_empty() {
            return Span::new(start, start);
        }
        // A cluster may fold to several bytes: go on to the first byte of the next cluster.
        let last = self.start_of(span.end - 1);
        let mut end = span.end;
        while end < self.text.len() && self.start_of(end) == last {
            end += 1;
        }
        Span::new(start, self.start_of(end))
    }

    /// The span of [`Self::text`] that `span` of the original folded to.
    pub fn folded(&self, span: Span) -> Span {
        Span::new(self.first_from(span.start), self.first_from(span.end))
    }

    /// Where in the original the character began that byte `offset` of the folded text is a part of.
    fn start_of(&self, offset: usize) -> usize {
        if offset >= self.text.len() {
            return self.end;
        }
        let behind = self.stretches.partition_point(|one| one.folded <= offset);
        let stretch = behind.checked_sub(1).and_then(|at| self.stretches.get(at));
        let start =
            |one: &Stretch| one.original + self.text.floor_char_boundary(offset) - one.folded;
        stretch.map_or(self.end, start)
    }

    /// The first byte of the folded text that came from byte `offset` of the original or from behind it.
    fn first_from(&self, offset: usize) -> usize {
        let behind = self.stretches.partition_point(|one| one.original < offset);
        let next = self
            .stretches
            .get(behind)
            .map_or(self.text.len(), |one| one.folded);
        let stretch = behind.checked_sub(1).and_then(|at| self.stretches.get(at));
        let first = |one: &Stretch| {
            let there = (one.folded + (offset - one.original)).min(next);
            self.text.ceil_char_boundary(there)
        };
        stretch.map_or(0, first)
    }

    fn push(&mut self, c: char, at: usize) {
        match fold_char(c) {
            Fold::Nothing => {}
            Fold::Space if self.text.ends_with(' ') => {}
            Fold::Space => self.put(' ', at),
            Fold::Char(c) => self.put(c, at),
            Fold::Ellipsis => (0..3).for_each(|_| self.put('.', at)),
        }
    }

    fn put(&mut self, c: char, at: usize) {
        let folded = self.text.len();
        let goes_on = |one: &Stretch| one.original + (folded - one.folded) == at;
        if !self.stretches.last().is_some_and(goes_on) {
            self.stretches.push(Stretch {
                folded,
                original: at,
            });
        }
        self.text.push(c);
    }
}

enum Fold {
    Nothing,
    Space,
    Char(char),
    Ellipsis,
}

fn fold_char(c: char) -> Fold {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => Fold::Char('"'),
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => Fold::Char('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{ff0d}' => Fold::Char('-'),
        '…' => Fold::Ellipsis,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}' => {
            Fold::Nothing
        }
        c if c.is_whitespace() => Fold::Space,
        c => Fold::Char(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table() {
        for (text, folded) in [
            ("“It’s”  a–b", "\"It's\" a-b"),
            ("e\u{301}t\u{e9}", "\u{e9}t\u{e9}"),
            ("wait…", "wait..."),
            ("soft\u{ad}hyphen\n next", "softhyphen next"),
        ] {
            assert_eq!(fold(text).text, folded);
        }
    }

    proptest::proptest! {
        /// The quick way over ASCII is no other than that over clusters.
        #[test]
        fn ascii_is_folded_as_clusters_are(text in "([a c.\r\n]|\\PC|[e\u{301}\u{200d}🔬👩\u{1f1e6}…]){0,12}") {
            let quick = fold(&text);
            let mut slow = Folded { end: text.len(), ..Folded::default() };
            for (at, cluster) in graphemes(&text) {
                cluster.nfc().for_each(|c| slow.push(c, at));
            }
            proptest::prop_assert_eq!(&quick.text, &slow.text);
            proptest::prop_assert_eq!(&quick.stretches, &slow.stretches);
        }

        /// Stretches say of every byte what a list of all bytes would.
        #[test]
        fn stretches_know_every_byte(text in "([a c.\r\n]|\\PC|[e\u{301}\u{200d}🔬👩\u{1f1e6}…“]){0,12}") {
            let folded = fold(&text);
            let mut starts = Vec::new();
            let mut all = Folded { end: text.len(), ..Folded::default() };
            for (at, cluster) in graphemes(&text) {
                cluster.nfc().for_each(|c| {
                    let before = all.text.len();
                    all.push(c, at);
                    starts.extend(std::iter::repeat_n(at, all.text.len() - before));
                });
            }
            for (byte, start) in starts.iter().enumerate() {
                proptest::prop_assert_eq!(folded.start_of(byte), *start);
            }
            for offset in 0..=text.len() {
                let expected = starts.partition_point(|&start| start < offset);
                proptest::prop_assert_eq!(folded.first_from(offset), expected, "{}", offset);
            }
        }
    }

    #[test]
    fn spans_come_back_whole() {
        let text = "a “cafe\u{301}” wait… b";
        let folded = fold(text);
        let at = folded.text.find("caf\u{e9}").unwrap();
        let span = folded.original(Span::new(at, at + "caf\u{e9}".len()));
        assert_eq!(span.of(text), "cafe\u{301}");
        assert_eq!(folded.folded(span), Span::new(at, at + 5));
        let all = folded.original(Span::new(0, folded.text.len()));
        assert_eq!(all.of(text), text);
        let dot = folded.text.find('.').unwrap();
        assert_eq!(folded.original(Span::new(dot, dot + 1)).of(text), "…");
    }
}
