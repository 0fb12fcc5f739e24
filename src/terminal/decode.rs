//! Bytes of a terminal to inputs.

use crate::app::{Code, Input, Key, Mouse};
use crate::terminal::question::{Answer, answer};
use crate::terminal::sieve::{Piece, Sieve};
use std::collections::VecDeque;
use std::time::Duration;
use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEventKind};
use termina::{Event, Parser};

/// How long an Esc may be the beginning of an answer, while one is expected.
const FOR_ESC: Duration = Duration::from_millis(50);

/// How long the rest of an answer may take.
const FOR_ANSWER: Duration = Duration::from_secs(2);

/// Makes inputs of what a terminal sends, however it is cut into pieces; termina's parser reads the sequences.
///
/// Misses: an Esc followed at once by a letter is Alt with that letter.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    sieve: Sieve,
    parser: Parser,
    answers: VecDeque<Answer>,
}

impl Decoder {
    /// Takes in what has been read. `more` says that more waits to be read: otherwise an Esc at the end is the key.
    pub(super) fn feed(&mut self, bytes: &[u8], more: bool) {
        let pieces = self.sieve.sift(bytes, more);
        self.parse(pieces);
    }

    /// Takes what is held back for what it is: nothing followed in time.
    pub(super) fn release(&mut self) {
        let pieces = self.sieve.release();
        self.parse(pieces);
    }

    /// Something was asked of the terminal: answers are to be told from keys from now on.
    pub(super) fn ask(&mut self) {
        self.sieve.ask();
    }

    /// How long what is held back may wait for more; none where nothing is.
    pub(super) fn patience(&self) -> Option<Duration> {
        let patience = if self.sieve.is_in_answer() {
            FOR_ANSWER
        } else {
            FOR_ESC
        };
        self.sieve.is_holding().then_some(patience)
    }

    /// The next input, if a whole one is there.
    pub(super) fn next(&mut self) -> Option<Input> {
        while let Some(event) = self.parser.pop() {
            if let Some(answer) = answer(&event) {
                if answer == Answer::Last {
                    self.sieve.close();
                }
                self.answers.push_back(answer);
            } else if let Some(input) = input(event) {
                return Some(input);
            }
        }
        None
    }

    /// The next answer of the terminal that came among the inputs so far.
    pub(super) fn answer(&mut self) -> Option<Answer> {
        self.answers.pop_front()
    }

    fn parse(&mut self, pieces: Vec<Piece>) {
        for piece in pieces {
            match piece {
                Piece::Some(bytes) => self.parser.parse(&bytes, true),
                Piece::Esc => self.parser.parse(b"\x1b", false),
            }
        }
    }
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(event) => {
            let mouse = match event.kind {
                MouseEventKind::Down(MouseButton::Left) => Mouse::Press,
                MouseEventKind::Drag(MouseButton::Left) => Mouse::Drag,
                MouseEventKind::ScrollDown => Mouse::WheelDown,
                MouseEventKind::ScrollUp => Mouse::WheelUp,
                _ => return None,
            };
            Some(Input::Mouse(mouse, event.column, event.row))
        }
        _ => None,
    }
}

/// Keys that only kitty's protocol tells apart are the same here as everywhere.
fn merged(mut event: KeyEvent) -> KeyEvent {
    let same = match event.code {
        KeyCode::Char('[') => KeyCode::Escape,
        KeyCode::Char('i' | 'I') => KeyCode::Tab,
        KeyCode::Char('m' | 'M') => KeyCode::Enter,
        _ => return event,
    };
    if event.modifiers.contains(Modifiers::CONTROL) {
        event.code = same;
        event.modifiers.remove(Modifiers::CONTROL);
    }
    event
}

