//! Bytes of a terminal to inputs.

mod sequence;

use crate::app::{Code, Input, Key};
use sequence::{console_key, key, letter, mouse};

const ESC: u8 = 0x1b;
const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";

/// Makes inputs of what a terminal sends, however it is cut into pieces.
///
/// Knows UTF-8, the keys of xterm, rxvt and the Linux console with their modifiers, bracketed paste and SGR mouse
/// reports; drops what it does not know. Misses: an Esc followed at once by a letter is Alt with that letter.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    bytes: Vec<u8>,
    /// How many of them are known not to be the whole of a paste.
    searched: usize,
}

/// What the first bytes are.
enum Piece {
    /// So many bytes, and what they mean; nothing for what is of no interest.
    Whole(usize, Option<Input>),
    /// The beginning of something.
    Part,
}

impl Decoder {
    /// Takes in what has been read.
    pub(super) fn feed(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next input, if a whole one is there. `is_all` says that nothing more waits to be read: an Esc by itself
    /// is then the key.
    pub(super) fn next(&mut self, is_all: bool) -> Option<Input> {
        while !self.bytes.is_empty() && !self.is_pasting() {
            let piece = match self.bytes.as_slice() {
                [ESC] if is_all => Piece::Whole(1, Some(plain(Code::Esc))),
                bytes => piece(bytes),
            };
            let Piece::Whole(length, input) = piece else {
                self.searched = self.bytes.len();
                return None;
            };
            self.searched = 0;
            self.bytes.drain(..length);
            if input.is_some() {
                return input;
            }
        }
        None
    }

    /// Whether a paste goes on. What was searched for its end once is not searched again.
    fn is_pasting(&self) -> bool {
        let from = self.searched.saturating_sub(PASTE_END.len());
        let new = self.bytes.get(from..).unwrap_or_default();
        self.searched > PASTE_START.len()
            && self.bytes.starts_with(PASTE_START)
            && !new.windows(PASTE_END.len()).any(|part| part == PASTE_END)
    }
}

fn piece(bytes: &[u8]) -> Piece {
    match bytes {
        [ESC] | [] => Piece::Part,
        [ESC, b'[', rest @ ..] => control_sequence(rest),
        [ESC, b'O', rest @ ..] => match rest {
            [] => Piece::Part,
            [last, ..] => Piece::Whole(3, letter(*last).map(plain)),
        },
        [ESC, ESC, ..] => Piece::Whole(1, Some(plain(Code::Esc))),
        [ESC, rest @ ..] => match typed(rest) {
            Piece::Whole(length, Some(Input::Key(key))) => {
                let key = Key { alt: true, ..key };
                Piece::Whole(length + 1, Some(Input::Key(key)))
            }
            Piece::Whole(length, _) => Piece::Whole(length + 1, None),
            Piece::Part => Piece::Part,
        },
        bytes => typed(bytes),
    }
}

/// A character, or a control character as the key that sends it.
fn typed(bytes: &[u8]) -> Piece {
    let Some(&first) = bytes.first() else {
        return Piece::Part;
    };
    let ctrl = |c: u8| {
        Input::Key(Key {
            ctrl: true,
            ..Key::plain(Code::Char(char::from(c)))
        })
    };
    let input = match first {
        b'\r' => Some(plain(Code::Enter)),
        b'\t' => Some(plain(Code::Tab)),
        0x7f => Some(plain(Code::Backspace)),
        0 => Some(ctrl(b' ')),
        1..=0x1a => Some(ctrl(first - 1 + b'a')),
        0x1b..=0x1f => Some(ctrl(first - 0x1c + b'4')),
        _ => return character(bytes),
    };
    Piece::Whole(1, input)
}

fn character(bytes: &[u8]) -> Piece {
    let most = bytes.get(..4).unwrap_or(bytes);
    let valid = match std::str::from_utf8(most) {
        Ok(text) => text,
        Err(error) => match (error.valid_up_to(), error.error_len()) {
            (0, Some(bad)) => return Piece::Whole(bad, None),
            (0, None) => return Piece::Part,
            (good, _) => {
                std::str::from_utf8(most.get(..good).unwrap_or_default()).unwrap_or_default()
            }
        },
    };
    match valid.chars().next() {
        Some(c) => Piece::Whole(c.len_utf8(), Some(plain(Code::Char(c)))),
        None => Piece::Part,
    }
}

/// What follows `ESC [`.
fn control_sequence(rest: &[u8]) -> Piece {
    // The Linux console's F1 to F5 have a second bracket.
    if let [b'[', end @ ..] = rest {
        return match end {
            [] => Piece::Part,
            [last, ..] => Piece::Whole(4, console_key(*last).map(plain)),
        };
    }
    let Some(length) = rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) else {
        return Piece::Part;
    };
    let (parameters, last) = (
        rest.get(..length).unwrap_or_default(),
        rest.get(length).copied().unwrap_or_default(),
    );
    let whole = length + 3;
    match (parameters, last) {
        (b"200", b'~') => paste(rest.get(length + 1..).unwrap_or_default(), whole),
        // The old mouse report: three bytes follow. Only terminals without SGR reports send it.
        (b"", b'M') if rest.len() < 4 => Piece::Part,
        (b"", b'M') => Piece::Whole(whole + 3, None),
        (_, b'M' | b'm') => Piece::Whole(whole, mouse(parameters, last)),
        // A sequence cut short by another.
        (_, ESC) => Piece::Whole(whole - 1, None),
        _ => Piece::Whole(whole, key(parameters, last)),
    }
}

