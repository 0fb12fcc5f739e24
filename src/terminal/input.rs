//! Terminal events to inputs.

use crate::app::{Code, Input, Key, Mouse};
use crate::terminal::signals::{Signals, Woken};
use crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use rustix::event::{PollFd, PollFlags};
use std::fs::File;
use std::io::{self, IsTerminal};
use std::time::Duration;

/// What wakes the program: the terminal or a signal. It sleeps until then, without a tick.
#[derive(Debug)]
pub(super) struct Inputs {
    /// The terminal, where standard input is not one: the article came through it.
    terminal: Option<File>,
    signals: Signals,
}

impl Inputs {
    pub(super) fn open() -> io::Result<Self> {
        let terminal = if io::stdin().is_terminal() {
            None
        } else {
            Some(File::open("/dev/tty")?)
        };
        Ok(Self {
            terminal,
            signals: Signals::listen()?,
        })
    }

    /// Sleeps until there is something to do.
    pub(super) fn wait(&self) -> io::Result<Woken> {
        if let Some(woken) = self.signals.take() {
            return Ok(woken);
        }
        // What crossterm has read already, no poll would report.
        if event::poll(Duration::ZERO)? {
            return Ok(Woken::Input);
        }
        loop {
            let stdin = io::stdin();
            let keys = match &self.terminal {
                Some(terminal) => PollFd::new(terminal, PollFlags::IN),
                None => PollFd::new(&stdin, PollFlags::IN),
            };
            let mut watched = [keys, PollFd::new(self.signals.pipe(), PollFlags::IN)];
            match rustix::event::poll(&mut watched, None) {
                Err(rustix::io::Errno::INTR) | Ok(0) => {}
                Err(error) => return Err(error.into()),
                Ok(_) => {
                    let gone = watched.first().is_some_and(|fd| {
                        fd.revents()
                            .intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL)
                    });
                    if let Some(woken) = self.signals.take() {
                        return Ok(woken);
                    }
                    return Ok(if gone { Woken::Ended } else { Woken::Input });
                }
            }
        }
    }
}

/// The next input that waits; nothing when none does.
pub(super) fn next() -> io::Result<Option<Input>> {
    while event::poll(Duration::ZERO)? {
        if let Some(input) = input(event::read()?) {
            return Ok(Some(input));
        }
    }
    Ok(None)
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Resize(width, height) => Some(Input::Resize(width, height)),
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
    let code = match event.code {
        KeyCode::Char(c) => Code::Char(c),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
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
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    let held = |modifier| event.modifiers.contains(modifier);
    let typed = matches!(code, Code::Char(_));
    Some(Key {
        code: match code {
            Code::Char(c) if held(KeyModifiers::CONTROL) => Code::Char(c.to_ascii_lowercase()),
            code => code,
        },
        ctrl: held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: !typed && (held(KeyModifiers::SHIFT) || event.code == KeyCode::BackTab),
    })
}