fn key(event: KeyEvent) -> Option<Key> {
    let event = merged(event);
    let held = |modifier| event.modifiers.contains(modifier);
    let code = match event.code {
        KeyCode::Char(c) if held(Modifiers::CONTROL) => Code::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Escape => Code::Esc,
        KeyCode::Tab | KeyCode::BackTab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Function(n) => Code::F(n),
        _ => return None,
    };
    let typed = matches!(code, Code::Char(_));
    Some(Key {
        code,
        ctrl: held(Modifiers::CONTROL),
        alt: held(Modifiers::ALT),
        shift: !typed && (held(Modifiers::SHIFT) || event.code == KeyCode::BackTab),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What `bytes` mean: keys by their names.
    fn told(bytes: &[u8]) -> String {
        let mut decoder = Decoder::default();
        decoder.feed(bytes, false);
        let mut names = Vec::new();
        while let Some(input) = decoder.next() {
            names.push(match input {
                Input::Key(key) => key.to_string(),
                other => format!("{other:?}"),
            });
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
            ("\x1b[200~two\nlines\x1b[201~x", "Paste(\"two\\nlines\") x"),
            ("\x1b[200~not ended", ""),
            (
                "\x1b[<0;3;7M\x1b[<0;3;7m\x1b[<32;4;7M",
                "Mouse(Press, 2, 6) Mouse(Drag, 3, 6)",
            ),
            (
                "\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<35;9;9M",
                "Mouse(WheelUp, 0, 0) Mouse(WheelDown, 0, 0)",
            ),
            ("\x1b[<4294967295;1;1Mx", "x"),
            ("\x1b[Iy\x1b[?62;4cz", "y z"),
            ("\x1b]d", "<esc> ] d"),
            ("\x1b[12", ""),
            ("\x1b[99999999999999~x", "x"),
        ] {
            assert_eq!(told(bytes.as_bytes()), expected, "{bytes:?}");
        }
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
            ("\x1b[27u", Code::Esc, [false, false, false]),
            ("\x1b[91;5u", Code::Esc, [false, false, false]),
            ("\x1b[105;5u", Code::Tab, [false, false, false]),
            ("\x1b[109;5u", Code::Enter, [false, false, false]),
            ("\x1b[57414u", Code::Enter, [false, false, false]),
            ("\x1b[120;3u", Code::Char('x'), [false, true, false]),
            ("\x1b[1089;5u", Code::Char('с'), [true, false, false]),
        ] {
            let mut decoder = Decoder::default();
            decoder.feed(bytes.as_bytes(), false);
            let key = Key {
                code,
                ctrl,
                alt,
                shift,
            };
            assert_eq!(decoder.next(), Some(Input::Key(key)), "{bytes:?}");
        }
    }

    #[test]
    fn answers_are_no_keys() {
        use crate::terminal::capability::Ground::{Dark, Light};
        for (bytes, keys, answers) in [
            (
                "\x1b]11;rgb:0000/0000/0000\x1b\\j",
                "j",
                &[Answer::Ground(Dark)][..],
            ),
            ("\x1b]11;rgb:fd/f6/e3\x07", "", &[Answer::Ground(Light)]),
            ("\x1b]11;#808080\x07", "", &[Answer::Ground(Light)]),
            (
                "\x1b]11;rgb:4000/4000/4000\x07",
                "",
                &[Answer::Ground(Dark)],
            ),
            ("\x1b]11;rgba:0/0/0/0\x07x", "x", &[]),
            ("\x1b]11;rgb:\x07x", "x", &[]),
            (
                "j\x1b[?0uk\x1b[?62;22;52cq",
                "j k q",
                &[Answer::Keyboard, Answer::Last],
            ),
        ] {
            let mut decoder = Decoder::default();
            decoder.ask();
            decoder.feed(bytes.as_bytes(), false);
            let mut names = Vec::new();
            while let Some(Input::Key(key)) = decoder.next() {
                names.push(key.to_string());
            }
            let came: Vec<Answer> = std::iter::from_fn(|| decoder.answer()).collect();
            assert_eq!(
                (names.join(" ").as_str(), &*came),
                (keys, answers),
                "{bytes:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_taken_and_pieces_make_no_difference(
            bytes in proptest::collection::vec(prop_oneof![any::<u8>(), Just(0x1b), Just(b'['), Just(b';'), Just(b'M'), b'0'..=b'9'], 0..60),
            cut in 0..60usize,
        ) {
            let all = |decoder: &mut Decoder| std::iter::from_fn(|| decoder.next()).collect::<Vec<_>>();
            let mut whole = Decoder::default();
            whole.feed(&bytes, true);
            let (first, second) = bytes.split_at(cut.min(bytes.len()));
            let mut pieces = Decoder::default();
            pieces.feed(first, true);
            pieces.feed(second, true);
            prop_assert_eq!(all(&mut pieces), all(&mut whole));
        }
    }
}
