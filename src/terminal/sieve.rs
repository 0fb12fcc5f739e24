//! Keys and answers told apart while they come in pieces.

/// The key, and what begins every sequence.
const ESC: u8 = 0x1b;

/// How the answer begins that tells the background's colour.
const ANSWER: &[u8] = b"\x1b]11;";

/// The other end of an answer that has one of two.
const BELL: u8 = 7;

/// Between these stands what is pasted.
const PASTE: [&[u8]; 2] = [b"\x1b[200~", b"\x1b[201~"];

/// No answer is longer, in bytes.
const LONGEST: usize = 128;

/// Hands what a terminal sends to the parser in such pieces that no part of an answer becomes a key, and no key the beginning of an
/// answer that never ends.
///
/// Holds back, as long as a question is open, an Esc that nothing has followed yet; once anything was asked, the beginning of an
/// answer. Whoever reads asks for what is held by [`Self::release`] when nothing followed in time. Without questions nothing is held.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    held: Vec<u8>,
    asked: bool,
    open: bool,
    /// In the middle of a paste, whose bytes are the reader's: its last few.
    paste: Option<Vec<u8>>,
}

/// Bytes for the parser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// As they came; an Esc at the end belongs to what comes next.
    Some(Vec<u8>),
    /// The Esc key.
    Esc,
}

/// What bytes that begin with Esc are.
enum Start {
    /// The key, surely.
    Key,
    /// An answer of so many bytes.
    Answer(usize),
    /// Perhaps an answer: the rest is not there yet.
    Open,
    /// A paste.
    Paste,
    /// A sequence for the parser.
    Sequence,
}

impl Sieve {
    /// Something was asked of the terminal.
    pub(super) fn ask(&mut self) {
        (self.asked, self.open) = (true, true);
    }

    /// The last of all answers has come.
    pub(super) fn close(&mut self) {
        self.open = false;
    }

    /// Whether something is held back.
    pub(super) fn is_holding(&self) -> bool {
        !self.held.is_empty()
    }

    /// Whether it is the middle of an answer, whose rest may be on a long way.
    pub(super) fn is_in_answer(&self) -> bool {
        self.held.starts_with(ANSWER)
    }

    /// Takes in what has been read. `more` says that more waits to be read.
    pub(super) fn sift(&mut self, bytes: &[u8], more: bool) -> Vec<Piece> {
        let mut all = std::mem::take(&mut self.held);
        all.extend_from_slice(bytes);
        let mut pieces = Vec::new();
        let mut rest = self.pasted(&all, &mut pieces);
        while let Some(at) = rest.iter().position(|&byte| byte == ESC) {
            let (before, from) = rest.split_at(at);
            push(&mut pieces, before);
            rest = from.get(1..).unwrap_or_default();
            match self.start(from, more) {
                Start::Key => pieces.push(Piece::Esc),
                Start::Sequence => push(&mut pieces, &[ESC]),
                Start::Paste => {
                    self.paste = Some(Vec::new());
                    rest = self.pasted(from, &mut pieces);
                }
                Start::Answer(length) => {
                    let answer = from.get(..length).unwrap_or_default();
                    if answer.ends_with(&[BELL]) || answer.ends_with(b"\x1b\\") {
                        push(&mut pieces, answer);
                    }
                    rest = from.get(length..).unwrap_or_default();
                }
                Start::Open => {
                    if from.len() <= LONGEST {
                        self.held = from.to_vec();
                    }
                    return pieces;
                }
            }
        }
        push(&mut pieces, rest);
        pieces
    }

    /// Hands on what belongs to the paste in the middle of which it is; what is left.
    fn pasted<'a>(&mut self, bytes: &'a [u8], pieces: &mut Vec<Piece>) -> &'a [u8] {
        let Some(tail) = &mut self.paste else {
            return bytes;
        };
        let [_, end] = PASTE;
        let before = tail.len();
        tail.extend_from_slice(bytes);
        let found = tail.windows(end.len()).position(|part| part == end);
        let length = found.map_or(bytes.len(), |at| at + end.len() - before);
        if found.is_some() {
            self.paste = None;
        } else {
            let kept = tail.len().saturating_sub(end.len() - 1);
            tail.drain(..kept);
        }
        let (inside, rest) = bytes.split_at(length.min(bytes.len()));
        push(pieces, inside);
        rest
    }

    /// What was held back, as keys: nothing followed in time. The beginning of an answer is dropped.
    pub(super) fn release(&mut self) -> Vec<Piece> {
        let held = std::mem::take(&mut self.held);
        let mut pieces = Vec::new();
        if !held.is_empty() && !held.starts_with(ANSWER) {
            pieces.push(Piece::Esc);
            push(&mut pieces, held.get(1..).unwrap_or_default());
        }
        pieces
    }

    fn start(&self, from: &[u8], more: bool) -> Start {
        let [start, _] = PASTE;
        match from.get(1) {
            None if more || self.open => Start::Open,
            Some(b']') if self.asked && ANSWER.starts_with(from) => Start::Open,
            Some(b']') if self.asked && from.starts_with(ANSWER) => {
                answer(from).map_or(Start::Open, Start::Answer)
            }
            // To the parser these begin a text that only ends where the terminal says so. Here they are Esc and a key, typed in
            // haste or come together over a slow line.
            None | Some(b']' | b'P') => Start::Key,
            Some(_) if from.starts_with(start) => Start::Paste,
            Some(b'[') if more && start.starts_with(from) => Start::Open,
            Some(_) => Start::Sequence,
        }
    }
}

