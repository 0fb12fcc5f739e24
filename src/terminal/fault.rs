//! A fault on purpose, for the test of what a panic leaves behind. Not in released programs.

use crate::app::{Code, Input, Key};
use std::env;

/// Panics at F12 where `CLOSEREAD_FAULT` is `panic`.
pub(super) fn strike(input: &Input) {
    let trigger = Key::plain(Code::F(12));
    let asked =
        *input == Input::Key(trigger) && env::var("CLOSEREAD_FAULT").is_ok_and(|f| f == "panic");
    assert!(!asked, "CLOSEREAD_FAULT asked for this");
}
