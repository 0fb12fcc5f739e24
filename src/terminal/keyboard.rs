//! kitty's keyboard protocol, where a terminal offers it: Esc is then told from what begins with it. Nothing needs it.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use termina::escape::csi::{Csi, Keyboard, KittyKeyboardFlags};

/// Whether the terminal has offered it. Not in a state: a panic gives the terminal back without one.
static OFFERED: AtomicBool = AtomicBool::new(false);

/// Whether it is in force.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal offers it.
pub(super) fn offered(out: &mut impl Write) -> io::Result<()> {
    OFFERED.store(true, Ordering::SeqCst);
    take(out)
}

/// Puts it in force, where it was offered.
pub(super) fn take(out: &mut impl Write) -> io::Result<()> {
    if !OFFERED.load(Ordering::SeqCst) || TAKEN.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    let flags = KittyKeyboardFlags::DISAMBIGUATE_ESCAPE_CODES;
    write!(out, "{}", Csi::Keyboard(Keyboard::PushFlags(flags)))
}

/// As it was before, once: a shell may have it in force, too.
pub(super) fn give_back(out: &mut impl Write) -> io::Result<()> {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    write!(out, "{}", Csi::Keyboard(Keyboard::PopFlags(1)))
}
