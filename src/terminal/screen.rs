//! The terminal's screen: taking it, drawing on it, giving it back.

use crate::terminal::capability::Capability;
use crate::terminal::clipboard;
use crate::terminal::keyboard;
use crate::terminal::painter::Painter;
use crate::terminal::question::{Answer, Questions};
use crate::view::Theme;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::terminal::{
    Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::buffer::Buffer;
use rustix::io::Errno;
use signal_hook::consts::SIGTSTP;
use signal_hook::low_level::emulate_default_handler;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use termina::escape::csi::{Csi, DecPrivateMode, DecPrivateModeCode, Mode};

/// Buttons, drags and the wheel; crossterm would have every motion of the mouse reported, and be woken by each.
const MOUSE: [DecPrivateModeCode; 2] = [
    DecPrivateModeCode::ButtonEventMouse,
    DecPrivateModeCode::SGRMouse,
];

/// Whether the desk may stand on the screen. Where there is no second screen (the Linux console, GNU screen) nothing else takes it
/// off; done twice, it would take off what a panic says. Not in a state: a panic gives the terminal back without one.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal's screen while it is the program's. Given back when dropped.
#[derive(Debug)]
pub(super) struct Screen {
    painter: Painter,
    capability: Capability,
    theme: Theme,
}

impl Screen {
    /// Takes the screen.
    pub(super) fn open(capability: Capability) -> io::Result<Self> {
        enable_raw_mode()?;
        let (width, height) = Self::size()?;
        let mut painter = Painter::new(width, height);
        queue_enter(painter.before())?;
        Ok(Self {
            painter,
            capability,
            theme: capability.theme(),
        })
    }

    /// Columns and rows as they are now.
    pub(super) fn size() -> io::Result<(u16, u16)> {
        crossterm::terminal::size()
    }

    /// Takes on a new size.
    pub(super) fn resized(&mut self, width: u16, height: u16) {
        self.painter.resize(width, height);
    }

    /// Draws one frame: what changed, in one write.
    pub(super) fn draw(
        &mut self,
        view: impl FnOnce(&mut Buffer, &Theme) -> Option<(u16, u16)>,
    ) -> io::Result<()> {
        if !self.painter.has_room() {
            return Ok(());
        }
        let theme = &self.theme;
        let bytes = self.painter.frame(|buffer| view(buffer, theme));
        if !bytes.is_empty() {
            send(bytes)?;
        }
        self.painter.sent();
        Ok(())
    }

    /// Forgets what is on the screen; the next frame draws everything.
    pub(super) fn clear(&mut self) {
        self.painter.forget();
    }

    /// Asks what can only be asked, in one write with the next frame and behind it. Whether anything was.
    pub(super) fn ask(&mut self) -> io::Result<bool> {
        let Some(questions) = Questions::of(self.capability) else {
            return Ok(false);
        };
        questions.write(self.painter.after())?;
        Ok(true)
    }

    /// Takes on what the terminal answers.
    pub(super) fn hear(&mut self, answer: Answer) -> io::Result<()> {
        match answer {
            Answer::Ground(ground) => {
                self.capability.ground = ground;
                self.theme = self.capability.theme();
                Ok(())
            }
            Answer::Keyboard => {
                let mut out = io::stdout();
                keyboard::offered(&mut out)?;
                out.flush()
            }
            Answer::Last => Ok(()),
        }
    }

    /// Copies text to the reader's clipboard.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        clipboard::copy(text, self.painter.before())
    }

    /// Gives the screen back while `outside` runs, and takes it again.
    pub(super) fn away<T>(&mut self, outside: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        let result = outside();
        self.enter_again()?;
        Ok(result)
    }

    /// Stops until the shell says `fg`.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        self.away(|| emulate_default_handler(SIGTSTP))?
    }

    /// Takes the screen again after somebody else had it.
    pub(super) fn enter_again(&mut self) -> io::Result<()> {
        enable_raw_mode()?;
        queue_enter(self.painter.before())?;
        let (width, height) = Self::size()?;
        self.painter.resize(width, height);
        self.painter.begin();
        Ok(())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Sends bytes to the terminal. Not by way of standard output's buffer: that sends what ends with a line alone, and a frame in two pieces.
fn send(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(io::stdout(), bytes) {
            Err(Errno::INTR) => {}
            written => bytes = bytes.get(written?..).unwrap_or_default(),
        }
    }
    Ok(())
}

/// Gives the terminal back as it was. May be done more than once. Failures have nobody left to be told.
pub(super) fn restore() {
    let mut out = io::stdout();
    let _ = keyboard::give_back(&mut out);
    let _ = queue!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        crossterm::style::ResetColor,
        crossterm::style::SetAttribute(crossterm::style::Attribute::Reset)
    );
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = queue!(out, cursor::MoveTo(0, 0), Clear(ClearType::FromCursorDown));
    }
    let _ = execute!(out, LeaveAlternateScreen, cursor::Show);
    let _ = disable_raw_mode();
}

fn queue_enter(out: &mut impl Write) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    queue!(out, EnterAlternateScreen, EnableBracketedPaste)?;
    for mode in MOUSE {
        let mode = Mode::SetDecPrivateMode(DecPrivateMode::Code(mode));
        write!(out, "{}", Csi::Mode(mode))?;
    }
    keyboard::take(out)
}