/// How long the answer is that begins here; none where its end is not there yet.
fn answer(from: &[u8]) -> Option<usize> {
    let end = from
        .iter()
        .skip(1)
        .position(|&byte| byte == BELL || byte == ESC)?
        + 1;
    match (from.get(end), from.get(end + 1)) {
        (Some(&ESC), None) => None,
        (Some(&ESC), Some(b'\\')) => Some(end + 2),
        // Broken off: something else begins.
        (Some(&ESC), Some(_)) => Some(end),
        _ => Some(end + 1),
    }
}

fn push(pieces: &mut Vec<Piece>, bytes: &[u8]) {
    if bytes.is_empty() {
        return;
    }
    if let Some(Piece::Some(last)) = pieces.last_mut() {
        last.extend_from_slice(bytes);
    } else {
        pieces.push(Piece::Some(bytes.to_vec()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Pieces as one text, an Esc key as `␛`.
    fn shown(pieces: &[Piece]) -> String {
        let pieces = pieces.iter().map(|piece| match piece {
            Piece::Some(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Piece::Esc => "␛".to_owned(),
        });
        pieces.collect::<String>().replace('\x1b', "^")
    }

    fn asked() -> Sieve {
        let mut sieve = Sieve::default();
        sieve.ask();
        sieve
    }

    #[test]
    fn table() {
        // What comes read by read (`|` between them), what is handed on, what more once nothing follows.
        for (reads, handed, released) in [
            ("abc", "abc", ""),
            ("^[A^[200~x", "^[A^[200~x", ""),
            ("^", "", "␛"),
            ("^|x", "^x", ""),
            ("^|[A", "^[A", ""),
            ("^]11;rgb:0/0/0\u{7}x", "^]11;rgb:0/0/0\u{7}x", ""),
            ("^|]|1|1;rgb:0/|0/0^|\\x", "^]11;rgb:0/0/0^\\x", ""),
            ("^]11;rgb:0", "", ""),
            ("^]11;rgb:0^[A", "^[A", ""),
            ("^]1", "", "␛]1"),
            ("^]1|q", "␛]1q", ""),
            ("^]d", "␛]d", ""),
            ("^Px", "␛Px", ""),
            ("^[200~a^]11;b|c^|[201~^", "^[200~a^]11;bc^[201~", "␛"),
        ] {
            let mut sieve = asked();
            let mut pieces = Vec::new();
            for read in reads.replace('^', "\x1b").split('|') {
                pieces.extend(sieve.sift(read.as_bytes(), false));
            }
            let rest = sieve.release();
            assert_eq!(
                (shown(&pieces).as_str(), shown(&rest).as_str()),
                (handed, released),
                "{reads:?}"
            );
        }
    }

    #[test]
    fn nothing_is_held_where_nothing_was_asked() {
        for (read, handed) in [("\x1b", "␛"), ("\x1b]11;x", "␛]11;x"), ("x\x1b]", "x␛]")] {
            let mut sieve = Sieve::default();
            assert_eq!(shown(&sieve.sift(read.as_bytes(), false)), handed);
            assert!(!sieve.is_holding());
        }
        let mut sieve = asked();
        sieve.close();
        assert_eq!(
            shown(&sieve.sift(b"\x1b", false)),
            "␛",
            "all answers are there"
        );
        assert_eq!(
            shown(&sieve.sift(b"\x1b]11;rgb:0/0", false)),
            "",
            "a late one is still one"
        );
    }

    proptest! {
        /// However keys and an answer are cut, what is not the answer is handed on as it is.
        #[test]
        fn no_part_of_an_answer_becomes_a_key(
            before in "([a-z]|\x1b\\[A|é){0,6}",
            after in "([a-z]|\x1b\\[A|é){0,6}",
            by_bell in any::<bool>(),
            cuts in proptest::collection::vec(0usize..60, 0..6),
        ) {
            let end = if by_bell { "\x07" } else { "\x1b\\" };
            let answer = format!("\x1b]11;rgb:1e1e/1e1e/2e2e{end}");
            let all = format!("{before}{answer}{after}");
            let mut sieve = asked();
            let mut pieces = Vec::new();
            let mut cuts = cuts;
            cuts.push(all.len());
            cuts.sort_unstable();
            let mut from = 0;
            for cut in cuts {
                let to = cut.clamp(from, all.len());
                if to > from {
                    pieces.extend(sieve.sift(&all.as_bytes()[from..to], false));
                }
                from = to;
            }
            prop_assert!(!sieve.is_holding());
            let mut handed = Vec::new();
            for piece in pieces {
                let Piece::Some(bytes) = piece else {
                    return Err(TestCaseError::fail("an Esc key"));
                };
                handed.extend(bytes);
            }
            prop_assert_eq!(String::from_utf8(handed).unwrap(), all);
        }
    }
}
