//! Bytes of a terminal to inputs.

use crate::app::{Code, Input, Key, Mouse};
use termina::event::{KeyCode, KeyEvent, KeyEventKind, Modifiers, MouseButton, MouseEventKind};
use termina::{Event, Parser};

/// Makes inputs of what a terminal sends, however it is cut into pieces; termina's parser reads the sequences.
///
/// Misses: an Esc followed at once by a letter is Alt with that letter.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    parser: Parser,
}

impl Decoder {
    /// Takes in what has been read. `more` says that more waits to be read: otherwise an Esc at the end is the key.
    pub(super) fn feed(&mut self, bytes: &[u8], more: bool) {
        self.parser.parse(bytes, more);
    }

    /// The next input, if a whole one is there.
    pub(super) fn next(&mut self) -> Option<Input> {
        std::iter::from_fn(|| self.parser.pop()).find_map(input)
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

fn key(event: KeyEvent) -> Option<Key> {
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