fn paste(rest: &[u8], before: usize) -> Piece {
    match rest
        .windows(PASTE_END.len())
        .position(|part| part == PASTE_END)
    {
        None => Piece::Part,
        Some(length) => {
            let text = String::from_utf8_lossy(rest.get(..length).unwrap_or_default());
            Piece::Whole(
                before + length + PASTE_END.len(),
                Some(Input::Paste(text.into_owned())),
            )
        }
    }
}

fn plain(code: Code) -> Input {
    Input::Key(Key::plain(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What `bytes` mean: keys by their names.
    fn told(bytes: &[u8]) -> String {
        let mut decoder = Decoder::default();
        decoder.feed(bytes);
        let mut names = Vec::new();
        while let Some(input) = decoder.next(true) {
            names.push(match input {
                Input::Key(key) => key.to_string(),
                other => format!("{other:?}"),
            });
        }
        if !decoder.bytes.is_empty() {
            names.push(format!("and {}", decoder.bytes.escape_ascii()));
        }
        names.join(" ")
    }

    #[test]
    fn table() {
        for (bytes, expected) in [
            ("aÉ漢👩", "a É 漢 👩"),
            ("\r\t\x7f\x1b", "<enter> <tab> <backspace> <esc>"),
            ("\n\x03\x08\x1a", "^j ^c ^h ^z"),
            ("\x1b[A\x1b[B\x1bOC\x1bOD", "<up> <down> <right> <left>"),
            (
                "\x1b[H\x1b[4~\x1b[5~\x1b[6~\x1b[3~",
                "<home> <end> <pgup> <pgdn> <del>",
            ),
            ("\x1bOP\x1b[15~\x1b[[B", "<f1> <f5> <f2>"),
            ("\x1b\x1b", "<esc> <esc>"),
            ("\x1b\x1b[A", "<esc> <up>"),
            ("\x1b[200~two\nlines\x1b[201~x", "Paste(\"two\\nlines\") x"),
            ("\x1b[200~not ended", "and \\x1b[200~not ended"),
            (
                "\x1b[<0;3;7M\x1b[<0;3;7m\x1b[<32;4;7M",
                "Mouse(Press, 2, 6) Mouse(Drag, 3, 6)",
            ),
            (
                "\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<35;9;9M",
                "Mouse(WheelUp, 0, 0) Mouse(WheelDown, 0, 0)",
            ),
            ("\x1b[<4294967295;1;1Mx", "x"),
            ("\x1b[M !!x\x1b[Iy\x1b[?62;4cz", "x y z"),
            ("\x1b[1;\x1b[Ax", "<up> x"),
            ("\x1b[12", "and \\x1b[12"),
            ("\x1b[99999999999999~x", "x"),
        ] {
            assert_eq!(told(bytes.as_bytes()), expected, "{bytes:?}");
        }
        assert_eq!(told(b"a\xff\xc3b"), "a b");
    }

    #[test]
    fn modifiers() {
        for (bytes, code, [ctrl, alt, shift]) in [
            ("\x1b[1;5A", Code::Up, [true, false, false]),
            ("\x1b[1;2B", Code::Down, [false, false, true]),
            ("\x1b[3;3~", Code::Delete, [false, true, false]),
            ("\x1b[17;5~", Code::F(6), [true, false, false]),
            ("\x1b[24~", Code::F(12), [false, false, false]),
            ("\x1b[Z", Code::Tab, [false, false, true]),
            ("\x1bx", Code::Char('x'), [false, true, false]),
            ("\x1b\r", Code::Enter, [false, true, false]),
            ("\x1b[13;2u", Code::Enter, [false, false, true]),
            ("\x1b[97;5u", Code::Char('a'), [true, false, false]),
        ] {
            let mut decoder = Decoder::default();
            decoder.feed(bytes.as_bytes());
            let key = Key {
                code,
                ctrl,
                alt,
                shift,
            };
            assert_eq!(decoder.next(true), Some(Input::Key(key)), "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_taken_and_pieces_make_no_difference(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(ESC), Just(b'['), Just(b';'), Just(b'M'), b'0'..=b'9'], 0..60),
            cut in 0..60usize,
        ) {
            let all = |decoder: &mut Decoder| std::iter::from_fn(|| decoder.next(false)).collect::<Vec<_>>();
            let mut whole = Decoder::default();
            whole.feed(&bytes);
            let expected = all(&mut whole);
            let (first, second) = bytes.split_at(cut.min(bytes.len()));
            let mut pieces = Decoder::default();
            pieces.feed(first);
            let mut inputs = all(&mut pieces);
            pieces.feed(second);
            inputs.extend(all(&mut pieces));
            prop_assert_eq!(inputs, expected);
            prop_assert_eq!(pieces.bytes, whole.bytes);
        }
    }
}
