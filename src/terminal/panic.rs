//! A panic gives the terminal back before it says anything.

use crate::terminal::screen;

/// From now on a panic restores the terminal first, so that its message can be read and the shell used.
pub(super) fn restore_terminal_first() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        screen::restore();
        before(info);
    }));
}
