//! A fault on purpose, for the test of what a panic leaves behind. Not in released programs.

use crate::app::{Code, Input, Key};
use std::env;

/// Panics at F12 where `CLOSEREAD_FAULT` is `panic`.
#[allow(
    clippy::panic,
    clippy::manual_assert,
    reason = "there is no honest way to make a program without panics panic"
)]
pub(super) fn strike(input: &Input) {
    let trigger = Key::plain(Code::F(12));
    if *input == Input::Key(trigger) && env::var("CLOSEREAD_FAULT").is_ok_and(|f| f == "panic") {
        panic!("CLOSEREAD_FAULT asked for this");
    }
}
