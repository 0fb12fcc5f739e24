//! What control sequences mean: keys and the mouse.

use crate::app::{Code, Input, Key, Mouse};

/// The key of a sequence's parameters and last byte.
pub(super) fn key(parameters: &[u8], last: u8) -> Option<Input> {
    let numbers = numbers(parameters)?;
    let first = numbers.first().copied().unwrap_or(1);
    let held = numbers.get(1).copied().unwrap_or(1).saturating_sub(1);
    let code = match last {
        b'~' => numbered(first)?,
        b'u' => match first {
            9 => Code::Tab,
            13 => Code::Enter,
            27 => Code::Esc,
            127 => Code::Backspace,
            first => Code::Char(char::from_u32(first)?),
        },
        b'Z' => Code::Tab,
        last => letter(last)?,
    };
    let is_typed = matches!(code, Code::Char(_));
    Some(Input::Key(Key {
        code,
        ctrl: held & 4 != 0,
        alt: held & 2 != 0,
        shift: !is_typed && (held & 1 != 0 || last == b'Z'),
    }))
}

/// Keys that a letter stands for, after `ESC [` or `ESC O`.
pub(super) fn letter(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'M' => Code::Enter,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        _ => return None,
    })
}

/// The Linux console's F1 to F5, after `ESC [ [`.
pub(super) fn console_key(last: u8) -> Option<Code> {
    (b'A'..=b'E')
        .contains(&last)
        .then(|| Code::F(last - b'A' + 1))
}

/// Keys that a number before `~` stands for.
fn numbered(number: u32) -> Option<Code> {
    let f = |below: u32| Code::F((number - below) as u8);
    Some(match number {
        1 | 7 => Code::Home,
        4 | 8 => Code::End,
        3 => Code::Delete,
        5 => Code::PageUp,
        6 => Code::PageDown,
        11..=15 => f(10),
        17..=21 => f(11),
        23..=24 => f(12),
        _ => return None,
    })
}

/// An SGR mouse report: `<button;column;row`, from 1.
pub(super) fn mouse(parameters: &[u8], last: u8) -> Option<Input> {
    let numbers = numbers(parameters.strip_prefix(b"<")?)?;
    let [button, x, y] = numbers.as_slice() else {
        return None;
    };
    // Without the bits for Shift, Alt and Ctrl.
    let mouse = match (button & !0b1_1100, last) {
        (0, b'M') => Mouse::Press,
        (32, b'M') => Mouse::Drag,
        (64, b'M') => Mouse::WheelUp,
        (65, b'M') => Mouse::WheelDown,
        _ => return None,
    };
    let cell = |from_one: &u32| u16::try_from(from_one.saturating_sub(1)).unwrap_or(u16::MAX);
    Some(Input::Mouse(mouse, cell(x), cell(y)))
}

/// Numbers between semicolons; an empty one is 1. What follows a colon refines and is left out.
fn numbers(parameters: &[u8]) -> Option<Vec<u32>> {
    let text = std::str::from_utf8(parameters).ok()?;
    text.split(';')
        .map(|number| number.split(':').next().unwrap_or_default())
        .map(|number| {
            if number.is_empty() {
                Some(1)
            } else {
                number.parse().ok()
            }
        })
        .collect()
}
