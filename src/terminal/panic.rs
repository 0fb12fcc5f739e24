//! A panic gives the terminal back before it says anything.

use crate::terminal::screen;
use std::process;

/// What the program returns after a fault of its own, as Rust has it.
const FAULT: i32 = 101;

/// From now on a panic of any thread restores the terminal first, so that its message can be read and the shell used, and ends
/// the program behind it. Nothing is lost by that: what was typed before the last key is kept already.
pub(super) fn restore_terminal_first() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        screen::restore();
        before(info);
        process::exit(FAULT);
    }));
}
